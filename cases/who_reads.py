"""Who may open one file now, and why: the ways of `cases.readers`, asked from the file's side.

A test compares both sides, person by person and way by way: a way added there is added here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import AgendaEntry, Case, Participant, StepRecord, Subject, TeamSeat
from cases.readers import (
    ANSWERED_ABOVE,
    AUDITOR,
    CALLED_AT,
    CHAIRS,
    HANDS,
    MEETINGS,
    REPORTED_AT,
    TOLD_AT,
)
from cases.sittings import MEMBERS
from permissions.exceptions import GrantKind, about, in_force
from permissions.roles import LEADING, Role
from permissions.ways import Way
from registry.models import (
    AreaAssignment,
    BodyKind,
    Delegation,
    Membership,
    Person,
    Placement,
    Post,
    on,
)


@dataclass(frozen=True)
class Reading:
    """One person, the way by which they may open the file, and as what."""

    way: Way
    person: Person
    capacity: str = ""


def who_reads(case: Case, at: date) -> list[Reading]:
    """Return everyone who may open `case` on the day `at`, way by way; a person may have several.

    Whom the file is about opens it by no office, only by having been told of it.
    """
    subjects = set(_subjects(case).values_list("person", flat=True))
    return [
        Reading(way, person, capacity)
        for way, asked in _WAYS.items()
        for person, capacity in asked(case, at)
        if way is Way.OWN or person.pk not in subjects
    ]


Found = Iterator[tuple[Person, str]]


def _of_body(case: Case, at: date) -> Found:
    return _holders(Post.objects.filter(on(at), body=case.body_id), at)


def _on_team(case: Case, _at: date) -> Found:
    for seat in TeamSeat.objects.filter(case=case).select_related("person").order_by("pk"):
        yield seat.person, Role(seat.role).label


def _taking_part(case: Case, at: date) -> Found:
    bodies = Participant.objects.filter(case=case).values("body")
    return _holders(Post.objects.filter(on(at), body__in=bodies, position__in=HANDS), at)


def _answering(case: Case, at: date) -> Found:
    if case.procedure not in ANSWERED_ABOVE or case.body.kind != BodyKind.CELL:
        return iter(())
    placed = Placement.objects.filter(on(at), organisation=case.body.organisation_id)
    chairs = Post.objects.filter(
        on(at), position__in=CHAIRS, body__organisation__in=placed.values("parent")
    )
    return _holders(chairs, at)


def _told_by_report(case: Case, at: date) -> Found:
    """Whoever leads a body of the organisation that was reported to, or audits its files."""
    if not (reached := _reported_to(case, at)):
        return iter(())
    leading = Post.objects.filter(
        on(at), body__organisation__in=reached, position__in=(*LEADING, AUDITOR)
    )
    return _holders(leading, at)


def _following(case: Case, at: date) -> Found:
    """Whoever follows the unit, or the one above it, for a body of the organisation reported to."""
    if not (reached := _reported_to(case, at)):
        return
    units = [case.body.organisation_id, *_above(case, at)]
    areas = AreaAssignment.objects.filter(
        on(at),
        Exists(Post.objects.filter(on(at), person=OuterRef("person"), body=OuterRef("body"))),
        unit__in=units,
        body__organisation__in=reached,
    )
    for area in areas.select_related("person", "unit").order_by("pk"):
        yield area.person, str(area.unit)


def _reported_to(case: Case, at: date) -> list[int]:
    """The organisation that the file was reported to: of a cell the one above it, else its own."""
    steps = REPORTED_AT.get(case.procedure, [])
    if not StepRecord.objects.filter(case=case, step__in=steps).exists():
        return []
    return _above(case, at) if case.body.kind == BodyKind.CELL else [case.body.organisation_id]


def _above(case: Case, at: date) -> list[int]:
    placed = Placement.objects.filter(on(at), organisation=case.body.organisation_id)
    return list(placed.values_list("parent", flat=True))


def _called(case: Case, at: date) -> Found:
    return _voters(case, at) if case.procedure in MEETINGS else iter(())


def _voting(case: Case, at: date) -> Found:
    invited = StepRecord.objects.filter(case=OuterRef("meeting"), step__in=CALLED_AT)
    entries = AgendaEntry.objects.filter(
        Exists(invited), case=case, meeting__closed_on=None
    ).select_related("meeting__body")
    for entry in entries:
        yield from _voters(entry.meeting, at)


def _own(case: Case, _at: date) -> Found:
    told = StepRecord.objects.filter(case=case, step__in=TOLD_AT)
    for subject in _subjects(case).filter(Exists(told), person__isnull=False):
        yield subject.person, ""


def _excepted(kind: GrantKind) -> Callable[[Case, date], Found]:
    def asked(case: Case, at: date) -> Found:
        subjects = _subjects(case).filter(person=OuterRef("person"))
        rows = in_force(at).filter(
            ~Exists(subjects), kind=kind, object_pk=str(case.pk), **about(Case)
        )
        for row in rows.select_related("person", "given_as__body").order_by("pk"):
            opened = (
                kind == GrantKind.EMERGENCY
            )  # by the holder of a post; else it was given by one
            yield row.person, _capacity(row.given_as) if opened else ""

    return asked


def _voters(meeting: Case, at: date) -> Found:
    """The members of the body that meets; of a cell, whoever has a vote there too."""
    posts = Post.objects.filter(on(at), body=meeting.body_id, position__in=MEMBERS)
    ours = Q(posts__in=posts)
    if meeting.body.kind == BodyKind.CELL:
        cell = meeting.body.organisation_id
        ours |= Q(
            memberships__in=Membership.objects.filter(
                on(at), cell=cell, status=Membership.Status.OFFICIAL
            )
        )
    for person in Person.objects.filter(ours).distinct().order_by("sort_key"):
        yield person, ""


def _holders(posts: QuerySet[Post], at: date) -> Found:
    """Who holds the posts, and who acts in one of them for its holder."""
    for post in posts.select_related("person", "body").order_by("body", "pk"):
        yield post.person, _capacity(post)
    lent = Delegation.objects.filter(on(at), post__in=posts).select_related("to", "post__body")
    for one in lent.order_by("pk"):
        yield one.to, f"{one.get_kind_display()}: {_capacity(one.post)}"


def _capacity(post: Post) -> str:
    return f"{post.get_position_display()} · {post.body.name}"


def _subjects(case: Case) -> QuerySet[Subject]:
    return Subject.objects.filter(case=case, superseded_by=None).select_related("person")


_WAYS: dict[Way, Callable[[Case, date], Found]] = {
    Way.BODY: _of_body,
    Way.TEAM: _on_team,
    Way.TAKES_PART: _taking_part,
    Way.ANSWERS: _answering,
    Way.REPORTED: _told_by_report,
    Way.AREA: _following,
    Way.CALLED: _called,
    Way.VOTES: _voting,
    Way.OWN: _own,
    Way.GRANT: _excepted(GrantKind.EXCEPTION),
    Way.BREAK_GLASS: _excepted(GrantKind.EMERGENCY),
}
