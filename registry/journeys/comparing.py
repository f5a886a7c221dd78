"""A list of journeys beside the register: which are new, which a later list tells more of, what is wrong."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from registry.journey_models import Journey
from registry.journeys.rights import units_of
from registry.lists import shape
from registry.lists.looking_over import Finding, Kind, LookedOver
from registry.lists.shape import Column, Line, Shape, day_of
from registry.member_models import MemberRow
from registry.models import Body, Membership, Organisation, Person

SHAPE = Shape(
    "di_nuoc_ngoai",
    (
        Column("ma_dinh_danh", "số định danh", obliged=True),
        Column("ho_ten", "họ và tên", obliged=True),
        Column("noi_den", "nơi đến", obliged=True),
        Column("muc_dich", "mục đích", obliged=True, choices=Journey.Purpose.values),
        Column("ngay_di", "ngày đi", obliged=True, is_day=True),
        Column("ngay_ve", "ngày về dự kiến", obliged=True, is_day=True),
        Column("ngay_bao_cao", "ngày báo cáo trước khi đi", is_day=True),
        Column("ngay_ve_thuc_te", "ngày đã về", is_day=True),
        Column("ngay_bao_cao_sau", "ngày báo cáo sau khi về", is_day=True),
        Column("doan", "đoàn, nhóm cùng đi"),
        Column("van_ban", "văn bản", obliged=True),
    ),
)


@dataclass(frozen=True)
class Told:
    """What the list says of one journey, in the types of the register."""

    person: Person
    cell: Organisation
    place: str
    purpose: str
    group: str
    leaves_on: date
    returns_on: date
    reported_on: date | None
    came_back_on: date | None
    after_on: date | None
    document: str

    def fills(self, journey: Journey) -> bool:
        """Whether it says something that the register does not know yet: that one is back, or reported after."""
        return any(
            getattr(journey, name) is None and getattr(self, name) is not None
            for name in ("came_back_on", "after_on")
        )


@dataclass
class Comparison(LookedOver[Journey, Told]):
    """A list of journeys beside the register."""

    #: The organisations by their code, for what is found about them.
    units: dict[str, Organisation] = field(default_factory=dict)

    def changes(self) -> list[tuple[str, str]]:
        return [
            (one.person.full_name, f"chuyến đi ngày {one.leaves_on:%d/%m/%Y}: bổ sung việc về nước")
            for _, one in self.changed
        ]


class Comparing:
    """One list being looked over, as of `synced_on`."""

    def __init__(self, lines: Sequence[Line], body: Body, synced_on: date):
        self.lines, self.body, self.synced_on = lines, body, synced_on
        self.found = Comparison()
        keys = {line["ma_dinh_danh"] for line in lines}
        rows = MemberRow.objects.filter(superseded_in=None, personal_id__in=keys)
        self.people = {one.personal_id: one.person for one in rows.select_related("person")}
        people = [one.pk for one in self.people.values()]
        self.cells: dict[int, list[Membership]] = defaultdict(list)
        held = Membership.objects.filter(person__in=people).select_related("cell")
        for one in held.order_by("-first_day", "-pk"):
            self.cells[one.person_id].append(one)
        journeys = Journey.objects.filter(person__in=people, void_on=None)
        self.there: dict[int, list[Journey]] = defaultdict(list)
        for row in journeys:
            self.there[row.person_id].append(row)
        self.units = units_of(body, synced_on)
        self.twice = Counter(self._key(line) for line in lines)

    def run(self) -> Comparison:
        """Return what taking the list in would do."""
        for line in self.lines:
            wrong = list(self._faults(line))
            self.found.findings += wrong
            if wrong:
                self.found.held_back += 1
            else:
                self._sort_in(line)
        self.found.settle(self.body.organisation_id, SHAPE.code)
        return self.found

    def _sort_in(self, line: Line) -> None:
        told = self._told(line)
        same = [one for one in self.there[told.person.pk] if one.leaves_on == told.leaves_on]
        if not same:
            self.found.new.append(told)
        elif told.fills(same[0]):
            self.found.changed.append((same[0], told))
        else:
            self.found.unchanged += 1

    def _faults(self, line: Line) -> Iterator[Finding]:
        known = self.people.get(line["ma_dinh_danh"])
        cell = known and self._cell(known, day_of(line["ngay_di"]) or self.synced_on)
        for check, words, remedy in (*shape.faults_of(SHAPE, line), *self._doubts(line, known)):
            yield Finding(
                Kind.ENTRY,
                check,
                self._key(line),
                f"{line['ho_ten'] or line['ma_dinh_danh']}: {words}.",
                remedy,
                cell.code if cell else "",
                line=line.number,
            )
        if cell:
            self.found.units[cell.code] = cell

    def _doubts(self, line: Line, known: Person | None) -> Iterator[shape.Fault]:
        number = line["ma_dinh_danh"]
        if number and not re.fullmatch(r"\d{12}", number):
            yield "dinh_danh", "số định danh không đủ 12 chữ số", "Ghi đúng số định danh."
        elif number and known is None:
            yield (
                "khong_co",
                "không có trong danh sách đảng viên",
                "Nhập danh sách đảng viên trước.",
            )
        leaves, returns = day_of(line["ngay_di"]), day_of(line["ngay_ve"])
        if leaves is None or returns is None:
            return
        if known is not None:
            yield from self._where(known, leaves)
            yield from self._overlap(known, leaves, returns)
        if self.twice[self._key(line)] > 1:
            yield "trung_dong", "chuyến đi có hai lần trong tệp", "Bỏ dòng thừa."
        yield from self._days(line, leaves, returns)

    def _where(self, known: Person, leaves: date) -> Iterator[shape.Fault]:
        cell = self._cell(known, leaves)
        if cell is None or cell.pk not in self.units:
            words = "ngày đi không sinh hoạt ở tổ chức này"
            yield "noi_khac", words, "Chi bộ, cấp ủy quản lý ngày đó ghi."

    def _overlap(self, known: Person, leaves: date, returns: date) -> Iterator[shape.Fault]:
        for one in self.there[known.pk]:
            if one.leaves_on != leaves and one.leaves_on <= returns and one.returns_on >= leaves:
                words = f"trùng ngày với chuyến đi ngày {one.leaves_on:%d/%m/%Y} đã ghi"
                yield "trung_ngay", words, "Đối chiếu; ghi nhầm thì gạch bỏ chuyến đi ấy."

    def _days(self, line: Line, leaves: date, returns: date) -> Iterator[shape.Fault]:
        back, after = day_of(line["ngay_ve_thuc_te"]), day_of(line["ngay_bao_cao_sau"])
        if returns < leaves or (back and back < leaves) or (after and (not back or after < back)):
            yield "ngay_nguoc", "các ngày không đúng thứ tự", "Đối chiếu với báo cáo."
        said = [day_of(line["ngay_bao_cao"]), back, after]
        if any(day and day > self.synced_on for day in said):
            yield "ngay_sau", "có ngày sau ngày của danh sách", "Đối chiếu với báo cáo."
        if not line["ngay_bao_cao"] and leaves > self.synced_on:
            words = "chưa đi mà không có ngày báo cáo"
            yield "chua_di", words, "Ghi ngày báo cáo, hoặc bỏ dòng."

    def _cell(self, person: Person, day: date) -> Organisation | None:
        rows = (one.cell for one in self.cells[person.pk] if one.first_day <= day)
        return next(rows, None)

    def _told(self, line: Line) -> Told:
        person = self.people[line["ma_dinh_danh"]]
        leaves, returns = day_of(line["ngay_di"]), day_of(line["ngay_ve"])
        assert leaves
        assert returns
        cell = self._cell(person, leaves)
        assert cell
        return Told(
            person=person,
            cell=cell,
            place=line["noi_den"][:200],
            purpose=line["muc_dich"],
            group=line["doan"][:120],
            leaves_on=leaves,
            returns_on=returns,
            reported_on=day_of(line["ngay_bao_cao"]),
            came_back_on=day_of(line["ngay_ve_thuc_te"]),
            after_on=day_of(line["ngay_bao_cao_sau"]),
            document=line["van_ban"][:200],
        )

    def _key(self, line: Line) -> str:
        return f"{line['ma_dinh_danh'] or line['ho_ten']}@{line['ngay_di']}"
