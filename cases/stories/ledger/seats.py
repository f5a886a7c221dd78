"""Who the next file of the ledger is about: whoever leaves has a cell of their own, few are inspected twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from typing import TYPE_CHECKING

from cases.stories.ledger.plan import Kind, leaving
from cases.stories.ledger.units import Unit
from registry.models import Person

if TYPE_CHECKING:
    from cases.stories.ledger.building import Ledger

Seat = tuple[Unit, Sequence[Person]]


class Seats:
    """Cells in the order in which files take them.

    A vote counts whoever belongs to the cell: so nobody leaves a cell in which another file votes later.
    """

    def __init__(self, ledger: Ledger):
        first = leaving(ledger.figures)
        others = ledger.cells[first:]
        self._leaving = iter(ledger.cells[:first])
        self._supervised = cycle(others)
        self._districts = iter(ledger.districts)
        self._free = [(cell, list(cell.members)) for cell in others]
        self._again: list[Seat] = []
        self._repeats = ledger.figures.repeated

    def of(self, kind: Kind) -> Seat:
        """The cell and the members for the next file of a kind."""
        if kind.leaves:
            cell = next(self._leaving)
            return cell, cell.members[:1]
        if kind.supervised:
            cell = next(self._supervised)
            return cell, cell.members[: kind.subjects]
        if kind.once_a_district:
            return self._inspected(1, next(self._districts))
        if kind.repeats and self._again:
            return self._again.pop()
        seat = self._inspected(kind.subjects)
        if not kind.repeats and len(self._again) < self._repeats:
            self._again += [(seat[0], [who]) for who in seat[1]][: self._repeats - len(self._again)]
            self._repeats = len(self._again)
        return seat

    def _inspected(self, number: int, district: Unit | None = None) -> Seat:
        """So many members of one cell, of this district if one is named, whom nobody has inspected yet."""
        fitting = (
            one for one in sorted(self._free, key=lambda one: len(one[1]))
            if len(one[1]) >= number and (district is None or above(one[0])["huyen"] is district)
        )  # fmt: skip
        cell, free = next(fitting)
        chosen = free[:number]
        del free[:number]
        return cell, chosen


def above(cell: Unit) -> dict[str, Unit]:
    """The cell and the units above it, by level."""
    base = cell.above
    assert base is not None
    assert base.above is not None
    return {"chi_bo": cell, "co_so": base, "huyen": base.above}
