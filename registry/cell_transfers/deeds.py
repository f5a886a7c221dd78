"""What is written about a member who changes cells: the event, the letter, the arrival, why late, not any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import law
from law import Reason, terms
from registry import keeping
from registry.absence_models import CellTransfer
from registry.absences.rights import bodies_kept_by, day_astray, home_cell, not_keeper, units_of
from registry.cell_transfers.clocks import open_of, place_of
from registry.deeds import InBody, Written, update
from registry.keeping import Asked
from registry.models import (
    Body,
    Membership,
    Organisation,
    OrganisationKind,
    Person,
    RegisterEntry,
    VotingStatus,
    on,
)
from registry.register import told

Kind = CellTransfer.Kind
STAY, STUDY = "transfer.temporary", "transfer.temporary.study"


@dataclass(frozen=True, kw_only=True)
class SeeTransfer(InBody):
    """A member has another workplace or home, or goes away for a time: the terms begin to run from `event_on`."""

    kind = RegisterEntry.Deed.TRANSFER_SEEN

    person: Person
    way: str
    event: str
    event_on: date
    to_cell: Organisation | None = None
    to_place: str = ""
    studies: bool = False
    until: date | None = None

    @property
    def about(self) -> Person:
        return self.person

    @property
    def words(self) -> str:
        to = self.to_cell.name if self.to_cell else self.to_place.strip()
        return f"{Kind(self.way).label} đến {to}, từ ngày {self.event_on:%d/%m/%Y}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.own_matter(self.person, asked, "Không ai tự ghi việc của mình.")
        home = home_cell(self.person, asked.today)
        yield from not_keeper(self.body, home, asked)
        yield from day_astray("event_on", self.event_on, asked)
        yield from self._place_astray(home)
        yield from self._stay_astray()
        if open_of(self.person) is not None:
            yield Reason(
                "input.person",
                f"{self.person} đang có một lần chuyển sinh hoạt chưa xong.",
                remedy="Ghi tiếp vào lần đó, hoặc ghi không chuyển nữa.",
            )

    def _place_astray(self, home: Organisation | None) -> Iterator[Reason]:
        if (self.to_cell is None) == (not self.to_place.strip()):
            yield Reason(
                "input.to_cell",
                "Ghi một nơi đến: chi bộ trong danh bạ, hoặc tên nơi đến ngoài danh bạ.",
                remedy="Chọn chi bộ, hoặc ghi tên nơi đến.",
            )
        elif self.to_cell is not None and self.to_cell.kind != OrganisationKind.CELL:
            yield Reason("input.to_cell", "Nơi đến phải là chi bộ.", remedy="Chọn chi bộ.")
        elif self.to_cell is not None and self.to_cell == home:
            yield Reason("input.to_cell", "Nơi đến là chi bộ hiện tại.", remedy="Chọn chi bộ khác.")

    def _stay_astray(self) -> Iterator[Reason]:
        """A stay for a time has an end, within the span the law allows; where nobody knows it, any end will do."""
        if self.way == Kind.OFFICIAL:
            if self.until is not None:
                yield Reason(
                    "input.until", "Chuyển chính thức không có ngày hết.", remedy="Bỏ trống."
                )
            return
        if self.until is None:
            yield Reason(
                "input.until", "Chưa ghi ngày hết sinh hoạt tạm thời.", remedy="Ghi ngày cuối."
            )
            return
        hit = law.rule(STUDY if self.studies else STAY, on=self.event_on)
        if not hit.gives_verdict or hit.state != "known":
            return
        span = hit.value
        least = terms.add_months(self.event_on, span["from"]) - timedelta(days=1)
        most = terms.add_months(self.event_on, span.get("through") or span["below"])
        if self.until < least or (self.until > most if "through" in span else self.until >= most):
            bound = f"đến {span['through']}" if "through" in span else f"đến dưới {span['below']}"
            yield Reason(
                "input.until",
                f"Sinh hoạt tạm thời từ {span['from']} {bound} tháng ({hit.cited}).",
                remedy="Ngắn hơn thì không chuyển; dài hơn thì chuyển chính thức.",
            )

    def write(self) -> Written:
        home = home_cell(self.person, self.event_on) or self._home_now()
        row = CellTransfer.objects.create(
            person=self.person, told_on=self.event_on, kind=self.way, from_cell=home,
            to_cell=self.to_cell, to_place=self.to_place.strip(), event=self.event.strip(),
            event_on=self.event_on, studies=self.studies, until=self.until,
        )  # fmt: skip
        return row, None

    def _home_now(self) -> Organisation:
        return Membership.objects.filter(person=self.person).latest("first_day").cell


@dataclass(frozen=True, kw_only=True)
class OfTransfer(InBody):
    """What is told anew of one transfer, from `day` on."""

    transfer: CellTransfer
    day: date
    beside: list[dict[str, Any]] = field(default_factory=list, compare=False)

    @property
    def about(self) -> Person:
        return self.transfer.person

    @property
    def side(self) -> Organisation | None:
        """The cell whose leaders, or the line above it, write this."""
        return self.transfer.from_cell

    @property
    def changed(self) -> dict[str, Any]:
        """The columns that this deed writes."""
        raise NotImplementedError

    def renew(self) -> None:
        self.transfer.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.own_matter(self.about, asked, "Không ai tự ghi việc của mình.")
        yield from not_keeper(self.body, self.side, asked)
        yield from day_astray("day", self.day, asked, after=self.transfer.told_on)
        if self.transfer.superseded_by_id is not None or self.transfer.is_over:
            yield Reason(
                "transfer.over",
                "Lần chuyển này đã xong, hoặc vừa có người khác ghi.",
                remedy="Mở lại trang.",
            )

    def write(self) -> Written:
        before = told(self.transfer)
        new = self.transfer.retold(self.day, **self.changed)
        new.save()
        old, _ = update(self.transfer, superseded_by_id=new.pk)
        self.beside.append(told(old))
        return new, before


@dataclass(frozen=True, kw_only=True)
class SendOff(OfTransfer):
    """The cell's committee gives the letter of introduction (`document`) on `day`."""

    kind = RegisterEntry.Deed.TRANSFER_SENT

    @property
    def words(self) -> str:
        return f"Cấp giấy giới thiệu ngày {self.day:%d/%m/%Y}, đến {place_of(self.transfer)}"

    @property
    def changed(self) -> dict[str, Any]:
        return {"letter": self.document.strip(), "left_on": self.day}

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if self.transfer.left_on is not None:
            yield Reason("transfer.sent", "Đã cấp giấy giới thiệu.", remedy="Không cần ghi nữa.")


