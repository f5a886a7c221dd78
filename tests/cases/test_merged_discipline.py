"""A discipline that runs together with an inspection: allowed on the record, one meeting, two papers, no right less."""

from __future__ import annotations

from datetime import date

import pytest

from cases import services
from cases.models import Case
from tests.cases.discipline import DECIDES, LIGHT, SAID, Matter, World, refused_whole, team_of
from tests.cases.supervision import refused
from workflows.rows import RowKind

POWER = "authority.ubkt_tren_co_so"
BEGUN, EXPLAINED, MET, TOLD = (
    date(2026, 3, 2), date(2026, 3, 10), date(2026, 3, 23), date(2026, 3, 24),
)  # fmt: skip
_SESSION = {
    "place": "Trụ sở", "chair": "Người chủ trì, chức vụ", "attendance": "Người thứ nhất, chức vụ",
    "subject_side": "Đảng viên được kiểm tra", "proceedings": "Đã công bố.",
}  # fmt: skip
_SCOPE = {"theme": "việc kê khai", "period_from": "2025-01-01", "period_to": "2025-12-31"}
_RESULT = {
    "strengths": "Có.",
    "faults": "Kê khai không đúng.",
    "causes": "Chủ quan.",
    "proposals": "Kỷ luật.",
}


@pytest.fixture
def world(db) -> World:
    return World()


class Inspection(Matter):
    """An inspection: what is said at its steps is said in the test."""

    def take(self, step, *, by, on, today=None, **said):
        return services.take_step(
            self.case, step, actor=self.world.who(by), acted_on=on, inputs=said, today=today or on
        )


def inspection_of(world: World, until: str) -> Inspection:
    """An inspection of the member, up to his explanation or to the report of the team."""
    case = services.open_case(
        "P3.DV", body=world.bodies["ubkt_an"], subjects=[world.who("thu")], actor=world.who("soan"),
        acted_on=BEGUN, today=BEGUN,
        inputs={"source": "nam_tinh_hinh", **_SCOPE, "reasons": "Có dấu hiệu kê khai không đúng."},
    )  # fmt: skip
    matter = Inspection(world, case)
    matter.sign(
        "decide", draft="soan", by="chu", on=BEGUN, **_SCOPE, days=30, unit="day",
        team=team_of(world, "doan", "giam"),
    )  # fmt: skip
    matter.take(
        "prepare",
        by="doan",
        on=BEGUN,
        outline="Diễn biến.",
        schedule="Tuần 1: họp",
        tasks="Đoàn: việc",
    )
    matter.take("open", by="doan", on=BEGUN, **_SESSION)
    if until == "open":
        return matter
    matter.take(
        "receive_explanation", by="giam", on=EXPLAINED, subject=1, summary="Nhận đã kê khai sai."
    )
    return matter


def finishes(matter: Matter) -> None:
    """From the explanation to the team's report: one conference."""
    met = {
        "met": "Người thứ ba, kế toán",
        "matters": "Việc kê khai.",
        "verified": "Kê khai không đúng.",
    }
    place = {"place": "Trụ sở", "chair": "Người chủ trì, chức vụ"}
    matter.take("verify", by="doan", on=EXPLAINED, **place, **met)
    matter.take("record_finding", by="doan", on=EXPLAINED, subject=1, content="Kê khai không đúng.")
    matter.take("exchange", by="giam", on=EXPLAINED, **_SESSION, opinions="Đảng viên: nhận.")
    session = {name: words for name, words in _SESSION.items() if name != "proceedings"}
    matter.take(
        "confer", by="giam", on=EXPLAINED, **session, opinions="Chi bộ: nhất trí.", conclusion="Rõ."
    )
    matter.take("finalise", by="doan", on=EXPLAINED, **_RESULT)


def merged_with(world: World, inspection: Matter, on: date = EXPLAINED) -> Matter:
    said = {name: words for name, words in SAID["take_up"].items() if name != "route"}
    case = services.open_case(
        "P5.KH", step="go_on", origin=inspection.case, body=world.bodies["ubkt_an"],
        subjects=[world.who("thu")], actor=world.who("soan"), acted_on=on, today=on,
        inputs={**said, "deciding": world.bodies["ubkt_an"].pk},
    )  # fmt: skip
    return Matter(world, case)


#: What the leader's leave says.
LEAVE = {"addressee": "Đoàn kiểm tra", "reason": "Đảng viên đã nhận."}


