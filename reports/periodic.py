"""What a filed report hands to the periodic report on paper: its figures as they were frozen, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from cases.locked_figures import Locked
from reports.filing_models import Filing
from reports.periods import Kind, Period

#: The forms whose figures the paper bears, in its order: what was done, what came in, what is still open.
BORNE = ("so-lieu-chinh", "don-thu", "ho-so")


def standing(organisation: int, first: date, last: date) -> Locked | None:
    """Return the report that stands filed for exactly these days; None for one never filed, or opened again."""
    of_days = Filing.objects.filter(organisation=organisation, first_day=first, last_day=last)
    found = of_days.filter(reopened_by=None).order_by("-pk").first()
    if found is None:
        return None
    period = Period(Kind(found.period), first, last)
    return Locked(
        period.words, found.filed_on, () if found.nothing else tuple(_lines(found.figures))
    )


def _lines(figures: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    tables = {table["code"]: table for table in figures["tables"]}
    for table in (tables[code] for code in BORNE if code in tables):
        names = _names(table)
        for _row, head, texts in table["rows"]:
            within = head if len(table["rows"]) > 1 else ""
            for name, text in zip(names, texts, strict=True):
                what = ": ".join(part for part in (within, name) if part)
                yield {"part": table["title"], "what": what, "figure": text}


def _names(table: Mapping[str, Any]) -> list[str]:
    """The columns, each under the head that lies over it."""
    over = [
        text if down < len(table["head"]) else ""
        for text, across, down in table["head"][0]
        for _ in range(across)
    ]
    heads = [head for _name, head in table["columns"]]
    return [f"{group}: {head}" if group else head for group, head in zip(over, heads, strict=True)]
