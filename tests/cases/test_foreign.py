"""What a member declared of relations abroad: a team opens it in its own open matter, and only with a reason."""

from datetime import date

import pytest

from cases import foreign
from cases.obstacle_models import ForeignRead
from registry import offices
from registry.journeys.declaring import Declare
from registry.keeping import OfficeRefused
from tests.cases import walls
from tests.cases.discipline import World
from tests.cases.inspections import DAY, opened

NOW = date(2026, 11, 20)


@pytest.fixture
def world(db):
    return World()


def declared(world, holder, *, by, **said):
    home = world.bodies["chi_bo_xuong"]
    told = {
        "relation": "quan_he", "said": "Em ruột ở nước ngoài.", "declared_on": NOW, "paper": "Bản kê khai",
    }  # fmt: skip
    return offices.record(Declare(in_body=home, person=holder, **told | said), by=by, today=NOW)


def test_a_team_opens_it_in_its_own_matter_with_a_reason(world):
    holder, member, stranger = world.who("thu"), world.who("tham"), world.who("tra")
    row = declared(world, holder, by=holder)
    assert foreign.access_to(holder, member, DAY) is None
    matter = opened(world).goes("decide")

    access = foreign.access_to(holder, member, NOW)
    assert (access.way, access.cases) == (ForeignRead.Way.CASE, (matter.case,))
    assert foreign.holders_in_cases_of(member, NOW) == [holder]
    for wrong in ({"reason": "", "case": matter.case}, {"reason": "Đối chiếu.", "case": None}):
        with pytest.raises(PermissionError):
            foreign.read(holder, access, by=member, today=NOW, **wrong)
    assert not ForeignRead.objects.exists()

    assert foreign.read(
        holder, access, by=member, today=NOW, reason="Đối chiếu.", case=matter.case
    ) == [row]
    assert _shown_to(holder) == _shown_to(member) == {row.pk}
    assert _shown_to(stranger) == set()
    walls.agree([DAY, NOW], holder, member, stranger, *map(world.who, ("soat", "hoa_bt", "chu")))

    read = ForeignRead.objects.get()
    assert (read.case, read.reason, read.unit) == (matter.case, "Đối chiếu.", access.unit)
    assert [one.pk for one in foreign.log_read_by(world.who("soat"), NOW)] == [read.pk]
    assert foreign.access_to(holder, stranger, NOW) is None


def test_nobody_opens_it_in_a_matter_that_is_over_or_about_themselves(world):
    holder, member = world.who("thu"), world.who("tham")
    matter = opened(world).goes("decide")
    matter.case.__class__.objects.filter(pk=matter.case.pk).update(closed_on=NOW)

    assert foreign.access_to(holder, member, NOW) is None
    assert foreign.holders_in_cases_of(member, NOW) == []
    declared(world, holder, by=holder)
    assert _shown_to(member) == set()


def _shown_to(reader):
    """What the database shows to somebody whose page forgot to ask."""
    return walls.second_wall(reader, NOW)["registry_foreignrelation"]


def test_others_declare_nothing_for_a_member(world):
    holder = world.who("thu")

    with pytest.raises(OfficeRefused) as refused:
        declared(world, holder, by=world.who("soan"), paper=" ")

    assert [one.rule for one in refused.value.reasons] == ["permission", "input.paper"]
