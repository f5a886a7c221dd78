"""Figures that a paper bears and nobody types: whoever keeps the filed statistics says here how they are read.

Counting lies to the left of this room, so it hands its reader in when the site starts; a paper and the page of
statistics are then read from one filed report.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Locked:
    """The standing report of some days: how its period is called, when it was filed, and its figures.

    Each figure is `{"part", "what", "figure"}` in the order of print; there is none where nothing arose.
    """

    period: str
    filed_on: date
    figures: tuple[dict[str, str], ...]


#: Of an organisation and the first and last day of a period, what stands filed; None where nothing does.
Filed = Callable[[int, date, date], Locked | None]

_readers: list[Filed] = []


def read_by(reader: Filed) -> None:
    """Let `reader` answer from now on."""
    _readers[:] = [reader]


def locked(organisation: int, first: date, last: date) -> Locked | None:
    """Return what the organisation has filed for exactly these days, or None."""
    return next((reader(organisation, first, last) for reader in _readers), None)
