"""Who may read a file, as one condition of SQL: by office, by seat, by the agenda, or being told of it."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet, TextChoices

from cases.models import AgendaEntry, Case, Participant, StepRecord, Subject, TeamSeat
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


class Way(TextChoices):
    """By what a person may open a file."""

    BODY = "co_quan", "cơ quan của người đó thụ lý hồ sơ"
    TEAM = "doan", "có tên trong đoàn"
    TAKES_PART = "tham_gia", "lãnh đạo hoặc giúp việc cơ quan tham gia xem xét"
    ANSWERS = "cap_tren", "trả lời câu hỏi về quy định cho cấp dưới trực tiếp"
    CALLED = "duoc_trieu_tap", "thành viên của cuộc họp"
    VOTES = "bieu_quyet", "sẽ biểu quyết hồ sơ tại cuộc họp"
    OWN = "ban_than", "hồ sơ về chính mình, đã được thông báo"


def ways(person: Person, at: date) -> dict[Way, Q]:
    """Every way into a file on the day `at`, each as a condition on a Case.

    A file opens to whoever has at least one way; each condition alone is quick to page through.
    A file about oneself opens by no office, only by being told of it.
    """
    posts = Post.objects.filter(on(at), person=person)
    led = posts.filter(position__in=HANDS).values("body")
    by_office = {
        Way.BODY: Q(body__in=posts.values("body")),
        Way.TEAM: Q(Exists(TeamSeat.objects.filter(case=OuterRef("pk"), person=person))),
        Way.TAKES_PART: Q(Exists(Participant.objects.filter(case=OuterRef("pk"), body__in=led))),
        Way.ANSWERS: answered_from_above(person, at),
        Way.CALLED: called_to(person, at),
        Way.VOTES: Q(Exists(to_vote_on(person, at).filter(case=OuterRef("pk")))),
    }
    others = ~Q(Exists(own(person)))
    return {
        **{way: condition & others for way, condition in by_office.items()},
        Way.OWN: Q(Exists(own(person))) & Q(Exists(_told())),
    }


def readable(person: Person, at: date) -> Q:
    """The condition on a Case under which `person` may open it on the day `at`: any way will do."""
    return reduce(or_, ways(person, at).values())


def answered_from_above(person: Person, at: date) -> Q:
    """The matters of cells for which `person`, chair or deputy directly above, answers for the law."""
    chairs = Post.objects.filter(on(at), person=person, position__in=CHAIRS)
    placed = Placement.objects.filter(on(at), parent__in=chairs.values("body__organisation"))
    return Q(
        procedure__in=ANSWERED_ABOVE,
        body__kind=BodyKind.CELL,
        body__organisation__in=placed.values("organisation"),
    )


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
    invited = StepRecord.objects.filter(case=OuterRef("meeting"), step__in=CALLED_AT)
    return AgendaEntry.objects.filter(
        Exists(invited),
        ~Exists(own(person, of="case")),
        meeting__in=Case.objects.filter(called_to(person, at)),
        meeting__closed_on=None,
    )


def own(person: Person, of: str = "pk") -> QuerySet[Subject]:
    """The living rows that make `person` a subject of the case at `of` of the query around."""
    return Subject.objects.filter(case=OuterRef(of), person=person, superseded_by=None)


def _told() -> QuerySet[StepRecord]:
    return StepRecord.objects.filter(case=OuterRef("pk"), step__in=TOLD_AT)
