"""What a discipline refuses: every reason in one answer, with its citation and its remedy, and nothing written."""

from datetime import date, timedelta

import pytest

from cases.sittings import people_of
from cases.stories import documents
from registry.models import Post
from tests.cases.discipline import (
    BASE,
    CELL,
    DECIDED,
    LIGHT,
    OPENED,
    POWER,
    SERVED,
    Meeting,
    World,
    ballot,
    in_the_cell,
    level_by_level,
    refused_whole,
)


@pytest.fixture
def world(db) -> World:
    return World()


@pytest.fixture
def school(world) -> World:
    """The province with nine official members in the school's cell."""
    world.cell_of(9)
    return world


def meeting_of(world, matter, **roll) -> Meeting:
    return world.meets("chi_bo_truong", "hieu", OPENED, matter.case, **roll)


# What must come before a vote


def test_without_hearing_and_self_criticism_both_are_named_with_the_order(school):
    matter = in_the_cell(school, until="plan")
    meeting = meeting_of(school, matter)

    with refused_whole("Chưa đến lượt", "Chưa có biên bản nghe", "self_criticism", LIGHT) as caught:
        matter.vote("vote_to_decide", meeting, khien_trach=8, khong=1)

    cited = {reason.rule: reason.citation for reason in caught.value.reasons}
    assert "Điều 39.3" in cited["right.heard.before_meeting"]
    assert "Điều 39.1" in cited["self_criticism"]


def test_self_criticism_may_be_missing_only_with_a_recorded_refusal(school):
    matter = in_the_cell(school, until="plan")

    with refused_whole("Chưa có biên bản ghi việc đảng viên không tự kiểm điểm"):
        matter.take("proceed_without_self_criticism", by="hieu", on=OPENED)

    matter.take("record_no_self_criticism", by="m1", on=OPENED)
    matter.take("proceed_without_self_criticism", by="hieu", on=OPENED)
    matter.take("hear", by="hieu", on=OPENED)
    meeting = meeting_of(school, matter)
    matter.answer(LIGHT, on=OPENED)
    matter.vote("vote_to_decide", meeting, khien_trach=8, khong=1)
    assert matter.stage == "da_bieu_quyet"


def test_a_hearing_on_a_later_day_than_the_vote_does_not_count(school):
    matter = in_the_cell(school, until="receive_self_criticism")
    matter.take("hear", by="hieu", on=OPENED + timedelta(days=1))
    meeting = meeting_of(school, matter)

    with refused_whole("Chưa có biên bản nghe", "day.before_last_move"):
        matter.vote("vote_to_decide", meeting, khien_trach=8, khong=1)


# The tellers' sheet


def test_a_form_that_does_not_apply_is_refused_for_a_member_without_a_post(school):
    matter = in_the_cell(school)
    meeting = meeting_of(school, matter)
    matter.answer(LIGHT, on=OPENED)

    with refused_whole("Phương án “cach_chuc” không áp dụng", "chỉ được đề nghị") as caught:
        matter.vote("vote_to_decide", meeting, cach_chuc=8, khong=1)

    reason = next(r for r in caught.value.reasons if r.rule == "form.member.official")
    assert "Điều 35.2" in reason.citation


def test_expulsion_is_no_form_for_a_probationary_member(school):
    school.joins("moi", "truong", status="du_bi")
    matter = in_the_cell(school, subject="moi")
    meeting = meeting_of(school, matter)

    with refused_whole("Phương án “khai_tru” không áp dụng", "không có thẩm quyền") as caught:
        matter.vote("vote_to_decide", meeting, khai_tru=8, khong=1)

    remedies = " ".join(reason.remedy for reason in caught.value.reasons)
    assert "khien_trach, canh_cao" in remedies
    assert "xóa tên" in remedies


