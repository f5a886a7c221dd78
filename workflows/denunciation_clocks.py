"""The time to settle a denunciation: from the day the competent body received it, with the extension decided."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from law import terms
from workflows.clocks import Clock, Deadline, explained
from workflows.conditions.denunciation import HANDLING, HANDLING_AT_THE_CENTRE, received_on
from workflows.facts import Facts
from workflows.guards import look_up
from workflows.rows import RowKind

LABEL = "Kết luận, thông báo kết quả giải quyết tố cáo"


def _settled_by(rule: str, facts: Facts, start: date | None) -> Iterable[Clock]:
    hit = look_up(rule, facts)
    if start is None or facts.has_taken("conclude") or terms.deadline(hit, start) is None:
        return
    extra = sum(row.facts["days"] for row in facts.of(RowKind.EXTENSION))
    found = terms.last_day(start, hit.value + extra, hit.unit or "")
    yield Clock(
        "giai_quyet_to_cao",
        LABEL,
        found.last_day,
        {**explained(found), "source": hit.cited, "extended": extra},
    )


def _from_receipt(facts: Facts) -> Iterable[Clock]:
    return _settled_by(HANDLING, facts, received_on(facts))


def _from_the_decision(facts: Facts) -> Iterable[Clock]:
    plan = facts.last(RowKind.PLAN)
    return _settled_by(HANDLING_AT_THE_CENTRE, facts, plan.on if plan else None)


settled_in_time = Deadline(LABEL, "receive", "conclude", _from_receipt, rule=HANDLING)
settled_at_the_centre = Deadline(
    LABEL, "decide", "conclude", _from_the_decision, rule=HANDLING_AT_THE_CENTRE
)
