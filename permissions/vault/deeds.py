"""What can be done with an envelope, and what its history adds up to: plain values, no database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import TextChoices


class Deed(TextChoices):
    """One thing done with an envelope, or with the identity kept under its alias."""

    RECEIVE = "nhan", "Nhận phong bì"
    HAND_OVER = "giao", "Giao phong bì cho người khác giữ"
    OPEN_PAPER = "mo_giay", "Mở phong bì giấy"
    DESTROY_PAPER = "huy_giay", "Hủy phong bì giấy"
    SEAL = "niem", "Niêm danh tính trong kho"
    ASK = "xin_mo", "Xin xem danh tính"
    APPROVE = "dong_y", "Đồng ý cho xem danh tính"
    DECLINE = "tu_choi", "Không đồng ý cho xem danh tính"
    WITHDRAW = "rut", "Rút việc xem danh tính"
    LOOK = "xem", "Xem danh tính"
    ERASE = "xoa", "Xóa danh tính trong kho"


class Source(TextChoices):
    """How the denunciation came in."""

    POST = "buu_dien", "Qua bưu điện"
    IN_PERSON = "truc_tiep", "Nộp trực tiếp"
    BOX = "hom_thu", "Hòm thư góp ý"
    PASSED_ON = "chuyen_den", "Cơ quan khác chuyển đến"


@dataclass
class Ask:
    """One request to see the identity, and what came of it."""

    number: int
    by: int
    at: datetime
    approved_by: int | None = None
    approved_at: datetime | None = None
    declined_by: int | None = None
    withdrawn: bool = False
    looks: list[datetime] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        """Whether nobody has answered it."""
        return not (self.approved_at or self.declined_by or self.withdrawn)

    def until(self, lasts: timedelta) -> datetime | None:
        """Until when one may look, if it was approved at all."""
        return self.approved_at + lasts if self.approved_at else None

    def live(self, now: datetime, lasts: timedelta) -> bool:
        """Whether the one who asked may look at `now`; the last moment is included."""
        until = self.until(lasts)
        return until is not None and not self.withdrawn and self.at <= now <= until


@dataclass
class Ledger:
    """What an envelope's entries add up to."""

    custodian: int | None = None
    place: str = ""
    since: date | None = None
    opened: bool = False
    destroyed: bool = False
    sealed: bool = False
    erased: bool = False
    asks: dict[int, Ask] = field(default_factory=dict)


def add_up(entries: Iterable[Any]) -> Ledger:
    """Return the `Ledger` of an envelope's entries, given in their order."""
    ledger = Ledger()
    for entry in entries:
        _add(ledger, entry)
    return ledger


def _add(ledger: Ledger, entry: Any) -> None:
    ask = ledger.asks.get(entry.about)
    match entry.deed:
        case Deed.RECEIVE | Deed.HAND_OVER:
            ledger.custodian, ledger.since = entry.custodian_id, entry.acted_on
            ledger.place = entry.words["place"]
        case Deed.OPEN_PAPER:
            ledger.opened = True
        case Deed.DESTROY_PAPER:
            ledger.destroyed = True
        case Deed.SEAL:
            ledger.sealed = True
        case Deed.ERASE:
            ledger.erased = True
        case Deed.ASK:
            made = Ask(entry.sequence, entry.actor_id, entry.recorded_at)
            ledger.asks[entry.sequence] = made
        case Deed.APPROVE:
            ask.approved_by, ask.approved_at = entry.actor_id, entry.recorded_at
        case Deed.DECLINE:
            ask.declined_by = entry.actor_id
        case Deed.WITHDRAW:
            ask.withdrawn = True
        case Deed.LOOK:
            ask.looks.append(entry.recorded_at)
