"""What every test can rely on: a database of its worker's own, the login `app`, no network."""

import os
from datetime import date

import pytest
from django.conf import settings
from django.test import TransactionTestCase

from config.logins import OWNER
from law import shelf
from tests import databases, network

network.refuse_outside()


#: What is laid once for a whole module and takes seconds: sample data, a told story.
LAID_ONCE = {"world", "told", "announced"}
#: Modules long enough to be worth laying it on every worker.
SHARED_OUT = {"test_walk", "test_templates"}


def pytest_collection_modifyitems(config, items):
    """Leave out set-ups of minutes; keep a module on the worker that laid its world."""
    if os.environ.get("KIEM_TRA_FRESH") != "1":
        left_out = [item for item in items if item.get_closest_marker("fresh")]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
    for item in items:
        module = item.module.__name__.rpartition(".")[2]
        if LAID_ONCE & set(item.fixturenames) and module not in SHARED_OUT:
            item.add_marker(pytest.mark.xdist_group(module))


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """One copy of the migrated template for this worker; the server ends with its last worker."""
    with django_db_blocker.unblock():
        databases.open_copy()
    yield
    with django_db_blocker.unblock():
        databases.close_copy()


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


@pytest.fixture
def owner_connection(db):
    """A plain connection of the owner to this worker's database; it sees only what is committed."""
    connection = databases.connect(OWNER, databases.current())
    yield connection
    connection.close()


@pytest.fixture
def campaign_size():
    """Rounds of a long campaign to run: `campaign_size(200)` is 200 in a campaign, else 4."""
    whole = os.environ.get("KIEM_TRA_CAMPAIGN") == "1"
    return lambda rounds: rounds if whole else max(1, rounds // 50)
