"""Who may read a file, as one condition of SQL: by office, seat, agenda, being told of it, or by exception."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from cases.models import AgendaEntry, Case, FileRow, Participant, StepTaken, Subject, TeamSeat
from cases.sittings import MEMBERS
from permissions.exceptions import GrantKind, about, granted
from permissions.roles import LEADING_A_LEVEL
from permissions.ways import BY_WAY, Part, Way, positions_opening
from registry.models import (
    AreaAssignment,
    Body,
    BodyKind,
    Kinship,
    Membership,
    PaperOnly,
    Person,
    Placement,
    Post,
    held_by,
    on,
)
from workflows import catalogue
from workflows.everyday.passing_on import LEARNS_AT
from workflows.offices import above_leads
from workflows.rows import RowKind

#: The steps at which a subject learns of the matter; before them nobody sees a file as its subject.
TOLD_AT = LEARNS_AT
#: The steps at which a conclusion or decision is made known to the person concerned.
MADE_KNOWN_AT = ("announce", "hand_over")
#: From these on, whoever leads the subject's own organisation reads what was made known.
SERVED_AT = ("serve_paper", *MADE_KNOWN_AT)
#: From these steps on, those who will vote read the matters of the agenda.
CALLED_AT = ("invite", "open_session")
#: Posts whose holders lead a body or write for it; its plain members read a matter only to vote on it.
HANDS = (
    "bi_thu", "pho_bi_thu", "chu_nhiem", "pho_chu_nhiem", "truong_ban", "pho_truong_ban",
    "kiem_tra_vien", "van_thu",
)  # fmt: skip

#: Posts whose holders enter for a body that keeps its files on paper.
ENTERING = ("truong_phong", "kiem_tra_vien", "van_thu")

#: Who leads an organisation is told of what was decided about it and its members.
HOME_LEADERS = ("bi_thu", "pho_bi_thu")

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
    """A way that leads through bodies: to those of their files that fit a condition, and to others `beside`.

    Each body has its files in an index, so a page of such a way is a page of each body, merged.
    """

    bodies: QuerySet[Body]
    files: Q
    beside: Q | None = None

    def condition(self) -> Q:
        """Return the way as one condition on a Case."""
        through = Q(self.files, body__in=self.bodies.values("pk"))
        return through if self.beside is None else through | self.beside


def ways(
    person: Person, at: date, part: Part = Part.HEADER, now: datetime | None = None
) -> dict[Way, Q]:
    """Every way to a `part` of a file on the day `at`, each as a condition on a Case.

    The part is open to whoever has at least one way; each condition alone is quick to page through. A
    person's own matter has one way only, whatever offices he holds: being told of it. Emergencies are
    those open at the moment `now` (else: this one). `cases.opened` keeps the SQL of all this: only
    values may depend on who asks and when, and only as they are given here.
    """
    posts = Post.objects.filter(held_by(person, at))
    hands = posts.filter(position__in=HANDS).values("body")
    by_bodies = {way: one.condition() for way, one in through_bodies(person, at, part).items()}
    by_office = {
        Way.BODY: by_bodies.pop(Way.BODY),
        Way.TEAM: Q(Exists(TeamSeat.objects.filter(case=OuterRef("pk"), person=person))),
        Way.TAKES_PART: taken_part_in(hands),
        Way.ENTERS: by_bodies.pop(Way.ENTERS),
        Way.SERVED: served_on(posts),
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
        Way.ENTERS: entered_by(PaperOnly.objects.filter(entering(posts, at)).values("body")),
        Way.ANSWERS: answered_from_above(posts, at),
        Way.REPORTED: reported_to(posts, at),
        Way.AREA: reported_from_areas(person, at),
        Way.CALLED: called_to(person, at),
    }


def entering(posts: QuerySet[Post], at: date) -> Q:
    """The condition on a PaperOnly row under which a holder of `posts` enters for its body on `at`."""
    hands = posts.filter(position__in=ENTERING)
    return on(at) & Q(entered_by__in=hands.values("body"))


def entered_by(on_paper: Any) -> OfBodies:
    """The matters that bodies `on_paper` handle or take part in: somebody enters what they did there."""
    handling = Body.objects.filter(pk__in=on_paper)
    return OfBodies(handling, Q(), beside=taken_part_in(on_paper))


def taken_part_in(bodies: Any) -> Q:
    """The matters in which one of `bodies` proposes or decides beside the body that handles them."""
    return Q(Exists(Participant.objects.filter(case=OuterRef("pk"), body__in=bodies)))


def served_on(posts: QuerySet[Post]) -> Q:
    """The matters about an organisation that a holder of `posts` leads, or about a member of it, once made known.

    A member belongs to where they were a member on the day something was served.
    """
    led = posts.filter(position__in=HOME_LEADERS).values("body__organisation")
    subjects = Subject.objects.filter(superseded_by=None)
    home = Membership.objects.filter(
        Q(last_day=None) | Q(last_day__gte=OuterRef("acted_on")), first_day__lte=OuterRef("acted_on"),
        cell__in=led, person=OuterRef(OuterRef("person")),
    )  # fmt: skip
    served = StepTaken.objects.filter(Exists(home), case=OuterRef("case"), step__in=SERVED_AT)
    members = Membership.objects.filter(cell__in=led).values("person")
    of_member = subjects.filter(Exists(served), person__in=members)
    told = StepTaken.objects.filter(case=OuterRef("case"), step__in=(*TOLD_AT, *SERVED_AT))
    of_organisation = subjects.filter(Exists(told), organisation__in=led)
    found = of_member.values("case").union(of_organisation.values("case"), all=True)
    return Q(pk__in=found)  # few files, found by whom they are about


def answered_from_above(posts: QuerySet[Post], at: date) -> OfBodies:
    """The matters of cells for which a chair or deputy directly above, by `posts`, answers for the law."""
    above = posts.filter(position__in=CHAIRS).values("body__organisation")
    return OfBodies(_cells_right_under(above, at), Q(procedure__in=ANSWERED_ABOVE))


def reported_to(posts: QuerySet[Post], at: date) -> OfBodies:
    """The matters reported to the organisations in which `posts` lead a body or audit its files."""
    leading = posts.filter(position__in=(*LEADING_A_LEVEL, AUDITOR))
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
    invited = StepTaken.objects.filter(case=OuterRef("meeting"), step__in=CALLED_AT)
    return AgendaEntry.objects.filter(
        Exists(invited),
        ~Exists(own(person, of="case")),
        meeting__in=Case.objects.filter(called_to(person, at).condition()),
        meeting__closed_on=None,
    )


def by_exception(person: Person, at: date, kind: GrantKind, now: datetime | None = None) -> Q:
    """The files that a row of exceptions in force opens to `person`: none to whom a conflict has since arisen.

    Whoever has become kin of a subject by a declaration, or has declared a conflict, reads it no more.
    """
    rows = granted(person, at, now).filter(kind=kind, **about(Case))
    # distinct, so that the numbers are read first and files found by them: a cast beside the wall would read all files
    files = rows.annotate(file=Cast("object_pk", BigIntegerField())).values("file").distinct()
    kin = Q(person__in=Kinship.objects.filter(person=person).values("relative"))
    kin |= Q(person__in=Kinship.objects.filter(relative=person).values("person"))
    of_kin = Subject.objects.filter(kin, case=OuterRef("pk"), superseded_by=None)
    declared = FileRow.objects.filter(
        case=OuterRef("pk"), kind=RowKind.WITHDRAWAL, laid_by__actor=person, superseded_by=None
    )
    return Q(~Exists(of_kin), ~Exists(declared), pk__in=files)


def own(person: Person, of: str = "pk") -> QuerySet[Subject]:
    """The living rows that make `person` a subject of the case at `of` of the query around."""
    return Subject.objects.filter(case=OuterRef(of), person=person, superseded_by=None)


def _taken(steps: Iterable[str]) -> QuerySet[StepTaken]:
    return StepTaken.objects.filter(case=OuterRef("pk"), step__in=steps)
