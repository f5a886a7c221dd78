"""Deadlines of a discipline: the written decision of a cell, the complaint window, the lapse."""

from __future__ import annotations

from collections.abc import Iterable

from law import terms
from workflows.clocks import Clock, deadline, explained
from workflows.conditions.discipline import ballot, form_voted
from workflows.conditions.service import LAPSE, WINDOW, lapse_days
from workflows.conditions.service import complaint_window as window_of
from workflows.facts import Facts
from workflows.forms import NEVER_LAPSES, Form
from workflows.guards import look_up
from workflows.reviews import form_in_force
from workflows.rows import RowKind

WRITTEN = "decision.chi_bo.written"
CLOSE = "dissolved_org.close"


@deadline(
    "Ban hành quyết định bằng văn bản sau khi biểu quyết",
    since="vote_to_decide",
    until="decide",
    rule=WRITTEN,
)
def cell_decision_in_writing(facts: Facts) -> Iterable[Clock]:
    """The last day by which a cell puts its voted decision in writing."""
    voted = ballot(facts)
    if voted is None or form_voted(facts) is None or facts.has_taken("decide"):
        return
    hit = look_up(WRITTEN, facts)
    if found := terms.deadline(hit, voted.on):
        label = cell_decision_in_writing.label
        yield Clock("quyet_dinh", label, found.last_day, {**explained(found), "source": hit.cited})


@deadline(
    "Ngày cuối của thời hạn khiếu nại",
    since="hand_over",
    until="close_window",
    rule=WINDOW,
    waited_out=True,
)
def complaint_window(facts: Facts) -> Iterable[Clock]:
    """The window for a complaint, from the day the decision was received."""
    if facts.last(RowKind.HANDED_OVER) is None or facts.has_taken("close_window"):
        return
    hit = look_up(WINDOW, facts)
    if found := window_of(facts, hit):
        label = complaint_window.label
        yield Clock("khieu_nai", label, found.last_day, {**explained(found), "source": hit.cited})


@deadline(
    "Có thể đã hết hiệu lực, đề nghị xác nhận",
    since="close_window",
    until="record_lapse",
    rule=LAPSE,
    waited_out=True,
)
def lapse(facts: Facts) -> Iterable[Clock]:
    """The day from which the decision may have lapsed: a flag, confirmed by a person."""
    if not facts.has_taken("close_window") or form_in_force(facts) in NEVER_LAPSES:
        return
    hit = look_up(LAPSE, facts)
    if days := lapse_days(facts, hit):
        other = max(days) if len(days) > 1 else None
        yield Clock(
            "het_hieu_luc",
            lapse.label,
            min(days),
            {"source": hit.cited, "skipped": [], "other_reading": other and other.isoformat()},
        )


@deadline(
    "Chuyển đảng viên, thu hồ sơ, con dấu sau khi giải tán",
    since="decide",
    until="settle_members",
    rule=CLOSE,
)
def after_dissolution(facts: Facts) -> Iterable[Clock]:
    """The last day to transfer the members and collect the files and the seal of a dissolved organisation."""
    decided = facts.taken.get("decide")
    if not decided or form_voted(facts) != Form.DISSOLUTION or facts.has_taken("settle_members"):
        return
    hit = look_up(CLOSE, facts)
    if found := terms.deadline(hit, decided.last):
        label = after_dissolution.label
        yield Clock(
            "sau_giai_tan", label, found.last_day, {**explained(found), "source": hit.cited}
        )
