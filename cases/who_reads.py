"""Who may open one file now, and why: the ways of `cases.readers`, asked from the file's side.

A test compares both sides, person by person and way by way: a way added there is added here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.conflicts import barred_asked
from cases.models import AgendaEntry, Case, Participant, StepTaken, Subject, TeamSeat
from cases.readers import (
    ANSWERED_ABOVE,
    AUDITOR,
    CALLED_AT,
    CHAIRS,
    ENTERING,
    HANDS,
    HOME_LEADERS,
    MEETINGS,
    SERVED_AT,
    TOLD_AT,
)
from cases.sittings import MEMBERS
from permissions.exceptions import GrantKind, about, in_force
from permissions.roles import LEADING_A_LEVEL, Role
from permissions.ways import Part, Way, positions_opening
from registry.models import (
    AreaAssignment,
    BodyKind,
    Delegation,
    Membership,
    PaperOnly,
    Person,
    Placement,
    Post,
    on,
)
from registry.together import Talk, answered, side_by_side


@dataclass(frozen=True)
class Reading:
    """One person, the way by which they may open the file, and as what."""

    way: Way
    person: Person
    capacity: str = ""


def who_reads(case: Case, at: date) -> list[Reading]:
    """Return everyone who may open `case` on the day `at`, way by way; a person may have several."""
    return answered(who_reads_asked(case, at))[0]


def who_reads_asked(case: Case, at: date) -> Talk[list[Reading]]:
    """`who_reads`, asked step by step; all ways side by side."""
    about_them = _subjects(case).values_list("person", flat=True)
    yield [about_them]
    subjects = set(about_them)
    by_way = yield from side_by_side([asked(case, at) for asked in _WAYS.values()])
    return [
        Reading(way, person, capacity)
        for way, found in zip(_WAYS, by_way, strict=True)
        for person, capacity in found
        if way is Way.OWN or person.pk not in subjects
    ]


Found = Talk[list[tuple[Person, str]]]


def _nobody() -> Found:
    yield []
    return []


def _of_body(case: Case, at: date) -> Found:
    posts = Post.objects.filter(body=case.body_id, position__in=positions_opening(Part.HEADER))
    return _holders(posts, at)


def _on_team(case: Case, _at: date) -> Found:
    seats = TeamSeat.objects.filter(case=case).select_related("person").order_by("pk")
    yield [seats]
    return [(seat.person, Role(seat.role).label) for seat in seats]


def _taking_part(case: Case, at: date) -> Found:
    bodies = Participant.objects.filter(case=case).values("body")
    return _holders(Post.objects.filter(body__in=bodies, position__in=HANDS), at)


def _entering(case: Case, at: date) -> Found:
    """Who enters for the body that handles the file, or for one that takes part, where it keeps paper."""
    taking_part = Participant.objects.filter(case=case).values("body")
    kept = PaperOnly.objects.filter(on(at), Q(body=case.body_id) | Q(body__in=taking_part))
    bodies = kept.values("entered_by")
    return _holders(Post.objects.filter(body__in=bodies, position__in=ENTERING), at)


def _at_home(case: Case, at: date) -> Found:
    """Who leads the organisation the file is about, or that of the member it is about, once it was served."""
    records = StepTaken.objects.filter(case=case, step__in=(*TOLD_AT, *SERVED_AT))
    days = records.values_list("step", "acted_on").distinct()
    theirs = _subjects(case).values_list("organisation", flat=True)
    yield [days, theirs]
    homes: set[int | None] = set(theirs) if days else set()
    persons = _subjects(case).values("person")
    served = sorted({day for step, day in days if step in SERVED_AT})
    members = [
        Membership.objects.filter(on(day), person__in=persons).values_list("cell", flat=True)
        for day in served
    ]
    yield members
    homes |= {cell for cells in members for cell in cells}
    led = Post.objects.filter(position__in=HOME_LEADERS, body__organisation__in=homes - {None})
    return (yield from _holders(led, at))


def _answering(case: Case, at: date) -> Found:
    if case.procedure not in ANSWERED_ABOVE or case.body.kind != BodyKind.CELL:
        return _nobody()
    above = _right_above(case, at).values("parent")
    return _holders(Post.objects.filter(position__in=CHAIRS, body__organisation__in=above), at)


def _told_of_it(case: Case, at: date) -> Found:
    if not case.reported:
        return _nobody()
    leading = Post.objects.filter(position__in=(*LEADING_A_LEVEL, AUDITOR))
    return _holders(leading.filter(body__organisation__in=_reported_to(case, at)), at)


def _following(case: Case, at: date) -> Found:
    if not case.reported:
        return []
    ours = case.body.organisation_id
    areas = AreaAssignment.objects.filter(
        on(at), Q(unit=ours) | Q(unit__in=_right_above(case, at).values("parent")),
        body__organisation__in=_reported_to(case, at),
    )  # fmt: skip
    posts = Post.objects.filter(on(at), person=OuterRef("person"), body=OuterRef("body"))
    areas = areas.filter(Exists(posts)).select_related("person", "unit").order_by("pk")
    yield [areas]
    return [(area.person, area.unit.name) for area in areas]


def _called(case: Case, at: date) -> Found:
    return _voters(case, at) if case.procedure in MEETINGS else _nobody()


def _voting(case: Case, at: date) -> Found:
    invited = StepTaken.objects.filter(case=OuterRef("meeting"), step__in=CALLED_AT)
    entries = AgendaEntry.objects.filter(
        Exists(invited), case=case, meeting__closed_on=None
    ).select_related("meeting__body")
    yield [entries]
    by_meeting = yield from side_by_side([_voters(entry.meeting, at) for entry in entries])
    return [one for found in by_meeting for one in found]


def _own(case: Case, _at: date) -> Found:
    told = StepTaken.objects.filter(case=case, step__in=TOLD_AT)
    told_of = _subjects(case).filter(Exists(told), person__isnull=False)
    yield [told_of]
    return [(subject.person, "") for subject in told_of if subject.person]


def _excepted(kind: GrantKind) -> Callable[[Case, date], Found]:
    def asked(case: Case, at: date) -> Found:
        rows = in_force(at).filter(kind=kind, object_pk=str(case.pk), **about(Case))
        found = rows.select_related("person", "given_as__body").order_by("pk")
        yield [found]
        too_close = yield from barred_asked([row.person_id for row in found], case, at)
        opened = kind == GrantKind.EMERGENCY  # by the holder of a post; else it was given by one
        return [
            (row.person, _capacity(row.given_as) if opened else "")
            for row in found
            if row.person_id not in too_close
        ]

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
    people = Person.objects.filter(ours).distinct().order_by("sort_key")
    yield [people]
    return [(person, "") for person in people]


def _holders(posts: QuerySet[Post], at: date) -> Found:
    """Whoever holds one of `posts` on the day `at`, or then acts in it for its holder."""
    held = posts.filter(on(at))
    holding = held.select_related("person", "body").order_by("body", "pk")
    lent = Delegation.objects.filter(on(at), post__in=held)
    lent = lent.select_related("to", "post__body").order_by("post__body", "pk")
    yield [holding, lent]
    return [
        *((post.person, _capacity(post)) for post in holding),
        *((one.to, _capacity(one.post)) for one in lent),
    ]


def _reported_to(case: Case, at: date) -> Any:
    """The organisations in which a matter is known once it was reported."""
    if case.body.kind == BodyKind.CELL:
        return _right_above(case, at).values("parent")
    return [case.body.organisation_id]


def _right_above(case: Case, at: date) -> QuerySet[Placement]:
    return Placement.objects.filter(on(at), organisation=case.body.organisation_id)


def _capacity(post: Post) -> str:
    return f"{post.get_position_display()} · {post.body.name}"


def _subjects(case: Case) -> QuerySet[Subject]:
    return Subject.objects.filter(case=case, superseded_by=None).select_related("person")


_WAYS: dict[Way, Callable[[Case, date], Found]] = {
    Way.BODY: _of_body,
    Way.TEAM: _on_team,
    Way.TAKES_PART: _taking_part,
    Way.ENTERS: _entering,
    Way.SERVED: _at_home,
    Way.ANSWERS: _answering,
    Way.REPORTED: _told_of_it,
    Way.AREA: _following,
    Way.CALLED: _called,
    Way.VOTES: _voting,
    Way.OWN: _own,
    Way.GRANT: _excepted(GrantKind.EXCEPTION),
    Way.BREAK_GLASS: _excepted(GrantKind.EMERGENCY),
}
