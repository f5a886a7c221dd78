"""Scenarios of papers: what may not be written or numbered so, and a cell that decides on paper."""

import json
from datetime import date, timedelta

import pytest

from cases import services
from cases.models import Attachment, Case, RecordPaper, StepRecord
from cases.sittings import people_of
from cases.verification import verify
from documents.services import Series, open_book
from proof.canonical import sha256
from registry.models import PaperOnly, Post, Term
from tests.cases.discipline import LIGHT, OPENED, SAID, ballot, in_the_cell, refused_whole
from tests.cases.supervision import refused

LATE = OPENED + timedelta(days=6)
UNDER_296, UNDER_21 = date(2026, 4, 10), date(2026, 4, 12)
CELL = "chi_bo_truong"


class CellOnPaper:
    """A cell of nine that heard its member, and whose meeting, ballot and decision reach the commune on paper."""

    def __init__(self, world, day=OPENED):
        self.world, self.day = world, day
        world.cell_of(9)
        self.matter = in_the_cell(world, on=day)
        PaperOnly.objects.create(
            body=world.bodies[CELL], entered_by=world.bodies["ubkt_an"],
            document="Quyết định số 12-QĐ/ĐU (mẫu)", first_day=day,
        )  # fmt: skip
        scan = Attachment.objects.create(
            sha256=sha256("bản chụp"), name="qd.pdf", kind="application/pdf", size=3, content=b"PDF"
        )
        self.scan = {"sha256": scan.pk, "name": scan.name, "size": scan.size}

    def paper(self, number: str, on: date | None = None, **more):
        dated = (on or self.day).isoformat()
        return {"paper_number": number, "paper_dated": dated, "paper_scan": self.scan, **more}

    def enters(self, step, by="soan", on=None, there=None, today=LATE, **said):
        return services.take_step(
            there or self.matter.case, step, actor=self.world.who(by), acted_on=on or self.day,
            inputs={**SAID.get(step, {}), **said}, today=max(today, on or self.day),
        )  # fmt: skip

    def meeting(self):
        minutes = self.paper("03-BB/CB")
        held = services.open_case(
            "HN", body=self.world.bodies[CELL], subjects=[], actor=self.world.who("soan"),
            acted_on=self.day, today=LATE,
            inputs={
                "held_on": self.day.isoformat(), "starts": "08 giờ 00", "place": "Trường học",
                "chair": "Phùng Thị Hiệu, Bí thư", "recorder": "Mẫu Thị M1, Phó Bí thư", **minutes,
            },
        )  # fmt: skip
        entry = {"case": self.matter.case.reference, "purpose": "quyet_dinh", **minutes}
        self.enters("add_item", there=held, **entry)
        here = people_of(self.world.bodies[CELL], self.day)
        roll = [{"person": one.pk, "here": "co_mat"} for one in here]
        self.enters("open_session", there=held, attendance=roll, **minutes)
        return held

    def votes(self):
        self.matter.answer(LIGHT, on=self.day)
        counted = ballot(self.meeting().reference, khien_trach=9)
        record = self.enters("vote_to_decide", **counted, **self.paper("03-BB/CB"))
        self.enters("compare_limitation", **self.paper("03-BB/CB"))
        return record


@pytest.fixture
def cell(world):
    return CellOnPaper(world)


def numbered_by_hand(cell, next_number):
    """The cell's book of decisions goes on from papers numbered by hand before."""
    body = cell.world.bodies[CELL]
    term = Term.objects.filter(body=body).order_by("-first_day").first()
    open_book(Series(body, term, "QĐ"), next_number=next_number, on=OPENED)


def elected_not_yet_approved(cell, since):
    held = Post.objects.get(person=cell.world.who("m1"), body=cell.world.bodies[CELL])
    Post.objects.filter(pk=held.pk).update(last_day=since - timedelta(days=1))
    Post.objects.create(
        person=held.person, body=held.body, position="pho_bi_thu", first_day=since,
        awaits_approval=True, approved_on=since + timedelta(days=30), approval_document="Chuẩn y (mẫu)",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("number", "fault"),
    [("05-QĐ/CB", "paper.number.gap"), ("02-QĐ/CB", "paper.number.duplicate")],
)
def test_39_one_answer_names_the_wrong_text_the_wrong_number_and_the_unapproved_hand(
    cell, number, fault
):
    cell.votes()
    numbered_by_hand(cell, next_number=3)
    elected_not_yet_approved(cell, since=date(2026, 4, 1))
    cites = {"paper_grounds": "Điều lệ Đảng\nQuy định số 296-QĐ/TW, ngày 30/5/2025"}

    with refused_whole("paper.grounds.in_force", fault, "signing.before_approval") as caught:
        cell.enters(
            "draft_decide",
            on=UNDER_21,
            **cites,
            **cell.paper(number, UNDER_21, paper_signer="pho_bi_thu"),
        )

    told = " ".join(reason.text for reason in caught.value.reasons)
    assert "296-QĐ/TW không có hiệu lực vào ngày 12/4/2026" in told
    accepted = cell.enters(
        "draft_decide",
        on=UNDER_296,
        **cites,
        **cell.paper("03-QĐ/CB", UNDER_296, paper_signer="bi_thu"),
    )
    assert accepted.step == "draft_decide"


def test_40_a_cell_without_a_computer_decides_on_paper_and_two_of_the_commune_enter_it_later(cell):
    counted = ballot("HN-2026-0001", khien_trach=9)
    with refused("input.paper_scan", "input.paper_number"):
        cell.enters("vote_to_decide", **counted)
    voted = StepRecord.objects.get(pk=cell.votes().pk)
    signed = cell.paper("01-QĐ/CB", paper_signer="bi_thu")
    with refused("input.paper_scan"):
        cell.enters("draft_decide", **{**signed, "paper_scan": {}})
    cell.enters("draft_decide", **signed)

    with refused("behalf.same_hand", "draft.own"):
        cell.enters("decide", by="soan")
    decided = StepRecord.objects.get(pk=cell.enters("decide", by="van").pk)

    for record in (voted, decided):
        judged = json.loads(record.facts.content)
        assert (judged["acted_on"], judged["today"]) == (OPENED.isoformat(), LATE.isoformat())
        assert record.on_behalf_of == cell.world.bodies[CELL]
    assert cell.matter.case.filerows.get(kind="bo_phieu").words[
        "envelope"
    ]  # slips stay sealed on paper
    paper = RecordPaper.objects.get(record=decided).paper
    assert (paper.number_text, paper.signed_by) == ("01-QĐ/CB", cell.world.who("hieu"))
    assert (decided.acted_on, decided.recorded_at.date() > decided.acted_on) == (OPENED, True)
    assert not verify(Case.objects.filter(pk=cell.matter.case.pk)).faults
