"""Filing a report: checked, frozen, late by a day, opened again by the superior, every version kept."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from registry import offices
from registry.keeping import OfficeRefused
from registry.models import Body, Post, RegisterEntry
from registry.register import faults
from reports import due, filing
from reports.counted_models import Counted, What
from reports.due import State
from reports.filing import FileReport, ReopenReport
from reports.filing_models import Filing
from reports.periods import free, month
from tests.reports.worlds import laid

TODAY = date(2026, 11, 20)
OCTOBER = month(2026, 10)


class Reporting:
    """The tree, with a chair in the commune and one above in the province."""

    def __init__(self):
        self.tree = laid()
        self.unit = self.tree.units["xa_b"]
        self.chair = self.leads("xa_b", 0)
        self.above = self.leads("tinh", 1)

    def leads(self, unit, number):
        of = self.tree.units[unit]
        body = Body.objects.create(
            organisation=of, kind="ubkt", name=f"Ủy ban Kiểm tra {of.name}", symbol="UBKT",
            superior_line="", issuing_line="", first_day=date(2015, 1, 1),
        )  # fmt: skip
        person = self.tree.person(number)
        Post.objects.create(
            person=person, body=body, position="chu_nhiem", first_day=date(2015, 1, 1)
        )
        self.tree.bodies[unit, "ubkt"] = body
        return person

    def deed(self, by=None, on=TODAY, period=OCTOBER, **said):
        return FileReport(
            unit=self.unit, in_body=self.tree.bodies["xa_b", "ubkt"], period=period,
            filed_by=by or self.chair, on=on, document="Báo cáo số 1", **said,
        )  # fmt: skip

    def files(self, by=None, on=TODAY, **said):
        return offices.record(self.deed(by, on, **said), by=by or self.chair, today=on)

    def refused(self, by=None, on=TODAY, **said):
        with pytest.raises(OfficeRefused) as refusal:
            self.files(by, on, **said)
        return " ".join(reason.text for reason in refusal.value.reasons)

    def reopens(self, report, by=None, reason="Sai số liệu kỷ luật"):
        deed = ReopenReport(
            filing=report, in_body=self.tree.bodies["tinh", "ubkt"], by=by or self.above,
            on=TODAY, reason=reason, document="Công văn số 2",
        )  # fmt: skip
        return offices.record(deed, by=by or self.above, today=TODAY)

    def inspected(self, **more):
        return self.tree.lays(
            self.tree.row(
                "xa_b", date(2026, 10, 5), What.SIGNS_INSPECTED, body_kind="ubkt",
                person=self.tree.person(2), **more,
            )
        )  # fmt: skip


@pytest.fixture
def reporting(db):
    return Reporting()


def of_form(report, code, column="tong"):
    table = next(one for one in report.figures["tables"] if one["code"] == code)
    return next(figure for row, name, figure in table["figures"] if (row, name) == ("tong", column))


def test_a_report_keeps_its_figures_when_records_are_put_right_later(reporting):
    reporting.inspected()
    report = reporting.files()

    Counted.objects.all().delete()

    report.refresh_from_db()
    assert of_form(report, "dhvp-dv") == 1
    assert filing.digest(report.figures) == report.sha256
    assert not list(faults())


def test_no_hand_changes_a_filed_report(reporting):
    reporting.inspected()
    report = reporting.files()

    with pytest.raises(DatabaseError), transaction.atomic():
        Filing.objects.filter(pk=report.pk).update(nothing=True)

    assert not list(filing.altered())


def test_a_figure_that_breaks_a_relation_stops_the_freezing(reporting):
    reporting.inspected(marks=["da_ky_luat"])

    said = reporting.refused()

    assert "Đã kỷ luật ≤ phải kỷ luật" in said
    assert not Filing.objects.exists()


def test_nothing_is_reported_as_nothing_and_something_never(reporting):
    assert "không phát sinh" in reporting.refused()
    assert reporting.files(nothing=True).nothing

    reporting.inspected()
    assert "có phát sinh" in reporting.refused(
        period=free(date(2026, 10, 1), date(2026, 10, 30)), nothing=True
    )


def test_who_leads_the_unit_files_and_nobody_else(reporting):
    reporting.inspected()

    assert "Chỉ chủ nhiệm" in reporting.refused(by=reporting.above)


def test_a_standing_report_is_not_filed_twice_until_the_superior_opens_it_again(reporting):
    reporting.inspected()
    first = reporting.files()

    assert "đã chốt" in reporting.refused()
    with pytest.raises(OfficeRefused, match="cấp trên trực tiếp"):
        reporting.reopens(first, by=reporting.chair)
    reporting.reopens(first)
    reporting.inspected()
    second = reporting.files()

    assert (second.version, of_form(first, "dhvp-dv"), of_form(second, "dhvp-dv")) == (2, 1, 2)
    deeds = RegisterEntry.objects.order_by("pk").values_list("deed", flat=True)
    assert list(deeds) == ["nop_bao_cao", "mo_lai_bao_cao", "nop_bao_cao"]
    assert not list(faults())


def test_opening_again_asks_a_reason(reporting):
    reporting.inspected()
    report = reporting.files()

    with pytest.raises(OfficeRefused, match="lý do"):
        reporting.reopens(report, reason=" ")


def test_a_period_that_has_not_ended_asks_why_it_is_frozen(reporting):
    reporting.inspected()
    november = free(date(2026, 10, 1), date(2026, 11, 30))

    assert "chưa kết thúc" in reporting.refused(period=november)
    assert reporting.files(period=november, explained="Cấp trên yêu cầu số liệu ước.").version == 1


@pytest.mark.parametrize(
    ("filed", "today", "state"),
    [
        (date(2026, 10, 22), date(2026, 11, 1), State.FILED),
        (date(2026, 10, 23), date(2026, 11, 1), State.LATE),
        (None, date(2026, 10, 22), State.WAITED),
        (None, date(2026, 10, 23), State.MISSING),
    ],
)
def test_a_day_too_late_is_late(filed, today, state):
    last = due.due_on("xa", OCTOBER)
    report = Filing(filed_on=filed) if filed else None

    assert last == date(2026, 10, 22)
    assert due.state(report, last, today) is state


def test_where_nobody_has_said_by_when_nothing_is_late():
    last = due.due_on("tinh", OCTOBER)

    assert last is None
    assert due.state(None, last, TODAY) is State.UNKNOWN


def test_the_first_version_tells_whether_it_was_filed_in_time(reporting):
    reporting.inspected()
    first = reporting.files(on=date(2026, 11, 2))
    reporting.reopens(first)

    assert due.state(first, date(2026, 11, 5), TODAY) is State.FILED
