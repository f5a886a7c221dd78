"""Rounds of screening on the screen: the list of rounds, one round with its members."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.pages.parts import Fact, Link, Tag


@dataclass(frozen=True)
class RoundLine:
    """One round: whose, since when, how far."""

    name: str
    url: str
    body: str
    opened: date
    counted: str
    state: Tag


@dataclass(frozen=True)
class RoundsPage:
    """The rounds one reads; `ways` open one for a body."""

    rows: Sequence[RoundLine]
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class ScreenedLine:
    """A member on the list: why, what came of it.

    `opens` leads to the page where a person opens a removal matter, `looks` to the list of files, for one that is open.
    """

    name: str
    unit: str
    reason: str
    added: date
    outcome: Tag
    said: str
    ways: Sequence[Link] = ()
    opens: Link | None = None
    note: str = ""
    looks: Link | None = None


@dataclass(frozen=True)
class RoundPage:
    """One round with its members, and the lowest grades of the last year beside it."""

    title: str
    body: str
    facts: Sequence[Fact]
    rows: Sequence[ScreenedLine]
    ways: Sequence[Link] = ()
    lowest: Sequence[Link] = ()
    lowest_of: str = ""
