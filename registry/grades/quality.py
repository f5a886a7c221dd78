"""What is wrong with a row of a list of grades, by itself and beside the law's scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from registry.grade_models import Grade
from registry.grades.periods import last_day_of
from registry.grades.scale import Scheme, contradictions
from registry.lists import shape
from registry.lists.looking_over import Finding, Kind
from registry.lists.shape import Column, Line, Shape, day_of

SHAPE = Shape(
    "xep_loai",
    (
        Column("ma_dinh_danh", "số định danh", obliged=True),
        Column("ho_ten", "họ và tên", obliged=True),
        Column("loai_ky", "loại kỳ", obliged=True, choices=Grade.Span.values),
        Column("ky", "kỳ đánh giá", obliged=True),
        Column("ngay_cuoi_ky", "ngày cuối kỳ", is_day=True),
        Column("quy_dinh", "quy định về đánh giá", obliged=True),
        Column("xep_loai", "mức xếp loại", obliged=True, choices=Grade.Level.values),
        Column("diem", "điểm"),
        Column("ty_le_cham", "tỷ lệ việc chậm"),
        Column("vuot_yeu_cau", "phần vượt yêu cầu"),
        Column("quyet_dinh", "quyết định xếp loại"),
    ),
)
_NUMBERS = {
    one.name: one.label
    for one in SHAPE.columns
    if one.name in ("diem", "ty_le_cham", "vuot_yeu_cau")
}
#: Shares may pass a hundred where more was done than asked; points may not.
_MOST = {"diem": Decimal(100), "ty_le_cham": Decimal(100), "vuot_yeu_cau": Decimal("999.99")}

#: How the checks are called that hold points against the grade.
CONTRARY = "diem_va_muc"

_Found = tuple[Kind, str, str, str]
_Key = tuple[str, str, str]


@dataclass(frozen=True)
class Told:
    """A row that can be taken in, in the types of the register."""

    number: int
    personal_id: str
    full_name: str
    span: str
    period: str
    period_ends: date
    scheme: str
    level: str
    points: Decimal | None
    late: Decimal | None
    beyond: Decimal | None
    document: str


def key_of(line: Line) -> str:
    """What a finding about the line is about: whom, and which period."""
    return f"{line['ma_dinh_danh'] or f'dòng {line.number}'} {line['ky'].replace(' ', '_') or '?'}"


def faults_of(
    line: Line, known: Mapping[str, Scheme], synced_on: date, twice: Counter[_Key]
) -> Iterator[Finding]:
    """Everything for which one row cannot be taken in."""
    found = [*_as_typed(line), *_of_period(line, synced_on), *_of_scheme(line, known)]
    if twice[_named(line)] > 1:
        found.append((Kind.ENTRY, "trung_ky", "có hai dòng cho cùng một kỳ", "Bỏ dòng thừa."))
    for kind, check, words, remedy in found:
        yield finding(line, kind, check, words, remedy)


def finding(
    line: Line,
    kind: Kind,
    check: str,
    words: str,
    remedy: str,
    *,
    holds_back: bool = True,
    unit: str = "",
) -> Finding:
    """Something wrong in one line, named by member and period."""
    whom = line["ho_ten"] or line["ma_dinh_danh"] or f"dòng {line.number}"
    said = f"{whom}, {line['ky']}: {words}."
    return Finding(kind, check, key_of(line), said, remedy, unit, holds_back, line.number)


def contrary(line: Line, one: Told, scheme: Scheme) -> Iterator[Finding]:
    """What was handed in and does not fit together; the grade stands as decided, a person looks."""
    for number, words in enumerate(
        contradictions(scheme, one.level, one.points, one.late, one.beyond), start=1
    ):
        remedy = "Đối chiếu với hồ sơ đánh giá; sai thì cấp có thẩm quyền xếp loại sửa."
        check = f"{CONTRARY}_{number}"
        yield finding(line, Kind.ENTRY, check, words, remedy, holds_back=False)
    if not scheme.held_on(one.period_ends):
        words = f"{scheme.code} không áp dụng ở ngày cuối kỳ {one.period_ends:%d/%m/%Y}"
        remedy = "Ghi đúng quy định đã dùng để xếp loại."
        yield finding(line, Kind.UPDATE, "quy_dinh_va_ky", words, remedy, holds_back=False)


def _as_typed(line: Line) -> Iterator[_Found]:
    for fault in shape.faults_of(SHAPE, line):
        yield Kind.ENTRY, *fault
    for name, label in _NUMBERS.items():
        cell = line[name]
        if not cell or shape.is_formula(cell):
            continue
        number = number_of(cell)
        if number is None or not 0 <= number <= _MOST[name]:
            words = f"{label} “{cell[:20]}” không phải số từ 0 đến {_MOST[name].normalize():f}"
            yield Kind.ENTRY, f"khong_phai_so_{name}", words, "Ghi bằng số, ví dụ 87,5."


def _of_period(line: Line, synced_on: date) -> Iterator[_Found]:
    span, told = line["loai_ky"], day_of(line["ngay_cuoi_ky"])
    if span not in Grade.Span.values or not line["ky"]:
        return
    ends = last_day_of(span, line["ky"], told)
    if ends is None and span in (Grade.Span.TERM, Grade.Span.OCCASION):
        words = "thiếu ngày cuối kỳ"
        yield (
            Kind.ENTRY,
            "thieu_ngay_cuoi_ky",
            words,
            "Ghi ngày cuối của nhiệm kỳ hoặc lần đánh giá.",
        )
    elif ends is None:
        words = f"kỳ “{line['ky'][:20]}” không phải {'năm' if span == Grade.Span.YEAR else 'quý'}"
        yield Kind.ENTRY, "ky", words, "Ghi 2025 cho năm, 2025-Q3 cho quý."
    elif ends > synced_on:
        words = f"kỳ chưa hết ở ngày của danh sách ({ends:%d/%m/%Y})"
        yield Kind.ENTRY, "ky_chua_het", words, "Nhập sau khi đã có quyết định xếp loại."


def _of_scheme(line: Line, known: Mapping[str, Scheme]) -> Iterator[_Found]:
    if (told := line["quy_dinh"]) and told not in known and not shape.is_formula(told):
        words = f"quy định “{told[:20]}” không có trong danh mục"
        yield Kind.ENTRY, "quy_dinh", words, f"Ghi một trong: {', '.join(known)}."


def number_of(cell: str) -> Decimal | None:
    """The number a cell writes, with a decimal comma or point, to two places; None where it is none."""
    try:
        return Decimal(cell.replace(",", ".")).quantize(Decimal("0.01"))
    except InvalidOperation:
        return None


def told(line: Line) -> Told:
    """Return a row without faults in the types of the register."""
    ends = last_day_of(line["loai_ky"], line["ky"], day_of(line["ngay_cuoi_ky"]))
    assert ends
    return Told(
        number=line.number,
        personal_id=line["ma_dinh_danh"],
        full_name=line["ho_ten"],
        span=line["loai_ky"],
        period=line["ky"][:20],
        period_ends=ends,
        scheme=line["quy_dinh"],
        level=line["xep_loai"],
        points=number_of(line["diem"]),
        late=number_of(line["ty_le_cham"]),
        beyond=number_of(line["vuot_yeu_cau"]),
        document=line["quyet_dinh"][:200],
    )


def _named(line: Line) -> _Key:
    return line["ma_dinh_danh"], line["loai_ky"], line["ky"]


def keys_of(lines: Sequence[Line]) -> Counter[_Key]:
    """How often each member stands in the list for one period; whoever has no number counts for nothing."""
    return Counter(_named(line) for line in lines if line["ma_dinh_danh"])
