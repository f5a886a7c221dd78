"""Forms filled in: every cell computed by the database, all in one statement, by the condition its list is read by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, DateField, F, Q, QuerySet, Value, When

from registry.together import Talk, answered, summed
from reports.counted_models import Counted
from reports.figures import count, percent
from reports.form import Column, Form, Row
from reports.periods import Period, years_of
from reports.scopes import Scope

#: The figures of a form: by row and column; a share is not among them, it follows from two of them.
Figures = Mapping[tuple[str, str], int]
#: The cells of one statement: what each asks, and whether it counts persons.
Cells = Mapping[tuple[str, str], tuple[Q, bool]]


@dataclass(frozen=True)
class Table:
    """A form filled in: for the whole scope, row by row, or for each of its branches."""

    form: Form
    period: Period
    scope: Scope
    figures: Figures

    def text(self, row: str, column: Column) -> str:
        """A cell as it is printed: a count, or a share that has no value where nothing was counted."""
        if column.share:
            part, whole = (self.figures[row, name] for name in column.share)
            return percent(part, whole, self.form.decimals)
        return count(self.figures[row, column.id])


def fill(form: Form, period: Period, scope: Scope) -> Table:
    """Return the form with all its rows, for everything in the scope together. One statement."""
    return fill_all([form], period, scope)[0]


def fill_all(forms: Iterable[Form], period: Period, scope: Scope) -> list[Table]:
    """Return these forms with all their rows, in their order. One statement."""
    return answered(filling(forms, period, scope))[0]


def filling(forms: Iterable[Form], period: Period, scope: Scope) -> Talk[list[Table]]:
    """`fill_all`, to be asked together with other things."""
    asked = [(form, list(_asked(form, period, scope))) for form in forms]
    yield [found for _form, parts in asked for _cells, found in parts]
    return [
        Table(form, period, scope, {cell: n for part in parts for cell, n in _figures(*part)})
        for form, parts in asked
    ]


def _asked(form: Form, period: Period, scope: Scope) -> Iterator[tuple[Cells, QuerySet[Any]]]:
    """The cells of a form, those together that count at the same time, each lot with what counts it."""
    for columns in _by_time([one for one in form.leaves(period) if not one.share]):
        cells = {
            (row.id, one.id): (form.apart(one, columns) & row.q, one.persons)
            for row in form.rows
            for one in columns
        }
        yield cells, summed(_scoped(form, columns, period, scope), **_counts(cells))


def _figures(cells: Cells, found: QuerySet[Any]) -> Iterator[tuple[tuple[str, str], int]]:
    (line,) = found or [dict.fromkeys(_counts(cells), 0)]  # of no unit nothing counts
    yield from zip(cells, line.values(), strict=True)


def fill_by_branch(
    form: Form, period: Period, scope: Scope, names: Collection[str] | None = None
) -> Table:
    """Return the first row of the form for each branch of the scope, by the branch's number; all columns, or some.

    Whoever was counted in two branches is one person in each of them.
    """
    row = form.rows[0]
    columns = [
        one for one in form.leaves(period) if not one.share and (names is None or one.id in names)
    ]
    figures = {(str(branch), one.id): 0 for branch in scope.branches for one in columns}
    moved = Case(When(unit__in=scope.moved, then=F("day")), default=None, output_field=DateField())
    for alike in _by_time(columns):
        cells = {("", one.id): (form.apart(one, alike) & row.q, False) for one in alike}
        found = _scoped(form, alike, period, scope).annotate(moved_on=moved).order_by()
        tell = _persons if alike[0].persons else _in_branches
        for branch, name, number in tell(found, cells, scope):
            figures[str(branch), name] += number
    return Table(form, period, scope, figures)


def _in_branches(
    found: QuerySet[Counted], cells: Cells, scope: Scope
) -> Iterator[tuple[int, str, int]]:
    for line in found.values("unit", "moved_on").annotate(**_counts(cells)):
        branch = scope.branch_of(line["unit"], line["moved_on"])
        for place, (_, name) in enumerate(cells):
            yield branch, name, line[f"c{place}"]


def _persons(
    found: QuerySet[Counted], cells: Cells, scope: Scope
) -> Iterator[tuple[int, str, int]]:
    for (_, name), (asked, _persons) in cells.items():
        people = found.filter(asked).values_list("unit", "moved_on", "person").distinct()
        seen = {(scope.branch_of(unit, day), person) for unit, day, person in people if person}
        for branch, _person in seen:
            yield branch, name, 1


def fill_by_year(form: Form, period: Period, scope: Scope, row: Row | None = None) -> Table:
    """Return one row of the form (its first) for each year of the period, by the year; of a part of one, that part."""
    row = row or form.rows[0]
    columns = [one for one in form.leaves(period) if not one.share]
    cells = {
        (str(year.first.year), column.id): (form.q(column, row, year), column.persons)
        for year in years_of(period)
        for column in columns
    }
    found = Counted.objects.filter(_any_of(columns, period), scope.q()).aggregate(**_counts(cells))
    return Table(form, period, scope, dict(zip(cells, found.values(), strict=True)))


def behind(
    form: Form, column: Column, row: Row, period: Period, scope: Scope, branch: int | None = None
) -> QuerySet[Counted]:
    """Return the counted rows behind one cell, newest first."""
    found = Counted.objects.filter(scope.q(branch), form.q(column, row, period))
    return found.order_by("-day", "-pk")


def _by_time(columns: Iterable[Column]) -> list[list[Column]]:
    """Columns of figures, those together that count at the same time: one reading of the rows each.

    Persons are counted apart: to tell them from each other all rows are put in order, which the rest need not wait for.
    """
    found: dict[tuple[str, bool], list[Column]] = {}
    for one in columns:
        found.setdefault((one.when, one.persons), []).append(one)
    return list(found.values())


def _scoped(
    form: Form, columns: Sequence[Column], period: Period, scope: Scope
) -> QuerySet[Counted]:
    """The rows that such columns could count: what all of them ask is asked here, and not in each cell."""
    return Counted.objects.filter(form.shared(columns, period), scope.q())


def _any_of(columns: Sequence[Column], period: Period) -> Q:
    """The rows any of the columns could count on some day of the period: so the database reads no others."""
    whole = Q(what__in={what for one in columns for what in one.counts}, day__lte=period.last)
    if all(one.when in ("in", "happened") for one in columns):
        whole &= Q(day__gte=period.first)
    return whole


def _counts(cells: Cells) -> dict[str, Any]:
    """One aggregate for each cell, in their order."""
    return {
        f"c{place}": Count("person", distinct=True, filter=q)
        if persons
        else Count(Value(1), filter=q)
        for place, (q, persons) in enumerate(cells.values())
    }


def sums(tables: Iterable[Table]) -> dict[str, int]:
    """The first row of several forms, each column under "form.column", as the checks between forms read them."""
    return {
        f"{table.form.code}.{column}": figure
        for table in tables
        for (row, column), figure in table.figures.items()
        if row == table.form.rows[0].id
    }
