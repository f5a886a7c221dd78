"""Limits that a province set for its cells: they bind where such a row was read, and are guessed nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from law import Hit, terms
from workflows.clocks import Clock, deadline, explained
from workflows.facts import Facts
from workflows.guards import Guard, Judgement, look_up, spoken
from workflows.rows import RowKind

PUBLISH, LOOK_BACK, TEAM_SIZE = (
    "inspection.publish_decision",
    "inspection.look_back",
    "inspection.team_size.chi_bo",
)
INSPECTING, SUPERVISING = "inspection.duration.chi_bo", "supervision.duration.chi_bo"

#: How the row on the period examined names a cell, by the kind of the organisation right above it.
_CELL_UNDER = {"co_so": "chi_bo_truc_thuoc", "bo_phan": "chi_bo_truc_thuoc"}


@dataclass(frozen=True)
class LocalGuard(Guard):
    """A condition that only a locality sets: without a row for this place and day it asks nothing."""

    def judge(self, facts: Facts) -> Judgement:
        if spoken(self.law or "", facts).key is None:
            return Judgement()
        return super().judge(facts)

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        return (hit for hit in super().ahead(facts) if hit.key is not None)


def local(rule_id: str, *, remedy: str) -> Callable[[Callable[[Facts, Hit], bool]], LocalGuard]:
    """Make such a guard of a function that reads the form; its docstring is what the officer reads."""

    def made(asks: Callable[[Facts, Hit], bool]) -> LocalGuard:
        sentence = " ".join((asks.__doc__ or "").split())
        return LocalGuard(rule_id, sentence, remedy, asks, law=rule_id, reads_inputs=True)

    return made


def _within(facts: Facts, hit: Hit) -> bool:
    """Whether the planned time ends no later than the longest one allowed, whatever unit each has."""
    said = facts.inputs
    if "days" not in said or "unit" not in said:
        return True
    planned = terms.last_day(facts.acted_on, said["days"], said["unit"])
    allowed = terms.deadline(hit, facts.acted_on)
    return allowed is None or planned.last_day <= allowed.longest


@local(INSPECTING, remedy="Ghi thời gian kiểm tra trong giới hạn đó.")
def the_inspection_is_short_enough(facts: Facts, hit: Hit) -> bool:
    """Thời gian kiểm tra vượt thời gian tối đa của địa phương đối với chi bộ."""
    return _within(facts, hit)


@local(SUPERVISING, remedy="Ghi thời gian giám sát trong giới hạn đó.")
def the_supervision_is_short_enough(facts: Facts, hit: Hit) -> bool:
    """Thời gian giám sát vượt thời gian tối đa của địa phương đối với chi bộ."""
    return _within(facts, hit)


@local(LOOK_BACK, remedy="Rút ngắn mốc thời gian được xem xét.")
def the_period_is_not_too_long(facts: Facts, hit: Hit) -> bool:
    """Mốc thời gian được xem xét dài hơn mức của địa phương đối với chi bộ này."""
    months = hit.value.get(_CELL_UNDER.get(facts.under, "chi_bo_co_so"))
    first, last = (facts.inputs.get(end) for end in ("period_from", "period_to"))
    if not months or not first or not last:
        return True
    return date.fromisoformat(last) <= terms.add_months(date.fromisoformat(first), months)


@local(TEAM_SIZE, remedy="Bớt người trong tổ.")
def the_team_is_small_enough(facts: Facts, hit: Hit) -> bool:
    """Tổ đông hơn số người tối đa của địa phương đối với chi bộ."""
    return len(facts.inputs.get("team", ())) <= int(hit.value)


@deadline("Công bố quyết định, kế hoạch", since="decide", until="open", rule=PUBLISH)
def published_in_time(facts: Facts) -> Iterable[Clock]:
    """How soon after signing the team opens; a clock that flags, since a late opening is still an opening."""
    plan = facts.last(RowKind.PLAN)
    if plan is None or facts.has_taken("open"):
        return
    hit = look_up(PUBLISH, facts)
    if hit.state == "known" and (found := terms.deadline(hit, plan.on)):
        label = published_in_time.label
        said = {**explained(found), "source": hit.cited}
        yield Clock("cong_bo_quyet_dinh", label, found.last_day, said)
