"""Tổ chức đảng on the screen: the tree of a day, one organisation with its bodies, and who manages which posts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Fact, Link, Tag


@dataclass(frozen=True)
class UnitRow:
    """One organisation of the tree, with what stands under it that day."""

    name: str
    url: str
    kind: str
    level: str
    units: int
    members: int
    first: date
    last: date | None = None
    below: str = ""
    heirs: Sequence[Link] = ()


@dataclass(frozen=True)
class TreePage:
    """What stands right under one organisation on a day; `ended` once stood there."""

    title: str
    day: date
    is_today: bool
    path: Sequence[Link]
    rows: Sequence[UnitRow]
    ended: Sequence[UnitRow]
    filters: BaseForm
    counts: Sequence[Fact]
    searched: str = ""
    more: int = 0
    own: Link | None = None
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class Alert:
    """Something that is otherwise than the guidance has it, with the guidance; it blocks nothing."""

    words: str
    citation: str
    sure: bool


@dataclass(frozen=True)
class Seat:
    """Who holds which position in a body."""

    name: str
    url: str
    position: str
    first: date
    last: date | None
    state: Tag


@dataclass(frozen=True)
class TermRow:
    """One term of a body: how it came about, by which document, approved when."""

    name: str
    first: date
    last: date | None
    way: str
    document: str
    state: Tag | None
    note: str = ""
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class BodyPart:
    """One body of the organisation on the day: its seats, its terms, what is to be said of its size."""

    name: str
    kind: str
    days: str
    seats: Sequence[Seat]
    terms: Sequence[TermRow]
    alerts: Sequence[Alert]
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class UnitPage:
    """One organisation on a day."""

    name: str
    day: date
    is_today: bool
    path: Sequence[Link]
    facts: Sequence[Fact]
    bodies: Sequence[BodyPart]
    alerts: Sequence[Alert]
    levels: Sequence[TermRow]
    heirs: Sequence[Fact]
    origins: Sequence[Fact]
    filters: BaseForm
    tree_url: str
    ended: str = ""
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class ManagedRow:
    """A kind of post that a committee manages."""

    position: str
    body: str
    organisation: str
    manager: str
    first: date
    last: date | None
    document: str
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class ManagedPage:
    """Phân cấp quản lý cán bộ, as far as one reads it."""

    rows: Sequence[ManagedRow]
    day: date
    filters: BaseForm
    rule: str
    ways: Sequence[Link] = ()
