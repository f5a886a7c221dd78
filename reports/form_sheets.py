"""A statistical form as a spreadsheet: heads merged as on paper, figures as numbers, shares as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from reports.form import Head
from reports.sheets import put

_LINE = Border(*(Side(style="thin"),) * 4)
_HEAD = Alignment(horizontal="center", vertical="center", wrap_text=True)
#: Rows above the table: watermark, title, whose and when, a free line.
_ABOVE = 4
_FIRST_WIDTH, _WIDTH = 36, 11


def form_sheet(
    title: str,
    subtitle: str,
    head: Sequence[Sequence[Head]],
    rows: Sequence[tuple[str, Sequence[int | str]]],
    watermark: str,
    notes: Sequence[str] = (),
) -> bytes:
    """Return the bytes of a workbook with one form: a line for each row, its name first.

    Figures that are whole numbers go in as numbers, thousands parted as the reader's Excel parts them.
    """
    book = Workbook()
    page = book.active
    page.title = "Biểu"
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddFooter.center.text = watermark.replace("&", "&&")
    for line, text in enumerate((watermark, title, subtitle), start=1):
        put(page.cell(line, 1), text)
        page.cell(line, 1).font = Font(bold=line == 2)
    first = _ABOVE + len(head) + 1
    _lay_head(page, head)
    for line, (name, figures) in enumerate(rows, start=first):
        for place, value in enumerate([name, *figures], start=1):
            _lay(page.cell(line, place), value)
    for line, note in enumerate(notes, start=first + len(rows) + 1):
        put(page.cell(line, 1), note)
    page.freeze_panes = page.cell(first, 2)
    return _bytes(book)


def _lay_head(page: Any, head: Sequence[Sequence[Head]]) -> None:
    """Lay each head where nothing from a line above reaches down to."""
    taken: set[tuple[int, int]] = set()
    top = _ABOVE + 1
    corner = Head("", 1, len(head))
    for depth, line in enumerate(head):
        place = 1
        for one in [corner, *line] if depth == 0 else line:
            while (depth, place) in taken:
                place += 1
            taken |= {(depth + d, place + a) for d in range(one.down) for a in range(one.across)}
            cell = page.cell(top + depth, place)
            put(cell, one.text)
            cell.font, cell.alignment = Font(bold=True), _HEAD
            if one.down > 1 or one.across > 1:
                page.merge_cells(
                    start_row=top + depth, start_column=place,
                    end_row=top + depth + one.down - 1, end_column=place + one.across - 1,
                )  # fmt: skip
            place += one.across
    for depth, place in taken:
        page.cell(top + depth, place).border = _LINE
    for place in {place for _depth, place in taken}:
        page.column_dimensions[get_column_letter(place)].width = (
            _FIRST_WIDTH if place == 1 else _WIDTH
        )


def _lay(cell: Any, value: int | str) -> None:
    cell.border = _LINE
    if isinstance(value, int):
        cell.value, cell.number_format = value, "#,##0"
        return
    put(cell, value)
    cell.alignment = Alignment(wrap_text=True, horizontal="right" if cell.column > 1 else "left")


def _bytes(book: Workbook) -> bytes:
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()
