"""What is written about a member away: left, an address declared, freed from meetings, home again, the place's word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from law import Reason, rule, terms
from registry import keeping
from registry.absence_models import Absence
from registry.absences.rights import day_astray, home_cell, not_keeper
from registry.deeds import InBody, Written, update
from registry.keeping import Asked
from registry.models import BodyKind, Person, RegisterEntry
from registry.register import told

EXEMPTION = "absence.exemption"


@dataclass(frozen=True, kw_only=True)
class AboutAway(InBody):
    """A deed about one member of a cell that the body leads."""

    beside: list[dict[str, Any]] = field(default_factory=list, compare=False)

    @property
    def about(self) -> Person:
        raise NotImplementedError

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.own_matter(self.about, asked, "Không ai tự ghi việc của mình.")
        yield from not_keeper(self.body, home_cell(self.about, asked.today), asked)


@dataclass(frozen=True, kw_only=True)
class RecordAbsence(AboutAway):
    """A member left to work elsewhere; an address not declared stays empty."""

    kind = RegisterEntry.Deed.AWAY

    person: Person
    place: str
    first_day: date
    address: str = ""
    until: date | None = None
    registered: bool = False

    @property
    def about(self) -> Person:
        return self.person

    @property
    def words(self) -> str:
        return f"Đi {self.place.strip()} từ ngày {self.first_day:%d/%m/%Y}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from day_astray("first_day", self.first_day, asked)
        yield from _until_astray(self.first_day, self.until)
        if away_now(self.person) is not None:
            yield Reason(
                "input.person",
                f"{self.person} đã có trong danh sách đi làm ăn xa.",
                remedy="Ghi thay đổi vào dòng đang có, hoặc ghi ngày về trước.",
            )

    def write(self) -> Written:
        row = Absence.objects.create(
            person=self.person, told_on=self.first_day, place=self.place.strip(),
            address=self.address.strip(), first_day=self.first_day, until=self.until,
            registered=self.registered,
        )  # fmt: skip
        return row, None


@dataclass(frozen=True, kw_only=True)
class OfAbsence(AboutAway):
    """What is told of an absence anew from `day` on."""

    absence: Absence
    day: date

    @property
    def about(self) -> Person:
        return self.absence.person

    @property
    def changed(self) -> dict[str, Any]:
        """The columns that this deed writes."""
        raise NotImplementedError

    def renew(self) -> None:
        self.absence.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from day_astray("day", self.day, asked, after=self.absence.told_on)
        if self.absence.superseded_by_id is not None:
            yield Reason(
                "absence.retold", "Dòng này vừa có người khác ghi thay đổi.", remedy="Mở lại trang."
            )

    def write(self) -> Written:
        before = told(self.absence)
        new = self.absence.retold(self.day, **self.changed)
        new.save()
        old, _ = update(self.absence, superseded_by_id=new.pk)
        self.beside.append(told(old))
        return new, before


@dataclass(frozen=True, kw_only=True)
class ChangeAbsence(OfAbsence):
    """Another place, an address declared at last, residence registered."""

    kind = RegisterEntry.Deed.AWAY_CHANGED

    place: str
    address: str = ""
    until: date | None = None
    registered: bool = False

    @property
    def words(self) -> str:
        return f"Nơi đến {self.place.strip()}, {'đã' if self.address.strip() else 'chưa'} khai báo địa chỉ"

    @property
    def changed(self) -> dict[str, Any]:
        return {
            "place": self.place.strip(), "address": self.address.strip(), "until": self.until,
            "registered": self.registered,
        }  # fmt: skip

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from _still_away(self.absence)
        yield from _until_astray(self.absence.first_day, self.until)


@dataclass(frozen=True, kw_only=True)
class ExemptAbsent(OfAbsence):
    """The base committee frees them from meetings for a time; `document` is its decision."""

    kind = RegisterEntry.Deed.AWAY_CHANGED

    exempt_until: date

    @property
    def words(self) -> str:
        return f"Được miễn sinh hoạt đến hết ngày {self.exempt_until:%d/%m/%Y}"

    @property
    def changed(self) -> dict[str, Any]:
        return {"exempt_by": self.document.strip(), "exempt_until": self.exempt_until}

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from _still_away(self.absence)
        if self.body.kind == BodyKind.CELL:
            yield Reason(
                "permission",
                "Chi bộ xét, đề nghị; cấp ủy cơ sở quyết định cho miễn sinh hoạt.",
                remedy="Gửi đề nghị lên cấp ủy cơ sở.",
            )
        if self.exempt_until < self.day:
            yield Reason(
                "input.exempt_until", "Ngày cuối trước ngày cho miễn.", remedy="Ghi lại ngày."
            )
        yield from self._too_long()

    def _too_long(self) -> Iterator[Reason]:
        """From a length on the member changes cells for good instead; where nobody knows it, nothing is refused."""
        hit = rule(EXEMPTION, on=self.day)
        if not hit.gives_verdict or hit.state != "known":
            return
        if self.exempt_until >= terms.add_months(self.absence.first_day, hit.value):
            yield Reason(
                EXEMPTION,
                f"Đi từ {hit.value} tháng trở lên thì chuyển sinh hoạt chính thức, không miễn sinh hoạt.",
                hit.cited,
                hit.confidence,
                "Ghi ngày sớm hơn, hoặc làm thủ tục chuyển sinh hoạt chính thức.",
            )


@dataclass(frozen=True, kw_only=True)
class ReturnHome(OfAbsence):
    """The member is back on `day`; the comment of the place they were in may come later."""

    kind = RegisterEntry.Deed.AWAY_BACK

    comment: str = ""

    @property
    def words(self) -> str:
        said = "có" if self.comment.strip() else "chưa có"
        return f"Về ngày {self.day:%d/%m/%Y}, {said} nhận xét của nơi đến"

    @property
    def changed(self) -> dict[str, Any]:
        return {"returned_on": self.day, "comment": self.comment.strip()}

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from _still_away(self.absence)


@dataclass(frozen=True, kw_only=True)
class HostCommented(OfAbsence):
    """What the place they were in says of them arrived after they did."""

    kind = RegisterEntry.Deed.AWAY_CHANGED

    comment: str

    @property
    def words(self) -> str:
        return "Đã có nhận xét của nơi đến"

    @property
    def changed(self) -> dict[str, Any]:
        return {"comment": self.comment.strip()}

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if not self.comment.strip():
            yield Reason("input.comment", "Chưa ghi nhận xét.", remedy="Ghi số, ngày văn bản.")
        if self.absence.returned_on is None or self.absence.comment:
            yield Reason(
                "absence.comment",
                "Chỉ ghi khi đảng viên đã về mà chưa có nhận xét.",
                remedy="Ghi ngày về trước, nếu đảng viên đã về.",
            )


def away_now(person: Person) -> Absence | None:
    """The newest telling of an absence from which the member has not returned."""
    rows = Absence.objects.filter(person=person, superseded_by=None, returned_on=None)
    return rows.order_by("pk").last()


def _still_away(row: Absence) -> Iterator[Reason]:
    if row.returned_on is not None:
        yield Reason(
            "absence.over",
            f"Đảng viên đã về ngày {row.returned_on:%d/%m/%Y}.",
            remedy="Đi lần nữa thì ghi một dòng mới.",
        )


def _until_astray(first: date, until: date | None) -> Iterator[Reason]:
    if until is not None and until < first:
        yield Reason("input.until", "Ngày về dự kiến trước ngày đi.", remedy="Ghi lại ngày.")
