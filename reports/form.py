"""A statistical form as data: its columns under merged heads, its rows, what each counts, and since when it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db.models import Q

from law.faults import Fault
from law.reading import Block, read
from proof.canonical import canonical
from reports.periods import EVER, Period
from reports.predicates import WHEN, Unknown, counting, where

FOLDER = Path(__file__).parent / "forms"
#: How sure we are that an official form has these columns.
CONFIDENCES = {
    "one_source": "Theo một nguồn",
    "own": "Không phải biểu chính thức",
}
_FORM = {"code", "title", "about", "source", "confidence", "from", "until", "counts", "when", "where",
         "rows", "columns", "left_out", "decimals", "order"}  # fmt: skip
_COLUMN = {"id", "head", "columns", "where", "counts", "when", "measure", "from", "until", "sums_to",
           "part", "whole"}  # fmt: skip


class FormFault(ValueError):
    """A form that cannot be used; it says where and why."""


@dataclass(frozen=True)
class Column:
    """One column, or a head over several. A column counts, or is the share of `part` in `whole`."""

    id: str
    head: str
    columns: tuple[Column, ...] = ()
    where: Mapping[str, Any] | None = None
    counts: tuple[str, ...] = ()
    when: str = "in"
    persons: bool = False
    first: date | None = None
    last: date | None = None
    sums_to: str = ""
    share: tuple[str, str] | None = None

    def shown_in(self, period: Period) -> bool:
        """Whether the column was in use on a day of the period."""
        begun = self.first is None or self.first <= period.last
        return begun and (self.last is None or self.last >= period.first)

    def leaves(self, period: Period) -> Iterator[Column]:
        """The columns that hold figures, from left to right."""
        if not self.shown_in(period):
            return
        if not self.columns:
            yield self
        for one in self.columns:
            yield from one.leaves(period)

    @property
    def own(self) -> Q:
        """What it asks of those units; one in use for some days counts those days."""
        days = Q() if self.first is None else Q(day__gte=self.first)
        days &= Q() if self.last is None else Q(day__lte=self.last)
        return where(self.where or {}) & days

    def headed(self, period: Period) -> str:
        """Its head; where the period began before the column, or goes on after it, with the days it was in use."""
        if self.last is not None and self.last < period.last:
            return f"{self.head} (đến {self.last:%d/%m/%Y})"
        if self.first is not None and self.first > period.first:
            return f"{self.head} (từ {self.first:%d/%m/%Y})"
        return self.head


@dataclass(frozen=True)
class Row:
    """A line of the form: all, or those a condition names."""

    id: str
    head: str
    where: Mapping[str, Any]

    @property
    def q(self) -> Q:
        """The condition on the rows that it counts."""
        return where(self.where)


@dataclass(frozen=True)
class Head:
    """A cell of the table's head: over how many columns it lies, and how many rows deep it is."""

    text: str
    across: int
    down: int


@dataclass(frozen=True)
class Form:
    """One form, as it was used from its first day to its last; `left_out` says which official columns it lacks."""

    code: str
    title: str
    about: str
    source: str
    confidence: str
    where: Mapping[str, Any]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    order: int
    decimals: int = 2
    first: date | None = None
    last: date | None = None
    left_out: tuple[str, ...] = ()

    def used_in(self, period: Period) -> bool:
        """Whether a report on the period is made on this form: it is the one of the period's last day."""
        begun = self.first is None or self.first <= period.last
        return begun and (self.last is None or self.last >= period.last)

    def leaves(self, period: Period) -> tuple[Column, ...]:
        """The columns of figures in that period, from left to right."""
        return tuple(leaf for one in self.columns for leaf in one.leaves(period))

    def column(self, name: str, period: Period) -> Column:
        """The column of that name. Raises KeyError where the period has none."""
        return {one.id: one for one in self.leaves(period)}[name]

    def row(self, name: str) -> Row:
        """The row of that name. Raises KeyError where there is none."""
        return {one.id: one for one in self.rows}[name]

    def q(self, column: Column, row: Row, period: Period) -> Q:
        """The condition on the counted rows behind one cell."""
        return self.shared((column,), period) & row.q & column.own

    def shared(self, columns: Sequence[Column], period: Period) -> Q:
        """What columns that count at the same time have in common: asked once of a row, not again for each cell."""
        units = sorted({unit for one in columns for unit in one.counts})
        (when,) = {one.when for one in columns}
        return where(self.where) & counting(units) & WHEN[when](period)

    def apart(self, column: Column, columns: Sequence[Column]) -> Q:
        """What one of such columns asks beyond that: all together is what `q` asks."""
        alike = len({one.counts for one in columns}) == 1
        return column.own if alike else column.own & counting(column.counts)

    def head(self, period: Period) -> list[list[Head]]:
        """The head of the table, line by line, each cell with its width and depth."""
        shown = [one for one in self.columns if any(one.leaves(period))]
        lines: list[list[Head]] = [[] for _ in range(max(_depth(one, period) for one in shown))]
        for one in shown:
            _lay(one, period, lines, 0)
        return lines


