"""Both sides of every change of law: the last day of one row and the day after it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

import law

DAY = timedelta(days=1)
ROWS = [pytest.param(row, id=row.key) for row in law.book().rows()]
ENDING = [pytest.param(row, id=row.key) for row in law.book().rows() if row.end]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_holds_from_its_first_day_and_not_the_day_before(book, row):
    assert book.row(row.rule, row.start, row.layer) is row
    assert book.row(row.rule, row.start - DAY, row.layer) is not row


@pytest.mark.parametrize("row", ENDING)
def test_a_row_holds_to_its_last_day_and_not_the_day_after(book, row):
    assert book.row(row.rule, row.end, row.layer) is row
    assert book.row(row.rule, row.end + DAY, row.layer) is not row


@pytest.mark.parametrize(
    ("line", "last_day", "before", "after"),
    [
        ("procedure", date(2021, 7, 27), "30-QĐ/TW", "22-QĐ/TW"),
        ("procedure", date(2025, 5, 29), "22-QĐ/TW", "296-QĐ/TW"),
        ("procedure", date(2026, 4, 10), "296-QĐ/TW", "21-QĐ/TW"),
        ("charter", date(2021, 7, 29), "29-QĐ/TW", "24-QĐ/TW"),
        ("charter", date(2025, 1, 19), "24-QĐ/TW", "232-QĐ/TW"),
        ("charter", date(2025, 6, 30), "232-QĐ/TW", "294-QĐ/TW"),
        ("charter", date(2026, 4, 7), "294-QĐ/TW", "20-QĐ/TW"),
        ("charter", date(2026, 7, 25), "20-QĐ/TW", "208-QĐ/TW"),
        ("penalty", date(2017, 11, 14), "181-QĐ/TW", "102-QĐ/TW"),
        ("penalty", date(2022, 7, 5), "102-QĐ/TW", "69-QĐ/TW"),
        ("penalty", date(2026, 8, 16), "69-QĐ/TW", "212-QĐ/TW"),
        ("penalty_organisation", date(2022, 7, 5), "07-QĐi/TW", "69-QĐ/TW"),
        ("layout", date(2018, 4, 2), "11-HD/VPTW", "36-HD/VPTW"),
        ("layout", date(2026, 5, 26), "36-HD/VPTW", "05-HD/VPTW"),
        ("paper_kinds", date(2026, 1, 8), "66-QĐ/TW", "399-QĐ/TW"),
    ],
)
def test_each_line_of_law_changes_on_its_own_day(book, line, last_day, before, after):
    assert book.regime_instrument(line, last_day).id == before
    assert book.regime_instrument(line, last_day + DAY).id == after


def test_the_leading_instrument_of_every_regime_holds_to_the_day_before_the_next(book):
    for line, regimes in book.regimes.items():
        for regime, following in pairwise(regimes):
            assert book.instruments.get(regime["instrument"]).end == following["from"] - DAY, line


@pytest.mark.parametrize(
    ("rule", "last_day", "before", "after"),
    [
        ("complaint.window", date(2021, 7, 27), (30, "working_day"), (None, None)),
        ("complaint.window", date(2025, 5, 29), (None, None), (30, "day")),
        ("complaint.window", date(2026, 4, 10), (30, "day"), (None, "day")),
        ("suspension.duration", date(2021, 7, 27), (90, "working_day"), (90, "day")),
        ("limitation.member.reprimand", date(2026, 8, 16), (5, "year"), (None, "year")),
    ],
)
def test_number_and_unit_change_together(rule, last_day, before, after):
    for day, expected in ((last_day, before), (last_day + DAY, after)):
        hit = law.rule(rule, on=day)
        assert (hit.value, hit.unit) == expected


def test_the_level_above_the_base_moves_twice():
    values = [
        law.rule("level.above_base", on=day).value
        for day in (date(2025, 6, 30), date(2025, 7, 1), date(2026, 7, 25), date(2026, 7, 26))
    ]

    assert "huyện" in values[0]
    assert "xã" in values[1]
    assert values[1] == values[2]
    assert values[3].startswith("tỉnh")
