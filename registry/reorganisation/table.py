"""A plan as a table, the way an office has it: one line a row, from a CSV or an Excel file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

import tablib

from law import Reason
from registry.models import BodyKind, Position
from registry.reorganisation.plan import Line, LineKind, Target

#: The columns of the table, in order; several codes or names stand in one cell, parted by ";".
COLUMNS = ("loai", "don_vi", "thanh", "ten", "phan_ve", "co_quan", "chuc_vu", "nguoi")
#: More rows are no plan that anybody looks over.
MOST_ROWS = 2000


class TableRefused(ValueError):
    """A table that cannot be read as a plan; `reasons` name every cell that is wrong."""

    def __init__(self, reasons: Sequence[Reason]):
        super().__init__("; ".join(one.text for one in reasons))
        self.reasons = tuple(reasons)


def read(content: bytes, name: str) -> tuple[Line, ...]:
    """Return the lines of a plan out of an uploaded table; TableRefused with every fault of it."""
    rows = list(_rows(content, name))
    if not rows:
        raise TableRefused([_fault(1, "Bảng không có dòng nào.", "Mỗi việc một dòng.")])
    if len(rows) > MOST_ROWS:
        words = f"Bảng có {len(rows)} dòng, nhiều hơn {MOST_ROWS}."
        raise TableRefused([_fault(MOST_ROWS, words, "Chia thành nhiều phương án.")])
    read_ones = [(number, row, list(_faults(number, row))) for number, row in enumerate(rows, 2)]
    if faults := [fault for _number, _row, found in read_ones for fault in found]:
        raise TableRefused(faults)
    return tuple(_line(row) for _number, row, _found in read_ones)


def write(lines: Iterable[Line]) -> str:
    """The table of a plan as CSV: what `read` reads."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for one in lines:
        table.writerow(
            [
                one.kind,
                ";".join(one.units),
                ";".join(target.code for target in one.targets),
                ";".join(target.name for target in one.targets) if _names(one) else "",
                ";".join(f"{who}:{where}" for who, where in one.assigned),
                one.body_kind,
                one.position,
                one.person or "",
            ]
        )
    return out.getvalue()


def _names(line: Line) -> bool:
    return any(target.name for target in line.targets)


def _rows(content: bytes, name: str) -> Iterator[dict[str, str]]:
    """The rows that say anything, each by the names of its columns."""
    table = _excel(content) if name.lower().endswith(".xlsx") else _csv(content)
    head = [str(one or "").strip().lower() for one in (table[0] if table else ())]
    if missing := [one for one in COLUMNS[:2] if one not in head]:
        words = f"Dòng đầu thiếu cột: {', '.join(missing)}."
        raise TableRefused([_fault(1, words, f"Ghi các cột: {', '.join(COLUMNS)}.")])
    for cells in table[1:]:
        row = dict(zip(head, (str("" if c is None else c).strip() for c in cells), strict=False))
        if any(row.values()):
            yield {column: row.get(column, "") for column in COLUMNS}


def _csv(content: bytes) -> list[Sequence[object]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = "Tệp CSV không phải chữ UTF-8."
        raise TableRefused([_fault(1, words, "Lưu tệp lại theo UTF-8, hoặc nộp Excel.")]) from None
    first = text.split("\n", 1)[0]
    return list(csv.reader(io.StringIO(text), delimiter="\t" if "\t" in first else ","))


def _excel(content: bytes) -> list[Sequence[object]]:
    try:
        sheet = tablib.Dataset().load(content, format="xlsx", headers=False)
    except Exception:  # whatever a broken workbook raises, the office reads one sentence
        words = "Không đọc được tệp Excel."
        raise TableRefused([_fault(1, words, "Lưu lại dạng .xlsx, hoặc nộp CSV.")]) from None
    return [tuple(row) for row in sheet]


def _faults(number: int, row: Mapping[str, str]) -> Iterator[Reason]:
    """Everything in a row that is no word of a plan; whether its units exist is asked later."""
    if row["loai"] not in LineKind.values:
        yield _fault(number, f"loại “{row['loai']}” không có.", _one_of(LineKind))
        return
    if not _parted(row["don_vi"]):
        yield _fault(number, "chưa ghi đơn vị.", "Ghi mã tổ chức đảng ở cột don_vi.")
    if len(_parted(row["ten"], empty=True)) > max(1, len(_parted(row["thanh"]))):
        yield _fault(number, "nhiều tên hơn mã.", "Mỗi mã ở cột thanh một tên.")
    for one in _parted(row["phan_ve"]):
        if one.count(":") != 1:
            yield _fault(number, f"không đọc được “{one}”.", "Ghi số đảng viên:mã tổ chức.")
    if row["loai"] == LineKind.APPOINT:
        if row["co_quan"] not in BodyKind.values:
            yield _fault(number, f"cơ quan “{row['co_quan']}” không có.", _one_of(BodyKind))
        if row["chuc_vu"] not in Position.values:
            yield _fault(number, f"chức vụ “{row['chuc_vu']}” không có.", _one_of(Position))
        if not (row["nguoi"].isascii() and row["nguoi"].isdigit()):
            yield _fault(number, "chưa ghi người.", "Ghi số của người trong danh bạ.")


def _line(row: Mapping[str, str]) -> Line:
    codes, names = _parted(row["thanh"]), _parted(row["ten"], empty=True)
    names += [""] * (len(codes) - len(names))
    pairs = [one.split(":") for one in _parted(row["phan_ve"])]
    appoints = row["loai"] == LineKind.APPOINT
    return Line(
        kind=row["loai"],
        units=tuple(_parted(row["don_vi"])),
        targets=tuple(Target(code, name) for code, name in zip(codes, names, strict=False)),
        assigned=tuple((who.strip(), where.strip()) for who, where in pairs),
        body_kind=row["co_quan"] if appoints else "",
        position=row["chuc_vu"] if appoints else "",
        person=int(row["nguoi"]) if appoints else 0,
    )


def _parted(cell: str, *, empty: bool = False) -> list[str]:
    parts = [one.strip() for one in cell.split(";")]
    return parts if empty and cell else [one for one in parts if one]


def _fault(number: int, words: str, remedy: str) -> Reason:
    return Reason("plan.table", f"Dòng {number}: {words}", remedy=remedy)


def _one_of(kinds: type[LineKind | BodyKind | Position]) -> str:
    return f"Ghi một trong: {', '.join(kinds.values)}."
