"""Deadlines of undoing a wrongful discipline: the law's own, to tell the wronged, and those of the plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from law import terms
from workflows.clocks import Clock, deadline, explained
from workflows.facts import Facts
from workflows.guards import look_up
from workflows.rows import RowKind

NOTICE = "wrongful.notice"


@deadline("Thông báo cho bên bị kỷ luật oan", since="confirm", until="tell", rule=NOTICE)
def wronged_to_be_told(facts: Facts) -> Iterable[Clock]:
    """From the day of the decision: the earliest on which the body that decided wrongly can have had it."""
    confirmed = facts.last(RowKind.WRONGFUL)
    if confirmed is None or facts.last(RowKind.WRONGED_TOLD):
        return
    hit = look_up(NOTICE, facts)
    found = terms.deadline(hit, confirmed.on)
    if found is not None:
        said = {**explained(found), "source": hit.cited}
        yield Clock("bao_nguoi_oan", wronged_to_be_told.label, found.last_day, said)


@deadline(
    "Xin lỗi theo kế hoạch",
    since="plan",
    until="complete_apology",
    set_by="kế hoạch xin lỗi, phục hồi",
)
def apology_due(facts: Facts) -> Iterable[Clock]:
    """The day that the plan sets for the apology; no law that we know of sets one."""
    if not facts.has_taken("complete_apology"):
        yield from _planned(facts, "apology_due", "xin_loi", apology_due.label)


@deadline(
    "Phục hồi quyền lợi theo kế hoạch",
    since="plan",
    until="restore",
    set_by="kế hoạch xin lỗi, phục hồi",
)
def restoration_due(facts: Facts) -> Iterable[Clock]:
    """The day that the plan sets for giving back what was lost."""
    if not facts.has_taken("restore"):
        yield from _planned(facts, "restoration_due", "phuc_hoi", restoration_due.label)


def _planned(facts: Facts, said: str, name: str, label: str) -> Iterable[Clock]:
    plan = facts.last(RowKind.APOLOGY_PLAN)
    if plan is None or facts.last(RowKind.DISMISSED):
        return
    told = {"source": apology_due.set_by, "start": plan.on.isoformat(), "skipped": []}
    yield Clock(name, label, date.fromisoformat(plan.facts[said]), told)
