"""Inspections for the tests: of a member, of an organisation, by a cell; whatever a test leaves unsaid is filled in."""

from __future__ import annotations

from datetime import date
from typing import Any

from cases import services
from cases.models import StepRecord
from documents.printing import print_pending
from registry.models import Body, Organisation, Person
from tests.cases.discipline import Matter, World

#: One day for a whole inspection: the law is that of spring 2026, when cells and committees inspect too.
DAY = date(2026, 3, 4)
PERIOD = {"period_from": "2025-01-01", "period_to": "2025-12-31"}
_SESSION = {
    "place": "Trụ sở", "chair": "Người chủ trì, chức vụ",
    "attendance": "Người thứ nhất, chức vụ\nNgười thứ hai, chức vụ", "subject_side": "Bên được kiểm tra",
    "proceedings": "Đã công bố, thống nhất lịch.",
}  # fmt: skip
_CONFERENCE = {
    **{name: _SESSION[name] for name in ("place", "chair", "attendance", "subject_side")},
    "opinions": "Người thứ nhất: nhất trí.", "conclusion": "Nhất trí với dự thảo.",
}  # fmt: skip
_NOTICE = {"strengths": "Chấp hành tốt.", "faults": "Có khuyết điểm.", "demands": "Khắc phục."}
_LETTER = {"addressee": "Nơi nhận", "requests": "Việc cần làm", "attached": "Biên bản"}
_MEETING = {
    "present": 5, "yes": 5, "no": 0, "place": "Trụ sở", "chair": "Người chủ trì, chức vụ",
    "attendance": "Người thứ nhất, chức vụ", "subject_opinion": "Tôi nhất trí.",
    "opinions": "Người thứ nhất: nhất trí.", "conclusion": "Kết luận từng nội dung.",
}  # fmt: skip
SAID: dict[str, dict[str, Any]] = {
    "screen": {
        "source": "nam_tinh_hinh", "theme": "việc quản lý vốn", **PERIOD,
        "situation": "Sổ sách thiếu ba chứng từ.", "proposals": "Đề xuất kiểm tra.",
    },
    "propose": {"source": "nam_tinh_hinh", "theme": "việc quản lý vốn", **PERIOD, "reasons": "Có dấu hiệu."},
    "drop": {"reason": "Chưa đủ dấu hiệu."},
    "draft_refer_up": {
        "addressee": "Đảng ủy cấp trên", "signs": "Ký duyệt sai quy định", "reason": "Ngoài thẩm quyền của chi bộ.",
    },
    "draft_decide": {"theme": "việc quản lý vốn", **PERIOD, "days": 30, "unit": "day"},
    "prepare": {
        "outline": "Diễn biến.\nNguyên nhân.", "schedule": "Ngày 05/3: triển khai",
        "tasks": "Trưởng đoàn: chỉ đạo chung",
    },
    "open": _SESSION,
    "announce": _SESSION,
    "receive_explanation": {"subject": 1, "summary": "Giải trình như báo cáo."},
    "record_refusal": {"subject": 1, "proceedings": "Yêu cầu ngày 05, 06, 07/3."},
    "verify": {
        "place": "Trụ sở", "chair": "Người chủ trì, chức vụ", "met": "Người được gặp, chức vụ",
        "matters": "Chứng từ.", "verified": "Thiếu ba chứng từ.",
    },
    "draft_order_examination": {**_LETTER, "content": "chữ ký trên ba phiếu"},
    "receive_examination": {"outcome": "da_co", "verified": "Chữ ký do hai người ký."},
    "report_new_signs": {"others": "Người khác", "signs": "Cùng ký phiếu", "proposals": "Kiểm tra riêng."},
    "answer_new_signs": {"answer": "khong_kiem_tra", "reason": "Đã xem xét ở hồ sơ khác."},
    "report_crime": {"signs": "Lập khống chứng từ", "attached": "Ba phiếu chi", "proposals": "Chuyển hồ sơ."},
    "draft_transfer_to_authorities": {
        "addressee": "Cơ quan điều tra", "signs": "Lập khống chứng từ", "attached": "Ba phiếu chi",
    },
    "ask_suspension": {"subject": 1, "obstruction": "Không giao sổ sách.", "proposals": "Đình chỉ sinh hoạt."},
    "record_head": {"subject": 1, "responsibility": "lanh_dao", "assessment": "Chưa kiểm tra, đôn đốc."},
    "record_finding": {"subject": 1, "content": "Thiếu ba chứng từ."},
    "exchange": {**_SESSION, "opinions": "Người thứ nhất: nhất trí."},
    "confer": _CONFERENCE,
    "finalise": {
        "strengths": "Chấp hành tốt.", "faults": "Có khuyết điểm.", "causes": "Buông lỏng.",
        "proposals": "Kết luận có vi phạm.",
    },
    "consider_result": _MEETING,
    "consider_again": _MEETING,
    "draft_conclude": _NOTICE,
    "draft_conclude_resumed": _NOTICE,
    "draft_send_request": _LETTER,
    "draft_ask_to_act": {"addressee": "Nơi nhận", "signs": "Việc thanh toán", "requests": "Thanh tra"},
    "draft_align_discipline": {"addressee": "Nơi nhận", "requests": "Xem xét trách nhiệm"},
    "draft_recommend_on_cadres": {"addressee": "Nơi nhận", "proposals": "Xem xét bố trí"},
    "receive_remedy": {"summary": "Đã khắc phục."},
    "close": {"archive": "01/2026"},
    "hand_up": {"note": "Đã gửi cấp trên ngày 04/3/2026."},
}  # fmt: skip
DEMAND = {"demand": "Kiểm điểm, khắc phục.", "due": "2026-06-30"}
PATH = (
    "decide", "prepare", "open", "receive_explanation", "verify", "record_finding", "exchange",
    "confer", "finalise", "consider_result",
)  # fmt: skip


