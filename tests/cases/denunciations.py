"""Denunciations for the tests: taken up out of a sealed letter, settled step by step by the right hands."""

from __future__ import annotations

from datetime import date
from typing import Any

from cases import services
from cases.models import Case, RecordPaper, StepRecord
from cases.stories import documents
from documents.models import Paper
from documents.printing import print_pending
from registry.models import Body, Organisation, Person
from tests.cases.letters import Letters
from tests.cases.supervision import TODAY, ago

DAY = ago(3)
ALIAS = "NTC-2026-0001"
HANDLING, CONGRESS = "denunciation.handling", "denunciation.congress_freeze"
EXTENSION, WITHDRAWAL = "denunciation.extension", "denunciation.withdrawal"
GROUNDS = {"grounds": "Nhận định của ủy ban."}
DEMAND = {"demand": "Kiểm điểm, rút kinh nghiệm.", "due": "2027-01-31"}

_PERIOD = {"period_from": "2025-01-01", "period_to": "2026-06-30"}
_PLACE = {"place": "Trụ sở", "chair": "Người chủ trì, chức vụ"}
_SESSION = {
    **_PLACE, "attendance": "Người thứ nhất, chức vụ\nNgười thứ hai, chức vụ",
    "subject_side": "Bên được làm rõ, chức vụ", "proceedings": "Đã công bố, thống nhất lịch.",
}  # fmt: skip
_SAID: dict[str, dict[str, Any]] = {
    "receive": {"received_on": ago(8).isoformat(), "theme": "việc giao khoán đất"},
    "verify_sender": {
        **_PLACE, "confirmed": "xac_nhan", "matters": "Xác nhận sai hồ sơ.\nNhận quà.",
        "protection": "giu_bi_mat",
    },
    "not_accept": {"reason": "Đã được kết luận ở hồ sơ khác."},
    "draft_notify_refusal": {"about": "ket_qua", "message": "Có chứng cứ mới thì gửi lại."},
    "propose": {"theme": "việc giao khoán đất", **_PERIOD, "field": "chuc_trach", "reasons": "Nội dung cụ thể."},
    "draft_decide": {"theme": "việc giao khoán đất", **_PERIOD, "days": 30, "unit": "day"},
    "prepare": {
        "outline": "Diễn biến.\nNguyên nhân.", "schedule": "Ngày 17/11: triển khai",
        "tasks": "Trưởng đoàn: chỉ đạo chung",
    },
    "open": _SESSION,
    "announce": _SESSION,
    "receive_explanation": {"subject": 1, "summary": "Giải trình như báo cáo."},
    "verify": {
        **_PLACE, "met": "Người được hỏi, chức vụ", "matters": "Sổ giao khoán.", "verified": "Hai hồ sơ sai.",
    },
    "record_finding": {"subject": 1, "content": "Xác nhận sai hồ sơ giao khoán."},
    "assess_content": {
        "finding": 1, "explained": "Do tin đề nghị của thôn.", "verified": "Hai hồ sơ sai.",
        "proposed": "dung_vi_pham",
    },
    "exchange": {**_SESSION, "opinions": "Người thứ nhất: nhất trí."},
    "confer": {
        **{name: _SESSION[name] for name in ("place", "chair", "attendance", "subject_side")},
        "opinions": "Người thứ nhất: nhất trí.", "conclusion": "Nhất trí với dự thảo.",
    },
    "finalise": {"assessment": "Buông lỏng.", "proposals": "Kết luận từng nội dung."},
    "consider_result": {
        "present": 5, "yes": 5, "no": 0, **_PLACE, "attendance": "Người thứ nhất, chức vụ",
        "subject_opinion": "Tôi nhất trí.", "opinions": "Người thứ nhất: nhất trí.",
        "conclusion": "Kết luận từng nội dung.",
    },
    "draft_conclude": {"assessment": "Có khuyết điểm trong xác nhận.", "demands": "Kiểm điểm."},
    "draft_inform_denouncer": {"way": "van_ban", "about": "ket_qua"},
    "draft_extend": {"days": 20, "reason": "Chờ trả lời.", "message": "Thời hạn được gia hạn."},
    "record_withdrawal": {
        **_PLACE, "scope": "toan_bo", "matters": "Toàn bộ.", "freely": "tu_nguyen", "proceedings": "Đã hỏi kỹ.",
    },
    "draft_stop_settling": {"freely": "tu_nguyen", "reason": "Người tố cáo tự nguyện rút toàn bộ."},
    "drop_withdrawn": {"finding": 1, "freely": "tu_nguyen", **GROUNDS},
    "draft_freeze_for_congress": {
        "congress": "Đại hội Đảng bộ xã", "handed_to": "Cấp ủy xã khóa mới", "reason": "Về nhân sự đại hội.",
    },
    "report_false_denunciation": {"finding": 2, "signs": "Biết rõ là không có.", "proposals": "Xem xét riêng."},
    "answer_new_signs": {"answer": "khong_kiem_tra", "reason": "Chưa đủ dấu hiệu cố ý."},
    "record_head": {
        "subject": 1, "head": "Người đứng đầu, Bí thư", "responsibility": "lanh_dao", "assessment": "Thiếu đôn đốc.",
    },
    "put_away": {"note": "Đã kết thúc."},
    "close": {"archive": "01/2026"},
}  # fmt: skip
#: The ordinary path up to the meeting of whoever concludes, with one content.
PATH = (
    "verify_sender", "propose", "decide", "prepare", "open", "receive_explanation", "verify",
    "record_finding", "assess_content", "exchange", "confer", "finalise", "consider_result",
)  # fmt: skip


