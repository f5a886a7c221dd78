"""Tổng quan: what the figures of a unit and a period come to, in pictures whose every figure opens its list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.parts import Link, Tile
from desk.pages.statistics import Figure, FigureRow
from reports.charts import Standing
from reports.form import Head


@dataclass(frozen=True)
class Measured:
    """A figure with its bar: of which series, how long of 100."""

    figure: Figure
    series: int
    length: float


@dataclass(frozen=True)
class BarRow:
    """A line of a picture: its name, where that leads, its figures."""

    head: str
    cells: Sequence[Measured]
    url: str = ""
    sub: str = ""


@dataclass(frozen=True)
class BarCard:
    """Lying bars in a table; `series` names them, `first` what the lines are; a `wide` one has a row to itself."""

    title: str
    icon: str
    first: str
    series: Sequence[str]
    rows: Sequence[BarRow]
    note: str = ""
    more: Link | None = None
    empty: str = ""
    wide: bool = False


@dataclass(frozen=True)
class YearCard:
    """Years beside each other, with their table; no picture where there is nothing to draw."""

    title: str
    icon: str
    picture: Standing | None
    head: Sequence[Sequence[Head]]
    rows: Sequence[FigureRow]
    note: str = ""
    more: Link | None = None


@dataclass(frozen=True)
class DashboardPage:
    """The whole page; `behind` where more files wait to be counted, `partial` where the period goes on."""

    whose: str
    filters: BaseForm
    tiles: Sequence[Tile]
    cards: Sequence[BarCard]
    years: YearCard
    behind: bool
    partial: bool
    back_url: str


@dataclass(frozen=True)
class DaysPage:
    """Days of every step."""

    whose: str
    filters: BaseForm
    card: BarCard
    back_url: str
