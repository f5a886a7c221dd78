"""A new file: its reference, its name, its subjects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection

from cases.models import Case, StepRecord, Subject, TeamSeat
from cases.reading import File, subject_fact
from cases.sittings import MEMBERS
from registry import tree
from registry.models import Body, Organisation, Person, Post, on
from registry.organs import management
from workflows.facts import Subject as SubjectFact
from workflows.matter import Matter
from workflows.rows import RowKind
from workflows.stages import Step

Subjects = Sequence[Person | Organisation]


def new_case(
    kind: type[Matter], body: Body, subjects: Subjects, acted_on: date, origin: Case | None
) -> Case:
    """Lay the bare file in its start stage; it is kept only if its first step is."""
    return Case.objects.create(
        reference=_reference(f"{kind.prefix}-{acted_on.year}"),
        procedure=kind.code,
        title=_title(kind, body, subjects),
        body=body,
        stage=kind.stage.start.value,
        opened_on=acted_on,
        moved_on=acted_on,
        origin=origin,
    )


def _reference(series: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO cases_counter (series, last) VALUES (%s, 1)"
            " ON CONFLICT (series) DO UPDATE SET last = cases_counter.last + 1 RETURNING last",
            [series],
        )
        return f"{series}-{cursor.fetchone()[0]:04}"


def _title(kind: type[Matter], body: Body, subjects: Subjects) -> str:
    names = [f"đồng chí {one}" if isinstance(one, Person) else str(one) for one in subjects]
    names = names or [body.name]
    return f"{kind.label}: {', '.join(names)}"[:300]


def subject_facts(subjects: Subjects, body: Body, day: date) -> tuple[SubjectFact, ...]:
    """The subjects as the rule book sees them on the day the file of `body` opens."""
    return tuple(_fact(number, one, body, day) for number, one in enumerate(subjects, start=1))


def team_before(case: int) -> list[dict[str, Any]]:
    """The team of the file this one came from, which goes on without a new decision."""
    seats = TeamSeat.objects.filter(case__followed_by=case).order_by("pk")
    return [{"person": seat.person_id, "role": seat.role} for seat in seats]


def _fact(number: int, one: Person | Organisation, body: Body, day: date) -> SubjectFact:
    if isinstance(one, Organisation):
        line = tree.above(one.pk, day)
        below = line.index(body.organisation_id) if body.organisation_id in line else None
        return subject_fact(number, None, one.pk, None, (), one.kind, below)
    posts = Post.objects.filter(on(day), person=one, position__in=MEMBERS)
    status = one.memberships.filter(on(day)).values_list("status", flat=True).first()
    return subject_fact(number, one.pk, None, status, posts.values_list("body__kind", flat=True))


def lay_subjects(case: Case, subjects: Subjects, record: StepRecord) -> None:
    """Lay the subjects under the record that opened the file; of a person, with who manages them that day."""
    Subject.objects.bulk_create(
        Subject(
            case=case,
            number=number,
            laid_by=record,
            **_told(one, case.opened_on),
        )
        for number, one in enumerate(subjects, start=1)
    )


def _told(one: Person | Organisation, day: date) -> dict[str, Any]:
    if isinstance(one, Organisation):
        return {"organisation": one}
    return {"person": one, **_managed(one.pk, day)}


def _managed(person: int, day: date) -> dict[str, Any]:
    return {"managed_by_id": management.as_of(person, day), "managed_on": day}


def add_subjects(file: File, record: int, step: Step, said: Mapping[str, Any]) -> None:
    """Lay the subjects that a signed change of the scope adds to a running file."""
    if step.lays is not RowKind.SCOPE or step.prepares:
        return
    number = max((one.number for one in file.facts.subjects), default=0)
    for name, column in (("member", "person_id"), ("organisation", "organisation_id")):
        if register := said.get(name):
            number += 1
            managed = _managed(int(register), file.facts.acted_on) if name == "member" else {}
            Subject.objects.create(
                case_id=file.id, number=number, laid_by_id=record, **{column: register}, **managed
            )
