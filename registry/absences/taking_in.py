"""A list of members away, from Excel or CSV: each line beside the register, then all of it as one deed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from registry.absence_models import Absence, AbsenceImport
from registry.deeds import Written
from registry.lists import shape
from registry.lists.looking_over import Finding, Kind, LookedOver
from registry.lists.shape import Column, Line, Shape, day_of
from registry.lists.taking_in import TakeListIn
from registry.member_models import MemberRow
from registry.members.comparing import cells_of
from registry.models import Organisation, Person, RegisterEntry
from registry.register import told as as_told

YES, NO = "co", "khong"
SHAPE = Shape(
    "di_lam_an_xa",
    (
        Column("ma_dinh_danh", "số định danh", obliged=True),
        Column("ho_ten", "họ và tên"),
        Column("noi_den", "nơi đến", obliged=True),
        Column("dia_chi", "địa chỉ đã khai báo"),
        Column("di_tu_ngay", "ngày đi", obliged=True, is_day=True),
        Column("du_kien_ve", "ngày dự kiến về", is_day=True),
        Column("van_ban_mien", "văn bản cho miễn sinh hoạt"),
        Column("mien_den_ngay", "ngày hết miễn sinh hoạt", is_day=True),
        Column("dang_ky_cu_tru", "đăng ký cư trú", choices=(YES, NO)),
        Column("ngay_ve", "ngày về", is_day=True),
        Column("nhan_xet", "nhận xét của nơi đến"),
    ),
)
#: What a line says, by the column of the register; the day of leaving tells one absence from another.
_SAID = {
    "place": "noi_den", "address": "dia_chi", "until": "du_kien_ve", "exempt_by": "van_ban_mien",
    "exempt_until": "mien_den_ngay", "registered": "dang_ky_cu_tru", "returned_on": "ngay_ve",
    "comment": "nhan_xet",
}  # fmt: skip
_Found = tuple[Kind, str, str, str]


@dataclass(frozen=True)
class Told:
    """A line that can be taken in."""

    person: Person
    first_day: date
    values: Mapping[str, Any]


@dataclass
class Looked(LookedOver[Absence, Told]):
    """A list of members away beside the register."""

    cells: dict[str, Organisation] = field(default_factory=dict)

    def changes(self) -> list[tuple[str, str]]:
        return [(one.person.full_name, _change(row, one)) for row, one in self.changed]


@dataclass(frozen=True, kw_only=True)
class TakeAbsencesIn(TakeListIn):
    """A list of members away becomes part of the register; who is not in it stays as they are."""

    kind = RegisterEntry.Deed.ABSENCES_IN
    shape = SHAPE
    title = "Danh sách đảng viên đi làm ăn xa"
    imports = AbsenceImport

    def looked_over(self, lines: list[Line]) -> Looked:
        return _Looking(lines, self.in_body.organisation_id, self.synced_on).run()

    def write(self) -> Written:
        found = self.comparison
        assert isinstance(found, Looked)
        taken = self.entered()
        rows = [_row(one) for one in found.new]
        rows += [self._later(row, one) for row, one in found.changed]
        made = Absence.objects.bulk_create(rows, batch_size=1000)
        old = [row for row, _ in found.changed]
        for row, new in zip(old, made[len(found.new) :], strict=True):
            row.superseded_by = new
        Absence.objects.bulk_update(old, ["superseded_by"], batch_size=500)
        self.beside.extend(as_told(row) for row in (*made, *old))
        found.keep_findings(self.body.organisation_id, SHAPE.code, found.cells, self.synced_on)
        return taken, None

    def _later(self, row: Absence, one: Told) -> Absence:
        return row.retold(max(self.synced_on, row.told_on), **one.values)


class _Looking:
    """One list being looked over; nothing is written."""

    def __init__(self, lines: Sequence[Line], organisation: int, synced_on: date):
        self.lines, self.organisation, self.synced_on = lines, organisation, synced_on
        self.found = Looked(cells=cells_of(organisation, synced_on))
        keys = Counter(line["ma_dinh_danh"] for line in lines)
        self.twice = {key for key, times in keys.items() if key and times > 1}
        ours = [one.pk for one in self.found.cells.values()]
        copies = MemberRow.objects.filter(superseded_in=None, cell__in=ours, personal_id__in=keys)
        self.members = {one.personal_id: one for one in copies.select_related("person", "cell")}
        people = [one.person_id for one in self.members.values()]
        told = Absence.objects.filter(superseded_by=None, person__in=people).order_by("pk")
        self.rows = {(one.person_id, one.first_day): one for one in told}
        self.open = {one.person_id: one for one in told if one.returned_on is None}

    def run(self) -> Looked:
        for line in self.lines:
            wrong = list(self._wrong(line))
            self.found.findings += [self._finding(line, one) for one in wrong]
            if wrong:
                self.found.held_back += 1
            else:
                self._sort_in(self._told(line))
        self.found.settle(self.organisation, SHAPE.code)
        return self.found

    def _wrong(self, line: Line) -> Iterator[_Found]:
        for fault in shape.faults_of(SHAPE, line):
            yield Kind.ENTRY, *fault
        key, left = line["ma_dinh_danh"], day_of(line["di_tu_ngay"])
        if key in self.twice:
            yield Kind.ENTRY, "trung_so", "số định danh có hai lần trong tệp", "Bỏ dòng thừa."
        member = self.members.get(key)
        if key and member is None:
            words = "không có trong danh sách đảng viên của tổ chức này"
            yield Kind.SYNC, "khong_co", words, "Nhập danh sách đảng viên trước, hoặc sửa số."
        if line["mien_den_ngay"] and not line["van_ban_mien"]:
            words = "có ngày hết miễn sinh hoạt, không có văn bản"
            yield Kind.ENTRY, "mien_khong_van_ban", words, "Ghi số, ngày văn bản cho miễn."
        if left is not None:
            yield from self._days_astray(line, left)
            yield from self._away_already(member, left)

    def _days_astray(self, line: Line, left: date) -> Iterator[_Found]:
        back = day_of(line["ngay_ve"])
        if left > self.synced_on or (back and back > self.synced_on):
            yield Kind.ENTRY, "ngay_sau", "ngày sau ngày của danh sách", "Ghi ngày đã qua."
        if back and back < left:
            yield Kind.ENTRY, "ngay_nguoc", "ngày về trước ngày đi", "Ghi lại cho đúng thứ tự."

    def _away_already(self, member: MemberRow | None, left: date) -> Iterator[_Found]:
        row = self.open.get(member.person_id) if member else None
        if row is not None and row.first_day != left:
            words = f"đang có trong danh sách, đi từ ngày {row.first_day:%d/%m/%Y}"
            yield Kind.SYNC, "dang_di", words, "Ghi ngày về của lần trước, hoặc sửa ngày đi."

    def _finding(self, line: Line, found: _Found) -> Finding:
        kind, check, words, remedy = found
        key = line["ma_dinh_danh"] or f"dòng {line.number}"
        member = self.members.get(key)
        name = line["ho_ten"] or (member.full_name if member else key)
        unit = member.cell.code if member else ""
        return Finding(kind, check, key, f"{name}: {words}.", remedy, unit, line=line.number)

    def _told(self, line: Line) -> Told:
        left = day_of(line["di_tu_ngay"])
        assert left
        values = {name: _value(name, line[column]) for name, column in _SAID.items()}
        return Told(self.members[line["ma_dinh_danh"]].person, left, values)

    def _sort_in(self, one: Told) -> None:
        row = self.rows.get((one.person.pk, one.first_day))
        if row is None:
            self.found.new.append(one)
        elif any(getattr(row, name) != value for name, value in one.values.items()):
            self.found.changed.append((row, one))
        else:
            self.found.unchanged += 1


def _value(name: str, cell: str) -> Any:
    if name == "registered":
        return cell == YES
    if name in ("until", "exempt_until", "returned_on"):
        return day_of(cell)
    most = Absence._meta.get_field(name).max_length
    return cell[:most]


def _row(one: Told) -> Absence:
    return Absence(
        person=one.person, first_day=one.first_day, told_on=one.first_day, **one.values
    )  # fmt: skip


def _change(row: Absence, one: Told) -> str:
    """What changes of one absence, in words."""
    labels = {name: str(Absence._meta.get_field(name).verbose_name) for name in one.values}
    return "; ".join(
        f"{labels[name]}: {_said(getattr(row, name))} → {_said(value)}"
        for name, value in one.values.items()
        if getattr(row, name) != value
    )


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "—")
