"""The pages of meetings for those who are called: what voters and the subject read, and when."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.cases.meetings import Discipline
from tests.desk.cells import MATTER, ON_PAPER, VOTING, Cell
from tests.desk.test_api import Program

# The voter


def test_a_voter_learns_what_is_on_the_agenda_with_the_invitation(cell):
    before = cell.reads("xuong3")
    cell.invited()
    after = cell.reads("xuong3")

    assert "Nội dung số 1" in before
    assert MATTER not in before
    assert cell.told.case.reference not in before
    assert MATTER in after
    assert cell.url("case") in after
    assert "Giấy mời" in after
    assert (
        "3 tài liệu" in after
    )  # who the team is, its plan, and what the member is asked to consider


@pytest.mark.parametrize("until", ["invited", "opened", "voted", "ended"])
def test_a_voter_never_finds_a_ballot_button_and_is_told_why(cell, until):
    getattr(cell, until)()

    page = cell.reads("xuong3")

    assert ON_PAPER in page
    assert "/buoc/" not in page
    assert "<form" not in page


def test_a_voter_may_open_no_step_of_the_meeting(cell):
    cell.invited()

    for step in ("add_item", "open_session", "end_session"):
        answer = cell.get("xuong3", "step", reference=cell.meeting.reference, step=step)
        assert answer.status_code == 404


def test_after_the_end_a_voter_reads_the_result_but_opens_the_matter_no_more(cell):
    cell.ended()

    page = cell.reads("xuong3")

    assert MATTER in page
    assert "3·9 = 27 ≥ 24 = 2·12" in page
    assert "Đề nghị thi hành kỷ luật bằng hình thức khai trừ" in page
    assert cell.url("case") not in page
    assert "tài liệu không còn mở" in page
    assert cell.get("xuong3", "case", reference=cell.told.case.reference).status_code == 404


def test_whoever_is_not_called_finds_no_such_page(cell):
    cell.invited()

    for who in ("doai1", "hoa1", "soan"):
        assert cell.get(who).status_code == 404


# The subject


@pytest.fixture
def untold(db) -> Cell:
    """A meeting of the cell about a member who has not been told of his matter."""
    cell = Cell.__new__(Cell)
    cell.told, cell.clients = Discipline(day=VOTING), {}
    cell.meeting = cell.told.meeting()
    cell.told.lists(cell.meeting, purpose="khac")
    return cell.invited()


def test_a_subject_who_was_not_told_reads_nothing_of_his_own_matter(untold):
    untold.told.opens(untold.meeting)
    untold.told.ends(untold.meeting)
    minutes = untold.meeting.papers.get(paper__kind="BB-05.HN").paper_id

    page = untold.reads("thu")

    assert "Nội dung số 1" in page
    assert MATTER not in page
    assert "Chi bộ đề nghị khai trừ." not in page
    assert untold.told.case.reference not in page
    assert reverse("paper", args=[minutes]) not in page
    assert untold.get("thu", "paper", paper=minutes).status_code == 404
    assert Program(untold.told.who("thu")).get(f"/papers/{minutes}").status_code == 404
    assert untold.get("xuong3", "paper", paper=minutes).status_code == 200


def test_a_subject_who_was_told_sees_his_matter_as_its_subject(cell):
    assert cell.url("case") in cell.reads("thu")
