"""Which days count as working days, and why the others do not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays

SATURDAY = 5
DAY = timedelta(days=1)


@cache
def _public_holidays(year: int) -> Mapping[date, str]:
    """The public holidays of a year with their Vietnamese names, days in lieu included."""
    return dict(holidays.country_holidays("VN", years=year, language="vi").items())


@dataclass(frozen=True, eq=False)
class WorkingCalendar:
    """Weekends and public holidays, changed by make-up days, local days off and pending days.

    A pending day is one nobody has confirmed: `pending` says how it is read by default; the other
    reading is asked for with `other=True`. `announced_through` is the last day whose holidays the
    Government has announced; later ones are computed and may still change.
    """

    make_up: Mapping[date, str] = field(default_factory=dict)
    days_off: Mapping[date, str] = field(default_factory=dict)
    pending: Mapping[date, tuple[bool, str]] = field(default_factory=dict)
    announced_through: date | None = None

    def day_off(self, day: date, *, other: bool = False) -> str | None:
        """Return why the day is no working day, or None when it is one."""
        if day in self.pending:
            working, reason = self.pending[day]
            return None if working is not other else reason
        if day in self.make_up:
            return None
        if off := self.days_off.get(day) or _public_holidays(day.year).get(day):
            return off
        if day.weekday() < SATURDAY:
            return None
        return "thứ Bảy" if day.weekday() == SATURDAY else "Chủ nhật"

    def is_working_day(self, day: date) -> bool:
        """Return whether the day counts as a working day."""
        return self.day_off(day) is None

    def skipped(
        self, start: date, end: date, *, other: bool = False
    ) -> tuple[tuple[date, str], ...]:
        """Return the days off after `start` up to and including `end`, each with its reason."""
        reasons = ((day, self.day_off(day, other=other)) for day in days_after(start, end))
        return tuple((day, reason) for day, reason in reasons if reason)

    def in_question(self, start: date, end: date) -> tuple[tuple[date, str], ...]:
        """Return what a person should still confirm about the days after `start` up to `end`."""
        asked = [(day, why) for day, (_, why) in sorted(self.pending.items()) if start < day <= end]
        if self.announced_through and end > self.announced_through:
            first = max(start, self.announced_through) + DAY
            asked.append(
                (first, f"lịch nghỉ từ năm {first.year} chưa được công bố, mới tính theo luật")
            )
        return tuple(asked)


def days_after(start: date, end: date) -> Iterator[date]:
    """Yield every day after `start` up to and including `end`."""
    day = start + DAY
    while day <= end:
        yield day
        day += DAY


def from_blocks(country: Any, local: Any = None) -> WorkingCalendar:
    """Return the calendar the files `calendar/make_up_days.yaml` and a locality's describe."""
    country, local = country or {}, local or {}
    return WorkingCalendar(
        make_up={day: entry["source"] for day, entry in country.get("make_up", {}).items()},
        days_off=dict(local.get("days_off", {})),
        pending={
            day: (entry["working"], entry["reason"])
            for day, entry in country.get("pending", {}).items()
        },
        announced_through=country.get("announced_through"),
    )
