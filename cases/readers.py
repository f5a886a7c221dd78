"""Who may read a file, as one condition of SQL: by office, by seat, by the agenda, or being told of it."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import AgendaEntry, Case, Participant, StepRecord, Subject
from cases.sittings import MEMBERS
from registry.models import BodyKind, Membership, Person, Placement, Post, on
from workflows import catalogue
from workflows.offices import above_leads

#: The steps at which a subject learns of the matter; before them nobody sees a file as its subject.
TOLD_AT = ("open", "plan", "present")
#: From these steps on, those who will vote read the matters of the agenda.
CALLED_AT = ("invite", "open_session")
#: Posts whose holders lead a body or write for it; its plain members read a matter only to vote on it.
HANDS = ("bi_thu", "pho_bi_thu", "chu_nhiem", "pho_chu_nhiem", "kiem_tra_vien", "van_thu")

CHAIRS = ("chu_nhiem", "pho_chu_nhiem")

#: Procedures in which whoever chairs directly above answers for the law.
ANSWERED_ABOVE = tuple(
    code for code, one in catalogue.PROCEDURES.items() if one.answers_law is above_leads
)
MEETINGS = tuple(code for code, one in catalogue.PROCEDURES.items() if one.is_meeting)


def readable(person: Person, at: date) -> Q:
    """The condition on a Case under which `person` may open it on the day `at`."""
    posts = Post.objects.filter(on(at), person=person)
    led = posts.filter(position__in=HANDS).values("body")
    taking_part = Participant.objects.filter(body__in=led)
    return (
        Q(Exists(posts.filter(body=OuterRef("body"))))
        | Q(Exists(Case.objects.filter(pk=OuterRef("pk"), team__person=person)))
        | Q(pk__in=taking_part.values("case"))
        | Q(pk__in=answered_from_above(person, at).values("pk"))
        | Q(pk__in=called_to(person, at).values("pk"))
        | Q(pk__in=to_vote_on(person, at).values("case"))
        | Q(Exists(own(person)) & Exists(_told()))
    )


def answered_from_above(person: Person, at: date) -> QuerySet[Case]:
    """The matters of cells for which `person`, chair or deputy directly above, answers for the law."""
    chairs = Post.objects.filter(on(at), person=person, position__in=CHAIRS)
    placed = Placement.objects.filter(on(at), parent__in=chairs.values("body__organisation"))
    return Case.objects.filter(
        procedure__in=ANSWERED_ABOVE,
        body__kind=BodyKind.CELL,
        body__organisation__in=placed.values("organisation"),
    )


def called_to(person: Person, at: date) -> QuerySet[Case]:
    """The meetings, over or not, of the bodies in which `person` votes on the day `at`."""
    posts = Post.objects.filter(on(at), person=person, position__in=MEMBERS)
    cells = Membership.objects.filter(on(at), person=person, status=Membership.Status.OFFICIAL)
    ours = Q(body__in=posts.values("body")) | Q(
        body__kind=BodyKind.CELL, body__organisation__in=cells.values("cell")
    )
    return Case.objects.filter(ours, procedure__in=MEETINGS)


def to_vote_on(person: Person, at: date) -> QuerySet[AgendaEntry]:
    """The matters, none of them the person's own, of meetings that were called and are not over."""
    invited = StepRecord.objects.filter(case=OuterRef("meeting"), step__in=CALLED_AT)
    return AgendaEntry.objects.filter(
        Exists(invited),
        ~Exists(own(person, of="case")),
        meeting__in=called_to(person, at),
        meeting__closed_on=None,
    )


def own(person: Person, of: str = "pk") -> QuerySet[Subject]:
    """The living rows that make `person` a subject of the case at `of` of the query around."""
    return Subject.objects.filter(case=OuterRef(of), person=person, superseded_by=None)


def _told() -> QuerySet[StepRecord]:
    return StepRecord.objects.filter(case=OuterRef("pk"), step__in=TOLD_AT)
