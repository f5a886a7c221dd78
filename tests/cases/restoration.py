"""Wrongful disciplines for the tests: found by one body, undone by the one that decided, told quickly."""

from __future__ import annotations

from datetime import date
from typing import Any

from cases import services
from documents.printing import print_pending
from tests.cases.discipline import Matter, World

#: One deed after another in May and June 2026.
RAISED, FOUND, TOLD = date(2026, 5, 4), date(2026, 5, 8), date(2026, 5, 12)
PLANNED, APOLOGISED, GIVEN_BACK = date(2026, 5, 29), date(2026, 6, 10), date(2026, 6, 15)
ENDED = date(2026, 6, 22)

_SIGNED = {"resolved": "Biên bản họp số 12-BB/ĐU", "executors": "Chi bộ Phân xưởng 2"}
#: What people say at each step when a test does not care what.
SAID: dict[str, dict[str, Any]] = {
    "propose": {
        "theme": "việc nộp đảng phí", "signal": "de_nghi", "undone": "khien_trach",
        "decision": "Quyết định số 21-QĐ/UBKTĐU", "decided_on": "2025-12-01", "condition": "con_song",
        "signs": "Chứng từ nộp đảng phí đủ và đúng hạn.",
    },
    "draft_confirm": {
        "basis": "to_chuc_dang", "basis_paper": "Kết luận số 15-KL/UBKTTU", "basis_on": "2026-05-05",
        "resolved": "Biên bản họp số 11-BB/ĐU", "findings": "Không có vi phạm như đã kết luận.",
    },
    "draft_annul": _SIGNED,
    "note_annulled": {"annulment": "Quyết định số 33-QĐ/TU", "annulled_on": "2026-05-06"},
    "draft_tell": {"addressee": "Đồng chí Đặng Văn Thử", "answer_by": "2026-05-25"},
    "record_wishes": {"speaker": "ban_than", "apology": "ca_hai", "application": "khong"},
    "draft_plan": {
        "apology": "ca_hai", "considered": "Xin lỗi tại chi bộ như đồng chí đề nghị.",
        "apology_due": "2026-06-12", "restoration_due": "2026-06-20", "restoration": "Xếp loại năm 2025",
        "tasks": "Chủ nhiệm: chủ trì hội nghị", "resolved": "Biên bản họp số 13-BB/ĐU",
    },
    "apologise": {
        "place": "Chi bộ Phân xưởng 2", "chair": "Lý Thị Chủ, Chủ nhiệm",
        "attendance": "Ma Văn Đoàn, Phó Chủ nhiệm", "superior": "Đào Văn Ký, Bí thư Đảng ủy",
        "subject_side": "Đặng Văn Thử, đảng viên", "words": "Chúng tôi xin lỗi đồng chí.",
    },
    "draft_publish": {
        "words": "Chúng tôi xin lỗi đồng chí.", "at_work": "Bản tin Công ty Mẫu Hòa",
        "at_home": "Trang thông tin xã Mẫu An", "published_on": "2026-06-11",
    },
    "complete_apology": {"note": "Đã xin lỗi."},
    "draft_restore": {"way": "quyen_loi", "restored": "Xếp loại năm 2025\nĐiều kiện quy hoạch", **_SIGNED},
    "take_back": {"cell": "Chi bộ Phân xưởng 2", "from_on": "2026-06-16", "note": "Trả thẻ đảng viên."},
    "answer_for": {"result": "kiem_diem", "reason": "Thẩm tra chứng từ chưa đủ."},
    "draft_notify": {"addressee": "Chi bộ Phân xưởng 2", "requests": "Sửa nhận xét trong hồ sơ."},
    "find_not_wrongful": {"resolved": "Biên bản họp số 11-BB/ĐU", "reason": "Chứng từ nộp sau hạn."},
    "exclude": {
        "case": "khong_giu_tu_cach", "resolved": "Biên bản họp số 14-BB/ĐU",
        "reason": "Sau khi bị kỷ luật đã bị xử lý về việc khác.",
    },
    "close": {"archive": "03/2026"},
    "close_excluded": {"archive": "04/2026"},
    "close_not_wrongful": {"archive": "05/2026"},
}  # fmt: skip
#: Who drafts and who signs for each body.
HANDS = {
    "ubkt_an": ("soan", "chu"),
    "btv_an": ("nghe", "ky"),
    "cap_uy_an": ("nghe", "ky"),
    "btv_tinh": ("xet", "kiem"),
}
CLERKS = {"btv_tinh": "the"}


class Wronged(Matter):
    """One wrongful discipline: `by` the body that looks again, `of` the one that decided."""

    said = SAID

    def __init__(self, world: World, case: Any, by: str, of: str):
        super().__init__(world, case)
        self.by, self.of = by, of

    def signs(self, step: str, *, on: date, **said: Any) -> Wronged:
        """Drafted, signed and numbered in one day, for the body that does the step."""
        body = self.by if step in ("confirm", "notify") else self.of
        drafter, signer = HANDS[body]
        self.sign(step, draft=drafter, by=signer, on=on, **said)
        self.number(on=on, by=CLERKS.get(body, "van"))
        return self

    def writes(
        self, step: str, *, on: date, body: str = "", leads: bool = False, **said: Any
    ) -> Wronged:
        """A step that signs nothing, by somebody of the body that looks again, or of another."""
        drafter, signer = HANDS[body or self.by]
        if step.startswith("close"):
            print_pending()
        self.take(step, by=signer if leads else drafter, on=on, **said)
        return self

    def confirmed(self, **said: Any) -> Wronged:
        return self.signs("confirm", on=FOUND, **said)

    def told(self, **said: Any) -> Wronged:
        """Annulled by the body that decided, which tells the wronged of it."""
        return self.signs("annul", on=TOLD).signs("tell", on=TOLD, **said)

    def planned(self, wishes: dict[str, Any] | None = None, **said: Any) -> Wronged:
        self.writes("record_wishes", on=PLANNED, **wishes or {})
        return self.signs("plan", on=PLANNED, **said)

    def closed(self, by: str = "close", **said: Any) -> Wronged:
        """Somebody answers for it, the result is told, the file is deposited."""
        self.writes("answer_for", on=ENDED, leads=True)
        self.signs("notify", on=ENDED, **said)
        return self.writes(by, on=ENDED)


def raised(
    world: World,
    *,
    subject: Any = "thu",
    procedure: str = "P9.OAN",
    by: str = "btv_an",
    of: str = "ubkt_an",
    origin: Any = None,
    **said: Any,
) -> Wronged:
    """A discipline that `of` decided, taken up again by `by`."""
    who = world.who(subject) if isinstance(subject, str) else subject
    case = services.open_case(
        procedure, body=world.bodies[by], subjects=[who], actor=world.who(HANDS[by][0]), origin=origin,
        acted_on=RAISED, today=RAISED, inputs={**SAID["propose"], "deciding": world.bodies[of].pk, **said},
    )  # fmt: skip
    return Wronged(world, case, by, of)
