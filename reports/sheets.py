"""Spreadsheets taken out of the site: each carries who took it, when and what for, and no live formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Font

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Column:
    """A column: its heading, and how wide it is in letters."""

    heading: str
    width: int


def sheet(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[str | date | None]],
    watermark: str,
) -> bytes:
    """Return the bytes of a workbook with one sheet.

    `watermark` stands in the first row, and at the foot of each printed page: it says who took the
    sheet out, when, and what for. Texts stay texts, whatever they begin with.
    """
    book = Workbook()
    page = book.active
    page.title = title[:31]
    page.oddFooter.center.text = watermark.replace("&", "&&")
    page.evenFooter.center.text = page.oddFooter.center.text
    put(page.cell(1, 1), watermark)
    for place, column in enumerate(columns, start=1):
        put(page.cell(3, place), column.heading)
        page.cell(3, place).font = Font(bold=True)
        page.column_dimensions[page.cell(3, place).column_letter].width = column.width
    for line, row in enumerate(rows, start=4):
        for place, value in enumerate(row, start=1):
            put(page.cell(line, place), value)
    page.freeze_panes = "A4"
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def put(cell: Cell | Any, value: str | date | None) -> None:
    """Put a value into a cell; a text that looks like a formula stays a text."""
    if isinstance(value, date):
        cell.value, cell.number_format = value, "dd/mm/yyyy"
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value or "")
    cell.data_type, cell.quotePrefix = "s", True
