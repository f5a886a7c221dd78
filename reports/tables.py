"""Forms filled in: every cell computed by the database in one statement, by the very condition its list is read by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, DateField, F, Q, QuerySet, When

from reports.counted_models import Counted
from reports.figures import count, percent
from reports.form import Column, Form, Row
from reports.periods import Period, years_of
from reports.scopes import Scope

#: The figures of a form: by row and column; a share is not among them, it follows from two of them.
Figures = Mapping[tuple[str, str], int]


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
    """Return the form with all its rows, for everything in the scope together."""
    cells = {
        (row.id, column.id): (form.q(column, row, period), column.persons)
        for row in form.rows
        for column in form.leaves(period)
        if not column.share
    }
    found = _scoped(form, period, scope).aggregate(**_counts(cells))
    return Table(form, period, scope, dict(zip(cells, found.values(), strict=True)))


def fill_by_branch(form: Form, period: Period, scope: Scope, row: Row | None = None) -> Table:
    """Return one row of the form (its first) for each branch of the scope, by the branch's number.

    Whoever was counted in two branches is one person in each of them.
    """
    row = row or form.rows[0]
    columns = [one for one in form.leaves(period) if not one.share]
    cells = {("", one.id): (form.q(one, row, period), False) for one in columns if not one.persons}
    figures = {(str(branch), one.id): 0 for branch in scope.branches for one in columns}
    moved = Case(When(unit__in=scope.moved, then=F("day")), default=None, output_field=DateField())
    if cells:
        found = _scoped(form, period, scope).annotate(moved_on=moved).values("unit", "moved_on")
        for line in found.annotate(**_counts(cells)).order_by():
            branch = scope.branch_of(line["unit"], line["moved_on"])
            for place, (_, name) in enumerate(cells):
                figures[str(branch), name] += line[f"c{place}"]
    for one in (one for one in columns if one.persons):
        found = (
            _scoped(form, period, scope).filter(form.q(one, row, period)).annotate(moved_on=moved)
        )
        people = found.order_by().values_list("unit", "moved_on", "person").distinct()
        seen = {(scope.branch_of(unit, day), person) for unit, day, person in people if person}
        for branch, _person in seen:
            figures[str(branch), one.id] += 1
    return Table(form, period, scope, figures)


def fill_by_year(form: Form, period: Period, scope: Scope, row: Row | None = None) -> Table:
    """Return one row of the form (its first) for each year of the period, by the year; of a part of one, that part."""
    row = row or form.rows[0]
    cells = {
        (str(year.first.year), column.id): (form.q(column, row, year), column.persons)
        for year in years_of(period)
        for column in form.leaves(period)
        if not column.share
    }
    found = _scoped(form, period, scope).aggregate(**_counts(cells))
    return Table(form, period, scope, dict(zip(cells, found.values(), strict=True)))


def behind(
    form: Form, column: Column, row: Row, period: Period, scope: Scope, branch: int | None = None
) -> QuerySet[Counted]:
    """Return the counted rows behind one cell, newest first."""
    found = Counted.objects.filter(scope.q(branch), form.q(column, row, period))
    return found.order_by("-day", "-pk")


def _scoped(form: Form, period: Period, scope: Scope) -> QuerySet[Counted]:
    """The rows any cell of the form could count: so the database reads no others."""
    columns = [one for one in form.leaves(period) if not one.share]
    whole = Q(what__in={what for one in columns for what in one.counts}, day__lte=period.last)
    if all(one.when in ("in", "happened") for one in columns):
        whole &= Q(day__gte=period.first)
    return Counted.objects.filter(whole, scope.q())


def _counts(cells: Mapping[tuple[str, str], tuple[Q, bool]]) -> dict[str, Any]:
    """One aggregate for each cell, in their order."""
    return {
        f"c{place}": Count("person", distinct=True, filter=q) if persons else Count("pk", filter=q)
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
