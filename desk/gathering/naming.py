"""What forms may name beside the file itself: bodies of the line, matters a body deals with, meetings."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from cases.models import AgendaEntry, Case
from cases.queries import matters
from registry import tree
from registry.models import Body, BodyKind, on


def bodies_in_line(body: Body, day: date) -> list[tuple[int, str]]:
    """Bodies that may propose or decide beside `body`: of its organisation, of all below it, of those above."""
    line = tree.line(body.organisation_id, day)
    found = Body.objects.filter(on(day), organisation__in=line).exclude(
        kind=BodyKind.CELL_COMMITTEE
    )
    return [(one.pk, one.name) for one in found.order_by("name")]


def open_matters(body: Body, visible: QuerySet[Case]) -> list[tuple[str, str]]:
    """Open files that a meeting of `body` may take up: those it handles, proposes or decides in."""
    mine = Q(body=body) | Q(participants__body=body)
    found = matters(visible).filter(mine, closed_on=None)
    return [
        (one.reference, f"{one.reference} · {one.title}")
        for one in found.distinct().order_by("-pk")
    ]


def meetings_about(case: int, visible: QuerySet[Case]) -> list[tuple[str, str]]:
    """Meetings that have the case on their agenda and are not over, the newest first."""
    entries = AgendaEntry.objects.filter(
        case=case, meeting__closed_on=None, meeting__in=visible
    ).select_related("meeting")
    return [
        (one.meeting.reference, f"{one.meeting.reference} · {one.meeting.title}")
        for one in entries.order_by("-meeting_id")
    ]
