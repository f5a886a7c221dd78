"""The sample commune's reports: one in time and on paper, one late, this month's not yet; a cell's, opened again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

from cases.stories import demo
from cases.stories.teller import Teller
from registry import offices
from registry.models import Organisation, Person
from registry.provinces import Province
from reports import rights
from reports.filing import FileReport, ReopenReport
from reports.filing_models import Filing
from reports.periods import Period, month

_BEFORE_ITS_END = "Cấp trên yêu cầu nộp trước khi hết tháng (mẫu)."
#: Days of a month on which the sample reports are filed: the due day of a commune lies between.
_IN_TIME, _LATE = 20, 26


def tell(province: Province, today: date) -> None:
    """File them, each through the door of the register."""
    commune, chair = province.organisations["xa"], province.people["chunhiem"]
    before = month_before(today)
    first = month_before(before.first)
    _file(commune, chair, first, _IN_TIME, 1)
    _on_paper(province, first)
    _file(commune, chair, before, _LATE, 2)
    cell = _file(province.organisations["thon1"], province.people["bithu"], before, _IN_TIME, 1)
    _open_again(cell, commune, chair, before.first.replace(day=_LATE))


def month_before(day: date) -> Period:
    """The whole month before the one of a day."""
    last = day.replace(day=1) - timedelta(days=1)
    return month(last.year, last.month)


def _file(unit: Organisation, by: Person, period: Period, day: int, number: int) -> Filing:
    """File what there is; where nothing arose, the report says so."""
    on = period.first.replace(day=day)
    said = {
        "unit": unit, "in_body": rights.filing_body(by, unit, on), "period": period, "filed_by": by, "on": on,
        "document": f"Báo cáo số {number:02}-BC (mẫu)", "explained": _BEFORE_ITS_END,
    }  # fmt: skip
    deed = FileReport(**said)
    return offices.record(FileReport(**said, nothing=deed.is_empty), by=by, today=on)


def _on_paper(province: Province, period: Period) -> None:
    """The officer writes the report, the chair signs it, the clerk gives it its number, the day it was filed."""
    us, day = demo.Committee.of(province), period.first.replace(day=_IN_TIME)
    teller = Teller(lambda _line: None, Path(mkdtemp(prefix="kiem-tra-demo-")))
    teller.opens(
        "BC", body=us.body, subjects=[], by=us.officer, on=day, first_day=period.first.isoformat(),
        last_day=period.last.isoformat(), to=province.bodies["btv"].pk,
    )  # fmt: skip
    teller.takes("draft_report", by=us.officer, on=day, **_WORDS)
    teller.takes("report", by=us.chair, on=day)
    demo.number(teller, us.clerk, day)


#: What stands around the figures; no figure among it.
_WORDS = {
    "background": "Ủy ban đã phân công ủy viên theo dõi từng chi bộ (mẫu).",
    "strengths": "Các cuộc giám sát theo chương trình được triển khai đúng tiến độ.",
    "faults": "Việc theo dõi khắc phục sau giám sát ở một số chi bộ còn chậm.",
    "ahead": "Tiếp tục giám sát theo chương trình; đôn đốc khắc phục.",
}


def _open_again(filing: Filing, above: Organisation, by: Person, on: date) -> None:
    deed = ReopenReport(
        filing=filing, in_body=rights.filing_body(by, above, on), by=by, on=on,
        reason="Chi bộ ghi thiếu một hồ sơ giám sát (mẫu).", document="Công văn số 07-CV/UBKT (mẫu)",
    )  # fmt: skip
    offices.record(deed, by=by, today=on)
