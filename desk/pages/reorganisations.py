"""Sắp xếp tổ chức: the plans of my bodies, one plan, its preview, what came of it, and what is left to settle."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Fact, Link, Reason, Tag


@dataclass(frozen=True)
class PlanRow:
    """One plan in the list."""

    title: str
    url: str
    body: str
    effective: date
    lines: int
    state: Tag


@dataclass(frozen=True)
class LeftRow:
    """Somebody or something still to be settled after a unit ended, or between two acts; `way` settles it."""

    what: str
    where: str
    since: date
    state: Tag
    way: Link | None = None


@dataclass(frozen=True)
class ReorganisationsPage:
    """Every plan of the bodies whose register the reader keeps, members unmoved, units in transfer."""

    keeps: bool
    plans: Sequence[PlanRow] = ()
    unmoved: Sequence[LeftRow] = ()
    transfers: Sequence[LeftRow] = ()
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class LineRow:
    """One line of a plan in words."""

    number: int
    kind: str
    units: str
    becomes: str
    note: str = ""


@dataclass(frozen=True)
class PlanPage:
    """One plan: a draft with its forms, or what was done by it."""

    title: str
    body: str
    state: Tag
    facts: Sequence[Fact]
    lines: Sequence[LineRow]
    is_draft: bool
    head: BaseForm | None = None
    adding: BaseForm | None = None
    upload: BaseForm | None = None
    reasons: Sequence[Reason] = ()
    figures: Sequence[Fact] = ()
    left: Sequence[str] = ()
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class FileRow:
    """One open file with its fate; of one the reader may not open only its number is told."""

    reference: str
    url: str
    title: str
    now: str
    fate: Tag
    to: str
    reasons: Sequence[str]
    gaps: Sequence[str]
    name: str
    options: Sequence[tuple[str, str]]
    chosen: str


@dataclass(frozen=True)
class UnitRow:
    """One unit that ends, and who goes on."""

    name: str
    heirs: str


@dataclass(frozen=True)
class PreviewPage:
    """Everything an act of the plan would do."""

    title: str
    body: str
    back_url: str
    reasons: Sequence[Reason]
    figures: Sequence[Fact]
    units: Sequence[UnitRow]
    files: Sequence[FileRow]
    unmoved: Sequence[str]
    left: Sequence[str]
    law: str
    do_url: str = ""
    withheld: int = 0
