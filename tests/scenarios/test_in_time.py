"""Scenarios of limits of time: limitation, the window for a complaint, holidays and postmarks."""

from datetime import date

import pytest

from tests.cases.discipline import (
    OPENED,
    Matter,
    level_by_level,
    refused_whole,
)
from tests.scenarios.matters import BASE_OF_CELL, decided, of_a_cell


def test_31_an_act_out_of_time_is_voted_on_recorded_and_not_executed(world):
    matter, meeting = of_a_cell(world, 9)
    matter.vote("vote_to_decide", meeting, khien_trach=9)

    matter.take("compare_limitation", by="hieu", on=OPENED, act_ended="2020-02-01")

    matter.take("draft_decide", by="m1", on=OPENED)
    with refused_whole("Đã hết thời hiệu kỷ luật"):
        matter.take("decide", by="hieu", on=OPENED)
    matter.take("record_time_barred", by="hieu", on=OPENED)
    assert matter.stage == "het_thoi_hieu"
    assert matter.laid("bo_phieu")["form"] == "khien_trach"


def test_31_under_the_unread_rules_of_august_the_limitation_is_asked(world):
    day = date(2026, 8, 18)
    matter, meeting = of_a_cell(world, 9, on=day, answers=(BASE_OF_CELL,))
    matter.vote("vote_to_decide", meeting, khien_trach=9)

    with refused_whole("limitation.member.reprimand") as caught:
        matter.take("compare_limitation", by="hieu", on=day, act_ended="2020-02-01")

    (reason,) = caught.value.reasons
    assert reason.citation == "212-QĐ/TW"


@pytest.mark.parametrize(
    ("handed", "asked", "last", "longest"),
    [
        (date(2026, 4, 10), False, date(2026, 5, 10), date(2026, 5, 27)),
        (date(2026, 4, 11), True, date(2026, 5, 11), date(2026, 5, 27)),
    ],
)
def test_32_the_window_is_that_of_the_day_of_receipt(world, handed, asked, last, longest):
    voted = date(2026, 4, 7)
    matter, meeting = of_a_cell(world, 9, on=voted)
    matter.vote("vote_to_decide", meeting, khien_trach=9)
    decided(matter, voted)

    if asked:
        with refused_whole("complaint.window"):
            matter.take("hand_over", by="hieu", on=handed)
        matter.answer("complaint.window", on=handed, value="30 ngày")
    matter.take("hand_over", by="hieu", on=handed)

    clock = matter.case.deadlines.get(name="khieu_nai")
    assert (clock.last_day, clock.explained["other_reading"]) == (last, longest.isoformat())
    sent = longest.isoformat()  # in doubt it is taken
    matter.take("receive_complaint", by="hieu", on=longest, sent_on=sent)


def test_32_the_holidays_inside_a_window_give_two_last_days_and_both_are_shown(world):
    day = date(2026, 2, 2)
    matter, meeting = of_a_cell(world, 9, on=day)
    matter.vote("vote_to_decide", meeting, khien_trach=9)
    decided(matter, day)

    matter.take("hand_over", by="hieu", on=day)

    clock = matter.case.deadlines.get(name="khieu_nai")
    assert clock.last_day == date(2026, 3, 4)
    assert date.fromisoformat(clock.explained["other_reading"]) > date(2026, 3, 16)


def test_33_the_postmark_decides_and_a_day_after_the_longest_reading_is_late(world):
    matter = level_by_level(world, until="hand_over")
    arrived, last = date(2026, 5, 18), date(2026, 5, 14)

    with refused_whole("sau ngày cuối của thời hạn") as caught:
        matter.take("receive_complaint", by="soan", on=arrived, sent_on="2026-05-15")
    assert "296-QĐ/TW Điều 25.1" in caught.value.reasons[0].citation
    matter.take("receive_complaint", by="soan", on=arrived, sent_on=last.isoformat())

    assert isinstance(matter, Matter)
    assert matter.laid("khieu_nai")["sent_on"] == last.isoformat()
