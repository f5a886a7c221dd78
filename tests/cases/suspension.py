"""Suspensions for the tests: of a member by the standing committee, told quickly, each deed by its step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from cases import services
from documents.printing import print_pending
from tests.cases.discipline import DECIDES, POWER, Matter, World

_SESSION = {
    "place": "Trụ sở", "chair": "Người chủ trì, chức vụ",
    "attendance": "Người thứ nhất, chức vụ", "subject_side": "Đảng viên bị đình chỉ",
}  # fmt: skip
_SIGNED = {"resolved": "Biên bản họp số 12-BB/ĐU", "executors": "Chi bộ"}
#: What people say at each step when a test does not care what.
SAID: dict[str, dict[str, Any]] = {
    "propose": {"theme": "việc sử dụng văn bằng", "signs": "Không giao hồ sơ gốc ba lần."},
    "hear": {**_SESSION, "statement": "Tôi xin giao trong tuần."},
    "draft_submit": {"attached": "Biên bản các lần yêu cầu"},
    "draft_decide": {**_SIGNED, "reason": "Cố ý gây trở ngại việc kiểm tra."},
    "draft_extend": {**_SIGNED, "reason": "Chưa giao đủ hồ sơ."},
    "draft_lift": {**_SIGNED, "cause": "het_nguyen_nhan", "reason": "Đã giao đủ hồ sơ."},
    "draft_notify": {"addressee": "Chi bộ\nĐảng ủy", "requests": "Biết, thực hiện."},
    "hand_over": {**_SESSION, "result": "da_nhan"},
    "announce_return": {**_SESSION, "result": "da_nhan"},
    "record_notice": {"paper": "Thông báo số 5/TB-CQĐT", "summary": "Thông báo."},
    "decline": {"reason": "Chưa đủ căn cứ."},
    "end_by_discipline": {"note": "Đã khai trừ."},
    "close": {"archive": "02/2026"},
}  # fmt: skip
BY_RULE = {
    "authority.suspension": "hình thức: khai trừ |",
    "authority.suspension.org": "Cơ quan có thẩm quyền giải tán.",
    "suspension.grounds": "Như quy định trước.",
    "suspension.grounds.org": "Tổ chức cố ý gây trở ngại.",
    "suspension.committee": "có",
    "suspension.complaint": "30 ngày",
    "suspension.criminal": "Theo thời hạn tố tụng.",
    "suspension.duration": "90 ngày",
    "suspension.org": "90 ngày",
    POWER: DECIDES,
}


class Suspended(Matter):
    """One suspension; `take` fills in whatever the test leaves unsaid."""

    def take(self, step: str, *, by: str, on: date, today: date | None = None, **said: Any) -> Any:
        if step in ("hand_over", "announce_return", "close"):
            print_pending()
        inputs = {**SAID.get(step, {}), **said}
        return services.take_step(
            self.case, step, actor=self.world.who(by), acted_on=on, inputs=inputs, today=today or on
        )

    def asks(self, rules: Iterable[str], on: date) -> Suspended:
        """The chair answers what the law of that day does not tell, each with a document."""
        for rule in rules:
            self.answer(rule, on=on, value=BY_RULE[rule])
        return self

    def decided(self, on: date, *, draft: str = "soan", by: str = "ky", **said: Any) -> Suspended:
        """Drafted, signed and numbered in one day; it begins that day unless said otherwise."""
        self.sign("decide", draft=draft, by=by, on=on, **{"from_on": on.isoformat(), **said})
        self.number(on=on)
        return self

    def extended(self, on: date, **said: Any) -> Suspended:
        self.sign("extend", draft="soan", by="ky", on=on, **said)
        self.number(on=on)
        return self

    @property
    def ends(self) -> date:
        """The last day of the running term."""
        last: date = self.case.deadlines.get(name="het_dinh_chi").last_day
        return last


def proposed(
    world: World,
    on: date,
    *,
    subject: Any = "thu",
    procedure: str = "P5S.DV",
    body: str = "btv_an",
    deciding: str = "btv_an",
    by: str = "nghe",
    heard: bool = True,
    **said: Any,
) -> Suspended:
    """A suspension proposed to the standing committee, and heard unless the test says not."""
    who = world.who(subject) if isinstance(subject, str) else subject
    case = services.open_case(
        procedure, body=world.bodies[body], subjects=[who], actor=world.who(by), acted_on=on, today=on,
        inputs={**SAID["propose"], "deciding": world.bodies[deciding].pk, **said},
    )  # fmt: skip
    matter = Suspended(world, case)
    if heard:
        matter.take("hear", by=by, on=on)
    return matter


def later(day: date, days: int) -> date:
    return day + timedelta(days=days)
