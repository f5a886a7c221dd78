"""Deadlines that explain themselves: first day, unit, days skipped and why, both readings."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from law.hits import Hit
from law.shelf import book
from law.working_calendar import DAY, WorkingCalendar

Pause = tuple[date, date]
PAUSED = "tạm dừng"


@dataclass(frozen=True)
class Deadline:
    """The last day of a period that runs from an event; every day named is inclusive.

    `other_reading` is the last day where the text or the calendar can be read a second way and the
    two differ: nothing is late before the later of the two. `in_question` says what to confirm.
    """

    start: date
    last_day: date
    value: int
    unit: str
    skipped: tuple[tuple[date, str], ...] = ()
    other_reading: date | None = None
    in_question: tuple[tuple[date, str], ...] = ()

    @property
    def longest(self) -> date:
        """Return the day after which something may be called late under every reading."""
        return max(self.last_day, self.other_reading or self.last_day)

    def as_json(self) -> dict[str, Any]:
        """Return the plain values of the deadline."""
        return {
            "start": self.start.isoformat(),
            "last_day": self.last_day.isoformat(),
            "other_reading": self.other_reading.isoformat() if self.other_reading else None,
            "value": self.value,
            "unit": self.unit,
            "skipped": [{"date": d.isoformat(), "reason": why} for d, why in self.skipped],
            "in_question": [{"date": d.isoformat(), "reason": why} for d, why in self.in_question],
        }


def last_day(
    start: date,
    amount: int,
    unit: str,
    *,
    pauses: Iterable[Pause] = (),
    calendar: WorkingCalendar | None = None,
) -> Deadline:
    """Return the deadline of `amount` units after the event of `start`, which is not counted.

    Months and years end on the same day number, or on the last day of a shorter month. Pauses are
    (first day, last day), inclusive; they may overlap. ValueError for a period that is not
    positive, a pause that ends before it begins, or a unit that is none of these four.
    """
    if amount < 1:
        raise ValueError(f"Thời hạn phải từ 1 trở lên, không phải {amount}.")
    calendar = calendar or book().calendar()
    paused = _paused_days(pauses)
    if unit in ("month", "year"):
        return _by_months(start, amount, unit, paused)
    if unit not in ("day", "working_day"):
        raise ValueError(f"“{unit}” không phải đơn vị của thời hạn.")
    working = unit == "working_day"
    end, skipped = _walk(start, amount, paused, calendar if working else None)
    deadline = Deadline(start, end, amount, unit, skipped)
    return _with_pending(deadline, paused, calendar) if working else deadline


def deadline(
    hit: Hit,
    start: date,
    *,
    pauses: Iterable[Pause] = (),
    calendar: WorkingCalendar | None = None,
) -> Deadline | None:
    """Return the deadline a rule gives from an event, or None where the law gives no verdict.

    A row that can be read a second way (30 days or 30 working days) fills `other_reading`.
    """
    if not hit.gives_verdict or hit.state != "known" or not isinstance(hit.value, int):
        return None
    pauses = tuple(pauses)
    first = last_day(start, hit.value, hit.unit or "", pauses=pauses, calendar=calendar)
    if not hit.other_reading:
        return first
    other = hit.other_reading
    second = last_day(start, other["value"], other["unit"], pauses=pauses, calendar=calendar)
    differs = second.longest if second.longest != first.last_day else None
    return replace(first, other_reading=differs, in_question=second.in_question)


def _walk(
    start: date,
    amount: int,
    paused: set[date],
    calendar: WorkingCalendar | None,
    other: bool = False,
) -> tuple[date, tuple[tuple[date, str], ...]]:
    """Count day by day; without a calendar every day counts but the paused ones."""
    day, counted, skipped = start, 0, []
    while counted < amount:
        day += DAY
        reason = PAUSED if day in paused else calendar and calendar.day_off(day, other=other)
        if reason:
            skipped.append((day, reason))
        else:
            counted += 1
    return day, tuple(skipped)


def _with_pending(found: Deadline, paused: set[date], calendar: WorkingCalendar) -> Deadline:
    other, _ = _walk(found.start, found.value, paused, calendar, other=True)
    asked = calendar.in_question(found.start, max(found.last_day, other))
    return replace(
        found, other_reading=other if other != found.last_day else None, in_question=asked
    )


def _by_months(start: date, amount: int, unit: str, paused: set[date]) -> Deadline:
    """A pause lengthens the period by the days of it that fall before the end, however moved."""
    months = amount * 12 if unit == "year" else amount
    end, skipped = add_months(start, months), []
    for day in sorted(paused):
        if start < day <= end:
            skipped.append((day, PAUSED))
            end += DAY
    return Deadline(start, end, amount, unit, tuple(skipped))


def add_months(day: date, months: int) -> date:
    """Return the same day number so many months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _paused_days(pauses: Iterable[Pause]) -> set[date]:
    days: set[date] = set()
    for first, last in pauses:
        if last < first:
            raise ValueError(f"Lần tạm dừng từ {first} kết thúc trước khi bắt đầu ({last}).")
        days.update(first + timedelta(days=n) for n in range((last - first).days + 1))
    return days
