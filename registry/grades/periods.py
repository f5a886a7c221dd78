"""The period a grade is for: a year, a quarter of it, a term, an occasion; and its last day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from registry.grade_models import Grade

_YEAR, _QUARTER = re.compile(r"(19|20)\d\d"), re.compile(r"((?:19|20)\d\d)-Q([1-4])")


def last_day_of(span: str, period: str, told: date | None) -> date | None:
    """Return the last day of a period; `told` is what the list says of a term or occasion. None for a wrong period."""
    if span == Grade.Span.YEAR:
        return date(int(period), 12, 31) if _YEAR.fullmatch(period) else None
    if span == Grade.Span.QUARTER:
        if not (found := _QUARTER.fullmatch(period)):
            return None
        year, quarter = map(int, found.groups())
        return date(year + quarter // 4, quarter % 4 * 3 + 1, 1) - timedelta(days=1)
    return told if period else None
