"""The deeds about the yearly programme: an item planned, proved by evidence, ended, or not carried out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Max

from law import Reason
from registry import keeping, tree
from registry.deeds import Deed, Written, update
from registry.guidance.directives import OfBody, not_ahead, withdrawn, without_reason
from registry.guidance_models import Directive, ItemEvidence, ItemUnit, ProgrammeItem
from registry.keeping import Asked
from registry.models import Body, Organisation, Person, Post, RegisterEntry, on
from registry.register import told

Kind = ProgrammeItem.Kind


@dataclass(frozen=True, kw_only=True)
class PlanItem(OfBody):
    """An item enters the programme that a body laid down for a year."""

    kind = RegisterEntry.Deed.PLANNED

    year: int
    type: str
    theme: str
    first_month: int
    last_month: int
    responsible: Person
    units: Sequence[Organisation] = ()
    directive: Directive | None = None
    beside: list[dict[str, Any]] = field(default_factory=list, compare=False)

    @property
    def words(self) -> str:
        called = Kind(self.type).label
        return f"Năm {self.year}, {months(self.first_month, self.last_month)}, {called.lower()}: {self.theme}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if not 1 <= self.first_month <= self.last_month <= 12:
            yield Reason(
                "input.last_month", "Tháng cuối trước tháng đầu.", remedy="Ghi lại cho đúng thứ tự."
            )
        if self.directive is not None:
            yield from withdrawn(self.directive)
        if not Post.objects.filter(
            on(asked.today), body__organisation=self.body.organisation_id, person=self.responsible
        ).exists():
            yield Reason(
                "input.responsible",
                f"{self.responsible} không giữ chức vụ ở {self.body.organisation.name}.",
                remedy="Chọn người của cơ quan.",
            )
        yield from self._units_astray(asked)

    def _units_astray(self, asked: Asked) -> Iterator[Reason]:
        if self.type != Kind.DISSEMINATION and not self.units:
            yield Reason(
                "input.units",
                "Chưa chọn đơn vị được kiểm tra, giám sát.",
                remedy="Chọn ít nhất một đơn vị.",
            )
        below = tree.below(self.body.organisation_id, asked.today)
        astray = [one.name for one in self.units if one.pk not in below]
        if astray:
            yield Reason(
                "input.units",
                f"Không thuộc {self.body.organisation.name}: {', '.join(astray)}.",
                remedy="Chọn tổ chức cấp dưới.",
            )

    def write(self) -> Written:
        ours = ProgrammeItem.objects.filter(body=self.body, year=self.year)
        item = ProgrammeItem.objects.create(
            body=self.body,
            year=self.year,
            number=(ours.aggregate(Max("number"))["number__max"] or 0) + 1,
            kind=self.type,
            theme=self.theme.strip(),
            directive=self.directive,
            first_month=self.first_month,
            last_month=self.last_month,
            responsible=self.responsible,
            document=self.document.strip(),
        )
        for unit in self.units:
            self.beside.append(told(ItemUnit.objects.create(item=item, unit=unit)))
        return item, None


@dataclass(frozen=True, kw_only=True)
class OfItem(Deed):
    """A deed about one item that has not ended."""

    item: ProgrammeItem

    @property
    def body(self) -> Body:
        return self.item.body

    @property
    def about(self) -> None:
        return None

    def renew(self) -> None:
        self.item.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.not_keeper(self.body, asked)
        if self.item.ended_on is not None:
            yield Reason(
                "item.ended",
                f"Mục này đã kết thúc ngày {self.item.ended_on:%d/%m/%Y}.",
                remedy="Không cần ghi nữa.",
            )


@dataclass(frozen=True, kw_only=True)
class ProveItem(OfItem):
    """Evidence is laid to an item: that a directive was made known, that a conference was held."""

    kind = RegisterEntry.Deed.ITEM_PROVED

    title: str
    dated: date
    file_name: str
    file_sha256: str

    @property
    def words(self) -> str:
        return f"Mục {self.item.number:02}/{self.item.year}: {self.title}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_ahead(self.dated, asked)

    def write(self) -> Written:
        evidence = ItemEvidence.objects.create(
            item=self.item,
            title=self.title.strip(),
            dated=self.dated,
            file_name=self.file_name,
            file_sha256=self.file_sha256,
        )
        return evidence, None


@dataclass(frozen=True, kw_only=True)
class EndItem(OfItem):
    """An item ends on a day, for a reason."""

    day: date
    reason: str

    @property
    def words(self) -> str:
        return (
            f"Mục {self.item.number:02}/{self.item.year}: {self.item.theme}. {self.reason.strip()}"
        )

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_ahead(self.day, asked, "day")
        yield from without_reason(self.reason)


@dataclass(frozen=True, kw_only=True)
class CancelItem(EndItem):
    """An item is not carried out. `under_way` says what files follow it: then it is carried out."""

    kind = RegisterEntry.Deed.ITEM_CANCELLED

    under_way: int = 0

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if self.under_way:
            yield Reason(
                "item.under_way",
                f"Có {self.under_way} hồ sơ đang thực hiện hoặc đã thực hiện mục này.",
                remedy="Hồ sơ gắn nhầm thì đính chính ở hồ sơ trước.",
            )

    def write(self) -> Written:
        ending = ProgrammeItem.Ending.CANCELLED
        return update(self.item, ended_on=self.day, ending=ending, reason=self.reason.strip())


@dataclass(frozen=True, kw_only=True)
class CloseItem(EndItem):
    """What was to be made known has been: closed by hand, on evidence. Inspections end with their files."""

    kind = RegisterEntry.Deed.ITEM_CLOSED

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if self.item.kind != Kind.DISSEMINATION:
            yield Reason(
                "item.by_files",
                "Mục kiểm tra, giám sát xong khi các hồ sơ thực hiện mục đó kết thúc.",
                remedy="Gắn hồ sơ với mục này; không thực hiện thì ghi lý do.",
            )
        elif not self.item.evidence.exists():
            yield Reason(
                "item.evidence",
                "Chưa có bằng chứng đã phổ biến, quán triệt.",
                remedy="Đính kèm biên bản, danh sách dự hội nghị hoặc tài liệu khác trước.",
            )

    def write(self) -> Written:
        ending = ProgrammeItem.Ending.CLOSED
        return update(self.item, ended_on=self.day, ending=ending, reason=self.reason.strip())


def months(first: int, last: int) -> str:
    """The planned time in words: a month, a quarter, the year, or from month to month."""
    if first == last:
        return f"tháng {first}"
    if (first, last) == (1, 12):
        return "cả năm"
    if last - first == 2 and first % 3 == 1:
        return f"quý {last // 3}"
    return f"tháng {first} đến tháng {last}"
