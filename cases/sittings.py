"""Meetings as the rule book sees them: the people of a body on a day, the roll, the agenda."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cases.models import AgendaEntry, Case, FileRow
from law.electorate import Person as Voter
from registry.models import Body, BodyKind, Membership, Person, Post, VotingStatus, on
from workflows.facts import Facts, Row
from workflows.rows import RowKind
from workflows.sitting import Sitting

#: Posts whose holders are members of a committee; officers and clerks are not.
MEMBERS = ("bi_thu", "pho_bi_thu", "chu_nhiem", "pho_chu_nhiem", "uy_vien")


def people_of(body: Body, day: date) -> list[Person]:
    """Everyone who belongs to the body on a day, in the order people sort names."""
    if body.kind == BodyKind.CELL:
        ours = Membership.objects.filter(on(day), cell=body.organisation_id)
        found = Person.objects.filter(memberships__in=ours)
    else:
        posts = Post.objects.filter(on(day), body=body, position__in=MEMBERS)
        found = Person.objects.filter(posts__in=posts)
    return list(found.distinct().order_by("sort_key"))


def name_of(body: Body) -> str:
    """A meeting of the body by its official word: an inspection committee's is a kỳ họp."""
    return f"{'kỳ họp' if body.kind == BodyKind.INSPECTION else 'hội nghị'} {body.name}"


def of_meeting(reference: str, facts: Facts, case: int) -> Sitting | None:
    """The meeting of that reference as the matter `case` finds it; None when there is no such meeting."""
    meeting = (
        Case.objects.filter(reference=reference, procedure="HN").select_related("body").first()
    )
    if meeting is None:
        return None
    rows = list(FileRow.objects.filter(case=meeting, superseded_by=None).order_by("number"))
    purposes = AgendaEntry.objects.filter(meeting=meeting, case=case).values_list(
        "purpose", flat=True
    )
    mine = Case.objects.values_list("reference", flat=True).get(pk=case)
    people = people_of(meeting.body, _day(rows, facts))
    return _sitting(meeting, rows, facts, people, tuple(purposes), mine)


def of_itself(case: int, facts: Facts) -> Sitting:
    """The meeting whose own file is open: who belongs to it, before the roll is called."""
    meeting = Case.objects.select_related("body").get(pk=case)
    return seated(meeting, facts)[0]


def seated(meeting: Case, facts: Facts) -> tuple[Sitting, list[Person]]:
    """A meeting by the `facts` of its own file, and the people who belong to it."""
    people = people_of(meeting.body, _day(facts.rows, facts))
    return _sitting(meeting, facts.rows, facts, people), people


def before(sitting: Sitting, meeting: Facts, matter: Facts, case: str) -> Sitting:
    """The same meeting as the matter `case` finds it: who is accused in it, who asked not to vote on it."""
    recused = {str(row.facts["person"]) for row in meeting.of(RowKind.RECUSAL, case=case)}
    accused = {str(subject.register) for subject in matter.subjects if subject.is_person}
    purposes = tuple(row.facts["purpose"] for row in meeting.of(RowKind.AGENDA, case=case))
    people = tuple(
        replace(one, accused=one.id in accused, recused=one.id in recused) for one in sitting.people
    )
    return replace(sitting, people=people, purposes=purposes)


def _day(rows: Iterable[FileRow | Row], facts: Facts) -> date:
    called = [row for row in rows if row.kind == RowKind.ORIGIN]
    return date.fromisoformat(called[-1].facts["held_on"]) if called else facts.acted_on


def _sitting(
    meeting: Case,
    rows: Sequence[FileRow | Row],
    facts: Facts,
    people: list[Person],
    purposes: tuple[str, ...] = (),
    case: str = "",
) -> Sitting:
    day = _day(rows, facts)
    rolls = [row.facts["attendance"] for row in rows if row.kind == RowKind.ATTENDANCE]
    here = {one["person"] for one in rolls[-1] if one["here"] == "co_mat"} if rolls else None
    recused = {
        row.facts["person"]
        for row in rows
        if row.kind == RowKind.RECUSAL and row.facts["case"] == case
    }
    accused = {subject.register for subject in facts.subjects if subject.is_person}
    statuses = _statuses(meeting.body, people, day)
    return Sitting(
        meeting=meeting.reference,
        body=meeting.body_id,
        kind=meeting.body.kind,
        held_on=day,
        stage=meeting.stage,
        purposes=purposes,
        people=tuple(
            Voter(
                id=str(one.pk),
                statuses=frozenset(statuses.get(one.pk, ())),
                present=here is None or one.pk in here,
                accused=one.pk in accused,
                recused=one.pk in recused,
            )
            for one in people
        ),
    )


def _statuses(body: Body, people: list[Person], day: date) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    dated: Any = VotingStatus.objects.filter(on(day), person__in=people)
    for person, status in dated.values_list("person", "status"):
        found.setdefault(person, set()).add(status)
    if body.kind == BodyKind.CELL:
        probationary = Membership.objects.filter(
            on(day), cell=body.organisation_id, status=Membership.Status.PROBATIONARY
        )
        for person in probationary.values_list("person", flat=True):
            found.setdefault(person, set()).add("du_bi")
    return found