def test_every_fault_of_a_count_is_told_in_one_answer(school):
    matter = in_the_cell(school)
    meeting = meeting_of(school, matter, absent=("m8",))
    matter.answer(LIGHT, on=OPENED)

    with refused_whole(
        "Phát 9 phiếu nhưng chỉ 8 người được nhận phiếu",
        "Thu về 10 phiếu, nhiều hơn 9 phiếu đã phát",
        "Tổng phiếu các phương án (8) khác số phiếu hợp lệ (10)",
        "Phiếu hợp lệ (7) và không hợp lệ (0)",
        "Tổ kiểm phiếu phải có từ hai người",
    ):
        matter.vote(
            "vote_to_decide", meeting, khien_trach=7, khong=1, issued=9, received=10, valid=7,
            tellers="Một người, Tổ trưởng",
        )  # fmt: skip


def test_more_votes_than_people_who_count_are_refused(school):
    matter = in_the_cell(school)
    meeting = meeting_of(school, matter)

    with refused_whole("nhiều hơn tổng số người được tính (9)", "Phát 12 phiếu"):
        matter.vote("vote_to_decide", meeting, khien_trach=12)


def test_a_probationary_member_gets_no_slip_and_the_meeting_goes_on(school):
    school.joins("moi", "truong", status="du_bi")
    matter = in_the_cell(school)
    meeting = meeting_of(school, matter)
    matter.answer(LIGHT, on=OPENED)

    with refused_whole("Phát 10 phiếu nhưng chỉ 9 người"):
        matter.vote("vote_to_decide", meeting, khien_trach=9, khong=1)

    matter.vote("vote_to_decide", meeting, khien_trach=8, khong=1)
    assert matter.laid("bo_phieu")["base"] == 9


def test_an_attendance_list_names_everyone_of_the_body_and_nobody_else(school):
    matter = in_the_cell(school)
    meeting = Meeting(school, "chi_bo_truong", "hieu", OPENED).takes_in(matter.case)
    belonging = [one.pk for one in people_of(meeting.body, OPENED)]
    roll = [{"person": pk, "here": "co_mat"} for pk in [school.who("thu").pk, *belonging[1:]]]

    with refused_whole("không thuộc thành phần họp", "còn thiếu người"):
        meeting.opens(roll=roll)


# The meeting


def test_a_meeting_not_in_session_on_another_day_without_the_matter_is_refused_at_once(school):
    matter = in_the_cell(school)
    meeting = Meeting(school, "chi_bo_truong", "hieu", OPENED)

    with refused_whole("chưa khai mạc", "đúng ngày họp", "không có trong chương trình", LIGHT):
        matter.vote(
            "vote_to_decide", meeting, on=OPENED + timedelta(days=1), khien_trach=8, khong=1
        )


def test_a_meeting_of_another_body_is_refused(world):
    matter = level_by_level(world, until="cell_sends")
    meeting = world.meets("chi_bo_xuong", "xuong1", BASE, matter.case, purpose="de_nghi")

    with refused_whole("không phải của tổ chức đảng đến lượt"):
        matter.vote("vote_to_propose", meeting, by="hoa_bt", khai_tru=8, canh_cao=1)


def test_a_meeting_that_is_not_there_is_refused(school):
    matter = in_the_cell(school)

    with refused_whole("Không có cuộc họp số HN-2026-9999"):
        matter.take("vote_to_decide", by="hieu", on=OPENED, **ballot("HN-2026-9999", khien_trach=9))


def test_a_meeting_votes_once_on_a_matter_and_never_after_its_end(world):
    matter = level_by_level(world, until="present")
    matter.take("receive_self_criticism", by="soan", on=date(2026, 3, 9))
    away = ("xuong12", "xuong13")
    meeting = world.meets(
        "chi_bo_xuong", "xuong1", CELL, matter.case, purpose="de_nghi", absent=away
    )
    matter.vote("vote_to_propose", meeting, khai_tru=10, canh_cao=2)

    with refused_whole("Cuộc họp này đã bỏ phiếu về hồ sơ này"):
        matter.vote("vote_to_propose", meeting, khai_tru=12)

    meeting.ends()
    with refused_whole("đã kết thúc", "đã bỏ phiếu"):
        matter.vote("vote_to_propose", meeting, khai_tru=12)


