"""Deadlines of a complaint: the time to settle it, from the day the letter came, with the extensions decided."""

from __future__ import annotations

from collections.abc import Iterable

from law import terms
from workflows.clocks import Clock, deadline, explained
from workflows.facts import Facts
from workflows.guards import look_up
from workflows.reviews import day_of, reviewed
from workflows.rows import RowKind

HANDLING, AT_THE_CENTRE = "complaint.handling", "complaint.handling.central"
CENTRE = "tw"


@deadline("Giải quyết khiếu nại", since="receive", until="decide", rule=HANDLING)
def time_to_settle(facts: Facts) -> Iterable[Clock]:
    """The last day to settle the complaint, at the centre by the rule of its own; none where the law is silent."""
    arrived = day_of(reviewed(facts).get("arrived_on"))
    if arrived is None or facts.has_taken("decide"):
        return
    hit = look_up(AT_THE_CENTRE if facts.level == CENTRE else HANDLING, facts)
    found = terms.deadline(hit, arrived)
    if found is None:
        return
    extra = sum(row.facts["days"] for row in facts.of(RowKind.EXTENSION))
    last = (
        terms.last_day(found.last_day, extra, hit.unit or "day").last_day
        if extra
        else found.last_day
    )
    told = {**explained(found), "source": hit.cited, "extended": extra}
    yield Clock("giai_quyet_kn", time_to_settle.label, last, told)
