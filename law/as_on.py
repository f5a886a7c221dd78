"""The law as it stood on one day, whatever day is asked about: for seeing a file under another law.

It decides nothing. Days are still counted on their own calendar, and what the law never said on that day is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from law.decision_tables import AuthorityRow, AuthorityTable
from law.hits import Hit
from law.lawbook import LawBook
from law.rows import Row


@dataclass(eq=False)
class AsOn(LawBook):
    """A law book that answers every question as of `day`."""

    day: date = field(default=date.min, kw_only=True)

    def row(self, rule_id: str, on: date, layer: str | None = None) -> Row | None:
        return super().row(rule_id, self.day, layer)

    def regime(self, line: str, on: date) -> dict[str, Any] | None:
        return super().regime(line, self.day)

    def _hit(self, rule_id: str, on: date, layer: str | None) -> Hit:
        return replace(super()._hit(rule_id, self.day, layer), on=on)


@dataclass(frozen=True)
class _TableAsOn(AuthorityTable):
    """The table of authority, always asked about one day."""

    day: date = date.min

    def matching(self, on: date, **question: str) -> list[AuthorityRow]:
        return super().matching(self.day, **question)


def as_on(book: LawBook, day: date) -> AsOn:
    """Return `book` as it read on `day`, for every day."""
    held = {one.name: getattr(book, one.name) for one in fields(LawBook)}
    table = book.authority_table
    return AsOn(
        **{**held, "_hits": {}, "authority_table": _TableAsOn(table.words, table.rows, day)},
        day=day,
    )
