"""What falls on the days of a span, in the files one person may see: deadlines, meetings, days of teams."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from cases.models import Case, DeadlineRow, FileRow, TeamSeat
from cases.own import of_others
from cases.queries import matters, meetings, visible_to
from cases.worklist import Offices
from permissions.ways import Part
from registry.models import Body, Person
from workflows.procedures.meeting import MeetingStage
from workflows.rows import RowKind

#: The word that asks for one's own files, where a number asks for those of a body.
MINE = "toi"


class Kind(StrEnum):
    """What falls on a day."""

    DEADLINE = "han"
    MEETING = "hop"
    TEAM = "doan"


@dataclass(frozen=True)
class Dated:
    """One thing on one day, in one file; `key` names it for good. A meeting has its hour and place."""

    day: date
    kind: Kind
    key: str
    label: str
    case: Case
    hour: str = ""
    place: str = ""
    row: FileRow | None = None


def dated(person: Person, at: date, first: date, last: date, whose: str = "") -> list[Dated]:
    """Return what falls on the days from `first` to `last`, both included, by day and kind.

    Of the files `person` may see on `at`, none about themselves: all of them, only those in which work waits
    for them or they sit on the team (`whose` is MINE), or only those of the body of that number. Days of
    teams stand inside the files. Three statements.
    """
    among = _of(person, at, whose)
    found = [
        *_deadlines(matters(of_others(visible_to(person, at), person)).filter(among), first, last),
        *_meetings(meetings(visible_to(person, at)).filter(_called(whose)), first, last),
        *_team_days(visible_to(person, at, Part.EVIDENCE).filter(among), first, last),
    ]
    return sorted(found, key=lambda one: (one.day, one.hour or "~", one.kind, one.key))


def _of(person: Person, at: date, whose: str) -> Q:
    """The condition on a Case under which it is one of those asked for."""
    if whose == MINE:
        waiting = Offices.of(person, at).rows().values("case")
        seats = TeamSeat.objects.filter(person=person).values("case")
        return Q(pk__in=waiting) | Q(pk__in=seats)
    return _called(whose)


def _called(whose: str) -> Q:
    """Whoever is called to a meeting has it among their own."""
    return Q(body=int(whose)) if whose.isdecimal() else Q()


def _deadlines(cases: QuerySet[Case], first: date, last: date) -> list[Dated]:
    rows = DeadlineRow.objects.filter(
        last_day__gte=first, last_day__lte=last, case__in=cases.values("pk")
    )
    return [
        Dated(
            one.last_day, Kind.DEADLINE, f"han-{one.case_id}-{one.name}", one.explained["label"], one.case
        )
        for one in rows.select_related("case__body")
    ]  # fmt: skip


def _meetings(cases: QuerySet[Case], first: date, last: date) -> list[Dated]:
    calls = _rows(cases.exclude(stage=MeetingStage.CANCELLED), "held_on", first, last)
    return [
        Dated(
            date.fromisoformat(one.facts["held_on"]), Kind.MEETING, f"hop-{one.case_id}", "", one.case,
            str(one.facts["starts"]), str(one.facts["place"]),
        )
        for one in calls.filter(kind=RowKind.ORIGIN)
    ]  # fmt: skip


def _team_days(cases: QuerySet[Case], first: date, last: date) -> list[Dated]:
    days = _rows(cases, "planned_on", first, last).filter(kind=RowKind.TEAM_DAY)
    return [
        Dated(
            date.fromisoformat(one.facts["planned_on"]), Kind.TEAM, f"doan-{one.pk}", "", one.case,
            place=str(one.words["place"]), row=one,
        )
        for one in days
    ]  # fmt: skip


def _rows(cases: QuerySet[Case], day: str, first: date, last: date) -> QuerySet[FileRow]:
    within = {f"facts__{day}__gte": first.isoformat(), f"facts__{day}__lte": last.isoformat()}
    living = FileRow.objects.filter(superseded_by=None, case__in=cases.values("pk"), **within)
    return living.select_related("case__body", "laid_by__actor")


def bodies_of(person: Person, at: date) -> list[Body]:
    """The bodies whose calendar `person` may ask for by itself: those in which they hold a post on `at`."""
    held = {body for body, _role in Offices.of(person, at).held}
    return list(Body.objects.filter(pk__in=held).order_by("name"))
