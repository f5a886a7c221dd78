"""Grades on the screen: the list, and the figures of some years."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.parts import Fact, Link, Pager, Tag


@dataclass(frozen=True)
class GradeLine:
    """One grade as it was decided: whose, where, for which period, by which regulation."""

    name: str
    url: str
    unit: str
    period: str
    level: Tag
    points: str
    scheme: str
    document: str
    source: str


@dataclass(frozen=True)
class GradesPage:
    """The grades one reads; `imports` are the ways to take a list in."""

    rows: Sequence[GradeLine]
    filters: BaseForm
    narrowed: bool
    figures: Link
    export: Link
    imports: Sequence[Link] = ()
    pager: Pager | None = None


@dataclass(frozen=True)
class YearFigures:
    """One year, or the average of several: how many, and the share of each level, in words."""

    title: str
    graded: str
    shares: Sequence[str]
    total: str
    note: str = ""


@dataclass(frozen=True)
class CapLine:
    """The excellent ones of a base organisation beside the largest share."""

    unit: str
    excellent: str
    good: str
    share: str
    state: Tag
    note: str = ""


@dataclass(frozen=True)
class FiguresPage:
    """Figures of a unit for three years: how many were graded how, both averages, who was to be graded."""

    unit: str
    filters: BaseForm
    levels: Sequence[str]
    years: Sequence[YearFigures]
    averages: Sequence[YearFigures]
    to_grade: Sequence[Fact]
    caps: Sequence[CapLine]
    cap_rule: Fact
    notes: Sequence[str] = ()
