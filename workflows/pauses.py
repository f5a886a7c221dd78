"""The pauses of a file: where it stands still, and the days that a plan's own time does not count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from workflows.facts import Facts, Row
from workflows.rows import RowKind


def paused(facts: Facts) -> Row | None:
    """The pause in which the file stands, None while it runs."""
    last, on_again = facts.last(RowKind.PAUSED), facts.last(RowKind.RESUMED)
    return last if last and (on_again is None or on_again.number < last.number) else None


def pauses(facts: Facts) -> Iterator[tuple[date, date]]:
    """The pauses that are over, each by its first and last day: the day the file goes on counts again."""
    on_again = list(facts.of(RowKind.RESUMED))
    for row in facts.of(RowKind.PAUSED):
        end = next((one.on for one in on_again if one.number > row.number), None)
        if end and end > row.on:
            yield row.on, end - timedelta(days=1)
