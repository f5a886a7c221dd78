"""A member list beside the register: who is new, what changed, what is wrong, which earlier findings are right now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from registry import tree
from registry.exit_models import Exit
from registry.lists.looking_over import Finding, Kind, LookedOver
from registry.lists.shape import Line
from registry.member_models import MemberFinding, MemberRow
from registry.members.quality import SHAPE, Told, faults_of, keys_of, told
from registry.models import Body, Membership, Organisation, Person, Placement
from registry.together import together

#: What of a row is compared with the copy.
COMPARED = ("full_name", "born", "status", "admitted_on", "official_on", "card", "post")

#: The check that tells of a member whom the list of their organisation no longer names.
MISSING = "vang_trong_tep"


@dataclass
class Comparison(LookedOver[MemberRow, Told]):
    """A member list beside the register."""

    cells: dict[str, Organisation] = field(default_factory=dict)
    #: People of the register whom the list names for the first time, by key.
    known: dict[str, Person] = field(default_factory=dict)

    def changes(self) -> list[tuple[str, str]]:
        return [(one.full_name, _change(copy, one)) for copy, one in self.changed]


def compare(lines: Sequence[Line], body: Body, synced_on: date) -> Comparison:
    """Return what the list of `body`'s organisation says beside the register, as of `synced_on`."""
    return _Comparing(lines, body, synced_on).run()


class _Comparing:
    def __init__(self, lines: Sequence[Line], body: Body, synced_on: date):
        self.lines, self.organisation, self.synced_on = lines, body.organisation_id, synced_on
        self.found = Comparison(cells=cells_of(self.organisation, synced_on))
        self.territory = {one.pk for one in self.found.cells.values()}
        self.keys = keys_of(lines)
        self.copies = {one.personal_id: one for one in _living(personal_id__in=self.keys)}

    def run(self) -> Comparison:
        good = self._without_faults()
        doubts = (*self._strangers(good), *self._departed(good), *self._elsewhere(good))
        doubtful = {one.key: one for one in doubts}
        self.found.findings += doubtful.values()
        for one in good:
            self._sort_in(one, doubtful=one.personal_id in doubtful)
        self.found.findings += self._missing()
        self.found.settle(self.organisation, SHAPE.code)
        return self.found

    def _without_faults(self) -> list[Told]:
        good = []
        for line in self.lines:
            wrong = list(faults_of(line, self.found.cells, self.synced_on, self.keys))
            self.found.findings += wrong
            if any(one.holds_back for one in wrong):
                self.found.held_back += 1
            else:
                good.append(told(line))
        return good

    def _sort_in(self, one: Told, *, doubtful: bool) -> None:
        copy = self.copies.get(one.personal_id)
        if doubtful:
            self.found.held_back += 1
        elif copy is None:
            self.found.new.append(one)
        elif self._differs(copy, one):
            self.found.changed.append((copy, one))
        else:
            self.found.unchanged += 1

    def _differs(self, copy: MemberRow, one: Told) -> bool:
        moved = copy.cell_id != self.found.cells[one.cell].pk
        return moved or any(getattr(copy, name) != getattr(one, name) for name in COMPARED)

    def _strangers(self, good: Sequence[Told]) -> Iterator[Finding]:
        """Of those named for the first time: somebody's twin, or one of several namesakes of the register."""
        strangers = [one for one in good if one.personal_id not in self.copies]
        names = {one.full_name for one in strangers}
        namesakes = MemberRow.objects.filter(superseded_in=None, full_name__in=names)
        named_so = namesakes.values_list("full_name", "born")
        at_home = Membership.objects.filter(
            last_day=None, person__full_name__in=names, person__member_rows=None
        ).select_related("person")
        together(named_so, at_home)
        twins = set(named_so)
        homes = defaultdict(list)
        for membership in at_home:
            homes[membership.person.full_name, membership.cell_id].append(membership.person)
        for one in strangers:
            same = homes[one.full_name, self.found.cells[one.cell].pk]
            if (one.full_name, one.born) in twins:
                yield _doubt("trung_nguoi", one, *_TWIN)
            elif len(same) > 1:
                yield _doubt("nhieu_nguoi", one, *_NAMESAKES)
            elif same:
                self.found.known[one.personal_id] = same[0]

    def _departed(self, good: Sequence[Told]) -> Iterator[Finding]:
        """Those who left the Party by a decision and still stand in the list."""
        people = [copy.person_id for copy in self.copies.values()]
        standing = Exit.objects.filter(person__in=people, restoration=None, corrected_by=None)
        left = {one.person_id: one.decision for one in standing}
        for one in good:
            copy = self.copies.get(one.personal_id)
            if copy is not None and copy.person_id in left:
                words = f"đã ra khỏi Đảng ({left[copy.person_id]}), còn trong danh sách"
                remedy = "Sửa danh sách gốc; quyết định bị hủy thì ghi phục hồi."
                yield _doubt("da_ra_khoi_dang", one, words, remedy)

    def _elsewhere(self, good: Sequence[Told]) -> Iterator[Finding]:
        """Those who stand in another organisation's list too, and it has not let them go."""
        away = {key: one for key, one in self.copies.items() if one.cell_id not in self.territory}
        let_go = MemberFinding.objects.filter(check_name=MISSING, key__in=away, fixed_on=None)
        there = away.keys() - set(let_go.values_list("key", flat=True))
        for one in good:
            if one.personal_id in there:
                words = f"đang trong danh sách của {away[one.personal_id].organisation.name}"
                remedy = "Nơi cũ nhập lại danh sách sau khi chuyển; chưa chuyển thì bỏ dòng này."
                yield _doubt("noi_khac", one, words, remedy)

    def _missing(self) -> Iterator[Finding]:
        """Members of the copy whom the list no longer names; nobody's membership ends by that."""
        copies = MemberRow.objects.filter(superseded_in=None, cell__in=self.territory)
        gone = copies.exclude(personal_id__in=self.keys).filter(person__memberships__last_day=None)
        for row in gone.select_related("cell").distinct():
            yield Finding(
                Kind.SYNC,
                MISSING,
                row.personal_id,
                f"{row.full_name}: có trong danh bạ, không có trong danh sách.",
                "Ghi theo văn bản nếu đã chuyển đi, từ trần; thiếu thì bổ sung danh sách gốc.",
                row.cell.code,
                holds_back=False,
            )


