"""A new file: its reference, its name, its subjects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import connection

from cases.models import Case, StepRecord, Subject
from registry.models import Body, Organisation, Person
from workflows.facts import Subject as SubjectFact
from workflows.matter import Matter

Subjects = Sequence[Person | Organisation]


def new_case(
    kind: type[Matter], body: Body, subjects: Subjects, acted_on: date, origin: Case | None
) -> Case:
    """Lay the bare file in its start stage; it is kept only if its first step is."""
    return Case.objects.create(
        reference=_reference(f"{kind.prefix}-{acted_on.year}"),
        procedure=kind.code,
        title=_title(kind, subjects),
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


def _title(kind: type[Matter], subjects: Subjects) -> str:
    names = [f"đồng chí {one}" if isinstance(one, Person) else str(one) for one in subjects]
    return f"{kind.label}: {', '.join(names)}"[:300]


def subject_facts(subjects: Subjects) -> tuple[SubjectFact, ...]:
    """The subjects as the rule book sees them."""
    return tuple(
        SubjectFact(number, isinstance(one, Person), one.pk)
        for number, one in enumerate(subjects, start=1)
    )


def lay_subjects(case: Case, subjects: Subjects, record: StepRecord) -> None:
    """Lay the subjects under the record that opened the file."""
    Subject.objects.bulk_create(
        Subject(
            case=case,
            number=number,
            laid_by=record,
            **{"person" if isinstance(one, Person) else "organisation": one},
        )
        for number, one in enumerate(subjects, start=1)
    )
