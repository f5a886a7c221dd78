"""A list out of a CSV or Excel file: rows as they were written, or one clear reason why there are none."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from charset_normalizer import from_bytes
from openpyxl import load_workbook

from law import Reason
from proof.canonical import nfc
from registry.lists.shape import Line, Shape

#: A larger file is no list of one organisation; nothing of it is read.
LARGEST = 20 * 1024 * 1024
#: What an Excel file may hold once unpacked: a small file that unpacks to more is an attack.
LARGEST_UNPACKED = 200 * 1024 * 1024
MOST_ROWS = 100_000


class ListRefused(ValueError):
    """A file that cannot be read as a list; `reasons` say what to do."""

    def __init__(self, reasons: Sequence[Reason]):
        super().__init__("; ".join(one.text for one in reasons))
        self.reasons = tuple(reasons)


def read(content: bytes, name: str, shape: Shape) -> list[Line]:
    """Return the rows that say anything in the columns of `shape`. Raises ListRefused for a file that is no list."""
    if len(content) > LARGEST:
        raise _refused(
            f"Tệp {len(content) // 2**20} MB, lớn hơn {LARGEST // 2**20} MB.",
            "Nộp riêng danh sách của từng tổ chức, bỏ hình ảnh.",
        )
    table = _excel(content) if _is_zip(content) else _csv(content, name)
    head = [_text(cell).strip().lower() for cell in next(table, ())]
    if missing := [column for column in shape.obliged if column not in head]:
        raise _refused(
            f"Dòng đầu thiếu cột: {', '.join(missing)}.", f"Ghi các cột: {', '.join(shape.names)}."
        )
    return list(_lines(head, table, shape.names))


def _lines(
    head: Sequence[str], table: Iterator[Sequence[Any]], columns: Sequence[str]
) -> Iterator[Line]:
    for number, row in enumerate(table, start=2):
        if number > MOST_ROWS + 1:
            raise _refused(f"Nhiều hơn {MOST_ROWS} dòng.", "Chia danh sách theo tổ chức.")
        told = {
            column: _text(cell)
            for column, cell in zip(head, row, strict=False)
            if column in columns
        }
        if any(told.values()):
            yield Line(number, told)


def _text(cell: Any) -> str:
    if isinstance(cell, (datetime, date)):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(nfc("" if cell is None else str(cell)).split())


def _csv(content: bytes, name: str) -> Iterator[Sequence[Any]]:
    if not name.lower().endswith((".csv", ".txt", ".tsv")):
        raise _refused("Tệp không phải Excel (.xlsx) hay CSV.", "Lưu lại thành .xlsx hoặc .csv.")
    text = _decoded(content)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text), delimiter=delimiter)
    except csv.Error:
        raise _refused("Tệp CSV hỏng.", "Xuất lại tệp, hoặc nộp Excel.") from None


def _decoded(content: bytes) -> str:
    """The text of a CSV: Unicode as it is; another code page by its statistics, never a crash."""
    told = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(told)
    except UnicodeDecodeError:
        found = from_bytes(content[:200_000], cp_isolation=["cp1258", "cp1252"]).best()
        return content.decode(found.encoding if found else "cp1252", errors="replace")


def _is_zip(content: bytes) -> bool:
    return content[:4] == b"PK\x03\x04"


def _excel(content: bytes) -> Iterator[Sequence[Any]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(one.file_size for one in packed.infolist())
        if unpacked > LARGEST_UNPACKED:
            raise _refused(
                f"Tệp Excel giải nén ra {unpacked // 2**20} MB: không phải danh sách.",
                "Xuất lại danh sách vào một tệp mới.",
            )
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        yield from book.worksheets[0].iter_rows(values_only=True)
    except ListRefused:
        raise
    except Exception:  # whatever a broken workbook raises, the office reads one sentence
        raise _refused("Không đọc được tệp Excel.", "Lưu lại dạng .xlsx, hoặc nộp CSV.") from None


def _refused(words: str, remedy: str) -> ListRefused:
    return ListRefused([Reason("list.file", words, remedy=remedy)])
