"""What is wrong with a row of a member list, by itself and beside the others; the next import asks again."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from registry.member_models import MemberFinding
from registry.members.legacy import font_of
from registry.members.reading import OBLIGED, Line
from registry.models import Membership, Organisation

Kind = MemberFinding.Kind
_LABELS = {
    "ma_dinh_danh": "số định danh",
    "ho_ten": "họ và tên",
    "ngay_sinh": "ngày sinh",
    "ma_chi_bo": "mã chi bộ",
    "loai": "loại đảng viên",
    "ngay_ket_nap": "ngày kết nạp",
    "ngay_chinh_thuc": "ngày công nhận chính thức",
    "so_the": "số thẻ đảng viên",
    "chuc_vu": "chức vụ",
}
_DAYS = ("ngay_sinh", "ngay_ket_nap", "ngay_chinh_thuc")
_FORMULA = re.compile(r"[=+@]|-(?!\d)")


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: `holds_back` where the row cannot be taken in until it is put right.

    `line` is where it stands in the file, 0 for what no line of it says.
    """

    kind: MemberFinding.Kind
    check: str
    key: str
    words: str
    remedy: str
    unit: str = ""
    holds_back: bool = True
    line: int = 0


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


_Found = tuple[MemberFinding.Kind, str, str, str]


def _as_typed(line: Line) -> Iterator[_Found]:
    for column, label in _LABELS.items():
        cell = line[column]
        if column in OBLIGED and not cell:
            yield Kind.ENTRY, f"thieu_{column}", f"thiếu {label}", f"Ghi {label}."
        elif _FORMULA.match(cell):
            yield Kind.ENTRY, f"cong_thuc_{column}", f"{label} là công thức", "Dán lại giá trị."
        elif font := font_of(cell):
            yield (
                Kind.ENTRY,
                f"phong_cu_{column}",
                f"{label} gõ bằng {font}",
                "Chuyển sang Unicode rồi nhập lại.",
            )
        elif column in _DAYS and cell and day_of(cell) is None:
            yield (
                Kind.ENTRY,
                f"khong_phai_ngay_{column}",
                f"{label} “{cell[:20]}” không phải ngày",
                "Ghi dạng 05/9/1980.",
            )
    if (number := line["ma_dinh_danh"]) and not re.fullmatch(r"\d{12}", number):
        yield Kind.ENTRY, "dinh_danh", "số định danh không đủ 12 chữ số", "Ghi đúng số định danh."
    if (status := line["loai"]) and status not in Membership.Status.values:
        yield (
            Kind.ENTRY,
            "loai",
            f"loại “{status[:20]}” không có",
            f"Ghi một trong: {', '.join(Membership.Status.values)}.",
        )


def _in_order(line: Line, synced_on: date) -> Iterator[_Found]:
    days = [(column, day) for column in _DAYS if (day := day_of(line[column]))]
    for (before, one), (after, other) in itertools.pairwise(days):
        if other <= one:
            words = f"{_LABELS[after]} không sau {_LABELS[before]}"
            yield Kind.ENTRY, "ngay_nguoc", words, "Đối chiếu với hồ sơ đảng viên."
    if days and days[-1][1] > synced_on:
        words = f"{_LABELS[days[-1][0]]} sau ngày của danh sách"
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
    if not code or _FORMULA.match(code):
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


def day_of(text: str) -> date | None:
    """Return the day that a cell writes (05/9/1980, 05-09-1980, 1980-09-05); None where it is none."""
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 -- a day has no zone
        except ValueError:
            continue
    return None


def keys_of(lines: Sequence[Line]) -> Counter[str]:
    """How often each key stands in the list; none counts for nothing."""
    return Counter(number for line in lines if (number := line["ma_dinh_danh"]))
