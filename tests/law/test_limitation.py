"""Limitation: judged by the text at the meeting, after the vote."""

from datetime import date

import pytest

from law.faults import Impossible
from law.limitation import limitation

MEETING = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("act", "form", "on", "state", "expired", "until"),
    [
        (date(2021, 5, 1), "khien_trach", MEETING, "known", False, date(2026, 5, 1)),
        (date(2021, 4, 30), "khien_trach", MEETING, "known", True, date(2026, 4, 30)),
        (date(2016, 5, 1), "canh_cao", MEETING, "known", False, date(2026, 5, 1)),
        (date(2016, 4, 30), "cach_chuc", MEETING, "known", True, date(2026, 4, 30)),
        (date(2001, 1, 1), "khai_tru", MEETING, "no_rule", False, None),
        (date(2020, 1, 1), "khien_trach", date(2026, 8, 16), "known", True, date(2025, 1, 1)),
        (date(2020, 1, 1), "khien_trach", date(2026, 8, 17), "unknown", None, None),
        (date(2020, 1, 1), "khai_tru", date(2026, 8, 17), "unknown", None, None),
        (date(2017, 3, 15), "khien_trach", date(2017, 10, 18), "unknown", None, None),
    ],
)
def test_limitation(book, act, form, on, state, expired, until):
    found = limitation(book, act=act, form=form, on=on)

    assert (found.state, found.expired, found.until) == (state, expired, until)


def test_organisations_have_their_own_rule(book):
    found = limitation(book, act=date(2020, 1, 1), form="canh_cao", on=MEETING, organisation=True)

    assert (found.rule, found.until) == ("limitation.org.warning", date(2030, 1, 1))
    assert found.confidence == "confirmed"


def test_some_violations_are_never_time_barred(book):
    found = limitation(
        book, act=date(2001, 1, 1), form="khien_trach", on=MEETING, unlimited_theme=True
    )

    assert (found.state, found.expired, found.rule) == ("no_rule", False, "limitation.none")


def test_periods_that_do_not_count_move_the_last_day(book):
    deferred = (date(2023, 1, 1), date(2023, 12, 31))

    found = limitation(
        book, act=date(2021, 1, 1), form="khien_trach", on=MEETING, pauses=[deferred]
    )

    assert (found.expired, found.until) == (False, date(2027, 1, 1))


def test_the_text_of_the_day_of_the_act_is_looked_at_too(book):
    found = limitation(book, act=date(2017, 3, 1), form="canh_cao", on=MEETING)

    assert found.expired is False
    assert "chưa rõ" in found.alert


def test_no_alert_where_the_same_text_held(book):
    assert limitation(book, act=date(2023, 3, 1), form="canh_cao", on=MEETING).alert is None


def test_what_cannot_be_is_refused(book):
    with pytest.raises(Impossible, match="phe_binh"):
        limitation(book, act=date(2020, 1, 1), form="phe_binh", on=MEETING)
    with pytest.raises(Impossible, match="trước ngày vi phạm"):
        limitation(book, act=date(2026, 5, 2), form="khien_trach", on=MEETING)
