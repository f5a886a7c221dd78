"""What lies in a file as handed in: evidence, statements, reserved opinions, requests and their answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Q

from cases.models import Case, FileRow
from cases.reading import File
from desk.gathering.addresses import case_url
from desk.gathering.said import answers_in_words, names_in
from desk.pages.handed import HandedRow
from desk.pages.parts import Fact, Link
from desk.worded import worded
from proof.reader import as_the_system
from registry.models import Person
from workflows import catalogue
from workflows.inputs import Input
from workflows.rows import RowKind

#: What officers find under “Tài liệu” of a file.
HANDED_IN = (
    RowKind.EVIDENCE, RowKind.STATEMENT, RowKind.RESERVATION, RowKind.RECONSIDERATION,
    RowKind.REQUEST_ANSWER,
)  # fmt: skip
#: What members lay in files about themselves.
OWN_KINDS = (RowKind.STATEMENT, RowKind.RESERVATION, RowKind.RECONSIDERATION)
#: What a member says of a matter, recorded by others as said or handed over by that member.
_RECORDED = (RowKind.REPORT, RowKind.RESERVATION, RowKind.HEARING, RowKind.COMPLAINT)


def handed_in(case: Case) -> list[HandedRow]:
    """Everything handed in to `case`, the newest first, as officers see it."""
    return list(_rows(case, _live(case).filter(kind__in=HANDED_IN)))


@as_the_system()  # what he said himself, from records that are not the member's to trace
def own_words(case: Case, file: File, person: Person) -> list[HandedRow]:
    """What `person`, whom the file is about, handed in or was recorded as saying, and the answers given.

    In a file about several, only what is marked as that person's.
    """
    me = [one.number for one in file.facts.subjects if one.is_person and one.register == person.pk]
    recorded = Q(facts__subject__in=me)
    if file.procedure.one_subject:
        recorded |= ~Q(facts__has_key="subject")
    asked = [row.number for row in file.facts.of(RowKind.RECONSIDERATION) if row.by == person.pk]
    theirs = (
        Q(laid_by__actor=person, kind__in=OWN_KINDS)
        | Q(recorded, kind__in=_RECORDED)
        | Q(kind=RowKind.REQUEST_ANSWER, facts__request__in=asked)
    )
    return list(_rows(case, _live(case).filter(theirs)))


def scan_of(row: FileRow) -> Mapping[str, Any] | None:
    """What names the file that came with a row, or None."""
    kept = (one for one in row.words.values() if isinstance(one, Mapping) and "sha256" in one)
    return next(kept, None)


def _live(case: Case) -> Any:
    return (
        FileRow.objects.filter(case=case, superseded_by=None)
        .select_related("laid_by__actor", "laid_by__post")
        .order_by("-number")
    )


def _rows(case: Case, rows: Iterable[FileRow]) -> Iterator[HandedRow]:
    procedure = catalogue.get(case.procedure)
    for row in rows:
        step = procedure.step(row.laid_by.step)
        post = row.laid_by.post
        office = f", {worded(post.get_position_display()).lower()}" if post else ""
        scan = scan_of(row)
        yield HandedRow(
            title=worded(step.label) if step else worded(RowKind(row.kind).label),
            day=row.laid_by.acted_on,
            by=row.laid_by.actor.full_name + office,
            said=list(_said(step.inputs if step else (), {**row.facts, **row.words})),
            file=Link(str(scan["name"]), case_url(case, "case-file", row=str(row.number)), "file")
            if scan
            else None,
        )


def _said(questions: Iterable[Input], answers: Mapping[str, Any]) -> Iterator[Fact]:
    names = names_in(questions, answers)
    return answers_in_words(questions, answers, names, without=("file", "subject", "row"))
