"""Members away and members who change cells, on the screen: figures by unit, rows, one matter with its terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Event, Fact, Link, Pager, Tag


@dataclass(frozen=True)
class UnitShare:
    """One unit's count: how many are away, how many of them declared nothing, and their share."""

    name: str
    url: str
    away: str
    undeclared: str
    share: str


@dataclass(frozen=True)
class AwayLine:
    """One member away."""

    name: str
    url: str
    cell: str
    place: str
    declared: bool
    first: date
    last: date | None
    tags: Sequence[Tag]


@dataclass(frozen=True)
class AwayPage:
    """The share of those without a declared address, by unit, and the people behind it.

    `nobody` is how many units have nobody away, and stand in no row.
    """

    unit: str
    up: Link | None
    of_all: str
    share: str
    units: Sequence[UnitShare]
    rows: Sequence[AwayLine]
    filters: BaseForm
    narrowed: bool
    export_url: str
    nobody: int = 0
    struck_off_url: str = ""
    news: Sequence[Link] = ()
    imports: Sequence[Link] = ()
    pager: Pager | None = None


@dataclass(frozen=True)
class ClockLine:
    """One term: what, by which rule, until when, and how it stands."""

    words: str
    term: str
    source: str
    last: date | None
    state: Tag


@dataclass(frozen=True)
class MatterPage:
    """One absence or one transfer: what is told of it now, what a person should look at, what was told before."""

    name: str
    sentence: str
    area: Link
    facts: Sequence[Fact]
    flags: Sequence[str]
    hints: Sequence[str]
    events: Sequence[Event]
    ways: Sequence[Link]
    clocks: Sequence[ClockLine] = ()
    consider: Link | None = None


@dataclass(frozen=True)
class TransferLine:
    """One transfer in the list."""

    name: str
    url: str
    kind: str
    origin: str
    target: str
    event_on: date
    state: Tag
    tags: Sequence[Tag]


@dataclass(frozen=True)
class TransfersPage:
    """The transfers out of one's units and into them."""

    rows: Sequence[TransferLine]
    filters: BaseForm
    narrowed: bool
    export_url: str
    more: int = 0
    news: Sequence[Link] = ()


@dataclass(frozen=True)
class TurnLine:
    """One recurring duty of one organisation."""

    unit: str
    what: str
    done_on: date | None
    due: date | None
    source: str
    state: Tag
    ways: Sequence[Link]


@dataclass(frozen=True)
class TurnsPage:
    """The recurring duties of the base organisations one reads."""

    rows: Sequence[TurnLine]
    note: str = ""


@dataclass(frozen=True)
class StruckOffUnit:
    """One unit with those struck off for staying away from their cell."""

    name: str
    people: Sequence[Fact]


@dataclass(frozen=True)
class StruckOffPage:
    """In how many of the units somebody was struck off for staying away; `unclear` are strike-offs without a ground."""

    unit: str
    figure: str
    units: Sequence[StruckOffUnit]
    unclear: int
