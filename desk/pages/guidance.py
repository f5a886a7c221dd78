"""Guiding documents, the yearly programme, commitments and team days on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Fact, Link, Tag, Tile


@dataclass(frozen=True)
class DirectiveLine:
    """One document of the register."""

    title: str
    url: str
    theme: str
    issuer: str
    keeper: str
    state: Tag


@dataclass(frozen=True)
class DirectivesPage:
    """The documents one reads; `ways` lead to entering another."""

    rows: Sequence[DirectiveLine]
    filters: BaseForm
    narrowed: bool
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class Laid:
    """A unit's document, and the way to untie it."""

    text: str
    title: str
    counts: bool
    untie: str = ""


@dataclass(frozen=True)
class UnitLine:
    """One unit in the two columns: what it laid down, how many inspections it carried out, those one may open."""

    unit: str
    documents: Sequence[Laid]
    reached: bool
    inspections: int
    files: Sequence[Link]


@dataclass(frozen=True)
class DirectivePage:
    """One document: how far it reached on a day, what carries it out."""

    title: str
    theme: str
    state: Tag
    facts: Sequence[Fact]
    cut: BaseForm
    day: date
    shares: Sequence[Tile]
    units: Sequence[UnitLine]
    without_document: Sequence[str]
    without_inspection: Sequence[str]
    export_url: str
    items: Sequence[Link] = ()
    files: Sequence[Link] = ()
    ways: Sequence[Link] = ()
    gone: Link | None = None


@dataclass(frozen=True)
class ItemLine:
    """One item of a programme."""

    number: str
    theme: str
    url: str
    kind: str
    body: str
    units: Sequence[str]
    time: str
    responsible: str
    state: Tag
    note: str = ""


@dataclass(frozen=True)
class ProgrammePage:
    """The items of a year that one reads, and how they stand."""

    year: int
    rows: Sequence[ItemLine]
    tiles: Sequence[Tile]
    filters: BaseForm
    export_url: str
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class Proof:
    """A piece of evidence laid to an item."""

    title: str
    day: date
    url: str


@dataclass(frozen=True)
class ItemPage:
    """One item: what is planned, how it stands, which files carry it out."""

    title: str
    theme: str
    state: Tag
    note: str
    facts: Sequence[Fact]
    units: Sequence[str]
    files: Sequence[Link]
    hidden: int
    evidence: Sequence[Proof]
    wants_evidence: bool
    ways: Sequence[Link] = ()
    opens: Sequence[Link] = ()


@dataclass(frozen=True)
class Point:
    """One point of a commitment, with what files found about it."""

    number: int
    text: str
    marks: Sequence[tuple[Tag, Link]] = ()


@dataclass(frozen=True)
class Yardstick:
    """One point by which a file measured a member."""

    whose: str
    pledge: str
    point: str
    state: Tag
    ground: str


@dataclass(frozen=True)
class PledgeBox:
    """One commitment of one year."""

    title: str
    document: str
    points: Sequence[Point]
    replaced: str = ""


@dataclass(frozen=True)
class PledgesPage:
    """What a member committed to, year by year."""

    name: str
    back: Link
    pledges: Sequence[PledgeBox]
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class TeamDay:
    """A planned day of a team's work."""

    day: date
    place: str
    people: str
    work: str
    by: str
    passed: bool = False


@dataclass(frozen=True)
class DiaryEntry:
    """What somebody of a team did on a day."""

    day: date
    by: str
    done: str


@dataclass(frozen=True)
class TeamWork:
    """The calendar and the diary of one team, with the ways to write in them."""

    days: Sequence[TeamDay]
    diary: Sequence[DiaryEntry]
    ways: Sequence[Link] = ()
