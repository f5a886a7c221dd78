"""What the room of a meeting already knows when a step is written down out of it, and the way back there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils import timezone

from cases.counts import agreed, counted_by, round_of, sheets
from cases.models import AgendaEntry, Case, FileRow
from cases.paper_values.ballots import outcome_words
from cases.reading import File
from proof.reader import as_the_system
from workflows.procedures.meeting import Meeting
from workflows.rows import RowKind
from workflows.stages import Step

#: How an address says that it was come to out of the room of a meeting.
ROOM = "phong"


def now() -> str:
    """The hour as minutes write it, by the clock of the site."""
    return f"{timezone.localtime():%H giờ %M}"


def back_to_the_room(case: Case, asked: Mapping[str, Any]) -> str:
    """The address of the room out of which a step was taken; empty where it was not."""
    reference = str(asked.get(ROOM, ""))
    if not reference.startswith(f"{Meeting.prefix}-") or len(reference) > 24:
        return ""
    return reverse("room", kwargs={"reference": reference}) + f"?ho-so={case.reference}"


def from_the_room(case: Case, file: File, step: Step, asked: Mapping[str, Any]) -> dict[str, Any]:
    """First answers: the day of the meeting, the count on which its counters agree, what came of its items."""
    if ROOM not in asked:
        return {}
    meeting = _meeting(case, file, str(asked[ROOM]))
    if meeting is None:
        return {}
    held_on = FileRow.objects.filter(case=meeting, kind=RowKind.ORIGIN, superseded_by=None).last()
    day = {"acted_on": held_on.facts["held_on"]} if held_on else {}
    if meeting.pk == case.pk:
        return {**day, **({"conclusion": _results(case), "ended": now()} if step.moves else {})}
    found = sheets(meeting, case, step, round_of(meeting, case)) if counted_by(step) else []
    totals = agreed(found, step)
    if totals is None:
        return day
    counters = {"tellers": "\n".join(one.counter for one in found)} if step.at_a_meeting else {}
    under = "totals__" if step.at_a_meeting else ""
    return {**day, **counters, **{f"{under}{name}": n for name, n in totals.items()}}


def _meeting(case: Case, file: File, reference: str) -> Case | None:
    """The meeting of that reference, as far as `case` is it or lies before it."""
    if file.procedure.is_meeting:
        return case if case.reference == reference else None
    entry = AgendaEntry.objects.filter(case=case, meeting__reference=reference)
    found = entry.select_related("meeting").first()
    return found.meeting if found else None


@as_the_system()  # the conclusion tells every item, also one whose file its writer may not open
def _results(meeting: Case) -> str:
    """One line an item on which the meeting voted: a proposal for its conclusion."""
    rows = FileRow.objects.filter(
        case__on_agendas__meeting=meeting, superseded_by=None,
        kind__in=(RowKind.BALLOT, RowKind.MOTION), facts__meeting=meeting.reference,
    ).select_related("case")  # fmt: skip
    said = {}
    for row in rows.order_by("pk"):
        passes = row.facts.get("passes")
        came = outcome_words(row.facts) if passes is None else _ANSWERS[passes]
        said[row.case.reference] = f"{row.case.title}: {came}."
    return "\n".join(said.values())


_ANSWERS = {True: "đủ tỷ lệ tán thành", False: "không đủ tỷ lệ tán thành"}
