"""Suspensions for the tests: of a member by the standing committee, told quickly, each deed by its step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from cases import services
from documents.printing import print_pending
from registry.models import Body, Post, Term
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
#: What the law of May 2026 leaves open for a member who holds no office.
OPEN_IN_2026 = ("suspension.grounds", "authority.suspension", POWER, "suspension.complaint")
BY_RULE = {
    "authority.suspension": "hình thức: khai trừ |",
    "authority.suspension.org": "được: quyết định",
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

    def announced(self, on: date) -> Suspended:
        """Read out and handed to the subject: from now on the suspension is in force."""
        self.take("hand_over", by="nghe", on=on)
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
    by: tuple[str, str, str] = ("ubkt_an", "soan", "chu"),
    to: str = "btv_an",
    heard: bool = True,
    **said: Any,
) -> Suspended:
    """Proposed `by` a body (who writes, who signs), heard unless the test says not, submitted to
    another body where another decides."""
    body, writes, signs = by
    who = world.who(subject) if isinstance(subject, str) else subject
    case = services.open_case(
        procedure, body=world.bodies[body], subjects=[who], actor=world.who(writes), acted_on=on, today=on,
        inputs={**SAID["propose"], "deciding": world.bodies[to].pk, **said},
    )  # fmt: skip
    matter = Suspended(world, case)
    if heard:
        matter.take("hear", by=writes, on=on)
    if to != body:
        matter.sign("submit", draft=writes, by=signs, on=on)
    return matter


def in_the_district(world: World) -> dict[str, Any]:
    """Who proposes and who decides in the district of 2023, with the people the other tests know."""
    days = {"first_day": date(2020, 7, 1), "last_day": date(2025, 6, 30)}
    for short, (kind, symbol, seats) in _DISTRICT.items():
        body = Body.objects.create(
            organisation=world.province.organisations["huyen"], kind=kind, name=f"{short} Huyện ủy Mẫu Sơn",
            symbol=symbol, superior_line="HUYỆN ỦY MẪU SƠN", issuing_line=short.upper(),
            signs_electronically=True, **days,
        )  # fmt: skip
        Term.objects.create(body=body, name="2020–2025", **days)
        for name, position in seats.items():
            Post.objects.create(person=world.who(name), body=body, position=position, **days)
        world.bodies[f"{kind}_son"] = body
    return {"by": ("ubkt_son", "soan", "chu"), "to": "btv_son"}


_DISTRICT = {
    "Ban Thường vụ": ("btv", "HU", {"ky": "bi_thu", "nghe": "pho_bi_thu", "van": "van_thu"}),
    "Ủy ban Kiểm tra": (
        "ubkt", "UBKTHU", {"chu": "chu_nhiem", "soan": "kiem_tra_vien", "van": "van_thu"},
    ),
}  # fmt: skip