# Power


def test_a_body_without_power_is_refused_until_its_power_is_shown(world):
    matter = level_by_level(world, until="submit")
    meeting = world.meets("btv_an", "nghe", DECIDED, matter.case)

    with refused_whole("Chưa xác định được thẩm quyền") as caught:
        matter.vote("vote_to_decide", meeting, khai_tru=9)

    assert [(r.rule, r.citation) for r in caught.value.reasons] == [(POWER, "Điều lệ Đảng Điều 36")]


def test_a_cell_never_expels_it_proposes(school):
    matter = in_the_cell(school)
    meeting = meeting_of(school, matter)

    with refused_whole("chỉ được đề nghị") as caught:
        matter.vote("vote_to_decide", meeting, khai_tru=9)

    assert "toàn bộ kết quả biểu quyết" in caught.value.reasons[0].remedy


# The decision


def test_a_decision_without_any_vote_names_all_that_is_missing(school):
    matter = in_the_cell(school)

    with refused_whole(
        "Chưa đến lượt",
        "Chưa có kết quả bỏ phiếu",
        "Chưa đối chiếu thời hiệu",
        "Chưa có dự thảo trình ký",
    ):
        matter.take("decide", by="hieu", on=OPENED)


def test_a_decision_is_not_signed_before_the_vote(world):
    matter = level_by_level(world, until="compare_limitation")
    matter.take("draft_decide", by="soan", on=SERVED)

    with refused_whole("không được trước 27/03/2026", "trước ngày biểu quyết"):
        matter.take("decide", by="ky", on=DECIDED - timedelta(days=1), today=SERVED)


def test_nobody_signs_before_the_first_day_of_his_post(world):
    matter = level_by_level(world, until="compare_limitation")
    matter.take("draft_decide", by="soan", on=DECIDED)
    held = Post.objects.get(person=world.who("ky"))
    Post.objects.filter(pk=held.pk).update(last_day=DECIDED - timedelta(days=1))
    Post.objects.create(
        person=held.person, body=held.body, position=held.position, first_day=SERVED
    )

    with refused_whole("permission"):
        matter.take("decide", by="ky", on=SERVED - timedelta(days=1))

    matter.take("decide", by="ky", on=SERVED)
    assert matter.stage == "da_quyet_dinh"


def test_a_decision_is_announced_only_with_its_number(world):
    matter = level_by_level(world, until="decide")

    with refused_whole("chưa được lấy số"):
        matter.take("hand_over", by="nghe", on=SERVED)


# Complaint and lapse


@pytest.fixture
def served(world):
    """Story (b) up to the decision handed over on 30/3/2026."""
    return level_by_level(world, until="hand_over")


def complains(matter, sent, *, on=None, **said):
    said = {"sent_on": sent.isoformat(), **said}
    return matter.take("receive_complaint", by="soan", on=on or sent, **said)


@pytest.mark.parametrize("sent", [date(2026, 4, 29), date(2026, 4, 30), date(2026, 5, 14)])
def test_a_complaint_is_in_time_under_the_longest_reading(served, sent):
    complains(served, sent)

    clock = served.case.deadlines.get(name="khieu_nai")
    assert clock.last_day == date(2026, 4, 29)
    assert clock.explained["other_reading"] == "2026-05-14"  # between the two an officer looks


def test_a_complaint_a_day_after_the_longest_reading_is_late(served):
    with refused_whole("sau ngày cuối của thời hạn") as caught:
        complains(served, date(2026, 5, 15))

    (reason,) = caught.value.reasons
    assert "296-QĐ/TW Điều 25.1" in reason.citation
    assert "cấp trên xem xét lại" in reason.remedy


def test_a_complaint_posted_in_time_is_received_after_the_window_was_closed(served):
    served.take("close_window", by="soan", on=date(2026, 5, 15))

    complains(served, date(2026, 5, 14), on=date(2026, 5, 18))

    with refused_whole("Đã nhận khiếu nại trong thời hạn"):
        served.take("end_watch", by="soan", on=date(2026, 5, 18))


