"""Flags out of the grades: the lowest grade in the year that ended last, and grades that do not fit together."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from registry.flags.flag import Flag, FlagKind
from registry.grade_models import Grade
from registry.grades.quality import CONTRARY, SHAPE
from registry.member_models import MemberFinding, MemberRow


def flags(units: Collection[int], on: date) -> Iterator[Flag]:
    """What the grades of these units show on that day. Three statements."""
    yield from _lowest(units, on)
    yield from _contrary(units)


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


def _lowest(units: Collection[int], on: date) -> Iterator[Flag]:
    for one in lowest(units, on.year - 1):
        yield Flag(
            kind=FlagKind.GRADE,
            person=one.person,
            unit=one.cell,
            since=one.period_ends,
            words=f"Năm {one.period}: {str(one.get_level_display()).lower()}",
            source=f"grade:{one.pk}:lowest",
        )


def _contrary(units: Collection[int]) -> Iterator[Flag]:
    """Open findings of points that contradict their grade; the key says who is meant, and no flag tells it."""
    found = MemberFinding.objects.filter(
        list_code=SHAPE.code, check_name__startswith=CONTRARY, fixed_on=None
    )
    by_key: dict[str, list[MemberFinding]] = {}
    for one in found.filter(organisation__in=units) | found.filter(unit__in=units):
        by_key.setdefault(one.key.split(" ")[0], []).append(one)
    rows = MemberRow.objects.filter(superseded_in=None, personal_id__in=by_key, cell__in=units)
    for row in rows.select_related("person", "cell"):
        for one in by_key[row.personal_id]:
            yield Flag(
                kind=FlagKind.GRADE,
                person=row.person,
                unit=row.cell,
                since=one.found_on,
                words=f"Xếp loại {one.key.split(' ')[-1]}: {one.words.partition(': ')[2]}",
                source=f"finding:{one.pk}",
            )
