"""Triển khai đúng hạn: a decision is opened within the days that the law of the place sets after it was signed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from law import terms
from workflows.clocks import Clock, Deadline, explained
from workflows.everyday.declaring import declared
from workflows.facts import Facts
from workflows.guards import look_up
from workflows.rows import RowKind
from workflows.stages import Phase, Stages, Step

RULE = "inspection.publish_decision"
LABEL = "Triển khai quyết định, kế hoạch"


def declare_starting(procedure: Any, stages: Stages) -> None:
    """Give the deadline to every procedure whose plan is signed first and opened with the subject afterwards."""
    steps = declared(procedure)
    plan = next((one for one in steps if one.lays is RowKind.PLAN and one.issues), None)
    opening = _opening(steps, stages) if plan else None
    if (
        procedure.disciplines
        or plan is None
        or opening is None
        or any(one.rule == RULE for one in procedure.clocks)
    ):
        return
    if opening.code in {one.until for one in procedure.clocks}:
        return
    procedure.clocks = (*procedure.clocks, _clock(plan.code, opening.code))


def _opening(steps: list[Step], stages: Stages) -> Step | None:
    """The first ordinary step that leads from preparing to conducting."""
    before = {str(one) for one in stages.phases.get(Phase.PREPARE, ())}
    conducted = {str(one) for one in stages.phases.get(Phase.CONDUCT, ())}
    return next(
        (
            one
            for one in steps
            if not one.aside and one.target in conducted and before & set(one.source)
        ),
        None,
    )


def _clock(signed: str, opened: str) -> Deadline:
    def find(facts: Facts) -> Iterable[Clock]:
        """No clock where no text sets the days: nothing is guessed."""
        plan = facts.last(RowKind.PLAN)
        if plan is None or facts.has_taken(opened):
            return
        hit = look_up(RULE, facts)
        if found := terms.deadline(hit, plan.on):
            yield Clock(
                "trien_khai",
                LABEL,
                found.last_day,
                {**explained(found), "source": hit.cited or hit.label_vi},
            )

    return Deadline(LABEL, signed, opened, find, RULE)
