"""The statistics on the screen: the forms to choose from, one filled in, the list behind a figure, what was filed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Fact, Link, Pager, Tag
from reports.charts import Standing
from reports.form import Head


@dataclass(frozen=True)
class FormLine:
    """A form one may open, and whether it is an official one."""

    title: str
    url: str
    source: str


@dataclass(frozen=True)
class ChoosePage:
    """The forms of a period; `ways` lead to the filing of reports."""

    filters: BaseForm
    forms: Sequence[FormLine]
    ways: Sequence[Link]
    behind: bool


@dataclass(frozen=True)
class Figure:
    """One figure, and the list behind it; nothing leads from a share, or from what was not counted."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class FigureRow:
    """One line of a form; a unit's name leads to the same form of that unit."""

    head: str
    figures: Sequence[Figure]
    url: str = ""


@dataclass(frozen=True)
class FormPage:
    """One form filled in, under its merged heads."""

    title: str
    about: str
    whose: str
    facts: Sequence[Fact]
    filters: BaseForm
    head: Sequence[Sequence[Head]]
    rows: Sequence[FigureRow]
    notes: Sequence[str]
    ways: Sequence[Link]
    back_url: str
    behind: bool
    partial: bool = False
    picture: Standing | None = None


@dataclass(frozen=True)
class BehindRow:
    """One counted unit: the file it lies in, whom it is about, when it counted, what is so of it."""

    day: date
    what: str
    about: str
    case: Link | None
    body: str
    marks: Sequence[str]


@dataclass(frozen=True)
class BehindPage:
    """The list behind a figure: what this reader may open, and how many more make up the figure."""

    title: str
    form: Link
    whose: str
    figure: str
    shown: str
    withheld: str
    hidden: bool
    day_head: str
    state_head: str
    rows: Sequence[BehindRow]
    export_url: str = ""
    pager: Pager | None = None


@dataclass(frozen=True)
class FilingLine:
    """How far the report of one unit is."""

    unit: str
    state: Tag
    due: date | None
    filed_on: date | None
    version: str
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class FilingsPage:
    """The report of a period: one's own, and those of the units right under it."""

    filters: BaseForm
    whose: str
    own: FilingLine
    below: Sequence[FilingLine]
    counts: Sequence[Fact]
    missing: Sequence[str]
    back_url: str


@dataclass(frozen=True)
class FiledTable:
    """A form as it was frozen."""

    title: str
    head: Sequence[Sequence[Head]]
    rows: Sequence[FigureRow]


@dataclass(frozen=True)
class FilingPage:
    """One version of a filed report, and the versions beside it."""

    title: str
    facts: Sequence[Fact]
    tables: Sequence[FiledTable]
    versions: Sequence[Link]
    ways: Sequence[Link]
    explained: str
    text: Sequence[Fact]
    back_url: str


@dataclass(frozen=True)
class PrintedFiling:
    """A filed report on paper: whose, of when; `empty` names the forms in which nothing arose."""

    unit: str
    period: str
    version: int
    filed_on: date
    due_on: date | None
    signer: str
    tables: Sequence[FiledTable]
    empty: Sequence[str]
    text: Sequence[Fact]
    explained: str
    sha256: str
