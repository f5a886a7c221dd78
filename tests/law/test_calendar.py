"""The Vietnamese working calendar."""

from datetime import date

import holidays
import pytest

import law


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 2, 13), True),
        (date(2026, 2, 16), False),
        (date(2026, 2, 20), False),
        (date(2026, 2, 23), True),
        (date(2026, 8, 22), True),
        (date(2026, 8, 31), False),
        (date(2026, 11, 24), False),
        (date(2025, 11, 24), True),
        (date(2026, 6, 6), False),
    ],
)
def test_working_days(day, works):
    assert law.calendar.is_working_day(day) is works


def test_a_span_lists_the_days_off_after_its_first_day():
    assert law.calendar.skipped(date(2026, 4, 25), date(2026, 4, 28)) == (
        (date(2026, 4, 26), "Ngày Giỗ Tổ Hùng Vương"),
        (date(2026, 4, 27), "Ngày Giỗ Tổ Hùng Vương (nghỉ bù)"),
    )


def test_the_make_up_days_written_down_are_those_the_library_knows(book):
    known = holidays.country_holidays("VN", years=range(2015, 2028))

    assert set(book.calendar().make_up) == set(known.weekend_workdays)


def test_a_pending_day_is_read_by_default_and_the_other_way(book):
    calendar = book.calendar()

    assert calendar.day_off(date(2026, 1, 2)) is None
    assert "chưa xác nhận" in calendar.day_off(date(2026, 1, 2), other=True)
    assert calendar.day_off(date(2026, 1, 10), other=True) is None


def test_each_locality_has_a_calendar(book):
    assert law.calendar.of("ha_noi").is_working_day(date(2026, 6, 8))
