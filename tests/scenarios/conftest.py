"""The world in which the scenarios take place."""

import pytest

from tests.cases.discipline import World


@pytest.fixture
def world(db) -> World:
    return World()
