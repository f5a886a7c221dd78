"""Who may read a file, as one condition of SQL: by office, seat, agenda, being told of it, or by exception."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from cases.models import AgendaEntry, Case, Participant, StepTaken, Subject, TeamSeat
from cases.sittings import MEMBERS
from permissions.exceptions import GrantKind, about, granted
from permissions.roles import LEADING
from permissions.ways import BY_WAY, Part, Way, positions_opening
from registry.models import (
    AreaAssignment,
    BodyKind,
    Membership,
    Person,
    Placement,
    Post,
    held_by,
    on,
)
from workflows import catalogue
from workflows.offices import above_leads

#: The steps at which a subject learns of the matter; before them nobody sees a file as its subject.
TOLD_AT = ("open", "plan", "present")
#: From these steps on, those who will vote read the matters of the agenda.
CALLED_AT = ("invite", "open_session")
#: Posts whose holders lead a body or write for it; its plain members read a matter only to vote on it.
HANDS = ("bi_thu", "pho_bi_thu", "chu_nhiem", "pho_chu_nhiem", "kiem_tra_vien", "van_thu")

AUDITOR = "giam_sat_ho_so"
CHAIRS = ("chu_nhiem", "pho_chu_nhiem")

#: Procedures in which whoever chairs directly above answers for the law.
ANSWERED_ABOVE = tuple(
    code for code, one in catalogue.PROCEDURES.items() if one.answers_law is above_leads
)
#: By procedure, the steps whose papers report the matter to the committee; a cell's, to the one above.
REPORTED_AT = {
    code: steps
    for code, one in catalogue.PROCEDURES.items()
    if (steps := [step.code for step in one.steps.values() if step.reports_up])
}
MEETINGS = tuple(code for code, one in catalogue.PROCEDURES.items() if one.is_meeting)


def ways(person: Person, at: date, part: Part = Part.HEADER) -> dict[Way, Q]:
    """Every way to a `part` of a file on the day `at`, each as a condition on a Case.

    The part is open to whoever has at least one way; each condition alone is quick to page through. A
    person's own matter has one way only, whatever offices he holds: being told of it.
    """
    posts = Post.objects.filter(held_by(person, at))
    hands = posts.filter(position__in=HANDS).values("body")
    opening = posts.filter(position__in=positions_opening(part))
    by_office = {
        Way.BODY: Q(body__in=opening.values("body")),
        Way.TEAM: Q(Exists(TeamSeat.objects.filter(case=OuterRef("pk"), person=person))),
        Way.TAKES_PART: Q(Exists(Participant.objects.filter(case=OuterRef("pk"), body__in=hands))),
        Way.ANSWERS: answered_from_above(posts, at),
        Way.REPORTED: reported_to(posts, at),
        Way.AREA: reported_from_areas(person, at),
        Way.CALLED: called_to(person, at),
        Way.VOTES: Q(Exists(to_vote_on(person, at).filter(case=OuterRef("pk")))),
        Way.GRANT: by_exception(person, at, GrantKind.EXCEPTION),
        Way.BREAK_GLASS: by_exception(person, at, GrantKind.EMERGENCY),
    }
    not_about_oneself = ~Q(Exists(own(person)))
    every = {
        **{way: condition & not_about_oneself for way, condition in by_office.items()},
        Way.OWN: Q(Exists(own(person))) & Q(Exists(_taken(TOLD_AT))),
    }
    return {way: condition for way, condition in every.items() if part in BY_WAY[way]}


def readable(person: Person, at: date, part: Part = Part.HEADER) -> Q:
    """The condition on a Case under which `person` may read `part` of it on `at`: any way will do."""
    return reduce(or_, ways(person, at, part).values(), Q(pk__in=()))


def answered_from_above(posts: QuerySet[Post], at: date) -> Q:
    """The matters of cells for which a chair or deputy directly above, by `posts`, answers for the law."""
    chairs = posts.filter(position__in=CHAIRS)
    return Q(
        procedure__in=ANSWERED_ABOVE,
        body__kind=BodyKind.CELL,
        body__organisation__in=_right_under(chairs.values("body__organisation"), at),
    )


def reported_to(posts: QuerySet[Post], at: date) -> Q:
    """The matters reported to the organisations in which `posts` lead a body or audit its files."""
    leading = posts.filter(position__in=(*LEADING, AUDITOR))
    return _reported(leading.values("body__organisation"), at)


def reported_from_areas(person: Person, at: date) -> Q:
    """The matters reported to `person`'s body from the units assigned to him, or from right under them."""
    posts = Post.objects.filter(on(at), person=person)
    areas = AreaAssignment.objects.filter(on(at), person=person, body__in=posts.values("body"))
    return _reported(areas.values("body__organisation"), at) & _of_or_under(
        areas.values("unit"), at
    )


def _reported(organisations: QuerySet, at: date) -> Q:
    """What bodies of `organisations`, or cells right under them, have reported to their committee."""
    here = Q(body__organisation__in=organisations) & ~Q(body__kind=BodyKind.CELL)
    below = Q(body__kind=BodyKind.CELL, body__organisation__in=_right_under(organisations, at))
    reported = reduce(
        or_,
        (Q(procedure=code) & Q(Exists(_taken(steps))) for code, steps in REPORTED_AT.items()),
    )
    return (here | below) & reported


def _of_or_under(units: QuerySet, at: date) -> Q:
    return Q(body__organisation__in=units) | Q(body__organisation__in=_right_under(units, at))


def _right_under(organisations: QuerySet, at: date) -> QuerySet:
    placed = Placement.objects.filter(on(at), parent__in=organisations)
    return placed.values("organisation")


def called_to(person: Person, at: date) -> Q:
    """The meetings, over or not, of the bodies in which `person` votes on the day `at`."""
    posts = Post.objects.filter(on(at), person=person, position__in=MEMBERS)
    cells = Membership.objects.filter(on(at), person=person, status=Membership.Status.OFFICIAL)
    ours = Q(body__in=posts.values("body")) | Q(
        body__kind=BodyKind.CELL, body__organisation__in=cells.values("cell")
    )
    return Q(ours, procedure__in=MEETINGS)


def to_vote_on(person: Person, at: date) -> QuerySet[AgendaEntry]:
    """The matters, none of them the person's own, of meetings that were called and are not over."""
    invited = StepTaken.objects.filter(case=OuterRef("meeting"), step__in=CALLED_AT)
    return AgendaEntry.objects.filter(
        Exists(invited),
        ~Exists(own(person, of="case")),
        meeting__in=Case.objects.filter(called_to(person, at)),
        meeting__closed_on=None,
    )


def by_exception(person: Person, at: date, kind: GrantKind) -> Q:
    """The files that a row of exceptions in force opens to `person`."""
    rows = granted(person, at).filter(kind=kind, **about(Case))
    files = rows.annotate(file=Cast("object_pk", BigIntegerField())).values("file")
    return Q(pk__in=files)


def own(person: Person, of: str = "pk") -> QuerySet[Subject]:
    """The living rows that make `person` a subject of the case at `of` of the query around."""
    return Subject.objects.filter(case=OuterRef(of), person=person, superseded_by=None)


def _taken(steps: Iterable[str]) -> QuerySet[StepTaken]:
    return StepTaken.objects.filter(case=OuterRef("pk"), step__in=steps)
