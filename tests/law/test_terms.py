"""Deadlines: the day of the event is not counted, and every skipped day says why."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import law
from law import terms
from law.working_calendar import WorkingCalendar

DAYS = st.dates(date(2016, 1, 1), date(2027, 12, 31))
AMOUNTS = st.integers(1, 200)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "last_day"),
    [
        (date(2026, 3, 30), 30, "day", date(2026, 4, 29)),
        (date(2017, 10, 23), 30, "working_day", date(2017, 12, 4)),
        (date(2026, 3, 30), 30, "working_day", date(2026, 5, 14)),
        (date(2026, 1, 31), 1, "month", date(2026, 2, 28)),
        (date(2024, 1, 31), 1, "month", date(2024, 2, 29)),
        (date(2025, 3, 15), 12, "month", date(2026, 3, 15)),
        (date(2024, 2, 29), 1, "year", date(2025, 2, 28)),
        (date(2019, 5, 2), 5, "year", date(2024, 5, 2)),
        (date(2025, 12, 31), 2, "month", date(2026, 2, 28)),
    ],
)
def test_the_last_day(start, amount, unit, last_day):
    assert terms.last_day(start, amount, unit).last_day == last_day


def test_each_skipped_day_says_why():
    deadline = terms.last_day(date(2026, 4, 24), 3, "working_day")

    assert deadline.last_day == date(2026, 5, 4)
    assert [reason for _, reason in deadline.skipped] == [
        "thứ Bảy",
        "Ngày Giỗ Tổ Hùng Vương",
        "Ngày Giỗ Tổ Hùng Vương (nghỉ bù)",
        "Ngày Chiến thắng",
        "Ngày Quốc tế Lao động",
        "thứ Bảy",
        "Chủ nhật",
    ]


def test_a_make_up_saturday_counts():
    assert terms.last_day(date(2026, 8, 21), 1, "working_day").last_day == date(2026, 8, 22)


def test_tet_separates_days_from_working_days_in_2018_and_in_2026():
    for received, by_days, by_working_days in (
        (date(2018, 2, 1), date(2018, 3, 3), date(2018, 3, 22)),
        (date(2026, 2, 2), date(2026, 3, 4), date(2026, 3, 23)),
    ):
        assert terms.last_day(received, 30, "day").last_day == by_days
        assert terms.last_day(received, 30, "working_day").last_day == by_working_days


def test_a_pause_stops_the_clock_in_every_unit():
    pause = (date(2025, 6, 10), date(2025, 6, 19))

    by_days = terms.last_day(date(2025, 6, 1), 30, "day", pauses=[pause])
    by_months = terms.last_day(date(2025, 6, 1), 1, "month", pauses=[pause])
    by_working_days = terms.last_day(date(2025, 6, 2), 10, "working_day", pauses=[pause])

    assert by_days.last_day == date(2025, 7, 11)
    assert by_months.last_day == date(2025, 7, 11)
    assert by_working_days.last_day == date(2025, 6, 26)
    assert (date(2025, 6, 10), "tạm dừng") in by_days.skipped


def test_overlapping_pauses_count_once():
    pauses = [(date(2025, 6, 10), date(2025, 6, 15)), (date(2025, 6, 14), date(2025, 6, 19))]

    deadline = terms.last_day(date(2025, 6, 1), 30, "day", pauses=pauses)

    assert deadline.last_day == date(2025, 7, 11)


def test_a_pause_after_the_end_changes_nothing():
    pause = (date(2025, 8, 1), date(2025, 8, 31))

    assert terms.last_day(date(2025, 6, 1), 1, "month", pauses=[pause]).skipped == ()


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="từ 1 trở lên"):
        terms.last_day(date(2025, 6, 1), 0, "day")
    with pytest.raises(ValueError, match="đơn vị"):
        terms.last_day(date(2025, 6, 1), 3, "month_in_year")
    with pytest.raises(ValueError, match="kết thúc trước khi bắt đầu"):
        terms.last_day(date(2025, 6, 1), 3, "day", pauses=[(date(2025, 6, 9), date(2025, 6, 8))])


def test_a_day_in_question_is_counted_both_ways():
    deadline = terms.last_day(date(2026, 1, 5), 5, "working_day")

    assert deadline.last_day == date(2026, 1, 12)
    assert deadline.other_reading == date(2026, 1, 10)
    assert deadline.longest == date(2026, 1, 12)
    assert [day for day, _ in deadline.in_question] == [date(2026, 1, 10)]


def test_holidays_not_yet_announced_are_to_be_confirmed():
    deadline = terms.last_day(date(2026, 12, 28), 5, "working_day")

    assert deadline.in_question[-1][0] == date(2027, 1, 1)
    assert "2027 chưa được công bố" in deadline.in_question[-1][1]


def test_a_rule_that_reads_two_ways_gives_both_last_days():
    hit = law.rule("complaint.window", on=date(2026, 3, 30))

    deadline = terms.deadline(hit, date(2026, 3, 30))

    assert (deadline.last_day, deadline.other_reading) == (date(2026, 4, 29), date(2026, 5, 14))


def test_a_rule_without_a_verdict_gives_no_deadline():
    assert (
        terms.deadline(law.rule("complaint.window", on=date(2026, 5, 1)), date(2026, 5, 1)) is None
    )


def test_a_deadline_leaves_as_plain_values():
    plain = terms.last_day(date(2026, 4, 24), 1, "working_day").as_json()

    assert plain["last_day"] == "2026-04-28"
    assert plain["skipped"][0] == {"date": "2026-04-25", "reason": "thứ Bảy"}


@given(DAYS, AMOUNTS)
def test_the_last_working_day_is_one_and_the_count_adds_up(start, amount):
    deadline = terms.last_day(start, amount, "working_day")

    assert law.calendar.is_working_day(deadline.last_day)
    assert (deadline.last_day - start).days == amount + len(deadline.skipped)


@given(DAYS, AMOUNTS)
def test_days_are_just_days(start, amount):
    assert terms.last_day(start, amount, "day").last_day == start + timedelta(days=amount)


@given(DAYS, st.integers(1, 120))
def test_months_end_on_the_same_day_number_or_the_last_of_the_month(start, months):
    end = terms.last_day(start, months, "month").last_day

    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)
    assert (end.year - start.year) * 12 + end.month - start.month == months


@given(DAYS, AMOUNTS, st.dates(date(2016, 1, 1), date(2027, 12, 31)), st.integers(0, 60))
def test_a_pause_never_shortens_a_period(start, amount, first, length):
    pause = (first, first + timedelta(days=length))

    paused = terms.last_day(start, amount, "day", pauses=[pause])

    assert paused.last_day >= terms.last_day(start, amount, "day").last_day
    assert not pause[0] <= paused.last_day <= pause[1]


def test_a_local_day_off_is_skipped():
    calendar = WorkingCalendar(days_off={date(2025, 6, 3): "ngày nghỉ của tỉnh"})

    deadline = terms.last_day(date(2025, 6, 2), 1, "working_day", calendar=calendar)

    assert deadline.last_day == date(2025, 6, 4)
    assert deadline.skipped == ((date(2025, 6, 3), "ngày nghỉ của tỉnh"),)
