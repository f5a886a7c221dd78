"""Changes of which body keeps its files on paper, and which body enters for it what it did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from law import Reason
from registry import keeping, tree
from registry.deeds import Deed, InBody, Written, span, update
from registry.keeping import Asked
from registry.models import Body, PaperOnly, RegisterEntry


@dataclass(frozen=True, kw_only=True)
class EnterFor(InBody):
    """A body that keeps no accounts: from a day on, people of `in_body` enter what it did on paper.

    The day may lie behind: paper reaches the entering body late, and each entry names its paper.
    """

    kind = RegisterEntry.Deed.ON_PAPER

    on_paper: Body
    first_day: date
    last_day: date | None = None

    @property
    def words(self) -> str:
        return f"{self.on_paper.name}, {span(self.first_day, self.last_day)}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.not_keeper(self.body, asked)
        yield from keeping.days_astray(self.first_day, self.last_day)
        yield from keeping.outside_span(
            self.first_day, self.last_day, self.on_paper, "cơ quan làm trên giấy"
        )
        if not could_be_entered(self.body, self.on_paper, self.first_day):
            yield Reason(
                "input.on_paper",
                f"{self.body.name} chỉ nhập thay cho cơ quan cùng tổ chức đảng hoặc ở tổ chức đảng cấp dưới.",
                remedy="Chọn cơ quan trong danh sách.",
            )
        those_days = keeping.overlapping(self.first_day, self.last_day)
        if other := PaperOnly.objects.filter(those_days, body=self.on_paper).first():
            yield Reason(
                "input.on_paper",
                f"Trong những ngày đó {other.entered_by.name} đã nhập thay cho {self.on_paper.name}.",
                remedy="Cho thôi việc nhập thay ấy trước, hoặc ghi những ngày khác.",
            )

    def write(self) -> Written:
        row = PaperOnly.objects.create(
            body=self.on_paper,
            entered_by=self.in_body,
            document=self.document.strip(),
            first_day=self.first_day,
            last_day=self.last_day,
        )
        return row, None


@dataclass(frozen=True, kw_only=True)
class EnterNoMore(Deed):
    """The body works with accounts of its own again; what was entered for it stands."""

    kind = RegisterEntry.Deed.OFF_PAPER

    row: PaperOnly
    last_day: date

    @property
    def body(self) -> Body:
        return self.row.entered_by

    @property
    def about(self) -> None:
        return None

    @property
    def words(self) -> str:
        return f"{self.row.body.name}, đến hết ngày {self.last_day:%d/%m/%Y}"

    def renew(self) -> None:
        self.row.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.not_keeper(self.body, asked)
        yesterday = asked.today - timedelta(days=1)
        yield from keeping.end_astray(self.row, self.last_day, asked, earliest=yesterday)

    def write(self) -> Written:
        return update(self.row, last_day=self.last_day)


def could_be_entered(entering: Body, on_paper: Body, day: date) -> bool:
    """Whether people of one body may be asked to enter for another: of its organisation, or of one below."""
    places = tree.below(entering.organisation_id, day) | {entering.organisation_id}
    return entering.pk != on_paper.pk and on_paper.organisation_id in places
