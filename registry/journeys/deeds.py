"""Changes of the register of journeys: entered, decided, come back, reported after, crossed out; a unit's rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from law import Reason
from law.working_calendar import DAY
from registry.deeds import InBody, Written, span, update
from registry.journey_models import Journey, ReportRule
from registry.journeys import rights
from registry.keeping import Asked, days_astray, own_matter
from registry.models import Organisation, Person, RegisterEntry, on
from registry.register import told


@dataclass(frozen=True, kw_only=True)
class EnterJourney(InBody):
    """A member goes, or went, abroad; without `reported_on` nobody was told before, and `document` shows it."""

    kind = RegisterEntry.Deed.JOURNEY

    person: Person
    place: str
    purpose: str
    leaves_on: date
    returns_on: date
    reported_on: date | None = None
    group: str = ""

    @property
    def about(self) -> Person:
        return self.person

    @property
    def words(self) -> str:
        return span(self.leaves_on, self.returns_on)

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from rights.not_writing(self.body, asked)
        yield from own_matter(self.person, asked, "Không ai tự ghi chuyến đi của mình.")
        yield from days_astray(self.leaves_on, self.returns_on, "input.returns_on")
        yield from _ahead("reported_on", self.reported_on, asked)
        if self.reported_on is None and self.leaves_on > asked.today:
            yield Reason(
                "input.reported_on",
                "Chuyến đi chưa diễn ra thì phải có ngày báo cáo.",
                remedy="Ghi ngày đảng viên báo cáo; chỉ để trống khi đã đi mà không báo cáo.",
            )
        cell = rights.cell_of(self.person, self.leaves_on)
        yield from rights.elsewhere(
            self.person, cell and cell.cell_id, self.body, min(self.leaves_on, asked.today)
        )
        same = Journey.objects.filter(person=self.person, void_on=None)
        if same.filter(leaves_on__lte=self.returns_on, returns_on__gte=self.leaves_on).exists():
            yield Reason(
                "input.leaves_on",
                f"Đã ghi một chuyến đi của {self.person} trong những ngày đó.",
                remedy="Không cần ghi nữa; ghi nhầm thì gạch bỏ chuyến đi ấy trước.",
            )

    def write(self) -> Written:
        cell = rights.cell_of(self.person, self.leaves_on)
        assert cell is not None
        row = Journey.objects.create(
            person=self.person,
            cell=cell.cell,
            place=self.place.strip(),
            purpose=self.purpose,
            group=self.group.strip(),
            leaves_on=self.leaves_on,
            returns_on=self.returns_on,
            reported_on=self.reported_on,
            document=self.document.strip(),
        )
        return row, None


@dataclass(frozen=True, kw_only=True)
class OfJourney(InBody):
    """A deed about one journey that stands."""

    journey: Journey

    @property
    def about(self) -> Person:
        return self.journey.person

    @property
    def words(self) -> str:
        return span(self.journey.leaves_on, self.journey.returns_on)

    def renew(self) -> None:
        self.journey.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from rights.not_writing(self.body, asked)
        yield from own_matter(self.about, asked, "Không ai tự ghi về chuyến đi của mình.")
        yield from rights.elsewhere(
            self.about, self.journey.cell_id, self.body, min(self.journey.leaves_on, asked.today)
        )
        if self.journey.void_on is not None:
            yield Reason("journey.void", "Chuyến đi này đã gạch bỏ.", remedy="Ghi chuyến đi đúng.")


@dataclass(frozen=True, kw_only=True)
class DecideJourney(OfJourney):
    """Whoever is competent agreed to the journey, or did not."""

    kind = RegisterEntry.Deed.JOURNEY_DECIDED

    decision: str
    day: date

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from _ahead("day", self.day, asked)
        if self.journey.decision:
            yield Reason(
                "journey.decided", "Chuyến đi này đã có ý kiến.", remedy="Không cần ghi nữa."
            )
        if self.journey.reported_on is None:
            yield Reason(
                "journey.unreported",
                "Chuyến đi không báo cáo trước thì không có gì để cho ý kiến.",
                remedy="Để nguyên; chuyến đi này hiện thành dấu hiệu để người có thẩm quyền xem xét.",
            )
        elif self.day < self.journey.reported_on:
            yield Reason(
                "input.day",
                f"Ngày này trước ngày báo cáo ({self.journey.reported_on:%d/%m/%Y}).",
                remedy="Ghi lại cho đúng.",
            )

    def write(self) -> Written:
        return update(
            self.journey,
            decision=self.decision,
            decided_on=self.day,
            decision_document=self.document.strip(),
        )


@dataclass(frozen=True, kw_only=True)
class ComeBack(OfJourney):
    """The member is back; from that day on the days for the report after are counted."""

    kind = RegisterEntry.Deed.JOURNEY_BACK

    day: date

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from _ahead("day", self.day, asked)
        if self.journey.came_back_on is not None:
            yield Reason("journey.back", "Đã ghi ngày về.", remedy="Không cần ghi nữa.")
        yield from _before_leaving(self.day, self.journey)

    def write(self) -> Written:
        return update(self.journey, came_back_on=self.day)


@dataclass(frozen=True, kw_only=True)
class ReportAfter(OfJourney):
    """The member reported after coming back."""

    kind = RegisterEntry.Deed.JOURNEY_REPORTED

    day: date

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from _ahead("day", self.day, asked)
        if self.journey.after_on is not None:
            yield Reason("journey.after", "Đã ghi báo cáo sau khi về.", remedy="Không cần ghi nữa.")
        if self.journey.came_back_on is None:
            yield Reason("journey.away", "Chưa ghi ngày về nước.", remedy="Ghi ngày về trước.")
        elif self.day < self.journey.came_back_on:
            yield Reason(
                "input.day",
                f"Ngày này trước ngày về ({self.journey.came_back_on:%d/%m/%Y}).",
                remedy="Ghi lại cho đúng.",
            )

    def write(self) -> Written:
        return update(self.journey, after_on=self.day, after_document=self.document.strip())


@dataclass(frozen=True, kw_only=True)
class CrossOut(OfJourney):
    """The row was entered by mistake, or nobody went: it is crossed out with the reason, and stays."""

    kind = RegisterEntry.Deed.JOURNEY_VOID

    day: date
    reason: str

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from _ahead("day", self.day, asked)
        if not self.reason.strip():
            yield Reason("input.reason", "Chưa ghi lý do.", remedy="Ghi vì sao gạch bỏ.")

    def write(self) -> Written:
        return update(self.journey, void_on=self.day, void_reason=self.reason.strip())


@dataclass(frozen=True, kw_only=True)
class LayRule(InBody):
    """From a day on an organisation wants journeys reported within these days; its rule before that ends."""

    kind = RegisterEntry.Deed.REPORT_RULE

    first_day: date
    before: int | None = None
    before_unit: str = ""
    after: int | None = None
    after_unit: str = ""
    beside: list[dict[str, Any]] = field(default_factory=list, compare=False)

    @property
    def words(self) -> str:
        said = [
            f"{when} {amount} {ReportRule.Unit(unit).label}"
            for when, amount, unit in (
                ("trước khi đi", self.before, self.before_unit),
                ("sau khi về", self.after, self.after_unit),
            )
            if amount is not None
        ]
        return f"{', '.join(said)}; {span(self.first_day, None)}"

    @property
    def organisation(self) -> Organisation:
        """Whose rule it is."""
        return self.in_body.organisation

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from rights.not_writing(self.body, asked)
        if self.before is None and self.after is None:
            yield Reason(
                "input.before", "Chưa ghi thời hạn nào.", remedy="Ghi ít nhất một thời hạn."
            )
        for name, amount, unit in (
            ("before", self.before, self.before_unit),
            ("after", self.after, self.after_unit),
        ):
            if amount is not None and amount < 1:
                yield Reason(f"input.{name}", "Thời hạn phải từ 1 trở lên.", remedy="Ghi lại.")
            if amount is not None and unit not in ReportRule.Unit.values:
                yield Reason(f"input.{name}_unit", "Chưa chọn đơn vị.", remedy="Chọn đơn vị.")
        later = ReportRule.objects.filter(
            organisation=self.organisation, first_day__gte=self.first_day
        )
        if newest := later.order_by("-first_day").first():
            yield Reason(
                "input.first_day",
                f"Đã có thời hạn từ ngày {newest.first_day:%d/%m/%Y}.",
                remedy="Ghi từ ngày sau đó.",
            )

    def write(self) -> Written:
        standing = ReportRule.objects.filter(on(self.first_day), organisation=self.organisation)
        for old in standing:
            self.beside.append(told(update(old, last_day=self.first_day - DAY)[0]))
        row = ReportRule.objects.create(
            organisation=self.organisation,
            before=self.before,
            before_unit=self.before_unit if self.before is not None else "",
            after=self.after,
            after_unit=self.after_unit if self.after is not None else "",
            document=self.document.strip(),
            first_day=self.first_day,
        )
        return row, None


def _ahead(name: str, day: date | None, asked: Asked) -> Iterator[Reason]:
    if day is not None and day > asked.today:
        yield Reason(f"input.{name}", "Ngày này chưa đến.", remedy="Ghi ngày đã qua.")


def _before_leaving(day: date, journey: Journey) -> Iterator[Reason]:
    if day < journey.leaves_on:
        yield Reason(
            "input.day",
            f"Ngày này trước ngày đi ({journey.leaves_on:%d/%m/%Y}).",
            remedy="Ghi lại cho đúng.",
        )
