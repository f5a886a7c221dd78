"""A supervision in a province of its own, for each test that asks for one."""

import pytest

from tests.cases.supervision import Supervision, lay_province


@pytest.fixture
def supervision(db) -> Supervision:
    return Supervision(lay_province())
