"""Flags out of the grades: the lowest grade in the year that ended last."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from registry.flags.flag import Flag, FlagKind
from registry.grade_models import Grade
from registry.together import Talk


def flags(units: Collection[int], on: date) -> Talk[list[Flag]]:
    """The lowest grades of these units in the year before that day."""
    rows = lowest(units, on.year - 1)
    yield [rows]
    return [
        Flag(
            kind=FlagKind.GRADE,
            person=one.person,
            unit=one.cell,
            since=one.period_ends,
            words=f"Năm {one.period}: {str(one.get_level_display()).lower()}",
            source=f"grade:{one.pk}:lowest",
        )
        for one in rows
    ]


def lowest(units: Collection[int], year: int):
    """The living grades of that year that are the lowest there is, by name: an input of a screening, no verdict."""
    rows = Grade.objects.filter(
        superseded_in=None, cell__in=units, span=Grade.Span.YEAR, level=Grade.Level.NOT_DONE
    )
    return (
        rows.filter(period=str(year))
        .select_related("person", "cell")
        .order_by("person__sort_key", "pk")
    )
