"""What every test can rely on: a database of its worker's own, the login `app`, no network."""

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.test import TransactionTestCase

from config.logins import OWNER
from documents import printing
from documents.press import press
from law import shelf
from tests import databases, network
from tests.campaign import WHOLE
from tests.workers import ByModule

network.refuse_outside()
#: A worker's memory of the press.
_pressed = cache(press)


@pytest.hookimpl(optionalhook=True)  # a run without workers asks nobody
def pytest_xdist_make_scheduler(config, log):
    """Keep each module on one worker, but for the long ones."""
    return ByModule(config, log)


def pytest_collection_modifyitems(config, items):
    """Leave out set-ups of minutes, or begin with them, so that no worker is left alone with them at the end."""
    fresh = [item for item in items if item.get_closest_marker("fresh")]
    others = [item for item in items if item not in fresh]
    if os.environ.get("KIEM_TRA_FRESH") == "1":
        items[:] = fresh + others
    else:
        items[:] = others
        config.hook.pytest_deselected(items=fresh)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """One copy of the migrated template for this worker; the server ends with its last worker."""
    with django_db_blocker.unblock():
        databases.open_copy()
    yield
    with django_db_blocker.unblock():
        databases.close_all()


@pytest.fixture(scope="session", autouse=True)
def _stand_still():
    """Every test stands on one day, so that the suite says the same in any year."""
    settings.STANDS_ON = date(2026, 11, 20)


@pytest.fixture(scope="session", autouse=True)
def _tear_down_as_owner():
    """`app` may not empty a table: what a transactional test leaves goes with its database."""
    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: databases.renew_copy())
    yield
    patch.undo()


@pytest.fixture(scope="session", autouse=True)
def _the_law_as_shipped():
    """What the site of this machine adopted is no part of what is tested."""
    shelf.keep_adoptions(None)


@pytest.fixture(scope="module", autouse=True)
def _press_each_page_once(request):
    """The same page gives the same bytes, as tests/documents show with the press itself: elsewhere once will do."""
    if Path(__file__).with_name("documents") in request.path.parents:
        yield
        return
    patch = pytest.MonkeyPatch()
    patch.setattr(printing, "press", _pressed)
    yield
    patch.undo()


@pytest.fixture
def owner_connection(db):
    """A plain connection of the owner to this worker's database; it sees only what is committed."""
    connection = databases.connect(OWNER, databases.current())
    yield connection
    connection.close()


@pytest.fixture
def campaign_size():
    """Rounds of a long campaign to run: `campaign_size(200)` is 200 in a campaign, else 4."""
    return lambda rounds: rounds if WHOLE else max(1, rounds // 50)
