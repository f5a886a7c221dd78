"""Who signs before an election is approved, and who only from the day of approval on."""

from datetime import date

import pytest

from cases import services
from registry.models import Post
from tests.cases.meetings import Discipline
from tests.cases.supervision import refused

BEFORE, AFTER = date(2025, 8, 12), date(2025, 8, 21)


def elected_again(discipline: Discipline, short: str, **approval) -> None:
    """The holder of an office of the cell was elected to it on 5/8; the approval is awaited."""
    held = Post.objects.get(person=discipline.who(short), body=discipline.body("chi_bo_xuong"))
    Post.objects.filter(pk=held.pk).update(last_day=date(2025, 8, 4))
    Post.objects.create(
        person=held.person, body=held.body, position=held.position, first_day=date(2025, 8, 5),
        awaits_approval=True, **approval,
    )  # fmt: skip


@pytest.fixture
def cell(db):
    """A cell's plan, drafted by the secretary; the deputy was elected on 5/8 and approved on 20/8."""
    discipline = Discipline(day=BEFORE)
    elected_again(
        discipline, "xuong2", approved_on=date(2025, 8, 20), approval_document="Chuẩn y (mẫu)"
    )
    discipline.case = discipline.open(
        "P5.CB", "chi_bo_xuong", "xuong1", subjects=[discipline.who("xuong4")],
        route="tu_phat_hien", theme="việc mẫu", violation="Việc mẫu.",
    )  # fmt: skip
    return discipline


def drafted(cell: Discipline, by: str) -> Discipline:
    cell.take(
        cell.case, "draft_plan", by, theme="việc mẫu", tasks="Hứa Văn Mẫu Trưởng: chủ trì",
        schedule="Ngày mai: họp", outline="Diễn biến.",
    )  # fmt: skip
    return cell


def test_a_deputy_signs_from_the_day_of_approval_on_and_not_before(cell):
    drafted(cell, "xuong1")

    with refused("Phó bí thư chưa được chuẩn y"):
        cell.take(cell.case, "plan", "xuong2")
    record = services.take_step(
        cell.case, "plan", actor=cell.who("xuong2"), acted_on=AFTER, today=AFTER
    )

    assert record.acted_on == AFTER


def test_the_refusal_cites_the_regulation(cell):
    drafted(cell, "xuong1")

    with refused() as caught:
        cell.take(cell.case, "plan", "xuong2")

    assert "294-QĐ/TW" in next(
        reason.citation for reason in caught.value.reasons if reason.rule.startswith("signing")
    )


def test_a_secretary_signs_right_after_the_election(cell):
    elected_again(cell, "xuong1")
    drafted(cell, "xuong2")

    assert cell.take(cell.case, "plan", "xuong1").step == "plan"


def test_where_the_law_is_not_known_the_engine_asks(cell):
    elected_again(cell, "xuong1")
    drafted(cell, "xuong2")
    later = date(2026, 11, 20)

    with refused("signing.before_approval"):
        services.take_step(cell.case, "plan", actor=cell.who("xuong1"), acted_on=later, today=later)
