"""A cell that keeps its files on paper: an officer enters its steps, and approves nothing of what he entered."""

from datetime import timedelta

import pytest

from cases import services
from cases.models import Case, WorkRow
from cases.queries import history_of, visible_to
from cases.verification import verify
from permissions.ways import Part
from registry.models import Kinship, PaperOnly, Post
from tests.cases.on_paper import DAY, LATE, OnPaper
from tests.cases.supervision import refused


@pytest.fixture
def cell(db) -> OnPaper:
    matter = OnPaper()
    matter.criticises_himself()
    return matter


def test_an_officer_enters_the_cells_vote_and_the_record_says_for_whom_and_from_which_paper(cell):
    record = cell.votes()

    assert record.actor == cell.who("soan")
    assert record.post.body == record.body == cell.body("ubkt_an")
    assert record.on_behalf_of == cell.body("chi_bo_xuong")
    assert (record.acted_on, record.inputs["paper_number"]) == (DAY, "03-BB/CB")
    assert cell.case.filerows.get(kind="bo_phieu").facts["body"] == cell.body("chi_bo_xuong").pk
    assert [one.on_behalf_of for one in history_of(cell.case)][-1].name == "Chi bộ Phân xưởng 2"
    assert not verify(Case.objects.all()).faults


def test_the_paper_must_be_there_number_day_and_scan(cell):
    said = cell.ballot(cell.sitting())

    with refused("input.paper_number", "input.paper_dated", "input.paper_scan"):
        cell.take(cell.case, "vote_to_propose", "soan", **said)
    later = {**said, **cell.paper, "paper_dated": (LATE + timedelta(days=1)).isoformat()}
    with refused("input.paper_dated"):
        cell.take(cell.case, "vote_to_propose", "soan", **later)
    never = {**cell.paper["paper_scan"], "sha256": "0" * 64}
    with refused("input.paper_scan"):
        cell.take(
            cell.case, "vote_to_propose", "soan", **{**said, **cell.paper, "paper_scan": never}
        )


def test_whoever_entered_the_vote_may_prepare_what_follows_but_not_approve_it(cell):
    cell.votes("soan")
    cell.drafts("van")

    with refused("behalf.same_hand") as caught:
        cell.take(cell.case, "send_proposal", "soan")

    (reason,) = caught.value.reasons
    assert "Tổ chức đảng cấp dưới bỏ phiếu đề nghị" in reason.text
    assert reason.remedy


def test_a_second_person_confirms_the_entry_and_the_paper_bears_who_signed_it_by_hand(cell):
    cell.votes("soan")
    cell.drafts("soan")
    with refused("draft.own", "behalf.same_hand"):
        cell.take(cell.case, "send_proposal", "soan")

    record = cell.take(cell.case, "send_proposal", "van")

    assert record.on_behalf_of == cell.body("chi_bo_xuong")
    assert record.inputs["paper_number"] == "03-BB/CB"
    (held,) = record.papers.all()
    assert held.paper.signed_by == cell.who("xuong1")
    assert "Ngọc" not in str(held.paper.values["signatory"])
    assert not verify(Case.objects.all()).faults


def test_once_a_second_person_has_approved_the_first_may_go_on(cell):
    cell.votes("soan")
    cell.drafts("soan")
    cell.take(cell.case, "send_proposal", "van")
    file = services.read_file(cell.case.pk, services.Reader(cell.who("soan").pk, DAY, LATE))

    against = services.judge(file, file.procedure.step("appraise"))

    assert "behalf.same_hand" not in {one.rule for one in against}


def test_acting_for_the_chair_does_not_wash_the_enterer_clean(cell):
    """By delegation the officer holds the chair's powers; the hand that entered is still his."""
    cell.votes("soan")
    cell.drafts("van")
    post = Post.objects.get(person=cell.who("xuong1"), body=cell.body("chi_bo_xuong"))
    post.delegations.create(
        to=cell.who("soan"), document="Ủy quyền (mẫu)", first_day=DAY, last_day=DAY
    )

    with refused("behalf.same_hand"):
        cell.take(cell.case, "send_proposal", "soan")


def test_a_position_nobody_held_that_day_signed_nothing(cell):
    cell.votes("soan")

    with refused("input.paper_signer"):
        cell.drafts("van", paper_signer="chu_nhiem")


def test_whoever_is_close_to_the_member_enters_nothing_about_him(cell):
    said = {**cell.ballot(cell.sitting()), **cell.paper}
    Kinship.objects.create(
        person=cell.who("soan"),
        relative=cell.who("thu"),
        relation="anh ruột",
        document="Bản kê khai",
    )

    with refused("conflict"):
        cell.take(cell.case, "vote_to_propose", "soan", **said)


def test_nobody_else_enters_and_nobody_enters_for_a_body_that_works_here_itself(cell):
    said = {**cell.ballot(cell.sitting()), **cell.paper}
    with refused("permission", *(f"input.{name}" for name in cell.paper)):
        cell.take(cell.case, "vote_to_propose", "nghe", **said)

    PaperOnly.objects.update(last_day=DAY - timedelta(days=1))

    with refused("permission", *(f"input.{name}" for name in cell.paper)):
        cell.take(cell.case, "vote_to_propose", "soan", **said)


def test_the_work_of_the_cell_waits_for_those_who_enter_for_it(cell):
    rows = WorkRow.objects.filter(case=cell.case, step="vote_to_propose")

    of_the_committee = [row for row in rows if row.person is None]
    assert {row.body for row in of_the_committee} == {cell.body("ubkt_an")}
    assert {row.role for row in of_the_committee} == {"truong_phong", "can_bo_dia_ban", "van_thu"}
    (of_the_team,) = [row for row in rows if row.person]
    assert (of_the_team.person, of_the_team.role) == (cell.who("doan"), "truong_doan")


def test_who_enters_reads_the_meetings_of_the_cell_and_the_matters_it_handles(cell):
    meeting = cell.sitting()

    assert visible_to(cell.who("van"), DAY, Part.EVIDENCE).contains(meeting)
    assert not visible_to(cell.who("chu"), DAY).contains(meeting)

    PaperOnly.objects.update(last_day=DAY)

    assert not visible_to(cell.who("van"), DAY + timedelta(days=1)).contains(meeting)
