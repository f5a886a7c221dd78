"""Scenarios of limits of time: limitation, the window for a complaint, holidays and postmarks."""

from datetime import date

import pytest

from cases import services
from tests.cases.discipline import (
    LIGHT,
    OPENED,
    POWER,
    SAID,
    Matter,
    level_by_level,
    refused_whole,
)
from tests.cases.inspections import DAY, opened
from tests.cases.suspension import OPEN_IN_2026, in_the_district, proposed
from tests.scenarios.matters import BASE_OF_CELL, decided, of_a_cell


def test_27_a_member_in_hospital_is_deferred_and_the_limitation_stands_still_until_it_ends(world):
    world.cell_of(9)
    fell_ill, left, known, voted = (date(2026, 3, day) for day in (2, 25, 30, 31))
    said = {"finding": 1, "grounds": "Vi phạm đã rõ."}
    inspection = opened(world, "P3.DV", world.who("m2")).goes()
    inspection.does(
        "defer", **said, cause="om_nang", deferred_from=fell_ill.isoformat(), proof="Giấy vào viện 12",
    )  # fmt: skip
    inspection.does("conclude")
    inspection.numbered().goes("announce")
    with refused_whole("chưa có kết quả cuối cùng"):
        inspection.does("close")

    # It ends with its cause: an officer notes the day, nobody decides, signs or votes.
    with refused_whole("đến ngày ghi"):
        inspection.take(
            "end_deferral", by="soan", on=DAY, finding=1, ended_on=left.isoformat(), proof="Giấy"
        )
    inspection.take(
        "end_deferral", by="soan", on=known, finding=1, ended_on=left.isoformat(), proof="Giấy"
    )
    asked = {**said, "asked_body": "Chi bộ Trường Tiểu học Mẫu An", "due": "2026-05-31"}
    with refused_whole("phải họp"):  # what was voted before is of that day
        inspection.does("ask_lower_body", on=known, **asked)
    inspection.does("consider_again", on=known)
    inspection.does("ask_lower_body", on=known, **asked)
    inspection.does("conclude_resumed", on=known)
    assert inspection.outcomes == ["c3b"]

    # The act is five years and three weeks old; the weeks in hospital do not count.
    cell = world.bodies["chi_bo_truong"]
    case = services.open_case(
        "P5.CB", body=cell, subjects=[world.who("m2")], origin=inspection.case, actor=world.who("m1"),
        acted_on=voted, today=voted, inputs=SAID["take_up"],
    )  # fmt: skip
    matter = Matter(world, case)
    matter.sign("plan", draft="m1", by="hieu", on=voted)
    matter.take("receive_self_criticism", by="hieu", on=voted)
    matter.take("hear", by="hieu", on=voted)
    meeting = world.meets("chi_bo_truong", "hieu", voted, case)
    matter.answer(LIGHT, on=voted)
    matter.vote("vote_to_decide", meeting, khien_trach=9)
    compared = {"by": "hieu", "on": voted, "act_ended": "2021-03-10"}
    with refused_whole("không tính vào thời hiệu") as caught:
        matter.take("compare_limitation", **compared)
    assert "69-QĐ/TW Điều 4" in caught.value.reasons[0].citation
    paused = {"postponed_from": fell_ill.isoformat(), "postponed_to": left.isoformat()}
    matter.take("compare_limitation", **compared, **paused)

    assert matter.laid("thoi_hieu")["expired"] is False
    matter.sign("decide", draft="m1", by="hieu", on=voted)


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


def test_31_the_time_of_criminal_proceedings_does_not_count(world):
    matter, meeting = of_a_cell(world, 9)
    matter.vote("vote_to_decide", meeting, khien_trach=9)
    act = {"act_ended": "2020-02-01", "proceedings_from": "2021-01-01"}

    with refused_whole("Khoảng thời gian không tính vào thời hiệu chưa đủ"):
        matter.take("compare_limitation", by="hieu", on=OPENED, **act)
    told = {**act, "proceedings_to": "2022-12-31"}
    matter.take("compare_limitation", by="hieu", on=OPENED, **told)

    assert matter.laid("thoi_hieu")["expired"] is False
    asked = {hit["rule"] for hit in matter.case.history.latest("sequence").hits}
    assert "limitation.runs" in asked


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


@pytest.fixture
def in_2023(world):
    """A member suspended for ninety days by the district, under 22-QĐ/TW."""
    day = date(2023, 5, 2)
    matter = proposed(world, day, **in_the_district(world)).asks([POWER], day).decided(day, days=90)
    return matter.asks(["suspension.complaint"], day).announced(day)


@pytest.fixture
def in_2026(world):
    """The same under 21-QĐ/TW, with every silence of it answered."""
    day = date(2026, 5, 4)
    return proposed(world, day).asks(OPEN_IN_2026, day).decided(day, days=90).announced(day)


def test_34_a_suspension_of_120_days_in_2023_keeps_within_the_total(in_2023):
    assert in_2023.ends == date(2023, 7, 31)

    in_2023.extended(date(2023, 7, 28), days=30)

    assert in_2023.ends == date(2023, 8, 30)
    with refused_whole("Tổng thời gian 181 ngày, quá mức tối đa 180 ngày") as caught:
        in_2023.extended(date(2023, 8, 30), days=61)
    assert caught.value.reasons[0].citation == "22-QĐ/TW Điều 31"
    in_2023.extended(date(2023, 8, 30), days=60)
    assert in_2023.ends == date(2023, 10, 29)


def test_34_in_may_2026_it_is_ninety_and_thirty_and_121_is_refused(in_2026):
    day = date(2026, 7, 31)

    with refused_whole("Thời gian gia hạn 31 ngày, quá mức tối đa 30 ngày") as caught:
        in_2026.extended(day, days=31)
    assert caught.value.reasons[0].citation == "21-QĐ/TW"
    in_2026.extended(day, days=30)

    clock = in_2026.case.deadlines.get(name="het_dinh_chi")
    assert (clock.last_day, clock.explained["extended"]) == (date(2026, 9, 1), 30)
    with refused_whole("Số lần gia hạn 2 lần, quá mức tối đa 1 lần"):
        in_2026.extended(date(2026, 9, 1), days=1)


@pytest.mark.parametrize(
    ("day", "against"),
    [(date(2026, 5, 4), "quá mức tối đa 90 ngày"), (date(2025, 9, 1), "suspension.duration")],
)
def test_34_120_days_at_once_are_refused_and_under_the_unread_rules_asked(world, day, against):
    matter = proposed(world, day)

    with refused_whole(against):
        matter.take("draft_decide", by="soan", on=day, from_on=day.isoformat(), days=120)


def test_34_a_term_that_ran_out_is_not_extended_and_nothing_lifts_by_itself(in_2026):
    late = date(2026, 8, 3)

    in_2026.take("draft_extend", by="soan", on=late, days=30)

    with refused_whole("Thời hạn đình chỉ đã hết"):
        in_2026.take("extend", by="ky", on=late)
    assert in_2026.stage == "dang_dinh_chi"