class Denunciation:
    """One file, in whose steps the people named for each kind of hand act."""

    officer, signer, lead, record, clerk = "canbo", "chunhiem", "uyvien2", "uyvien3", "vanthu"
    #: Who answers for the law.
    answering = "phochunhiem"

    def __init__(self, letters: Letters, case: Case):
        self.letters, self.case = letters, case
        leads = (
            "prepare",
            "open",
            "record_finding",
            "assess_content",
            "finalise",
            "announce",
            "record_head",
        )
        self.by = {
            **dict.fromkeys((*leads, "report_false_denunciation"), self.lead),
            **dict.fromkeys(("receive_explanation", "verify", "exchange", "confer"), self.record),
        }  # fmt: skip

    def take(self, step: str, *, by: str, on: date = DAY, **said: Any) -> StepRecord:
        """Take one step as the person of that short name."""
        inputs = {**_SAID.get(step, {}), **said}
        actor = self.letters.province.people[by]
        record = services.take_step(
            self.case, step, actor=actor, acted_on=on, inputs=inputs, today=TODAY
        )
        self.case.refresh_from_db()
        return record

    def does(self, step: str, *, on: date = DAY, **said: Any) -> StepRecord:
        """Take one step by the right hands; what is signed is drafted first, what is put away printed."""
        if step in ("close", "put_away"):
            print_pending()
        one = services.catalogue.get(self.case.procedure).step(step)
        if one.drafted:
            said = {**(self.team if step == "decide" else {}), **said}
            self.take(f"draft_{step}", by=self.officer, on=on, **said)
            return self.take(step, by=self.signer, on=on)
        signs = one.about_finding or step in ("not_accept", "answer_new_signs")
        usual = self.signer if signs else self.officer
        return self.take(step, by=self.by.get(step, usual), on=on, **said)

    def goes(self, *steps: str) -> Denunciation:
        """Take these steps, or the ordinary path to the meeting; the time to settle is answered before."""
        for step in steps or PATH:
            if step == "decide":
                self.answers(HANDLING)
            if services.catalogue.get(self.case.procedure).step(step):
                self.does(step)
        return self

    def answers(self, rule: str, value: str = "", on: date = DAY) -> StepRecord:
        """Whoever answers for the law says what nobody has read, with a document."""
        said = {"rule": rule, "value": value or documents.proposed(rule, on)}
        source = documents.sample("quy_che_lam_viec_mau_an")
        return self.take("answer_rule", by=self.answering, on=on, **said, source=source)

    def numbered(self) -> Denunciation:
        """The clerk numbers whatever waits for it; then it is printed."""
        for held in self.case.papers.filter(paper__state="da_ky").order_by("paper_id"):
            self.take("number_paper", by=self.clerk, paper=held.paper_id)
        print_pending()
        return self

    @property
    def team(self) -> dict[str, Any]:
        people = self.letters.province.people
        seats = ((self.lead, "truong_doan"), (self.record, "thu_ky_doan"))
        return {"team": [{"person": people[who].pk, "role": role} for who, role in seats]}

    @property
    def papers(self) -> list[Paper]:
        held = RecordPaper.objects.filter(case=self.case).order_by("paper_id")
        return [one.paper for one in held]

    def paper(self, kind: str) -> Paper:
        return next(one for one in reversed(self.papers) if one.kind == kind)

    @property
    def outcomes(self) -> list[str]:
        """The stage of each content, in their order."""
        live = self.case.findings.filter(superseded_by=None).order_by("number")
        return [one.stage for one in live]


class InACell(Denunciation):
    """Settled by the cell of a village: its secretary signs, its deputy writes."""

    officer, signer, lead, record, clerk = "phobithu2", "bithu2", "thon2a", "thon2b", "phobithu2"


def waiting_letter(office: Letters, *, about: str = "dangvien") -> Case:
    """A sealed letter, classified and accepted: it waits for whoever settles it."""
    letter = office.comes("to_cao", about=about)
    office.goes(letter, "to_cao", "giai_quyet_to_cao")
    office.take(letter, "accept_denunciation", "chunhiem", ago(5), content="Việc giao khoán đất.")
    return letter


def taken_up(
    office: Letters,
    *subjects: Person | Organisation,
    procedure: str = "P6.DV",
    origin: Case | None = None,
    body: Body | None = None,
    hands: type[Denunciation] = Denunciation,
    **said: Any,
) -> Denunciation:
    """Open the file that settles a letter, about a member of the village cell where nobody is named."""
    case = services.open_case(
        procedure, body=body or office.province.bodies["ubkt"],
        subjects=subjects or [office.province.people["dangvien"]],
        actor=office.province.people[hands.officer], acted_on=DAY, today=TODAY, origin=origin,
        inputs={**_SAID["receive"], **said},
    )  # fmt: skip
    return hands(office, case)
