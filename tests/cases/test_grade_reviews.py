"""A matter closed with a violation lists the grades of the years it looked at for review; none of them changes."""

from datetime import date

import pytest

from cases.grade_reviews import flags
from registry.grade_models import Grade, GradeImport
from registry.together import answered
from tests.cases.discipline import World
from tests.cases.inspections import DAY, DEMAND, opened
from workflows.rows import RowKind

GROUNDS = {"grounds": "Như biên bản."}
LATER = date(2026, 7, 1)


@pytest.fixture
def world(db):
    return World("xl")


def graded(world, **by_year):
    """The grades of the member whom the inspection is about."""
    person, unit = world.who("thu"), world.who("thu").memberships.get().cell
    taken = GradeImport.objects.create(
        body=world.bodies["btv_an"], source="Danh sách (mẫu)", file_name="a.xlsx", file_sha256="0" * 64,
        synced_on=DAY, rows=1, created=1, changed=0, unchanged=0, held_back=0, by=world.who("chu"),
    )  # fmt: skip
    for year, level in by_year.items():
        Grade.objects.create(
            person=person, organisation=unit, cell=unit, span="nam", period=year[1:],
            period_ends=date(int(year[1:]), 12, 31), scheme="124-QĐ/TW", level=level, taken_in=taken,
        )  # fmt: skip
    return unit


def inspected(world, outcome, **said):
    """An inspection of the time of 2025, concluded so and closed."""
    matter = opened(world).goes()
    matter.does(outcome, finding=1, **GROUNDS, **said)
    matter.does("conclude")
    matter.numbered()
    matter.does("announce")
    if "demand" in said:
        demand = matter.case.filerows.get(kind=RowKind.DEMAND)
        matter.does("receive_remedy", demand=demand.number)
        matter.does("check_remedy", demand=demand.number, result="dat", note="Đã xem sổ.")
    matter.does("close")
    matter.case.refresh_from_db()
    return matter


def _raised(units):
    return answered(flags(units, LATER))[0]


def test_the_grades_of_the_years_looked_at_are_listed_and_stand(world):
    unit = graded(world, y2024="tot", y2025="xuat_sac")
    before = list(Grade.objects.order_by("pk").values())
    matter = inspected(world, "find_violation_below_discipline", **DEMAND)

    (one,) = _raised({unit.pk})

    assert matter.case.closed_on is not None
    assert one.words == (
        "Đã kết luận có vi phạm; xem lại xếp loại năm 2025: hoàn thành xuất sắc nhiệm vụ"
    )
    assert matter.case.reference not in one.words
    assert (one.person, one.unit) == (world.who("thu"), unit)
    assert list(Grade.objects.order_by("pk").values()) == before


def test_a_matter_without_violation_lists_nothing(world):
    unit = graded(world, y2025="tot")

    inspected(world, "find_no_violation")

    assert _raised({unit.pk}) == []


def test_while_it_is_not_closed_nothing_is_said(world):
    unit = graded(world, y2025="tot")
    matter = opened(world).goes()
    matter.does("find_violation_below_discipline", finding=1, **GROUNDS, **DEMAND)

    assert _raised({unit.pk}) == []