def up_to_the_meeting(world: World, inspection: Matter, matter: Matter) -> str:
    """The team asks and is allowed, both files are heard and put to one meeting; return the meeting."""
    matter.take(
        "request_merging", by="doan", on=EXPLAINED, violation="Kê khai không đúng.",
        admission="Đã nhận, đã tự kiểm điểm.",
    )  # fmt: skip
    matter.answer("discipline.merged", on=EXPLAINED, value="có")
    matter.sign("allow_merging", draft="soan", by="chu", on=EXPLAINED, **LEAVE)
    matter.take("present", by="doan", on=EXPLAINED)
    matter.take("receive_self_criticism", by="giam", on=EXPLAINED)
    finishes(inspection)
    matter.take("appraise", by="doan", on=EXPLAINED)
    meeting = world.meets("ubkt_an", "soan", MET, matter.case)
    matter.answer(POWER, on=MET, value=DECIDES)
    matter.answer(LIGHT, on=MET)
    return meeting


def considers(inspection: Matter, **said: str) -> None:
    """The committee considers the result of the inspection at that meeting."""
    session = {
        name: words
        for name, words in _SESSION.items()
        if name not in ("subject_side", "proceedings")
    }
    inspection.take(
        "consider_result", by="soan", on=MET, present=5, yes=5, no=0, **session,
        subject_opinion="Tôi nhận.", **said,
    )  # fmt: skip


def test_two_files_one_meeting_two_papers_and_no_right_is_skipped(world):
    early = inspection_of(world, until="open")
    with refused("cuộc kiểm tra đang tiến hành, sau khi đối tượng đã giải trình"):
        merged_with(world, early)
    early.take(
        "receive_explanation", by="giam", on=EXPLAINED, subject=1, summary="Nhận đã kê khai sai."
    )
    inspection, matter = early, merged_with(world, early)

    assert {seat.person for seat in matter.case.team.all()} == {
        world.who("doan"),
        world.who("giam"),
    }
    with refused_whole("Chưa đến lượt bước “Triển khai"):
        matter.take("present", by="doan", on=EXPLAINED)
    with refused_whole("Đoàn kiểm tra chưa báo cáo đề nghị", "discipline.merged"):
        matter.take("allow_merging", by="chu", on=EXPLAINED)
    meeting = up_to_the_meeting(world, inspection, matter)
    with refused_whole("Chưa có biên bản nghe", "chưa xem xét, kết luận cuộc kiểm tra"):
        matter.vote("vote_to_decide", meeting, canh_cao=4, khien_trach=1)
    matter.take("hear", by="chu", on=MET)
    considers(inspection, opinions="Mọi người: rõ.", conclusion="Đến mức kỷ luật.")
    matter.vote("vote_to_decide", meeting, canh_cao=4, khien_trach=1)
    matter.take("compare_limitation", by="soan", on=MET)
    matter.take("draft_decide", by="soan", on=TOLD)
    with refused_whole("Chưa ban hành thông báo kết luận"):
        matter.take("decide", by="chu", on=TOLD)
    inspection.answer(POWER, on=MET, value=DECIDES)
    inspection.take(
        "refer_to_own_discipline", by="chu", on=MET, finding=1, grounds="Vi phạm đã rõ."
    )
    inspection.sign(
        "conclude", draft="soan", by="chu", on=TOLD, strengths="Có.", faults="Kê khai không đúng.",
        demands="Khắc phục.",
    )  # fmt: skip
    matter.take("decide", by="chu", on=TOLD)

    assert matter.stage == "da_quyet_dinh"
    assert inspection.case.papers.filter(paper__kind="TB-01.KT").exists()
    kinds = {held.paper.kind for held in matter.case.papers.select_related("paper")}
    assert {"BC-03.KH", "CV-01.KH", "BB-10", "BB-07", "QD-04"} <= kinds
    assert matter.laid(RowKind.BALLOT)["form"] == "canh_cao"
    assert Case.objects.filter(origin=inspection.case).get() == matter.case


def test_an_inspection_that_finds_no_violation_leaves_nothing_to_discipline(world):
    inspection = inspection_of(world, until="explained")
    matter = merged_with(world, inspection)
    meeting = up_to_the_meeting(world, inspection, matter)
    matter.take("hear", by="chu", on=MET)
    considers(inspection, opinions="Mọi người: chưa rõ.", conclusion="Không vi phạm.")
    matter.vote("vote_to_decide", meeting, canh_cao=4, khien_trach=1)
    matter.take("compare_limitation", by="soan", on=MET)
    inspection.take(
        "find_no_violation", by="chu", on=MET, finding=1, grounds="Kê khai lại là đúng."
    )
    inspection.sign(
        "conclude", draft="soan", by="chu", on=TOLD, strengths="Có.", faults="Không.",
        demands="Không.",
    )  # fmt: skip
    matter.take("draft_decide", by="soan", on=TOLD)

    with refused_whole("không kết luận đồng chí này vi phạm đến mức thi hành kỷ luật"):
        matter.take("decide", by="chu", on=TOLD)