_TWIN = (
    "cùng tên, cùng ngày sinh với một đảng viên có số định danh khác",
    "Đối chiếu hai hồ sơ; sửa số định danh sai.",
)
_NAMESAKES = (
    "chi bộ có nhiều người cùng tên trong danh bạ",
    "Đối chiếu hồ sơ để biết dòng này là của ai.",
)


def _living(**asked: object) -> QuerySet[MemberRow]:
    rows = MemberRow.objects.filter(superseded_in=None, **asked)
    return rows.select_related("organisation", "person")


def _doubt(check: str, one: Told, words: str, remedy: str) -> Finding:
    said = f"{one.full_name}: {words}."
    return Finding(Kind.SYNC, check, one.personal_id, said, remedy, one.cell, line=one.number)


def _change(copy: MemberRow, one: Told) -> str:
    """What changes for one member, in words: "chức vụ: … → …"."""
    labels = {field.name: str(field.verbose_name) for field in MemberRow._meta.concrete_fields}
    said = [
        f"{labels[name]}: {_said(getattr(copy, name))} → {_said(getattr(one, name))}"
        for name in COMPARED
        if getattr(copy, name) != getattr(one, name)
    ]
    moved = [f"chuyển đến {one.cell}"] if copy.cell.code != one.cell else []
    return "; ".join([*said, *moved])


def _said(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "—")


def cells_of(top: int, day: date) -> dict[str, Organisation]:
    """Every organisation a row may name: the list's own and all under it, with those that have ended there."""
    ids = {top, *tree.below(top, day)}
    once_there = Placement.objects.filter(parent__in=ids).values("organisation")
    ours = Organisation.objects.filter(Q(pk__in=ids) | Q(pk__in=once_there))
    return {one.code: one for one in ours.order_by("name")}
