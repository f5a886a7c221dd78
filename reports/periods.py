"""Periods of reporting: month, first quarter, six and nine months, year, term, any days; both ends included."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices


class Kind(TextChoices):
    """Kỳ báo cáo; those within a year run from its first day on."""

    MONTH = "thang", "Tháng"
    QUARTER = "quy_1", "Quý I"
    HALF = "6_thang", "Sáu tháng"
    NINE = "9_thang", "Chín tháng"
    YEAR = "nam", "Năm"
    TERM = "nhiem_ky", "Nhiệm kỳ"
    FREE = "tu_chon", "Từ ngày đến ngày"


_MONTHS = {Kind.QUARTER: 3, Kind.HALF: 6, Kind.NINE: 9, Kind.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """The days of a report, the first and the last included."""

    kind: Kind
    first: date
    last: date

    @property
    def words(self) -> str:
        """The period as a heading says it."""
        if self.kind is Kind.MONTH:
            return f"tháng {self.first.month} năm {self.first.year}"
        if self.kind in _MONTHS:
            return f"{self.kind.label.lower()} năm {self.first.year}".replace("năm năm", "năm")
        return f"{self.first:%d/%m/%Y}–{self.last:%d/%m/%Y}"

    def is_partial_on(self, day: date) -> bool:
        """Whether the period has not ended by `day`: its figures are not those of a whole one."""
        return self.last > day


#: Every day there is: for what is asked of a form whatever the period.
EVER = Period(Kind.FREE, date.min, date.max)


def month(year: int, number: int) -> Period:
    """Return the month of that number."""
    return Period(
        Kind.MONTH, date(year, number, 1), date(year, number, monthrange(year, number)[1])
    )


def within_year(kind: Kind, year: int) -> Period:
    """Return the first quarter, six months, nine months or the whole of a year: from its first day on."""
    end = _MONTHS[kind]
    return Period(kind, date(year, 1, 1), date(year, end, monthrange(year, end)[1]))


def free(first: date, last: date, kind: Kind = Kind.FREE) -> Period:
    """Return any days, or those of a term. Raises ValueError where the last is before the first."""
    if last < first:
        raise ValueError("Ngày cuối trước ngày đầu.")
    return Period(kind, first, last)


def years_of(period: Period) -> list[Period]:
    """Return the period year by year; one that is not there whole keeps the days that are."""
    return [
        Period(Kind.YEAR if _is_whole(first, last) else Kind.FREE, first, last)
        for year in range(period.first.year, period.last.year + 1)
        for first, last in [
            (max(period.first, date(year, 1, 1)), min(period.last, date(year, 12, 31)))
        ]
    ]


def _is_whole(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
