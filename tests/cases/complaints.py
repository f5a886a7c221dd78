"""Complaints for the tests: a member reprimanded by the cell complains to the committee above, told quickly."""

from __future__ import annotations

from datetime import date
from typing import Any

from cases import services
from cases.models import Case
from tests.cases.discipline import CUMULATION, LIGHT, Matter, World, team_of
from tests.scenarios.matters import decided, of_a_cell

#: The cell votes and hands over; the letter is posted; the committee settles it.
VOTED, POSTED, CAME = date(2026, 3, 4), date(2026, 3, 20), date(2026, 3, 23)
CHECKED, OPENED, SETTLED = date(2026, 3, 24), date(2026, 3, 25), date(2026, 4, 7)
FIRST, NEXT = "complaint.ladder.first", "complaint.no_level_skipping"
HANDLED_BY = {FIRST: "cấp trên trực tiếp của nơi đã quyết định", NEXT: "có"}

_PEOPLE = "Người thứ nhất, chức vụ\nNgười thứ hai, chức vụ"
_SESSION = {"place": "Trụ sở", "chair": "Người chủ trì, chức vụ", "attendance": _PEOPLE}
_WORK = {
    **_SESSION,
    "met": "Người thứ ba, chức vụ",
    "matters": "Điểm khiếu nại.",
    "verified": "Có phiếu thu.",
}
#: What people say at each step when a test does not care what.
SAID: dict[str, dict[str, Any]] = {
    "receive": {
        "sent_on": POSTED.isoformat(), "arrived_on": CAME.isoformat(), "filer": "chinh_minh",
        "about_hinh_thuc": "co", "grounds": "Hình thức khiển trách là nặng.",
    },
    "check": {"proposal": "giai_quyet", "reason": "Đơn trong thời hạn, đúng người."},
    "draft_refuse": {"reason": "Thuộc trường hợp không giải quyết."},
    "draft_forward": {"reason": "Thuộc thẩm quyền cấp khác.", "attached": "Đơn khiếu nại"},
    "draft_open_file": {"days": 30, "unit": "day", "schedule": "Làm việc với các bên.\nBáo cáo."},
    "present": {**_SESSION, "subject_side": _PEOPLE, "proceedings": "Công bố, thống nhất lịch."},
    **dict.fromkeys(("meet_complainant", "meet_discipliner", "meet_home"), _WORK),
    "record_not_met": {"about": "lam_viec", "proceedings": "Mời ngày 26, 27, 28/3."},
    "examine_ground": {
        "about": "hinh_thuc", "content": "Hình thức khiển trách", "verified": "Vi phạm nhẹ, đã khắc phục.",
        "finding": "dung",
    },
    "exchange": _WORK,
    "confer": {
        **_SESSION, "subject_side": _PEOPLE, "opinions": "Người thứ nhất: thống nhất.", "conclusion": "Thông qua.",
    },
    "report": {"proposed": "xoa_bo", "assessment": "Chưa đến mức kỷ luật.", "proposals": "Xóa bỏ hình thức."},
    "draft_decide": {"reason": "Vi phạm chưa đến mức kỷ luật.", "executors": "Chi bộ"},
    "hand_over": {**_SESSION, "subject_side": "Người khiếu nại", "result": "da_nhan"},
    "withdraw": {"letter_on": OPENED.isoformat(), "free": "co", "reason": "Đã hiểu kết luận."},
    "deposit": {"archive": "07/2026"},
    "draft_extend": {"days": 10, "reason": "Chờ kết quả kiểm kê."},
    "receive_further": {"summary": "Đề nghị cấp trên xem lại."},
    "close_window": {"note": "Hết thời hạn."},
    "vote_again": {"reason": "Không hình thức nào đủ phiếu."},
    "return_report": {"reason": "Làm rõ thời điểm nộp tiền."},
    "draft_refer_up": {
        "addressee": "Ban Thường vụ", "reason": "Hình thức nặng hơn vượt thẩm quyền.", "attached": "Hồ sơ",
    },
}  # fmt: skip


