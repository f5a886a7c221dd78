"""A browser and a served province, made once for a module and cleared away with its database."""

import os

import pytest
from django.db import connections
from django.test import override_settings

from desk.chromium import chromium
from tests import databases
from tests.desk.cells import Cell
from tests.desk.concerned import Concerned
from tests.desk.world import open_world


@pytest.fixture(scope="module")
def browser():
    """Debian's Chromium, for one module: what stays open holds this thread's loop, and signing wants one.

    Under a running loop Django keeps connections of their own; those of before and after would grow old meanwhile.
    """
    patch = pytest.MonkeyPatch()
    # Playwright's loop runs in this thread; Django would take every query here for an async one.
    patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    connections.close_all()
    with chromium() as browser:
        yield browser
        connections.close_all()
    patch.undo()


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, request):
    """The served site with one person per role; a module may name its own `ROOT_URLCONF`."""
    urls = getattr(request.module, "ROOT_URLCONF", "config.urls")
    # A walk may last longer than a confirmation of who one is.
    patient = override_settings(
        ROOT_URLCONF=urls, ACCOUNT_REAUTHENTICATION_TIMEOUT=3600, LAST_SEEN_EVERY=86400
    )
    with django_db_blocker.unblock(), patient:
        with open_world() as world:
            yield world
        databases.renew_copy()


@pytest.fixture(scope="module")
def announced(django_db_setup, django_db_blocker):
    """An inspection announced to its member, with its printed papers; told once for a module."""
    with django_db_blocker.unblock():
        yield Concerned()
        databases.renew_copy()


@pytest.fixture
def concerned(announced, db) -> Concerned:
    """The announced inspection, as each test finds it."""
    return announced.anew()


@pytest.fixture
def cell(db) -> Cell:
    """The cell's meeting, called and with the matter on its agenda."""
    return Cell()