class Inspection(Matter):
    """One inspection, in whose steps the people named for each kind of hand act."""

    #: Who drafts, signs, leads the team, keeps its records, numbers the papers.
    officer, signer, lead, record, clerk = "soan", "chu", "doan", "tham", "van"

    def __init__(self, world: World, case: Any):
        super().__init__(world, case)
        self.by = {
            **dict.fromkeys(("prepare", "open", "record_finding", "finalise", "announce"), self.lead),
            **dict.fromkeys(("record_head", "report_new_signs", "report_crime", "ask_suspension"), self.lead),
            **dict.fromkeys(
                ("receive_explanation", "record_refusal", "verify", "exchange", "confer", "receive_examination"),
                self.record,
            ),
        }  # fmt: skip

    def does(self, step: str, *, on: date = DAY, **said: Any) -> StepRecord:
        """Take one step by the right hands; what is signed is drafted first, what is handed in printed."""
        if step == "close":
            print_pending()
        one = self.case_procedure.step(step)
        if one.drafted:
            self._take(f"draft_{step}", self.officer, on, said)
            return self._take(step, self.signer, on, {})
        usual = (
            self.signer
            if one.about_finding or step in ("drop", "answer_new_signs")
            else self.officer
        )
        return self._take(step, self.by.get(step, usual), on, said)

    def take(
        self, step: str, *, by: str, on: date, today: date | None = None, **said: Any
    ) -> StepRecord:
        """Take one step as the person of that short name."""
        return self._take(step, by, on, said)

    def goes(self, *steps: str, on: date = DAY) -> Inspection:
        """Take these steps, or the ordinary path to the committee's meeting."""
        for step in steps or PATH:
            if self.case_procedure.step(step):
                self.does(step, on=on, **(self.plan if step == "decide" else {}))
        return self

    def numbered(self, on: date = DAY) -> Inspection:
        """The clerk numbers whatever waits for it; then it is printed."""
        self.number(on=on, by=self.clerk)
        print_pending()
        return self

    @property
    def plan(self) -> dict[str, Any]:
        seats = ((self.lead, "truong_doan"), (self.record, "thu_ky_doan"))
        return {"team": [{"person": self.world.who(who).pk, "role": role} for who, role in seats]}

    @property
    def case_procedure(self) -> Any:
        return services.catalogue.get(self.case.procedure)

    @property
    def outcomes(self) -> list[str]:
        """The stage of each finding, in their order."""
        live = self.case.findings.filter(superseded_by=None).order_by("number")
        return [one.stage for one in live]

    def kinds(self) -> list[str]:
        """The codes of all papers of the file that have a number, in their order."""
        held = self.case.papers.exclude(paper__number_text="").order_by("paper_id")
        return [one.paper.kind for one in held]

    def _take(self, step: str, by: str, on: date, said: dict[str, Any]) -> StepRecord:
        inputs = {**SAID.get(step, {}), **said}
        return services.take_step(
            self.case, step, actor=self.world.who(by), acted_on=on, inputs=inputs, today=on
        )


class InACell(Inspection):
    """An inspection by the cell of a school: its secretary signs, its deputy writes."""

    officer, signer, lead, record, clerk = "m1", "hieu", "m3", "m4", "m1"


class InACommittee(Inspection):
    """An inspection by the committee of a company."""

    officer, signer, lead, record, clerk = "hoa1", "hoa_bt", "hoa2", "hoa3", "hoa_pbt"


def opened(
    world: World,
    procedure: str = "P3.DV",
    *subjects: Person | Organisation,
    body: Body | None = None,
    step: str = "propose",
    on: date = DAY,
    hands: type[Inspection] = Inspection,
    by: str = "",
    **said: Any,
) -> Inspection:
    """Open an inspection about the subjects (a member of the workshop's cell where none is named)."""
    case = services.open_case(
        procedure, body=body or world.bodies["ubkt_an"], subjects=subjects or [world.who("thu")],
        actor=world.who(by or hands.officer), acted_on=on, today=on, step=step, inputs={**SAID[step], **said},
    )  # fmt: skip
    return hands(world, case)
