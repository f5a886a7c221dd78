"""Every procedure is walked to its end in Chromium, each step by whoever holds its office."""

from copy import deepcopy
from functools import cache

import pytest
from django.test import override_settings
from django.urls import reverse

from tests import databases
from tests.desk.addresses import WHOLE
from tests.desk.browser_hand import ByBrowser
from tests.desk.every_body import EveryBody
from tests.desk.ordinary_walks import bodies_of, set_out
from tests.desk.world import served
from workflows.catalogue import DECLARED

pytestmark = pytest.mark.browser
#: A campaign walks every procedure; each run one that has papers to draft and sign, and a vote.
WALKED = [one for one in DECLARED if WHOLE or one.code == "P5.CB"]

tree = cache(EveryBody.lay)


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """Where the site answers; a password is looked at quickly, as it is not what is tried here."""
    quick = override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        ACCOUNT_REAUTHENTICATION_TIMEOUT=3600,
    )
    with django_db_blocker.unblock(), quick, served() as address:
        yield address
        databases.renew_copy()


@pytest.fixture
def world(site):
    """The tree as it was laid, in a database of its own."""
    databases.begin_with(tree)
    return deepcopy(tree())


@pytest.fixture
def hand(site, browser):
    hand = ByBrowser(browser, site)
    yield hand
    hand.page.context.close()


@pytest.mark.parametrize("procedure", WALKED, ids=[one.code for one in WALKED])
def test_it_is_walked_to_its_end_by_those_who_hold_the_offices(procedure, world, hand, settings):
    walker = set_out(procedure, bodies_of(procedure)[0], world, settings, hand)

    walker.walk()

    walker.case.refresh_from_db()
    assert procedure.is_final(walker.case.stage)
    assert walker.case.closed_on
    assert len(walker.turned_away) >= 3
    assert not hand.seen.barriers()
    assert hand.sees_in_its_frame(reverse("case-map", kwargs={"reference": walker.case.reference}))
    assert not hand.seen.faults