class Review(Matter):
    """A complaint, or a superior's own review, of one discipline."""

    said = SAID

    def checked(self, on: date = CHECKED, by: str = "soan", **said: Any) -> Review:
        self.take("check", by=by, on=on, **said)
        return self

    def set_up(
        self,
        on: date = OPENED,
        *,
        draft: str = "soan",
        by: str = "chu",
        team: Any = ("doan", "giam"),
    ) -> Review:
        """The decision, the plan and the notice of acceptance are drafted and signed."""
        self.sign("open_file", draft=draft, by=by, on=on, team=team_of(self.world, *team))
        return self

    def team(self, lead: str, secretary: str) -> list[dict[str, Any]]:
        return team_of(self.world, lead, secretary)

    def looked_into(
        self, on: date = OPENED, *, lead: str = "doan", hand: str = "giam", presented: bool = False
    ) -> Review:
        """The team meets all three sides, examines the ground, confers and reports."""
        if not presented:
            self.take("present", by=lead, on=on)
        for met in ("meet_complainant", "meet_discipliner", "meet_home"):
            self.take(met, by=hand, on=on)
        self.take("examine_ground", by=hand, on=on)
        for step in ("exchange", "confer", "report"):
            self.take(step, by=lead, on=on)
        return self

    def voted(
        self,
        on: date = SETTLED,
        *,
        body: str = "ubkt_an",
        by: str = "soan",
        answers: Any = (LIGHT, CUMULATION),
        **votes: Any,
    ) -> Review:
        """A meeting of the body votes on it; `answers` are the rules that nobody has read for that day."""
        meeting = self.world.meets(body, by, on, self.case, purpose="xem_xet_lai")
        for rule in answers:
            self.answer(rule, on=on, by="ky" if body == "btv_an" else "chu")
        self.vote("vote", meeting, **votes)
        meeting.ends()
        return self

    def announced(
        self, on: date = SETTLED, *, draft: str = "soan", by: str = "chu", hands: str = "doan"
    ) -> Review:
        self.sign("decide", draft=draft, by=by, on=on)
        self.number(on=on)
        self.take("hand_over", by=hands, on=on)
        return self


def reprimanded(
    world: World,
    size: int = 9,
    *,
    on: date = VOTED,
    handed: date | None = None,
    answers: Any = (LIGHT,),
) -> Matter:
    """A member of the school's cell reprimanded by it, the decision in hand (the same day unless told)."""
    matter, meeting = of_a_cell(world, size, on=on, answers=answers)
    matter.vote("vote_to_decide", meeting, khien_trach=size)
    meeting.ends()
    decided(matter, on)
    matter.take("hand_over", by="hieu", on=handed or on)
    return matter


def complaint(
    discipline: Matter,
    /,
    *,
    procedure: str = "P7.DV",
    body: str = "ubkt_an",
    by: str = "soan",
    on: date = CAME,
    origin: Case | None = None,
    subject: str = "m2",
    **said: Any,
) -> Review:
    """A complaint about a discipline, opened out of its file (or of the one before), as a body received it."""
    world = discipline.world
    case = services.open_case(
        procedure, body=world.bodies[body], subjects=[world.who(subject)], actor=world.who(by),
        origin=Case.objects.get(pk=(origin or discipline.case).pk), acted_on=on, today=on,
        inputs={**SAID["receive"], **said},
    )  # fmt: skip
    return Review(world, case)


def review(
    discipline: Matter,
    *,
    body: str,
    by: str,
    on: date = OPENED,
    subject: str = "m2",
    procedure: str = "P9.TD",
) -> Review:
    """A superior's own review of a discipline, without a complaint; of an organisation by its short name."""
    world = discipline.world
    about = world.province.organisations.get(subject) or world.who(subject)
    said = {
        "cause": "qua_nhe",
        "about_hinh_thuc": "co",
        "grounds": "Hình thức nhẹ.",
        "reason": "Qua kiểm tra.",
    }
    case = services.open_case(
        procedure, body=world.bodies[body], subjects=[about], actor=world.who(by),
        origin=discipline.case, acted_on=on, today=on, inputs=said,
    )  # fmt: skip
    return Review(world, case)
