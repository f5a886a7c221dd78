"""By when a member who changes cells hands in what, and what a person should look at because it was late."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

import law
from law import Hit, terms
from registry.absence_models import CellTransfer
from registry.flags.flag import Flag, FlagKind
from registry.models import Organisation, Person
from registry.together import Talk

APPLY, PRESENT = "transfer.official.apply", "transfer.official.present"
DEFAULT = "removal.transfer_default"


@dataclass(frozen=True)
class Clock:
    """One term of a transfer: what has to be done, by which rule, and when it was.

    `deadline` is None where the law of the day gives no term: then nothing is late, and a person finds out.
    """

    name: str
    words: str
    hit: Hit
    deadline: terms.Deadline | None
    done_on: date | None

    def late_on(self, day: date) -> date | None:
        """The first day on which it was late, if it is so by `day`."""
        if self.deadline is None or (self.done_on or day) <= self.deadline.longest:
            return None
        return self.deadline.longest + timedelta(days=1)


def clocks_of(row: CellTransfer) -> list[Clock]:
    """The terms that run for this transfer, in the order in which they begin."""
    found = []
    if row.kind == CellTransfer.Kind.OFFICIAL:
        words = "Làm thủ tục chuyển sinh hoạt, nhận giấy giới thiệu"
        found.append(_clock(APPLY, words, row.event_on, row.left_on))
        if row.left_on:
            words = "Nộp giấy giới thiệu ở nơi đến"
            found.append(_clock(PRESENT, words, row.left_on, row.arrived_on))
    if row.left_on and row.arrived_on is None:
        words = "Quá hạn này, cấp ủy nơi đến được xem xét xóa tên"
        found.append(_clock(DEFAULT, words, row.left_on, row.arrived_on))
    return found


def _clock(rule: str, words: str, start: date, done_on: date | None) -> Clock:
    hit = law.rule(rule, on=start)
    return Clock(rule, words, hit, terms.deadline(hit, start), done_on)


def transfers_of(units: Collection[int]) -> QuerySet[CellTransfer]:
    """The newest telling of every transfer out of these units or into them."""
    rows = CellTransfer.objects.filter(superseded_by=None)
    return rows.filter(Q(from_cell__in=units) | Q(to_cell__in=units))


def is_overdue(row: CellTransfer, day: date) -> bool:
    """Whether the receiving committee may consider striking the member off, for papers never handed in."""
    return not row.is_over and any(
        one.name == DEFAULT and one.late_on(day) for one in clocks_of(row)
    )


def flags(units: Collection[int], on: date) -> Talk[list[Flag]]:
    """What a person should look at: a term not kept, a stay elsewhere that is over.

    Who is late on the way out is shown to the cell they leave; who does not arrive, to the one that waits.
    """
    rows = transfers_of(units).filter(dropped="")
    rows = rows.select_related("person", "from_cell", "to_cell").order_by("pk")
    yield [rows]
    found = []
    for row in rows:
        for since, words, what in shown_by(row, on):
            arriving = what.startswith((PRESENT, DEFAULT)) and row.to_cell is not None
            unit = row.to_cell if arriving else row.from_cell
            if unit is not None and unit.pk in units:
                source = f"transfer:{row.matter}:{what}"
                found.append(Flag(FlagKind.TRANSFER, row.person, unit, since, words, source))
    return found


def shown_by(row: CellTransfer, day: date) -> Iterator[tuple[date, str, str]]:
    for clock in clocks_of(row):
        since = clock.late_on(day)
        if since and clock.deadline:
            yield since, _late_words(row, clock), clock.name
    until = row.until
    if row.taken_on and until and until < day:
        words = f"Hết thời gian sinh hoạt tạm thời ngày {until:%d/%m/%Y}."
        yield until + timedelta(days=1), words, f"het_tam_thoi:{until}"


def _late_words(row: CellTransfer, clock: Clock) -> str:
    assert clock.deadline
    last = f"{clock.deadline.longest:%d/%m/%Y}"
    if clock.name == DEFAULT:
        return f"Chưa nộp giấy giới thiệu, quá ngày {last}: nếu không có lý do chính đáng, nơi đến xem xét xóa tên."
    when = f"xong ngày {clock.done_on:%d/%m/%Y}" if clock.done_on else "chưa xong"
    why = "đã báo cáo lý do" if row.reason else "chưa báo cáo lý do"
    return f"{clock.words}: hạn {last}, {when}, {why}."


def place_of(row: CellTransfer) -> str:
    """Where the member goes."""
    return row.to_cell.name if row.to_cell else row.to_place


def open_of(person: Person) -> CellTransfer | None:
    """The transfer of this member that is neither done nor dropped."""
    rows = CellTransfer.objects.filter(person=person, superseded_by=None, taken_on=None, dropped="")
    return rows.order_by("pk").last()


def sides_of(row: CellTransfer) -> list[Organisation]:
    """The cells whose leaders write about it: the old one, and the new one where it has a register."""
    return [one for one in (row.from_cell, row.to_cell) if one is not None]
