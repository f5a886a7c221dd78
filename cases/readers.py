"""Who may read a file, as one condition of SQL: by office, seat, agenda, being told of it, or by exception."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from cases.models import AgendaEntry, Case, Participant, StepRecord, Subject, TeamSeat
from cases.sittings import MEMBERS
from permissions.exceptions import GrantKind, about, granted
from permissions.roles import LEADING
from permissions.ways import BY_WAY, Part, Way, positions_opening
from registry.models import (
    AreaAssignment,
    Body,
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
#: The door marks a file at the first of them. Whoever changes them marks the files of before anew.
REPORTED_AT = {
    code: steps
    for code, one in catalogue.PROCEDURES.items()
    if (steps := [step.code for step in one.steps.values() if step.reports_up])
}
MEETINGS = tuple(code for code, one in catalogue.PROCEDURES.items() if one.is_meeting)


@dataclass(frozen=True)
class OfBodies:
    """A way that leads through bodies: to those of their files that fit a condition.

    Each body has its files in an index, so a page of such a way is a page of each body, merged.
    """

    bodies: QuerySet[Body]
    files: Q

    def condition(self) -> Q:
        """Return the way as one condition on a Case."""
        return Q(self.files, body__in=self.bodies.values("pk"))


def ways(
    person: Person, at: date, part: Part = Part.HEADER, now: datetime | None = None
) -> dict[Way, Q]:
    """Every way to a `part` of a file on the day `at`, each as a condition on a Case.

    The part is open to whoever has at least one way; each condition alone is quick to page through. A
    person's own matter has one way only, whatever offices he holds: being told of it. Emergencies are
    those open at the moment `now` (else: this one). `cases.opened` keeps the SQL of all this: only
    values may depend on who asks and when, and only as they are given here.
    """
    hands = Post.objects.filter(held_by(person, at), position__in=HANDS).values("body")
    by_bodies = {way: one.condition() for way, one in through_bodies(person, at, part).items()}
    by_office = {
        Way.BODY: by_bodies.pop(Way.BODY),
        Way.TEAM: Q(Exists(TeamSeat.objects.filter(case=OuterRef("pk"), person=person))),
        Way.TAKES_PART: Q(Exists(Participant.objects.filter(case=OuterRef("pk"), body__in=hands))),
        **by_bodies,
        Way.VOTES: Q(Exists(to_vote_on(person, at).filter(case=OuterRef("pk")))),
        Way.GRANT: by_exception(person, at, GrantKind.EXCEPTION, now),
        Way.BREAK_GLASS: by_exception(person, at, GrantKind.EMERGENCY, now),
    }
    every = {
        **{way: condition & not_about(person) for way, condition in by_office.items()},
        Way.OWN: Q(Exists(own(person))) & Q(Exists(_taken(TOLD_AT))),
    }
    return {way: condition for way, condition in every.items() if part in BY_WAY[way]}


def not_about(person: Person) -> Q:
    """The matters of others: no office opens one's own."""
    return ~Q(Exists(own(person)))


def through_bodies(person: Person, at: date, part: Part = Part.HEADER) -> dict[Way, OfBodies]:
    """The ways that lead through bodies; each still opens only what is `not_about` the person."""
    posts = Post.objects.filter(held_by(person, at))
    opening = posts.filter(position__in=positions_opening(part)).values("body")
    return {
        Way.BODY: OfBodies(Body.objects.filter(pk__in=opening), Q()),
        Way.ANSWERS: answered_from_above(posts, at),
        Way.REPORTED: reported_to(posts, at),
        Way.AREA: reported_from_areas(person, at),
        Way.CALLED: called_to(person, at),
    }


def answered_from_above(posts: QuerySet[Post], at: date) -> OfBodies:
    """The matters of cells for which a chair or deputy directly above, by `posts`, answers for the law."""
    above = posts.filter(position__in=CHAIRS).values("body__organisation")
    return OfBodies(_cells_right_under(above, at), Q(procedure__in=ANSWERED_ABOVE))


def reported_to(posts: QuerySet[Post], at: date) -> OfBodies:
    """The matters reported to the organisations in which `posts` lead a body or audit its files."""
    leading = posts.filter(position__in=(*LEADING, AUDITOR))
    return OfBodies(_reporting_to(leading.values("body__organisation"), at), Q(reported=True))


def reported_from_areas(person: Person, at: date) -> OfBodies:
    """The matters reported to `person`'s body from the units assigned to him, or from right under them."""
    posts = Post.objects.filter(on(at), person=person)
    areas = AreaAssignment.objects.filter(on(at), person=person, body__in=posts.values("body"))
    reporting = _reporting_to(areas.values("body__organisation"), at)
    followed = Q(organisation__in=areas.values("unit")) | Q(
        organisation__in=_right_under(areas.values("unit"), at)
    )
    return OfBodies(reporting.filter(followed), Q(reported=True))


def _reporting_to(organisations: QuerySet, at: date) -> QuerySet[Body]:
    """The bodies that report to the committee of `organisations`: their own, and the cells right under them."""
    here = Body.objects.filter(~Q(kind=BodyKind.CELL), organisation__in=organisations)
    return _either(here, _cells_right_under(organisations, at))


def _cells_right_under(organisations: QuerySet, at: date) -> QuerySet[Body]:
    return Body.objects.filter(kind=BodyKind.CELL, organisation__in=_right_under(organisations, at))


def _right_under(organisations: QuerySet, at: date) -> QuerySet:
    placed = Placement.objects.filter(on(at), parent__in=organisations)
    return placed.values("organisation")


def _either(some: QuerySet[Body], others: QuerySet[Body]) -> QuerySet[Body]:
    """Both, each found by an index of its own; a condition with "or" would read every body there is."""
    return Body.objects.filter(pk__in=some.values("pk").union(others.values("pk"), all=True))


def called_to(person: Person, at: date) -> OfBodies:
    """The meetings, over or not, of the bodies in which `person` votes on the day `at`."""
    posts = Post.objects.filter(on(at), person=person, position__in=MEMBERS)
    cells = Membership.objects.filter(on(at), person=person, status=Membership.Status.OFFICIAL)
    member = Body.objects.filter(pk__in=posts.values("body"))
    of_cell = Body.objects.filter(kind=BodyKind.CELL, organisation__in=cells.values("cell"))
    return OfBodies(_either(member, of_cell), Q(procedure__in=MEETINGS))


def to_vote_on(person: Person, at: date) -> QuerySet[AgendaEntry]:
    """The matters, none of them the person's own, of meetings that were called and are not over."""
    invited = StepRecord.objects.filter(case=OuterRef("meeting"), step__in=CALLED_AT)
    return AgendaEntry.objects.filter(
        Exists(invited),
        ~Exists(own(person, of="case")),
        meeting__in=Case.objects.filter(called_to(person, at).condition()),
        meeting__closed_on=None,
    )


def by_exception(person: Person, at: date, kind: GrantKind, now: datetime | None = None) -> Q:
    """The files that a row of exceptions in force opens to `person`."""
    rows = granted(person, at, now).filter(kind=kind, **about(Case))
    files = rows.annotate(file=Cast("object_pk", BigIntegerField())).values("file")
    return Q(pk__in=files)


def own(person: Person, of: str = "pk") -> QuerySet[Subject]:
    """The living rows that make `person` a subject of the case at `of` of the query around."""
    return Subject.objects.filter(case=OuterRef(of), person=person, superseded_by=None)


def _taken(steps: Iterable[str]) -> QuerySet[StepRecord]:
    return StepRecord.objects.filter(case=OuterRef("pk"), step__in=steps)
