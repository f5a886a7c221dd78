"""Taking a member list in: one deed of the register, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Model

from law import Reason
from registry.deeds import Written, update
from registry.keeping import Asked
from registry.lists.shape import Line
from registry.lists.taking_in import TakeListIn
from registry.member_models import MemberImport, MemberRow
from registry.members.comparing import Comparison, compare
from registry.members.quality import SHAPE, Told
from registry.models import Membership, Person, RegisterEntry, on
from registry.names import search_key, sort_key
from registry.register import told as as_told


@dataclass(frozen=True, kw_only=True)
class TakeIn(TakeListIn):
    """A member list becomes the newest copy."""

    kind = RegisterEntry.Deed.MEMBERS_IN
    shape = SHAPE
    title = "Danh sách đảng viên"
    imports = MemberImport

    def looked_over(self, lines: list[Line]) -> Comparison:
        return compare(lines, self.in_body, self.synced_on)

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        newest = MemberImport.objects.filter(body__organisation=self.body.organisation_id)
        last = newest.order_by("-synced_on").first()
        if last is not None and self.synced_on < last.synced_on:
            yield Reason(
                "input.synced_on",
                f"Đã có danh sách tính đến ngày {last.synced_on:%d/%m/%Y}, mới hơn.",
                remedy="Xuất danh sách mới nhất từ nơi quản lý gốc.",
            )

    def write(self) -> Written:
        return _Taking(self).run(), None


#: Rows written in one statement.
_BATCH = 1000


class _Taking:
    """One import being written, inside the register's transaction."""

    def __init__(self, deed: TakeIn):
        self.deed, self.found, self.beside = deed, deed.comparison, deed.beside

    def run(self) -> MemberImport:
        self.taken = self.deed.entered()
        self._say(0, "đang ghi đảng viên")
        rows = self._rows()
        self._say(len(rows), "đang ghi sinh hoạt đảng")
        self._memberships(rows)
        units = {one.code: one for one in self.found.cells.values()}
        self.found.keep_findings(
            self.deed.body.organisation_id, SHAPE.code, units, self.deed.synced_on, self.taken
        )
        return self.taken

    def _say(self, done: int, saying: str) -> None:
        if self.deed.tell is not None:
            self.deed.tell(done, len(self.found.new) + len(self.found.changed), saying)

    def _rows(self) -> list[MemberRow]:
        known = self.found.known
        strangers = [one for one in self.found.new if one.personal_id not in known]
        people = Person.objects.bulk_create([_person(one) for one in strangers], batch_size=_BATCH)
        known |= {one.personal_id: who for one, who in zip(strangers, people, strict=True)}
        told = [(known[one.personal_id], one) for one in self.found.new]
        told += [(copy.person, one) for copy, one in self.found.changed]
        old = [copy.pk for copy, _ in self.found.changed]
        MemberRow.objects.filter(pk__in=old).update(superseded_in=self.taken)
        return MemberRow.objects.bulk_create([self._row(*pair) for pair in told], batch_size=_BATCH)

    def _row(self, person: Person, one: Told) -> MemberRow:
        return MemberRow(
            person=person,
            organisation_id=self.deed.body.organisation_id,
            cell=self.found.cells[one.cell],
            personal_id=one.personal_id,
            card=one.card,
            full_name=one.full_name,
            born=one.born,
            status=one.status,
            admitted_on=one.admitted_on,
            official_on=one.official_on,
            post=one.post,
            taken_in=self.taken,
        )

    def _memberships(self, rows: list[MemberRow]) -> None:
        """Whoever is new in a cell, or has another standing there, goes on without a gap; nobody only ends."""
        day = self.deed.synced_on
        held = Membership.objects.filter(on(day), person__in=[row.person_id for row in rows])
        present = {one.person_id: one for one in held}
        begun = []
        for row in rows:
            now = present.get(row.person_id)
            if now is None:
                begun.append(_membership(row, row.admitted_on))
            elif (now.cell_id, now.status) != (row.cell_id, row.status):
                begun.append(self._goes_on(now, row, day))
        self._tell(*Membership.objects.bulk_create(begun, batch_size=_BATCH))

    def _goes_on(self, now: Membership, row: MemberRow, day: date) -> Membership:
        since = row.official_on if now.cell_id == row.cell_id and row.official_on else day
        since = max(since, now.first_day + timedelta(days=1))
        update(now, last_day=since - timedelta(days=1))
        self._tell(now)
        return _membership(row, since)

    def _tell(self, *rows: Model) -> None:
        self.beside.extend(as_told(row) for row in rows)


def _person(one: Told) -> Person:
    name = one.full_name
    return Person(full_name=name, sort_key=sort_key(name), search_key=search_key(name))


def _membership(row: MemberRow, since: date) -> Membership:
    return Membership(
        person_id=row.person_id, cell_id=row.cell_id, status=row.status, first_day=since
    )
