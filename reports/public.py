"""A table fit to be published: totals only, no figure of a unit below the province by which single people are known.

Figures from one to four of such a unit are shown as `<5`. Where one hidden figure would follow from a total and its
other parts, the smallest other part is hidden too: `…`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from registry.models import OrganisationKind
from reports.figures import count, percent
from reports.form import Column
from reports.tables import Table

#: Below this a figure is small. The press rule of the founding article, row A-44 of the requirements.
SMALL = 5
FEW, HIDDEN = f"<{SMALL}", "…"
#: Whose own figures are large enough to be named.
OPEN_LEVELS = frozenset({OrganisationKind.CENTRE.value, OrganisationKind.PROVINCE.value})

Cell = tuple[str, str]


def published(table: Table, levels: Mapping[str, str], total: str | None = None) -> dict[Cell, str]:
    """Return every cell of a table as it may be published.

    `levels` says of which kind the unit of each row is. `total` names the row that is the sum of the others; None
    where the table has none.
    """
    closed = [row for row, level in levels.items() if level not in OPEN_LEVELS]
    leaves = table.form.leaves(table.period)
    counts = [one for one in leaves if not one.share]
    hidden = {
        (row, one.id) for row in closed for one in counts if 0 < table.figures[row, one.id] < SMALL
    }
    few, before = set(hidden), -1
    while len(hidden) != before:  # hiding one figure may lay another one open
        before = len(hidden)
        for row in closed:
            _across(table, row, hidden)
        if total is not None:
            _down(table, [row for row in levels if row != total], closed, total, counts, hidden)
    return {(row, one.id): _text(table, row, one, hidden, few) for row in levels for one in leaves}


def _across(table: Table, row: str, hidden: set[Cell]) -> None:
    """Within a row: of the columns that sum to another one, not one alone is hidden."""
    for group in table.form.columns:
        if group.sums_to and (row, group.sums_to) not in hidden:
            _not_alone(table, [(row, one.id) for one in group.leaves(table.period)], hidden)


def _down(
    table: Table,
    rows: Sequence[str],
    closed: Collection[str],
    total: str,
    columns: Sequence[Column],
    hidden: set[Cell],
) -> None:
    """Within a column: of the units that sum to the whole, not one alone is hidden."""
    for one in columns:
        if (total, one.id) not in hidden:
            open_ones = [(row, one.id) for row in rows if row in closed]
            _not_alone(table, open_ones, hidden)


def _not_alone(table: Table, cells: Sequence[Cell], hidden: set[Cell]) -> None:
    if sum(cell in hidden for cell in cells) != 1:
        return
    others = [cell for cell in cells if cell not in hidden and table.figures[cell]]
    if others:
        hidden.add(min(others, key=lambda cell: (table.figures[cell], cell)))


def _text(table: Table, row: str, column: Column, hidden: set[Cell], few: set[Cell]) -> str:
    if column.share:
        parts = [(row, name) for name in column.share]
        if any(cell in hidden for cell in parts):
            return HIDDEN
        part, whole = (table.figures[cell] for cell in parts)
        return percent(part, whole, table.form.decimals)
    if (row, column.id) in hidden:
        return FEW if (row, column.id) in few else HIDDEN
    return count(table.figures[row, column.id])
