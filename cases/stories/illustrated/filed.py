"""Everything that lies in the files of one family, read together: the same few statements however many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from cases.models import (
    Case,
    DeadlineRow,
    FileRow,
    Finding,
    Participant,
    RecordPaper,
    StepRecord,
    Subject,
)
from proof.verify import first_fault
from registry.models import Body, Person
from registry.together import together
from workflows import catalogue
from workflows.matter import Matter


@dataclass(frozen=True)
class Filed:
    """One file as the records tell it; what is counted inside it is found by its number there."""

    case: Case
    procedure: type[Matter]
    history: Sequence[StepRecord]
    rows: dict[int, FileRow]
    findings: dict[int, Finding]
    subjects: dict[int, Subject]
    held: Sequence[RecordPaper]
    deadlines: Sequence[DeadlineRow]
    people: dict[int, Person]
    bodies: dict[int, Body]

    def laid_by(self, record: StepRecord) -> list[FileRow]:
        """The rows that one step laid."""
        return [row for row in self.rows.values() if row.laid_by_id == record.pk]

    def at(self, sequence: int) -> StepRecord | None:
        """The record at a place of the history."""
        return next((one for one in self.history if one.sequence == sequence), None)

    def fault(self) -> str:
        """What breaks the chain of this history; empty when it holds from end to end."""
        entries = ((r.sequence, r.content, r.hash, r.claims()) for r in self.history)
        found = first_fault(
            f"case:{self.case.pk}", entries, head=self.case.head, length=self.case.records
        )
        return found.what if found else ""


def read(cases: Sequence[Case]) -> list[Filed]:
    """Read the files of `cases` afresh, in their order: three statements, however many there are."""
    fresh = Case.objects.select_related("body", "origin").in_bulk([case.pk for case in cases])
    cases = [fresh[case.pk] for case in cases]
    laid: list[QuerySet[Any]] = [
        StepRecord.objects.select_related(
            "actor", "post__body", "body", "facts", "standing"
        ).order_by("sequence"),
        RecordPaper.objects.select_related("paper__signed_by", "paper__print")
        .annotate(emptied=ExpressionWrapper(Q(paper__values={}), BooleanField()))
        .defer("paper__values", "paper__print__pdf")
        .order_by("paper_id"),
        FileRow.objects.order_by("number"),
        Finding.objects.order_by("pk"),
        Subject.objects.select_related("person", "organisation"),
        DeadlineRow.objects.order_by("last_day"),
    ]
    of_these = [rows.filter(case__in=cases) for rows in laid]
    taking_part = Participant.objects.filter(case__in=cases).select_related("body")
    together(*of_these, taking_part)
    history, held, rows, findings, subjects, deadlines = map(_by_case, of_these)
    people = Person.objects.in_bulk(
        [n for case in cases for record in history[case.pk] for n in _named(case, record)]
    )
    bodies = {one.body_id: one.body for one in taking_part}
    return [
        Filed(
            case=case,
            procedure=catalogue.get(case.procedure),
            history=history[case.pk],
            rows={row.number: row for row in rows[case.pk]},
            findings={finding.number: finding for finding in findings[case.pk]},
            subjects={subject.number: subject for subject in subjects[case.pk]},
            held=held[case.pk],
            deadlines=deadlines[case.pk],
            people=people,
            bodies=bodies,
        )
        for case in cases
    ]


def _by_case(found: Iterable[Any]) -> dict[int, list[Any]]:
    sorted_: dict[int, list[Any]] = defaultdict(list)
    for one in found:
        sorted_[one.case_id].append(one)
    return sorted_


def _named(case: Case, record: StepRecord) -> Iterator[int]:
    """Register numbers of the people whom answers name: seats of a team, holders of posts."""
    yield from (seat["person"] for seat in record.inputs.get("team") or ())
    step = catalogue.get(case.procedure).step(record.step)
    for asked in step.inputs if step else ():
        if asked.kind in ("post", "person") and asked.name in record.inputs:
            yield record.inputs[asked.name]
