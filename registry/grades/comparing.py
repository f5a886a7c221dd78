"""A list of grades beside the register: what is new, what changed, what does not fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from registry.grade_models import Grade
from registry.grades import counting
from registry.grades.quality import SHAPE, Told, contrary, faults_of, finding, key_of, keys_of, told
from registry.grades.scale import schemes
from registry.lists.looking_over import Finding, Kind, LookedOver
from registry.lists.shape import Line
from registry.member_models import MemberRow
from registry.members.comparing import cells_of
from registry.models import Body, Membership, Organisation, on

#: What of a row is compared with the grade that stands.
COMPARED = ("period_ends", "scheme", "level", "points", "late", "beyond", "document")
_LABELS = {one.value: str(one.label) for one in Grade.Level}


@dataclass
class GradesBeside(LookedOver[Grade, Told]):
    """A list of grades beside the register; `people` are the members of the copy it names, by key."""

    units: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, MemberRow] = field(default_factory=dict)
    #: Where each member was on the last day of each period.
    cells: dict[tuple[int, date], int] = field(default_factory=dict)
    #: What the list tells of; findings about other periods stay as they are.
    periods: set[str] = field(default_factory=set)

    def changes(self) -> list[tuple[str, str]]:
        return [(one.full_name, f"{one.period}: {_change(was, one)}") for was, one in self.changed]

    def settle(self, organisation: int, code: str) -> None:
        super().settle(organisation, code)
        self.put_right = [one for one in self.put_right if one.key.split(" ")[-1] in self.periods]

    def cell_of(self, one: Told) -> int:
        """The cell in which the member was on the last day of the period; else the one of the copy."""
        copy = self.people[one.personal_id]
        return self.cells.get((copy.person_id, one.period_ends), copy.cell_id)


def compare(lines: Sequence[Line], body: Body, synced_on: date) -> GradesBeside:
    """Return what the list of `body`'s organisation says beside the register, as of `synced_on`."""
    return _Comparing(lines, body, synced_on).run()


