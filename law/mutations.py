"""The law with one row taken away or moved by a day: what every used row must be caught by."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from law.lawbook import LawBook
from law.rows import Parameter, Row

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Mutation:
    """One change to one row; `book` is the law after it."""

    key: str
    change: str
    book: LawBook


def mutations(book: LawBook, key: str) -> Iterator[Mutation]:
    """Yield the law without the row, and with its first or last day moved one day each way.

    A row moved into its neighbour takes the day from it, so that no two rows ever overlap.
    """
    row = next(row for row in book.rows() if row.key == key)
    yield Mutation(key, "deleted", _with(book, row, None))
    for change, start, end in (
        ("starts a day later", row.start + DAY, row.end),
        ("starts a day earlier", row.start - DAY, row.end),
        ("ends a day earlier", row.start, row.end and row.end - DAY),
        ("ends a day later", row.start, row.end and row.end + DAY),
    ):
        if (start, end) != (row.start, row.end) and (end is None or start <= end):
            yield Mutation(key, change, _with(book, row, replace(row, start=start, end=end)))


def _with(book: LawBook, old: Row, new: Row | None) -> LawBook:
    if old.layer is None:
        parameters = {**book.parameters, old.rule: _changed(book.parameters[old.rule], old, new)}
        return replace(book, parameters=parameters, _hits={})
    rules = book.layers[old.layer]
    changed = {**rules, old.rule: _changed(rules[old.rule], old, new)}
    return replace(book, layers={**book.layers, old.layer: changed}, _hits={})


def _changed(parameter: Parameter, old: Row, new: Row | None) -> Parameter:
    others = (row for row in parameter.rows if row is not old)
    kept = [clipped for row in others if (clipped := _clipped(row, new))]
    rows = sorted((*kept, *((new,) if new else ())), key=lambda row: row.start)
    return replace(parameter, rows=tuple(rows))


def _clipped(row: Row, new: Row | None) -> Row | None:
    """Give way to the moved row: a neighbour loses the day it takes."""
    if new is None or row.start > (new.end or row.start) or (row.end or new.start) < new.start:
        return row
    if row.start < new.start:
        return replace(row, end=new.start - DAY)
    start = (new.end or row.start) + DAY
    return replace(row, start=start) if row.end is None or start <= row.end else None
