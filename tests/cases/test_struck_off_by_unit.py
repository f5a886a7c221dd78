"""In how many units somebody was struck off for staying away: by the ground in the file, out of all the units."""

from datetime import date

import pytest

from cases.struck_off import by_unit
from registry.models import Exit, Membership
from tests.cases.removals import World, struck_off

DAY = date(2026, 12, 31)


@pytest.fixture
def world(db):
    return World()


def test_a_unit_counts_once_it_has_a_strike_off_on_that_ground(world):
    commune = world.province.organisations["an"]
    before = by_unit(commune, DAY)
    assert (before.concerned, len(before.units), before.unclear) == (0, 3, 0)

    removal = struck_off(world)

    found = by_unit(commune, DAY)
    assert (found.concerned, found.unclear) == (1, 0)
    people = {unit.code: [one.person for one in people] for unit, people in found.units if people}
    assert people == {world.province.organisations["hoa"].code: [world.who("thu")]}
    assert by_unit(commune, removal.case.opened_on).concerned == 0, "nobody had left by then"


def test_a_strike_off_without_a_file_here_is_told_and_not_counted(world):
    held = Membership.objects.filter(cell=world.province.organisations["doai"]).earliest("pk")
    Exit.objects.create(
        person=held.person, membership=held, kind="xoa_ten", decision="QĐ 3 (mẫu)",
        decided_on=date(2025, 12, 1), last_day=date(2025, 12, 3), entered_on=date(2025, 12, 3),
    )  # fmt: skip

    found = by_unit(world.province.organisations["an"], DAY)

    assert (found.concerned, found.unclear) == (0, 1)