class _Comparing:
    def __init__(self, lines: Sequence[Line], body: Body, synced_on: date):
        self.lines, self.organisation, self.synced_on = lines, body.organisation_id, synced_on
        self.schemes, self.keys = schemes(), keys_of(lines)
        units = cells_of(self.organisation, synced_on)
        named = MemberRow.objects.filter(
            superseded_in=None,
            personal_id__in={line["ma_dinh_danh"] for line in lines},
            cell__in=[one.pk for one in units.values()],
        )
        people = {one.personal_id: one for one in named.select_related("cell")}
        periods = {key_of(line).split(" ")[-1] for line in lines}
        self.found = GradesBeside(units=units, people=people, periods=periods)

    def run(self) -> GradesBeside:
        good = dict(self._good())
        self._place(list(good.values()))
        self._sort_in(list(good.values()))
        self.found.findings += self._contrary(good)
        self.found.findings += self._over_the_cap(good.values())
        self.found.settle(self.organisation, SHAPE.code)
        return self.found

    def _good(self) -> Iterator[tuple[int, Told]]:
        for number, line in enumerate(self.lines):
            wrong = [*faults_of(line, self.schemes, self.synced_on, self.keys), *self._whose(line)]
            self.found.findings += wrong
            if wrong:
                self.found.held_back += 1
            else:
                yield number, told(line)

    def _whose(self, line: Line) -> Iterator[Finding]:
        key = line["ma_dinh_danh"]
        copy = self.found.people.get(key)
        if key and copy is None:
            words = "số định danh không có trong danh sách đảng viên của tổ chức này"
            remedy = "Nhập danh sách đảng viên trước, hoặc sửa số định danh."
            yield finding(line, Kind.SYNC, "khong_co_nguoi", words, remedy)
        elif copy is not None and line["ho_ten"] and copy.full_name != line["ho_ten"]:
            words = f"danh sách đảng viên ghi tên là {copy.full_name}"
            remedy = "Đối chiếu số định danh và họ tên."
            yield finding(line, Kind.SYNC, "khac_ten", words, remedy, unit=copy.cell.code)

    def _place(self, good: Sequence[Told]) -> None:
        people = [self.found.people[one.personal_id].person_id for one in good]
        for day in {one.period_ends for one in good}:
            held = Membership.objects.filter(on(day), person__in=people)
            for person, cell in held.values_list("person", "cell"):
                self.found.cells[person, day] = cell

    def _sort_in(self, good: Sequence[Told]) -> None:
        people = {self.found.people[one.personal_id].person_id for one in good}
        standing = {
            (one.person_id, one.span, one.period): one
            for one in Grade.objects.filter(superseded_in=None, person__in=people)
        }
        for one in good:
            was = standing.get((self.found.people[one.personal_id].person_id, one.span, one.period))
            if was is None:
                self.found.new.append(one)
            elif any(getattr(was, name) != getattr(one, name) for name in COMPARED):
                self.found.changed.append((was, one))
            else:
                self.found.unchanged += 1

    def _contrary(self, good: dict[int, Told]) -> Iterator[Finding]:
        for number, one in good.items():
            yield from contrary(self.lines[number], one, self.schemes[one.scheme])
        for day in {one.period_ends for one in good.values()}:
            cells = {self.found.cell_of(one) for one in good.values()}
            graded = counting.graded_in(cells, day)
            for number, one in good.items():
                person = self.found.people[one.personal_id].person_id
                if one.period_ends == day and person in graded.members - graded.to_grade:
                    yield finding(
                        self.lines[number], Kind.UPDATE, "khong_danh_gia", _why_not(graded, person),
                        "Đối chiếu: đảng viên này không thuộc diện đánh giá kỳ đó.", holds_back=False,
                    )  # fmt: skip

    def _over_the_cap(self, good: Iterable[Told]) -> Iterator[Finding]:
        """Base organisations with more excellent ones in a year than the law allows, once the list is in."""
        years = {(one.period, one.period_ends) for one in good if one.span == Grade.Span.YEAR}
        for period, day in sorted(years):
            for base, cap in counting.caps(self._as_it_would_be(period), day):
                if cap.in_words:
                    yield Finding(
                        Kind.UPDATE,
                        "vuot_ty_le",
                        f"{base.code} {period}",
                        f"{base.name}, {period}: {cap.in_words}.",
                        "Cấp có thẩm quyền xem lại việc xếp loại xuất sắc; hệ thống không tự sửa.",
                        base.code,
                        holds_back=False,
                    )

    def _as_it_would_be(self, period: str) -> dict[int, Counter[str]]:
        """The grades of each cell in that year: those that stand, and what the list would change."""
        replaced = [was.pk for was, _ in self.found.changed]
        cells = [one.pk for one in self.found.units.values()]
        standing = Grade.objects.filter(
            superseded_in=None, span=Grade.Span.YEAR, period=period, cell__in=cells
        ).exclude(pk__in=replaced)
        told: dict[int, Counter[str]] = {}
        for cell, level in standing.values_list("cell", "level"):
            told.setdefault(cell, Counter())[level] += 1
        for one in (*self.found.new, *(one for _, one in self.found.changed)):
            if (one.span, one.period) == (Grade.Span.YEAR, period):
                told.setdefault(self.found.cell_of(one), Counter())[one.level] += 1
        return told


def _why_not(graded: counting.Graded, person: int) -> str:
    if person in graded.exempt:
        return "được miễn sinh hoạt ở ngày cuối kỳ"
    if person in graded.suspended:
        return "bị đình chỉ sinh hoạt ở ngày cuối kỳ"
    return f"kết nạp chưa đủ {graded.hit.value} tháng ở ngày cuối kỳ"


def _change(was: Grade, one: Told) -> str:
    """What changes, in words: the grade where it does, else what stands beside it."""
    if was.level != one.level:
        return f"{_LABELS[was.level]} → {_LABELS[one.level]}"
    names = {f.name: str(f.verbose_name) for f in Grade._meta.concrete_fields}
    return "; ".join(
        f"{names[name]}: {_said(getattr(was, name))} → {_said(getattr(one, name))}"
        for name in COMPARED
        if getattr(was, name) != getattr(one, name)
    )


def _said(value: object) -> str:
    return (
        f"{value:%d/%m/%Y}"
        if isinstance(value, date)
        else str("—" if value in (None, "") else value)
    )
