"""Who is too close to a matter: kept off its team, its drafts and signatures, never out of the vote's base."""

import pytest

from cases import sittings
from cases.models import WorkRow
from cases.reading import Reader, read_file
from permissions.conflicts import Ground
from registry.models import Kinship
from tests.cases.meetings import Discipline
from tests.cases.supervision import TODAY, Supervision, lay_province, refused


@pytest.fixture
def supervision(db) -> Supervision:
    return Supervision(lay_province())


@pytest.fixture
def cell(db) -> Discipline:
    """A cell's own matter about one of its members, just opened."""
    discipline = Discipline()
    discipline.case = discipline.open(
        "P5.CB", "chi_bo_xuong", "xuong1", subjects=[discipline.who("xuong4")],
        route="tu_phat_hien", theme="việc mẫu", violation="Việc mẫu.",
    )  # fmt: skip
    return discipline


def kin(discipline: Discipline, one: str, other: str) -> None:
    Kinship.objects.create(
        person=discipline.who(one), relative=discipline.who(other), relation="anh em ruột",
        document="Bản kê khai (mẫu)",
    )  # fmt: skip


def drafts_plan(discipline: Discipline, by: str) -> None:
    discipline.take(
        discipline.case, "draft_plan", by, theme="việc mẫu", tasks="Hứa Văn Mẫu Trưởng: chủ trì",
        schedule="Ngày mai: họp", outline="Diễn biến.",
    )  # fmt: skip


def names_team(supervision: Supervision, *people: str) -> None:
    lead, *members = people
    team = [{"person": supervision.who(lead).pk, "role": "truong_doan"}] + [
        {"person": supervision.who(one).pk, "role": "thanh_vien_doan"} for one in members
    ]
    supervision.take(
        "draft_decide", by="canbo", theme="việc mẫu", period_from="2026-01-01",
        period_to="2026-06-30", days=30, unit="day", team=team,
    )  # fmt: skip


def test_who_leads_the_subjects_organisation_sits_on_no_team(supervision):
    supervision.goes_to("propose")

    with refused("Lường Văn Thử Bí là người trực tiếp lãnh đạo") as caught:
        names_team(supervision, "uyvien", "bithu")

    assert any(
        "03-QĐ/UBKTTW" in (reason.citation or "")
        for reason in caught.value.reasons
        if reason.rule == "conflict"
    )


@pytest.mark.parametrize(("one", "other"), [("xuong2", "xuong4"), ("xuong4", "xuong2")])
def test_a_relative_drafts_nothing_whichever_of_the_two_declared_it(cell, one, other):
    kin(cell, one, other)

    with refused("là người thân của đối tượng"):
        drafts_plan(cell, by="xuong2")
    drafts_plan(cell, by="xuong1")


def test_a_relative_signs_nothing_and_another_does(cell):
    drafts_plan(cell, by="xuong2")
    kin(cell, "xuong1", "xuong4")

    with refused("là người thân của đối tượng", "conflict"):
        cell.take(cell.case, "plan", "xuong1")


def test_the_secretary_of_a_cell_handles_the_cells_own_matter_though_he_leads_its_members(cell):
    drafts_plan(cell, by="xuong2")

    assert cell.take(cell.case, "plan", "xuong1").step == "plan"


def test_who_declares_a_conflict_takes_no_further_part_and_is_given_no_work(supervision):
    supervision.goes_to("prepare")
    deputy = supervision.who("phochunhiem")
    assert WorkRow.objects.filter(case=supervision.case, person=deputy).exists()

    supervision.take("declare_conflict", by="phochunhiem", reason="Có quan hệ làm ăn.")

    assert not WorkRow.objects.filter(case=supervision.case, person=deputy).exists()
    with refused("đã tự khai có xung đột lợi ích"):
        supervision.take(
            "open", by="phochunhiem", place="Nhà văn hóa", attendance="Đoàn", chair="A",
            subject_side="B", proceedings="C",
        )  # fmt: skip


def test_a_conflict_takes_no_vote_away_and_leaves_the_base_whole(db):
    discipline = Discipline()
    kin(discipline, "xuong3", "thu")
    discipline.criticises_himself()
    meeting = discipline.meeting()
    discipline.lists(meeting)
    discipline.invites(meeting)
    discipline.opens(meeting)

    file = read_file(discipline.case.pk, Reader(discipline.who("xuong3").pk, TODAY, TODAY))
    assert file is not None
    sitting = sittings.of_meeting(meeting.reference, file.facts, discipline.case.pk)
    assert sitting is not None
    relative = next(one for one in sitting.people if one.id == str(discipline.who("xuong3").pk))
    assert Ground.RELATIVE in file.standing.conflicts
    assert relative.present
    assert not relative.recused
    assert len(sitting.people) == 14
