"""Keeping what is searched true to the files: those that have grown are read afresh, nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from django.db import connection, transaction
from psycopg2.extras import execute_values

from cases.models import Case, FileRow, Finding, RecordPaper, Subject
from cases.search_models import FileWords, PaperWords
from documents.states import OPEN
from proof.reader import as_the_system
from registry.names import as_vector
from workflows import catalogue
from workflows.rows import RowKind

#: So many of the last records are looked at while a page waits; what they miss is found by the job.
LAST = 300
_BATCH = 300
#: Whoever lays words holds this lock, so that none are written twice.
_LOCK = 0x7469_6D6B

#: What people wrote and whoever reads the evidence of a file reads: no drafts, no opinions on them, no votes.
INSIDE = (
    RowKind.PLAN, RowKind.OUTLINE, RowKind.MINUTES, RowKind.REPORT, RowKind.REFUSAL, RowKind.EVIDENCE,
    RowKind.RESULT, RowKind.CONFERENCE, RowKind.DEMAND, RowKind.REMEDY, RowKind.REMEDY_CHECKED, RowKind.CHANGE,
    RowKind.SCOPE, RowKind.HEARING, RowKind.APPRAISAL, RowKind.STATEMENT, RowKind.EXAMINATION, RowKind.EXAMINED,
    RowKind.MEASURE, RowKind.HEAD, RowKind.PROCEEDINGS, RowKind.OUTCOME, RowKind.PROOF, RowKind.GROUND,
)  # fmt: skip

#: Rows about whoever sent a letter. Of a file that has a step laying one, only the heading is searched.
_OF_SENDERS = frozenset(
    {RowKind.RECEIPT, RowKind.SENDER_TOLD, RowKind.SENDER_CHECKED, RowKind.SENDER_WITHDREW}
)

_CHANGED = "(w.case_id IS NULL OR w.records <> c.records OR w.body_id <> c.body_id)"
_OF_LAST = f"""
SELECT c.id FROM (SELECT DISTINCT case_id FROM
    (SELECT case_id FROM cases_steprecord ORDER BY id DESC LIMIT {LAST}) AS last) AS grown
  JOIN cases_case c ON c.id = grown.case_id LEFT JOIN cases_filewords w ON w.case_id = c.id
WHERE {_CHANGED} ORDER BY c.id
"""  # noqa: S608 -- our own words
_OF_ALL = f"""
SELECT c.id FROM cases_case c LEFT JOIN cases_filewords w ON w.case_id = c.id
WHERE {_CHANGED} ORDER BY c.id
"""  # noqa: S608 -- likewise

_FILES = """
INSERT INTO cases_filewords (case_id, body_id, records, heading, inside) VALUES %s
ON CONFLICT (case_id) DO UPDATE SET body_id = excluded.body_id, records = excluded.records,
  heading = excluded.heading, inside = excluded.inside
"""
_PAPERS = """
INSERT INTO cases_paperwords (paper_id, case_id, body_id, words) VALUES %s
ON CONFLICT (paper_id) DO UPDATE SET body_id = excluded.body_id, words = excluded.words
"""


@as_the_system()  # words are laid of every file; who may find them is asked when somebody looks
def refresh() -> int:
    """Lay the words of the files that grew last; return how many those were. One statement where none did."""
    return _lay(_asked(_OF_LAST))


@as_the_system()
def refresh_all() -> int:
    """Lay the words of every file that has grown: what the scheduled job does."""
    return _lay(_asked(_OF_ALL))


@as_the_system()
def rebuild() -> int:
    """Throw all words away and lay them again from nothing but the files; return of how many."""
    with transaction.atomic():
        _locked()
        PaperWords.objects.all().delete()
        FileWords.objects.all().delete()
    return refresh_all()


def _asked(statement: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [row[0] for row in cursor.fetchall()]


def _lay(cases: Sequence[int]) -> int:
    for start in range(0, len(cases), _BATCH):
        with transaction.atomic():
            _locked()
            held = _Read(cases[start : start + _BATCH])
            with connection.cursor() as cursor:
                execute_values(cursor.cursor, _FILES, list(held.files()))
                execute_values(cursor.cursor, _PAPERS, list(held.papers()))
    return len(cases)


def _locked() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


class _Read:
    """Some files with what is said in them, read in five statements."""

    def __init__(self, cases: Sequence[int]):
        living = {"case__in": cases, "superseded_by": None}
        self._cases = Case.objects.filter(pk__in=cases).select_related("body")
        self._subjects = _by_case(
            Subject.objects.filter(**living).select_related("person", "organisation")
        )
        self._findings = _by_case(Finding.objects.filter(**living))
        self._rows = _by_case(FileRow.objects.filter(**living, kind__in=INSIDE))
        self._papers = _by_case(
            RecordPaper.objects.filter(case__in=cases)
            .exclude(paper__state__in=OPEN)
            .select_related("paper")
        )

    def files(self) -> Iterator[tuple[object, ...]]:
        """Each file as its words are kept."""
        for case in self._cases:
            heading = " ".join(self._heading(case))
            inside = " ".join((heading, *self._inside(case)))
            yield case.pk, case.body_id, case.records, as_vector(heading), as_vector(inside)

    def papers(self) -> Iterator[tuple[object, ...]]:
        """Each paper of them as its words are kept."""
        for case in self._cases:
            for held in self._papers.get(case.pk, ()):
                paper = held.paper
                said = [paper.number_text, paper.catalogued.title, paper.title]
                if case.procedure not in of_senders():
                    said += _strings(paper.values)
                yield paper.pk, case.pk, case.body_id, as_vector(" ".join(said))

    def _heading(self, case: Case) -> Iterator[str]:
        yield from (case.reference, case.title, str(catalogue.get(case.procedure).label))
        yield case.body.name
        yield from (str(subject) for subject in self._subjects.get(case.pk, ()))

    def _inside(self, case: Case) -> Iterator[str]:
        if case.procedure in of_senders():
            return
        yield from (held.paper.number_text for held in self._papers.get(case.pk, ()))
        yield from (finding.content for finding in self._findings.get(case.pk, ()))
        for row in self._rows.get(case.pk, ()):
            yield from _strings(row.words)


@cache
def of_senders() -> frozenset[str]:
    """The procedures in whose files something is written about whoever sent a letter."""
    return frozenset(
        code
        for code, one in catalogue.PROCEDURES.items()
        if any(step.lays in _OF_SENDERS for step in one.steps.values())
    )


def _by_case(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found


def _strings(said: Any) -> Iterator[str]:
    """Every text in a structure of lists and named values."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        for one in said.values():
            yield from _strings(one)
    elif isinstance(said, (list, tuple)):
        for one in said:
            yield from _strings(one)
