"""The shape of a list: its columns, what each may hold, and everything that is wrong with a cell by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from registry.lists.legacy import font_of

_FORMULA = re.compile(r"[=+@]|-(?!\d)")
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")


@dataclass(frozen=True)
class Column:
    """One column: its name in the first row of the file, its label in a sentence, and what its cells may hold.

    `choices` are the stored values that a cell may write; none where any text will do.
    """

    name: str
    label: str
    obliged: bool = False
    is_day: bool = False
    choices: Sequence[str] = ()


@dataclass(frozen=True)
class Shape:
    """The columns of one kind of list; `code` tells its findings from those of another list."""

    code: str
    columns: Sequence[Column]

    @property
    def names(self) -> list[str]:
        """The first row of the file."""
        return [one.name for one in self.columns]

    @property
    def obliged(self) -> list[str]:
        """The columns without which nothing can be read."""
        return [one.name for one in self.columns if one.obliged]


@dataclass(frozen=True)
class Line:
    """One row of the list: its number in the file, and its cells by column as text (days as ISO days)."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


#: What is wrong with a cell: the name of the check, the words, the remedy.
Fault = tuple[str, str, str]


def faults_of(shape: Shape, line: Line) -> Iterator[Fault]:
    """Everything wrong with the cells of one line, each by itself."""
    for column in shape.columns:
        yield from _fault(column, line[column.name])


def _fault(column: Column, cell: str) -> Iterator[Fault]:
    label, name = column.label, column.name
    if not cell:
        if column.obliged:
            yield f"thieu_{name}", f"thiếu {label}", f"Ghi {label}."
    elif is_formula(cell):
        yield f"cong_thuc_{name}", f"{label} là công thức", "Dán lại giá trị."
    elif font := font_of(cell):
        words = f"{label} gõ bằng {font}"
        yield f"phong_cu_{name}", words, "Chuyển sang Unicode rồi nhập lại."
    elif column.is_day and day_of(cell) is None:
        words = f"{label} “{cell[:20]}” không phải ngày"
        yield f"khong_phai_ngay_{name}", words, "Ghi dạng 05/9/1980."
    elif column.choices and cell not in column.choices:
        yield (
            name,
            f"{label} “{cell[:20]}” không có",
            f"Ghi một trong: {', '.join(column.choices)}.",
        )


def is_formula(cell: str) -> bool:
    """Whether Excel would calculate what the cell writes."""
    return bool(_FORMULA.match(cell))


def day_of(text: str) -> date | None:
    """Return the day that a cell writes (05/9/1980, 05-09-1980, 1980-09-05); None where it is none."""
    for form in _DAYS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 -- a day has no zone
        except ValueError:
            continue
    return None
