"""The conditions of what the law bodies tell: their notices, and the terms that follow their proceedings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from law import Hit
from workflows.facts import Facts
from workflows.guards import Guard, Judgement, guard, look_up, rule
from workflows.rows import RowKind
from workflows.suspensions import LegalAct

NOTICE = "notice.legal_bodies"


@dataclass(frozen=True)
class NoticeGuard(Guard):
    """Looks up in how many days the law body must tell; a late notice is taken all the same."""

    rules: tuple[str, ...] = (NOTICE,)

    def judge(self, facts: Facts) -> Judgement:
        """Only the order of the days refuses."""
        hit = look_up(NOTICE, facts)
        return Judgement(None if self.asks(facts) else self._refuse(None), hit.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """Nothing of the Party organisation's own way hangs on it."""
        return ()


def _told_after_the_act(facts: Facts) -> bool:
    happened, received = (
        str(facts.inputs.get(name, "")) for name in ("happened_on", "received_on")
    )
    return happened <= (received or "9") <= facts.acted_on.isoformat() or not received


the_notice_follows_the_act = NoticeGuard(
    id="the_notice_follows_the_act",
    sentence="Ngày nhận thông báo phải từ ngày của việc được thông báo, không sau ngày ghi nhận.",
    remedy="Ghi đúng hai ngày theo văn bản và dấu đến.",
    asks=_told_after_the_act,
    reads_inputs=True,
)


def told_late(facts: Facts) -> bool | None:
    """Whether the law body told later than its days allow; None where nobody knows these days."""
    hit = look_up(NOTICE, facts)
    if not hit.gives_verdict or not isinstance(hit.value, int):
        return None
    happened, received = (
        date.fromisoformat(facts.inputs[name]) for name in ("happened_on", "received_on")
    )
    return (received - happened).days > hit.value


@rule("suspension.criminal", remedy="Trả lời về thời hạn đình chỉ theo tố tụng, nêu văn bản.")
def the_term_follows_the_proceedings(facts: Facts, hit: Hit) -> bool:
    """Chưa xác định được thời hạn đình chỉ khi đảng viên bị truy tố, tạm giam, khởi tố."""
    return True  # the question itself is the guard


@guard(
    remedy="Ghi thông báo của cơ quan pháp luật về việc gia hạn trước.",
    righted_by=("record_notice",),
)
def the_proceedings_were_extended(facts: Facts) -> bool:
    """Chưa có thông báo của cơ quan pháp luật về việc gia hạn thời hạn tố tụng."""
    told = len([*facts.of(RowKind.LEGAL_NOTICE, act=LegalAct.LONGER)])
    return told > len([*facts.of(RowKind.EXTENSION)])
