"""Đối chiếu hồ sơ đã kết thúc: figures by unit and step, each of which opens its list, and the lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desk.pages.parts import Fact, Link, Pager, Tag


@dataclass(frozen=True)
class FigureLine:
    """One unit, or all of them: each figure leads to the files behind it, a nought nowhere."""

    name: str
    figures: Sequence[Link]


@dataclass(frozen=True)
class TimeLine:
    """How long one step took: over how many files, in days; `files` leads to the longest of them."""

    procedure: str
    step: str
    files: Link
    median: int
    ninth: int
    most: int


@dataclass(frozen=True)
class ConformancePage:
    """The figures, in the columns of `heads`; `waiting` finished files have not been decided again yet."""

    filters: Any
    facts: Sequence[Fact]
    heads: Sequence[str]
    lines: Sequence[FigureLine]
    times: Sequence[TimeLine]
    export_url: str
    at: datetime | None = None
    waiting: int = 0


@dataclass(frozen=True)
class Departure:
    """One deviation: in what, at which record, what the law says and where, what was done."""

    kind: Tag
    record: int
    step: str
    on: date
    says: str
    rule: Link | None
    citation: str
    done: str


@dataclass(frozen=True)
class FileLine:
    """One finished file; `note` says what the list was asked for, `departures` what differs in it."""

    case: Link
    title: str
    unit: str
    closed_on: date | None
    note: str = ""
    departures: Sequence[Departure] = ()


@dataclass(frozen=True)
class ConformanceList:
    """The files behind one figure."""

    title: str
    back_url: str
    rows: Sequence[FileLine]
    export_url: str = ""
    pager: Pager | None = None
