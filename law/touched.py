"""Which rules a reading of the law touched, and which rules two states of the law have otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from law import editions
from law.hits import Hit
from law.lawbook import LawBook
from law.rows import Parameter, Row


@dataclass(eq=False)
class Touched(LawBook):
    """A law book that notes which rules it was asked about, by whatever question."""

    rules: set[str] = field(default_factory=set, kw_only=True)

    def rule(self, rule_id: str, on: date, **context: Any) -> Hit:
        self.rules.add(rule_id)
        return super().rule(rule_id, on, **context)

    def parameter(self, rule_id: str) -> Parameter:
        self.rules.add(rule_id)
        return super().parameter(rule_id)

    def row(self, rule_id: str, on: date, layer: str | None = None) -> Row | None:
        self.rules.add(rule_id)
        return super().row(rule_id, on, layer)

    def all_parameters(self) -> Iterator[Parameter]:
        self.rules |= set(self.rule_ids)
        return super().all_parameters()


def noting(book: LawBook) -> Touched:
    """Return `book` as one that notes what it is asked; both keep the answers they have ready together."""
    return Touched(**{one.name: getattr(book, one.name) for one in fields(LawBook)})


def otherwise(one: LawBook, other: LawBook) -> frozenset[str] | None:
    """Return the ids of the rules that the two say otherwise on some day; None where more than rules differs."""
    if _beside(one) != _beside(other):
        return None
    mine, theirs = _by_rule(one), _by_rule(other)
    return frozenset(id_ for id_ in mine.keys() | theirs.keys() if mine.get(id_) != theirs.get(id_))


def _beside(book: LawBook) -> dict[str, Any]:
    """What a verdict may rest on beside the rows: instruments, calendars, tables, regimes, the floor, localities."""
    said = editions.whole(book)
    kept = {
        name: said[name]
        for name in ("regimes", "floor", "floor_exceptions", "instruments", "tables")
    }
    calendars = {layer: vars(one) for layer, one in book.calendars.items()}
    return {**kept, "calendars": calendars, "localities": list(book.localities)}


def _by_rule(book: LawBook) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for rule in book.all_parameters():
        told = (rule.layer, rule.label_vi, rule.kind, rule.selector, rule.covers, rule.cumulates)
        rows = [editions.plain_row(row) for row in rule.rows]
        found.setdefault(rule.id, []).append([told, rows])
    return found