@pytest.mark.parametrize("sent", [SERVED - timedelta(days=1), date(2026, 4, 3)])
def test_a_complaint_is_neither_older_than_the_decision_nor_of_tomorrow(served, sent):
    with refused_whole("Ngày gửi đơn phải từ ngày nhận quyết định"):
        complains(served, sent, on=date(2026, 4, 2))


def test_the_window_closes_only_after_the_longest_reading(served):
    with refused_whole("Thời hạn khiếu nại chưa hết"):
        served.take("close_window", by="soan", on=date(2026, 5, 14))

    served.take("close_window", by="soan", on=date(2026, 5, 15))
    assert served.stage == "dang_thi_hanh"


@pytest.fixture
def reprimanded(school):
    """A reprimand by the cell, handed over the day after the vote, its window closed."""
    matter = in_the_cell(school)
    meeting = meeting_of(school, matter)
    matter.answer(LIGHT, on=OPENED)
    matter.vote("vote_to_decide", meeting, khien_trach=8, khong=1)
    matter.take("compare_limitation", by="hieu", on=OPENED)
    matter.sign("decide", draft="m1", by="hieu", on=OPENED)
    matter.take("hand_over", by="hieu", on=OPENED + timedelta(days=1))
    matter.take("close_window", by="hieu", on=date(2026, 5, 4))
    return matter


def test_a_decision_does_not_lapse_before_a_year_from_the_later_day(reprimanded):
    rule = "decision.lapse"
    reprimanded.answer(rule, on=date(2027, 3, 5))

    with refused_whole("Chưa hết thời gian thi hành"):
        reprimanded.take("record_lapse", by="hieu", on=date(2027, 3, 5))

    reprimanded.take("record_lapse", by="hieu", on=date(2027, 3, 6))
    assert reprimanded.stage == "het_hieu_luc"


def test_an_expulsion_never_lapses(served):
    served.take("close_window", by="soan", on=date(2026, 5, 15))

    with refused_whole("không tự chấm dứt hiệu lực", "Chưa hết thời gian"):
        served.take("record_lapse", by="soan", on=date(2026, 5, 16))

    served.take("end_watch", by="soan", on=date(2026, 5, 16))
    assert served.stage == "da_ket_thuc"


# The window of 2017, counted in working days


@pytest.fixture
def reprimanded_in_2017(world):
    """Story (a), part C, in short: voted on 18/10/2017, handed over on 23/10."""
    voted, handed = date(2017, 10, 18), date(2017, 10, 23)
    matter = in_the_cell(world, "ban", voted, cell="chi_bo_doai", secretary="luong", deputy="quach")
    meeting = world.meets("chi_bo_doai", "luong", voted, matter.case)
    for asked in (LIGHT, "vote.base.members_meeting", "limitation.member.reprimand"):
        matter.answer(asked, on=voted, by="kiem", source=documents.sample(IN_2017))
    matter.vote("vote_to_decide", meeting, khien_trach=14, khong=4)
    matter.take("compare_limitation", by="luong", on=voted, act_ended="2017-03-19")
    matter.sign("decide", draft="quach", by="luong", on=voted)
    matter.take("hand_over", by="luong", on=handed)
    return matter


IN_2017 = "thoi_hieu_va_bieu_quyet_2017"


def test_in_2017_the_last_of_thirty_working_days_is_the_fourth_of_december(reprimanded_in_2017):
    late, last = date(2017, 12, 5), date(2017, 12, 4)

    with refused_whole("sau ngày cuối của thời hạn") as caught:
        reprimanded_in_2017.take("receive_complaint", by="luong", on=late, sent_on=late.isoformat())
    assert "Điều 39.7" in caught.value.reasons[0].citation

    reprimanded_in_2017.take("receive_complaint", by="luong", on=late, sent_on=last.isoformat())
    assert reprimanded_in_2017.laid("khieu_nai")["sent_on"] == last.isoformat()
