"""What forms may name beside the file itself: bodies of the line, matters a body deals with, meetings."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from cases import sittings
from cases.models import AgendaEntry, Case
from cases.queries import matters
from registry import tree
from registry.models import Body, BodyKind, Organisation, Person, Placement, Succession, on
from registry.together import together
from workflows.facts import Facts


def bodies_in_line(body: Body, day: date) -> list[tuple[int, str]]:
    """Bodies that may propose or decide beside `body`: of its organisation, of all below it, of those above."""
    line = tree.line(body.organisation_id, day)
    found = Body.objects.filter(on(day), organisation__in=line).exclude(
        kind=BodyKind.CELL_COMMITTEE
    )
    return [(one.pk, one.name) for one in found.order_by("name")]


def once_under(body: Body, day: date) -> set[int]:
    """Organisations under the body, itself too, with those that have ended since under them or gone over to them."""
    new = found = {*tree.below(body.organisation_id, day), body.organisation_id}
    while new:
        placed = Placement.objects.filter(
            parent__in=new, organisation__last_day__lt=day
        ).values_list("organisation", flat=True)
        went_over = Succession.objects.filter(
            successor__in=new, day__lte=day
        ).values_list("predecessor", flat=True)  # fmt: skip
        together(placed, went_over)
        new = {*placed, *went_over} - found
        found = found | new
    return found


def members_under(body: Body, day: date) -> list[tuple[int, str]]:
    """Members of the organisations under `body`, as people sort names: who may become a subject."""
    cells = {*tree.below(body.organisation_id, day), body.organisation_id}
    found = Person.objects.filter(on(day, "memberships__"), memberships__cell__in=cells)
    return [(one.pk, one.full_name) for one in found.distinct().order_by("sort_key")]


def organisations_under(body: Body, day: date) -> list[tuple[int, str]]:
    """Organisations under `body`, by name: what may become a subject."""
    places = tree.below(body.organisation_id, day)
    found = Organisation.objects.filter(pk__in=places).order_by("name")
    return [(one.pk, one.name) for one in found]


def people_of_subjects(facts: Facts) -> list[Person]:
    """Whoever belongs or belonged to the organisations a file is about: holders of posts, members of a cell."""
    ours = [subject.register for subject in facts.subjects if not subject.is_person]
    there = Q(posts__body__organisation__in=ours) | Q(memberships__cell__in=ours)
    return list(Person.objects.filter(there).distinct().order_by("sort_key"))


def candidates_for_a_team(body: Body, day: date) -> list[Person]:
    """Who may be named for a team: of a cell its members, of a committee the people of all its bodies."""
    if body.kind == BodyKind.CELL:
        return sittings.people_of(body, day)
    beside = Q(posts__body=body)
    if body.kind in (BodyKind.COMMITTEE, BodyKind.STANDING):
        beside = Q(posts__body__organisation=body.organisation_id)
    held = Person.objects.filter(on(day, "posts__"), beside)
    return list(held.distinct().order_by("sort_key"))


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
