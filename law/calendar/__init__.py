"""The Vietnamese working calendar: weekends, holidays, make-up days and days still in question."""

from datetime import date

from law.shelf import book
from law.working_calendar import WorkingCalendar


def of(layer: str | None = None) -> WorkingCalendar:
    """Return the calendar of the country, or of one locality with its own days off."""
    return book().calendar(layer)


def is_working_day(day: date) -> bool:
    """Return whether offices of the country work on that day."""
    return of().is_working_day(day)


def skipped(start: date, end: date) -> tuple[tuple[date, str], ...]:
    """Return the days off after `start` up to and including `end`, each with its reason."""
    return of().skipped(start, end)
