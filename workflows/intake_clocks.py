"""The deadline of intake: a member who criticises, asks or proposes is answered within the days of the level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from law import Hit, terms
from workflows.clocks import Clock, deadline, explained
from workflows.conditions.intake import asks_for_an_answer, received
from workflows.facts import Facts
from workflows.guards import look_up
from workflows.rows import RowKind

RULE = "answer.to_member"
_OPEN = frozenset({"da_vao_so", "da_phan_loai", "da_co_huong"})
#: The part of the rule for each level; any other level stands above the base.
_PARTS = {
    "tw": "centre",
    "co_so": "base_and_members",
    "bo_phan": "base_and_members",
    "chi_bo": "base_and_members",
}


@deadline(
    "Trả lời phê bình, chất vấn, kiến nghị của đảng viên",
    since="register",
    until="answer_member",
    rule=RULE,
)
def answer_due(facts: Facts) -> Iterable[Clock]:
    """The last day for the answer, from the day it arrived; a day set later, with its reason, takes its place."""
    arrived = received(facts).get("arrived_on")
    if not arrived or facts.stage not in _OPEN or not asks_for_an_answer(facts):
        return
    hit = look_up(RULE, facts)
    days = days_for(facts.level, hit)
    if days is None:
        return
    found = terms.last_day(date.fromisoformat(arrived), days, hit.unit or "working_day")
    later = facts.last(RowKind.EXTENSION)
    last = date.fromisoformat(later.facts["until"]) if later else found.last_day
    told = {**explained(found), "source": hit.cited or hit.label_vi, "extended": bool(later)}
    yield Clock("tra_loi_dv", answer_due.label, last, told)


def days_for(level: str, hit: Hit) -> int | None:
    """The days that the rule sets for a level; None where it is not known."""
    if hit.state != "known" or not hit.gives_verdict:
        return None
    if isinstance(hit.value, Mapping):
        return int(hit.value[_PARTS.get(level, "above_base_and_province")])
    return int(hit.value)
