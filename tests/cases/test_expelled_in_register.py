"""An expulsion ends the membership in the register; a review that takes it back lets it go on without a gap."""

from datetime import date, timedelta

import pytest

from cases.verification import verify
from registry.exits import counted, exit_of
from registry.models import Membership, Post
from tests.cases.complaints import Review, review
from tests.cases.discipline import SERVED, World, level_by_level
from tests.cases.superiors import standing_committee_of_the_province

LOOKED_AT = date(2026, 4, 21)


@pytest.fixture
def world(db):
    """The province, with a standing committee above the one that expels."""
    world = World()
    standing_committee_of_the_province(world)
    return world


@pytest.fixture
def expelled(world):
    return level_by_level(world, until="hand_over")


def memberships(world):
    held = Membership.objects.filter(person=world.who("thu")).order_by("first_day", "pk")
    return [(one.first_day, one.last_day) for one in held]


def test_the_day_of_handing_over_is_the_last_of_the_membership_and_of_the_posts(expelled):
    person = expelled.world.who("thu")

    assert [last for _first, last in memberships(expelled.world)] == [SERVED]
    assert not Post.objects.filter(person=person, last_day=None).exists()
    found = exit_of(person, SERVED)
    assert (found.kind, found.decided_on) == ("khai_tru", SERVED)
    assert counted(SERVED)["khai_tru"] == 1
    assert not verify().faults


def test_a_superior_who_makes_it_a_warning_gives_the_membership_back_from_the_next_day(expelled):
    world = expelled.world
    looking: Review = review(expelled, body="btv_tinh", by="tinh3", on=LOOKED_AT, subject="thu")
    looking.set_up(LOOKED_AT, draft="tinh3", by="tinh1", team=("tinh4", "tinh5"))
    looking.looked_into(LOOKED_AT, lead="tinh4", hand="tinh5")
    looking.answer("vote.base.committee", on=LOOKED_AT, by="tinh1")
    looking.voted(LOOKED_AT, body="btv_tinh", by="tinh2", answers=(), canh_cao=5)
    looking.announced(LOOKED_AT, draft="tinh3", by="tinh1", hands="tinh4")

    (_before, lost), (again, still) = memberships(world)
    assert (lost, again, still) == (SERVED, SERVED + timedelta(days=1), None)
    assert exit_of(world.who("thu"), LOOKED_AT) is None
    assert counted(LOOKED_AT)["khai_tru"] == 0
    assert not verify().faults