@dataclass(frozen=True, kw_only=True)
class TakeOver(OfTransfer):
    """The letter was presented on `day`; from `taken_on` on the member belongs there, or is a guest until the end.

    Where the new place keeps no register here, the old one writes it when the slip comes back.
    """

    kind = RegisterEntry.Deed.TRANSFER_TAKEN

    taken_on: date

    @property
    def side(self) -> Organisation | None:
        return self.transfer.to_cell or self.transfer.from_cell

    @property
    def words(self) -> str:
        return f"Sinh hoạt ở {place_of(self.transfer)} từ ngày {self.taken_on:%d/%m/%Y}"

    @property
    def changed(self) -> dict[str, Any]:
        return {"arrived_on": self.day, "taken_on": self.taken_on}

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from day_astray("taken_on", self.taken_on, asked, after=self.day)
        if self.transfer.left_on is None:
            yield Reason(
                "transfer.letter",
                "Nơi đi chưa ghi giấy giới thiệu.",
                remedy="Nơi đi ghi giấy giới thiệu trước.",
            )
        held = self._membership()
        if held is None or (self.moves and held.first_day >= self.taken_on):
            yield Reason(
                "input.taken_on",
                "Đảng viên không sinh hoạt ở nơi đi vào ngày trước đó.",
                remedy="Đối chiếu danh bạ; ghi ngày sau đó.",
            )
        until = self.transfer.until
        if not self.moves and until is not None and until < self.taken_on:
            yield Reason("input.taken_on", "Đã hết thời gian tạm thời.", remedy="Ghi ngày sớm hơn.")

    @property
    def moves(self) -> bool:
        """Whether the membership itself goes along; a guest stays a member at home, and is counted there alone."""
        return self.transfer.kind == Kind.OFFICIAL

    def _membership(self) -> Membership | None:
        rows = Membership.objects.filter(
            on(self.taken_on), person=self.transfer.person, cell=self.transfer.from_cell
        )
        return rows.order_by("pk").last()

    def write(self) -> Written:
        written = super().write()
        if self.moves:
            self._move()
        else:
            self._begin_stay()
        return written

    def _move(self) -> None:
        held = self._membership()
        assert held
        old, _ = update(held, last_day=self.taken_on - timedelta(days=1))
        self.beside.append(told(old))
        if self.transfer.to_cell is not None:
            new = Membership.objects.create(
                person=held.person, cell=self.transfer.to_cell, status=held.status,
                first_day=self.taken_on,
            )  # fmt: skip
            self.beside.append(told(new))

    def _begin_stay(self) -> None:
        away = VotingStatus.objects.create(
            person=self.transfer.person, status=VotingStatus.Status.AWAY, first_day=self.taken_on,
            last_day=self.transfer.until, document=self.transfer.letter,
        )  # fmt: skip
        self.beside.append(told(away))


@dataclass(frozen=True, kw_only=True)
class ReportReason(OfTransfer):
    """The member told why it is late; whether the reason is good, the committee decides elsewhere."""

    kind = RegisterEntry.Deed.TRANSFER_LATE

    reason: str

    @property
    def side(self) -> Organisation | None:
        return _side_of(self.transfer, self.body, self.day)

    @property
    def words(self) -> str:
        return "Đã báo cáo lý do chậm"

    @property
    def changed(self) -> dict[str, Any]:
        return {"reason": self.reason.strip()}

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if not self.reason.strip():
            yield Reason("input.reason", "Chưa ghi lý do.", remedy="Ghi lý do đảng viên báo cáo.")


@dataclass(frozen=True, kw_only=True)
class DropTransfer(OfTransfer):
    """It does not come to that: the event is off, or the member stays."""

    kind = RegisterEntry.Deed.TRANSFER_DROPPED

    why: str

    @property
    def words(self) -> str:
        return "Không chuyển sinh hoạt nữa"

    @property
    def changed(self) -> dict[str, Any]:
        return {"dropped": self.why.strip()}

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if not self.why.strip():
            yield Reason("input.why", "Chưa ghi vì sao không chuyển.", remedy="Ghi lý do.")


def _side_of(row: CellTransfer, body: Body, day: date) -> Organisation | None:
    """Of the two cells the one that stands under `body`; the old one where neither does."""
    units = units_of(body, day)
    to = row.to_cell
    return (
        to if to is not None and to.pk in units and row.from_cell_id not in units else row.from_cell
    )


def bodies_for(person: Person, cells: list[Organisation], day: date) -> list[Body]:
    """The bodies for which `person` writes about a member of one of these cells, the nearest first."""
    wanted = {one.pk for one in cells}
    return [one for one in bodies_kept_by(person, day) if wanted & units_of(one, day)]
