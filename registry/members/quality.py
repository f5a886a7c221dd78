"""What is wrong with a row of a member list, by itself and beside the others; the next import asks again."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from registry.lists import shape
from registry.lists.looking_over import Finding, Kind
from registry.lists.shape import Column, Line, Shape, day_of
from registry.models import Membership, Organisation

SHAPE = Shape(
    "dang_vien",
    (
        Column("ma_dinh_danh", "số định danh", obliged=True),
        Column("ho_ten", "họ và tên", obliged=True),
        Column("ngay_sinh", "ngày sinh", obliged=True, is_day=True),
        Column("ma_chi_bo", "mã chi bộ", obliged=True),
        Column("loai", "loại đảng viên", obliged=True, choices=Membership.Status.values),
        Column("ngay_ket_nap", "ngày kết nạp", obliged=True, is_day=True),
        Column("ngay_chinh_thuc", "ngày công nhận chính thức", is_day=True),
        Column("so_the", "số thẻ đảng viên"),
        Column("chuc_vu", "chức vụ"),
    ),
)
_DAYS = {one.name: one.label for one in SHAPE.columns if one.is_day}


@dataclass(frozen=True)
class Told:
    """A row that can be taken in: what the list says of one member, in the types of the register."""

    number: int
    personal_id: str
    full_name: str
    born: date
    cell: str
    status: str
    admitted_on: date
    official_on: date | None
    card: str
    post: str


def faults_of(
    line: Line, cells: Mapping[str, Organisation], synced_on: date, twice: Counter[str]
) -> Iterator[Finding]:
    """Everything wrong with one row; `cells` are the organisations it may name, `twice` how often a key stands."""
    key = line["ma_dinh_danh"] or f"dòng {line.number}"
    found = [*_as_typed(line), *_in_order(line, synced_on), *_of_cell(line, cells, synced_on)]
    if twice[line["ma_dinh_danh"]] > 1:
        found.append((Kind.ENTRY, "trung_so", "số định danh có hai lần trong tệp", "Bỏ dòng thừa."))
    for kind, check, words, remedy in found:
        yield Finding(
            kind,
            check,
            key,
            f"{line['ho_ten'] or key}: {words}.",
            remedy,
            line["ma_chi_bo"],
            holds_back=check != "loai_va_ngay",
            line=line.number,
        )


_Found = tuple[Kind, str, str, str]


def _as_typed(line: Line) -> Iterator[_Found]:
    for fault in shape.faults_of(SHAPE, line):
        yield Kind.ENTRY, *fault
    if (number := line["ma_dinh_danh"]) and not re.fullmatch(r"\d{12}", number):
        yield Kind.ENTRY, "dinh_danh", "số định danh không đủ 12 chữ số", "Ghi đúng số định danh."


def _in_order(line: Line, synced_on: date) -> Iterator[_Found]:
    days = [(column, day) for column in _DAYS if (day := day_of(line[column]))]
    for (before, one), (after, other) in itertools.pairwise(days):
        if other <= one:
            words = f"{_DAYS[after]} không sau {_DAYS[before]}"
            yield Kind.ENTRY, "ngay_nguoc", words, "Đối chiếu với hồ sơ đảng viên."
    if days and days[-1][1] > synced_on:
        words = f"{_DAYS[days[-1][0]]} sau ngày của danh sách"
        yield Kind.ENTRY, "ngay_sau", words, "Đối chiếu với hồ sơ đảng viên."
    official = bool(line["ngay_chinh_thuc"])
    if line["loai"] in Membership.Status.values:
        expected = line["loai"] == Membership.Status.OFFICIAL
        if official != expected:
            words = (
                "là đảng viên chính thức, chưa có ngày công nhận"
                if expected
                else "là đảng viên dự bị, đã có ngày công nhận chính thức"
            )
            yield Kind.UPDATE, "loai_va_ngay", words, "Cập nhật loại đảng viên hoặc ngày công nhận."


def _of_cell(line: Line, cells: Mapping[str, Organisation], synced_on: date) -> Iterator[_Found]:
    code = line["ma_chi_bo"]
    if not code or shape.is_formula(code):
        return
    cell = cells.get(code)
    if cell is None:
        words = f"chi bộ “{code[:40]}” không thuộc tổ chức này"
        yield Kind.ENTRY, "chi_bo", words, "Ghi mã chi bộ theo danh bạ tổ chức."
    elif cell.last_day is not None and cell.last_day < synced_on:
        words = f"{cell.name} đã kết thúc ngày {cell.last_day:%d/%m/%Y}"
        yield Kind.UPDATE, "chi_bo_da_het", words, "Cập nhật chi bộ mới của đảng viên."


def told(line: Line) -> Told:
    """Return a row without faults in the types of the register."""
    born, admitted = day_of(line["ngay_sinh"]), day_of(line["ngay_ket_nap"])
    assert born
    assert admitted
    return Told(
        number=line.number,
        personal_id=line["ma_dinh_danh"],
        full_name=line["ho_ten"],
        born=born,
        cell=line["ma_chi_bo"],
        status=line["loai"],
        admitted_on=admitted,
        official_on=day_of(line["ngay_chinh_thuc"]),
        card=line["so_the"][:12],
        post=line["chuc_vu"][:200],
    )


def keys_of(lines: Sequence[Line]) -> Counter[str]:
    """How often each key stands in the list; none counts for nothing."""
    return Counter(number for line in lines if (number := line["ma_dinh_danh"]))
