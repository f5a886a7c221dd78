"""Everything that lies in the files of one family, read together: the same few statements however many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

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
    """Read the files of `cases` afresh, in their order: as many statements as there are kinds of rows."""
    fresh = Case.objects.select_related("body", "origin").in_bulk([case.pk for case in cases])
    cases = [fresh[case.pk] for case in cases]
    history = _by_case(
        StepRecord.objects.filter(case__in=cases)
        .select_related("actor", "post__body", "body", "facts", "standing")
        .order_by("sequence")
    )
    held = _by_case(
        RecordPaper.objects.filter(case__in=cases)
        .select_related("paper__signed_by", "paper__print")
        .defer("paper__values", "paper__print__pdf")
        .order_by("paper_id")
    )
    rows = _by_case(FileRow.objects.filter(case__in=cases).order_by("number"))
    findings = _by_case(Finding.objects.filter(case__in=cases).order_by("pk"))
    subjects = _by_case(
        Subject.objects.filter(case__in=cases).select_related("person", "organisation")
    )
    deadlines = _by_case(DeadlineRow.objects.filter(case__in=cases).order_by("last_day"))
    people = Person.objects.in_bulk(
        [n for case in cases for record in history[case.pk] for n in _named(case, record)]
    )
    taking_part = Participant.objects.filter(case__in=cases).select_related("body")
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
