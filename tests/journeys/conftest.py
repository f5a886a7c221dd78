"""The site as served, the sample province as it was laid, and a pair of hands, for one journey after another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import databases
from tests.campaign import WHOLE
from tests.desk.conftest import browser  # noqa: F401 -- a fixture
from tests.desk.world import World, sample_province, served
from tests.journeys.hands import Keyboard, Mouse

#: Each journey is made with the mouse and with the keys; those so marked also where JavaScript is off.
HANDS = {"mouse": (Mouse, True), "keyboard": (Keyboard, True), "no script": (Mouse, False)}
#: A campaign makes all of them, each run this part.
SHARE = 5


def pytest_generate_tests(metafunc):
    if "hands" in metafunc.fixturenames:
        bare = metafunc.definition.get_closest_marker("bare")
        metafunc.parametrize("hands", list(HANDS) if bare else list(HANDS)[:2], indirect=True)


def pytest_collection_modifyitems(config, items):
    here = [one for one in items if Path(__file__).parent in one.path.parents]
    if not WHOLE and len(here) > SHARE:
        left = {id(one) for number, one in enumerate(here) if number % SHARE}
        config.hook.pytest_deselected(items=[one for one in items if id(one) in left])
        items[:] = [one for one in items if id(one) not in left]


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """Where the site answers."""
    with django_db_blocker.unblock(), served() as address:
        yield address
        databases.renew_copy()


@pytest.fixture
def world(site) -> World:
    """The sample province, in a database of its own."""
    return World(sample_province(), site)


@pytest.fixture
def hands(request, browser, site):  # noqa: F811 -- the fixture above
    kind, script = HANDS[request.param]
    hands = kind(browser, site, script=script)
    yield hands
    hands.context.close()
