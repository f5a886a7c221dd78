"""The law's part of an edition: every row in force on a day, and what changed between two days."""

from datetime import date
from typing import Any

from law.lawbook import LawBook
from law.plain import thawed
from law.rows import Row

#: Raised when the shape below changes, so that two editions of one law never look different.
FORMAT = 1


def as_of(book: LawBook, day: date) -> dict[str, Any]:
    """Return the law of a day as plain, sorted values: regimes, floor, instruments and rows."""
    return {
        "format": FORMAT,
        "on": day.isoformat(),
        "regimes": {
            line: instrument.id
            for line in sorted(book.regimes)
            if (instrument := book.regime_instrument(line, day))
        },
        "floor": {promise: list(rules) for promise, rules in sorted(book.floor.items())},
        "instruments": sorted(instrument.id for instrument in book.instruments.in_force(day)),
        "rows": {row.key: plain_row(row) for row in rows_on(book, day)},
    }


def rows_on(book: LawBook, day: date) -> list[Row]:
    """Return the rows in force on a day, localities included, in order of their keys."""
    found = [row for parameter in book.all_parameters() if (row := parameter.on(day))]
    return sorted(found, key=lambda row: row.key)


def plain_row(row: Row) -> dict[str, Any]:
    """Return what decides about a row: value, state, confidence, dates and citations."""
    return {
        "rule": row.rule,
        "from": row.start.isoformat(),
        "to": row.end.isoformat() if row.end else None,
        "state": row.state,
        "value": thawed(row.value),
        "unit": row.unit,
        "confidence": row.confidence,
        "cites": [[cite.instrument, cite.article] for cite in row.cites],
        "layer": row.layer,
    }