def _depth(column: Column, period: Period) -> int:
    below = [_depth(one, period) for one in column.columns if any(one.leaves(period))]
    return 1 + max(below, default=0)


def _lay(column: Column, period: Period, lines: list[list[Head]], line: int) -> None:
    across = sum(1 for _ in column.leaves(period))
    down = 1 if column.columns else len(lines) - line
    lines[line].append(Head(column.headed(period), across, down))
    for one in column.columns:
        if any(one.leaves(period)):
            _lay(one, period, lines, line + 1)


# Reading


@cache
def forms(folder: Path = FOLDER) -> tuple[Form, ...]:
    """Return every form of a folder in its order. Raises FormFault for one that cannot be used."""
    found = [load(path) for path in sorted(folder.glob("*.form.yaml"))]
    for one in found:
        for other in found:
            if one is not other and one.code == other.code and _overlap(one, other):
                raise FormFault(f"{one.code}: hai bản của một biểu cùng có hiệu lực")
    return tuple(sorted(found, key=lambda one: (one.order, one.code)))


def used(period: Period, folder: Path = FOLDER) -> tuple[Form, ...]:
    """Return the forms on which a period is reported: an old period keeps its old forms."""
    return tuple(one for one in forms(folder) if one.used_in(period))


def get(code: str, period: Period, folder: Path = FOLDER) -> Form:
    """Return the form of that code for a period. Raises KeyError where the period has none."""
    return {one.code: one for one in used(period, folder)}[code]


def fingerprint(folder: Path = FOLDER) -> str:
    """Return the SHA-256 of everything the forms of a folder say."""
    told = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))}
    return sha256(canonical(told).encode()).hexdigest()


def load(path: Path) -> Form:
    """Return the form of one file. Raises FormFault with the file and the reason."""
    faults: list[Fault] = []
    block = read(path, path.name, faults)
    if faults or not isinstance(block, Block):
        raise FormFault(str(faults[0]) if faults else f"{path.name}: trống")
    try:
        found = _form(block)
        _checked(found)
    except (Unknown, KeyError, TypeError) as wrong:
        raise FormFault(f"{path.name}: {wrong}") from wrong
    return found


def _form(block: Block) -> Form:
    _no_others(block, _FORM)
    counts, when = _words(block.get("counts", ())), block.get("when", "in")
    rows = block.get("rows") or [{"id": "tong", "head": "Tổng số"}]
    return Form(
        code=block["code"],
        title=block["title"],
        about=block.get("about", ""),
        source=block["source"],
        confidence=block["confidence"],
        where=block.get("where", {}),
        columns=tuple(_column(one, counts, when) for one in block["columns"]),
        rows=tuple(Row(one["id"], one["head"], one.get("where", {})) for one in rows),
        order=block["order"],
        decimals=block.get("decimals", 2),
        first=block.get("from"),
        last=block.get("until"),
        left_out=tuple(block.get("left_out", ())),
    )


def _column(block: Mapping[str, Any], counts: tuple[str, ...], when: str) -> Column:
    _no_others(block, _COLUMN)
    counts, when = _words(block.get("counts", counts)), block.get("when", when)
    share = (block["part"], block["whole"]) if "part" in block else None
    return Column(
        id=block.get("id", ""),
        head=block["head"],
        columns=tuple(_column(one, counts, when) for one in block.get("columns", ())),
        where=block.get("where", {}),
        counts=counts,
        when=when,
        persons=block.get("measure") == "persons",
        first=block.get("from"),
        last=block.get("until"),
        sums_to=block.get("sums_to", ""),
        share=share,
    )


def _checked(form: Form) -> None:
    """Refuse what could only be noticed when a report is due."""
    if form.confidence not in CONFIDENCES:
        raise Unknown(f"confidence “{form.confidence}” không có")
    for row in form.rows:
        where(row.where)
    where(form.where)
    leaves = form.leaves(EVER)
    names = [one.id for one in leaves]
    if doubled := {name for name in names if not name or names.count(name) > 1}:
        raise Unknown(f"cột không có mã hoặc trùng mã: {', '.join(sorted(doubled))}")
    for one in leaves:
        if one.share and set(one.share) - set(names):
            raise Unknown(f"{one.id}: tỷ lệ của cột không có")
        if not one.share:
            form.q(one, form.rows[0], EVER)


def _no_others(block: Mapping[str, Any], known: set[str]) -> None:
    if strange := set(block) - known:
        raise Unknown(f"không có mục “{', '.join(sorted(strange))}”")


def _words(said: Sequence[str] | str) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def _overlap(one: Form, other: Form) -> bool:
    return (one.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (
        one.last or date.max
    )
