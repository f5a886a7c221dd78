"""The same matrix asked of the database itself: a bare SELECT, sent for somebody, without any condition of ours."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from django.db import connection
from psycopg2 import sql

from desk.access.cast import Casting, person
from desk.access.matters import holder_of
from desk.access.probes import Where
from documents.models import Original
from proof import reader
from registry.journey_models import ForeignRelation

#: A table, its key, and the key of the row that is asked for; None where a file has no such row.
Row = tuple[str, str, int | None]


def row_of(address: str, where: Where) -> Row | None:
    """Return the row of the walled table that an address of the matrix means; None where the file has none."""
    found = _ROWS[address](where)
    return None if found[2] is None else found


def is_shown(row: Row, casting: Casting, where: Where) -> bool:
    """Whether the database shows that row to whoever plays `casting`."""
    table, key, number = row
    with _as(casting, where), connection.cursor() as cursor:
        asked = sql.SQL("SELECT EXISTS (SELECT FROM {} WHERE {} = %s)")
        cursor.execute(asked.format(*map(sql.Identifier, (table, key))), [number])
        return bool(cursor.fetchone()[0])


def _as(casting: Casting, where: Where) -> AbstractContextManager[None]:
    held = person(where.laid, casting.who)
    return reader.as_nobody() if held is None else reader.as_person(held.pk, where.laid.today)


def _record(step: str = "") -> Callable[[Where], Row]:
    """The record by which the file was opened, or that of a step."""

    def find(where: Where) -> Row:
        records = where.case.history.order_by("sequence")
        found = records.filter(step=step) if step else records
        return "cases_steprecord", "id", found.values_list("pk", flat=True).first()

    return find


def _paper(table: str, key: str, *, numbered: bool) -> Callable[[Where], Row]:
    """The first printed paper of the file with a number, or without one: minutes."""

    def find(where: Where) -> Row:
        printed = where.case.papers.filter(paper__print__isnull=False)
        held = printed.filter(paper__number__isnull=not numbered).order_by("paper_id")
        return table, key, held.values_list("paper_id", flat=True).first()

    return find


def _envelope(where: Where) -> Row:
    kept = where.laid.envelope if where.file == "giam_sat_xa" else None
    return "permissions_envelope", "id", kept and kept.pk


def _declaration(where: Where) -> Row:
    holder = holder_of(where.laid, where.file)
    declared = ForeignRelation.objects.filter(person=holder) if holder else None
    return (
        "registry_foreignrelation",
        "id",
        declared and declared.values_list("pk", flat=True).first(),
    )


def _identity(where: Where) -> Row:
    held = where.laid.envelope
    return "permissions_sealedidentity", "envelope_id", held and held.pk


_ROWS: dict[str, Callable[[Where], Row]] = {
    "cases_case": lambda where: ("cases_case", "id", where.case.pk),
    "cases_steprecord": _record(),
    "cases_steprecord draft": _record("draft_conclude"),
    "documents_paper": _paper("documents_paper", "id", numbered=True),
    "documents_original": lambda where: (
        "documents_original",
        "id",
        Original.objects.filter(paper__record_paper__case=where.case)
        .values_list("pk", flat=True)
        .first(),
    ),
    "documents_print": _paper("documents_print", "paper_id", numbered=True),
    "documents_print bb": _paper("documents_print", "paper_id", numbered=False),
    "registry_foreignrelation": _declaration,
    "permissions_envelope": _envelope,
    "permissions_sealedidentity": _identity,
}
