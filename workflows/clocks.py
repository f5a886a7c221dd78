"""Deadlines of a file: values that explain themselves, recomputed from the facts at every look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from law import terms
from workflows.facts import Facts
from workflows.pauses import paused, pauses
from workflows.remedied import standings
from workflows.rows import RowKind


@dataclass(frozen=True, slots=True)
class Clock:
    """One running deadline: what it is, its last day (inclusive), and how that day was found.

    `explained` names under "pauses" those of the file, and under "stood_still" whether they lengthened it.
    """

    name: str
    label: str
    last_day: date
    explained: dict[str, Any]


@dataclass(frozen=True)
class Deadline:
    """A declared deadline: what it is called, the steps it runs between, what sets its length.

    A time that people set in a plan stands still while the file is paused (`stands_still`), one that
    the law or a notice sets runs on.

    `since` names the step that starts it, `until` the step it waits for. `rule` is the rule of law
    that sets its length; where no law does, `set_by` names the paper in which people set it. `waited_out` marks a
    time that has to pass before the step: to come after it is no delay.
    """

    label: str
    since: str
    until: str
    find: Callable[[Facts], Iterable[Clock]]
    rule: str = ""
    set_by: str = ""
    stands_still: bool = False
    waited_out: bool = False

    def __call__(self, facts: Facts) -> Iterable[Clock]:
        """The clocks of this deadline that run in a file, each recomputed from its first date."""
        if self.stands_still and paused(facts):
            return
        kept = [[first.isoformat(), last.isoformat()] for first, last in pauses(facts)]
        for clock in self.find(facts):
            told = {"pauses": kept, "stood_still": self.stands_still} if kept else {}
            yield replace(clock, explained={**clock.explained, **told})


def deadline(
    label: str,
    *,
    since: str,
    until: str,
    rule: str = "",
    set_by: str = "",
    stands_still: bool = False,
    waited_out: bool = False,
) -> Callable[[Callable[[Facts], Iterable[Clock]]], Deadline]:
    """Declare what `find` computes, so that it can be read before any file has it."""
    return lambda find: Deadline(label, since, until, find, rule, set_by, stands_still, waited_out)


@deadline(
    "Kết thúc làm việc theo kế hoạch",
    since="decide",
    until="finalise",
    set_by="kế hoạch",
    stands_still=True,
)
def planned_end(facts: Facts) -> Iterable[Clock]:
    """The end that the plan itself sets, with the extensions decided; no law fixes it."""
    plan = facts.last(RowKind.PLAN)
    if plan is None or facts.has_taken("finalise"):
        return
    extra = sum(row.facts["days"] for row in facts.of(RowKind.EXTENSION))
    found = terms.last_day(
        plan.on, plan.facts["days"] + extra, plan.facts["unit"], pauses=pauses(facts)
    )
    yield Clock(
        "ket_thuc_giam_sat",
        planned_end.label,
        found.last_day,
        {**explained(found), "source": planned_end.set_by, "extended": extra},
    )


@deadline(
    "Báo cáo kết quả khắc phục",
    since="conclude",
    until="receive_remedy",
    set_by="thông báo kết quả",
)
def remedies_due(facts: Facts) -> Iterable[Clock]:
    """The day each demand of the notice sets for a report on its remedy."""
    for one in standings(facts):
        demand = one.demand
        if not one.done and not one.waits:
            yield Clock(
                f"khac_phuc_{demand.number}",
                remedies_due.label,
                one.due,
                {"source": remedies_due.set_by, "start": demand.on.isoformat(), "skipped": []},
            )


@deadline(
    "Hết lý do chưa xem xét kỷ luật",
    since="defer",
    until="end_deferral",
    set_by="kết luận chưa xem xét kỷ luật",
    waited_out=True,
)
def deferrals_end(facts: Facts) -> Iterable[Clock]:
    """The day on which the cause of each deferral is expected to end, where one is known."""
    ended = {row.facts["finding"]: row.number for row in facts.of(RowKind.DEFERRAL_ENDED)}
    for deferred in facts.of(RowKind.DEFERRED):
        finding, until = deferred.facts["finding"], deferred.facts.get("expected_until")
        if until and ended.get(finding, 0) < deferred.number:
            yield Clock(
                f"chua_xem_xet_{finding}",
                deferrals_end.label,
                date.fromisoformat(until),
                {
                    "source": deferrals_end.set_by,
                    "start": deferred.facts["deferred_from"],
                    "skipped": [],
                },
            )


def explained(found: terms.Deadline) -> dict[str, Any]:
    return {
        "start": found.start.isoformat(),
        "value": found.value,
        "unit": found.unit,
        "skipped": [[day.isoformat(), reason] for day, reason in found.skipped],
        "other_reading": found.other_reading and found.other_reading.isoformat(),
    }
