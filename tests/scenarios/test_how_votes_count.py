"""Scenarios of the vote: how forms add up, who counts, who gets a slip."""

from datetime import date

import pytest

from cases.models import RecordPaper
from registry.models import VotingStatus
from tests.cases.discipline import (
    BASE,
    CELL,
    CUMULATION,
    DECIDED,
    DECIDES,
    LIGHT,
    OPENED,
    POWER,
    in_the_cell,
    level_by_level,
    refused_whole,
)
from tests.cases.supervision import refused
from tests.scenarios.matters import (
    ACCUSED,
    AWAY,
    before_the_cell,
    of_a_cell,
    words_of,
)


def test_13_votes_for_a_heavier_form_are_added_to_the_next_lighter_one(world):
    matter, meeting = of_a_cell(world, 9)

    with refused_whole("Chưa xác định được quy định “Cộng dồn phiếu”"):
        matter.vote("vote_to_decide", meeting, canh_cao=4, khien_trach=3, khong=2)
    matter.answer(CUMULATION, on=OPENED)
    record = matter.vote("vote_to_decide", meeting, canh_cao=4, khien_trach=3, khong=2)

    assert matter.laid("bo_phieu")["form"] == "khien_trach"
    minutes = RecordPaper.objects.get(record_id=record.pk).paper.values
    assert any("4 + 3 = 7" in line for line in minutes["arithmetic"])


def test_14_where_no_form_passes_there_is_no_discipline_and_the_matter_is_not_lost(world):
    matter, meeting = of_a_cell(world, 9, answers=(LIGHT, CUMULATION))

    matter.vote("vote_to_decide", meeting, canh_cao=2, khien_trach=2, khong=5)

    matter.take("compare_limitation", by="hieu", on=OPENED)
    with refused_whole("không có hình thức kỷ luật nào đủ số phiếu"):
        matter.take("decide", by="hieu", on=OPENED)
    matter.take("record_no_discipline", by="hieu", on=OPENED)
    assert matter.stage == "khong_ky_luat"


def test_15_a_proposal_is_never_cumulated(world):
    matter = before_the_cell(world)
    meeting = world.meets(
        "chi_bo_xuong", "xuong1", CELL, matter.case, purpose="de_nghi", absent=AWAY
    )
    matter.answer(LIGHT, on=CELL)

    matter.vote("vote_to_propose", meeting, khai_tru=4, canh_cao=8)

    laid = matter.laid("bo_phieu")
    assert laid["form"] == "canh_cao"  # by its own eight, never by twelve
    assert not any("+" in line for line in laid["arithmetic"])


def test_15_a_proposal_short_of_every_share_goes_up_whole_and_says_so(world):
    matter = before_the_cell(world)
    meeting = world.meets(
        "chi_bo_xuong", "xuong1", CELL, matter.case, purpose="de_nghi", absent=AWAY
    )
    matter.answer(LIGHT, on=CELL)
    matter.vote("vote_to_propose", meeting, khai_tru=5, canh_cao=5, khien_trach=2)

    sent = matter.sign("send_proposal", draft="xuong2", by="xuong1", on=date(2026, 3, 13))

    laid = matter.laid("bo_phieu")
    assert (laid["form"], laid["goes_up"]) == (None, True)
    paper = RecordPaper.objects.get(record_id=sent.pk).paper
    said = words_of(paper)
    assert "Không hình thức nào đủ tỷ lệ" in said
    assert "bằng hình thức" not in said
    assert "form" not in paper.values
    with refused("chưa bỏ phiếu và gửi đề nghị"):  # the next level has its turn
        matter.take("appraise", by="soan", on=BASE)


@pytest.mark.parametrize(("absent", "base"), [(AWAY, 12), (("xuong13",), 13), ((), 14)])
def test_16_an_exempt_member_counts_when_present_and_not_when_absent(world, absent, base):
    matter = before_the_cell(world)
    meeting = world.meets(
        "chi_bo_xuong", "xuong1", CELL, matter.case, purpose="de_nghi", absent=absent
    )

    matter.vote("vote_to_propose", meeting, khai_tru=base)

    laid = matter.laid("bo_phieu")
    assert (laid["base"], laid["entitled"], len(laid["excluded"])) == (base, base, 14 - base)


@pytest.mark.parametrize(("yes", "form"), [(6, "khien_trach"), (5, None)])
def test_17_an_ordinary_absence_stays_in_the_base(world, yes, form):
    away = ("m2", "m8", "m9", "m10")
    matter, meeting = of_a_cell(world, 11, answers=(LIGHT, CUMULATION), absent=away)

    matter.vote("vote_to_decide", meeting, khien_trach=yes, khong=7 - yes)

    laid = matter.laid("bo_phieu")
    assert (laid["base"], laid["present"], laid["form"]) == (11, 7, form)


@pytest.mark.parametrize("status", ["dinh_chi", "khoi_to"])
def test_18_a_suspended_or_detained_committee_member_leaves_the_base_and_the_reason_is_shown(
    world, status
):
    VotingStatus.objects.create(
        person=world.who("btv5"), status=status, document="Quyết định (mẫu)", first_day=OPENED
    )
    matter = level_by_level(world, until="submit")
    meeting = world.meets("btv_an", "nghe", DECIDED, matter.case, absent=("btv5",))
    matter.answer(POWER, on=DECIDED, value=DECIDES)

    matter.vote("vote_to_decide", meeting, khai_tru=8)

    laid = matter.laid("bo_phieu")
    (excluded,) = laid["excluded"]
    assert laid["base"] == 8
    assert excluded[0] == world.who("btv5").pk
    assert excluded[1].startswith("bị ")
    assert "294-QĐ/TW" in excluded[2]


def test_19_who_asks_not_to_vote_gets_no_slip_and_still_counts(world):
    matter = level_by_level(world, until="submit")
    meeting = world.meets("btv_an", "nghe", DECIDED, matter.case).recuses("btv1", matter.case)
    matter.answer(POWER, on=DECIDED, value=DECIDES)

    with refused_whole("Phát 9 phiếu nhưng chỉ 8 người được nhận phiếu"):
        matter.vote("vote_to_decide", meeting, khai_tru=9)
    record = matter.vote("vote_to_decide", meeting, khai_tru=8)

    laid = matter.laid("bo_phieu")
    assert (laid["base"], laid["recused"]) == (9, [world.who("btv1").pk])
    minutes = RecordPaper.objects.get(record_id=record.pk).paper.values
    assert any("đề nghị không biểu quyết" in line for line in minutes["electorate"])


def test_20_where_both_readings_agree_the_vote_goes_on_with_a_note(world):
    matter, meeting = of_a_cell(world, 9)

    record = matter.vote("vote_to_decide", meeting, khien_trach=7, khong=2)

    minutes = RecordPaper.objects.get(record_id=record.pk).paper.values
    assert any("kết quả không thay đổi" in line for line in minutes["electorate"])


def test_20_where_the_readings_differ_the_vote_waits_for_a_cited_answer(world):
    matter, meeting = of_a_cell(world, 9)
    close = {"khien_trach": 5, "khong": 4}  # five of nine, but perhaps four of eight

    with refused_whole(ACCUSED) as caught:
        matter.vote("vote_to_decide", meeting, **close)
    assert len(caught.value.reasons) == 1
    matter.answer(ACCUSED, on=OPENED, value="có")
    matter.vote("vote_to_decide", meeting, **close)

    laid = matter.laid("bo_phieu")
    assert (laid["form"], laid["base"], laid["differs"]) == ("khien_trach", 9, False)


def test_20_answered_that_he_does_not_count_he_gets_no_slip_either(world):
    matter, meeting = of_a_cell(world, 9, answers=(LIGHT, CUMULATION))
    matter.answer(ACCUSED, on=OPENED, value="không")

    with refused_whole("Phát 9 phiếu nhưng chỉ 8 người"):
        matter.vote("vote_to_decide", meeting, khien_trach=5, khong=4)
    matter.vote("vote_to_decide", meeting, khien_trach=5, khong=3)

    assert (matter.laid("bo_phieu")["base"], matter.laid("bo_phieu")["form"]) == (8, "khien_trach")


def test_21_a_slip_to_a_probationary_member_is_refused_before_the_count(world):
    world.joins("moi", "truong", status="du_bi")
    matter, meeting = of_a_cell(world, 9)

    with refused_whole("Phát 10 phiếu nhưng chỉ 9 người") as caught:
        matter.vote("vote_to_decide", meeting, khien_trach=10)

    remedies = [reason.remedy for reason in caught.value.reasons]
    assert "Thu hồi phiếu phát nhầm trước khi kiểm phiếu; hội nghị tiếp tục." in remedies


def test_22_more_slips_back_than_given_out_void_the_count_and_the_meeting_votes_again(world):
    matter, meeting = of_a_cell(world, 9)
    matter.take(
        "add_evidence",
        by="hieu",
        on=OPENED,
        title="Biên bản kiểm phiếu lần một",
        given_by="Tổ kiểm phiếu",
    )

    with refused_whole("kết quả không có giá trị") as caught:
        matter.vote("vote_to_decide", meeting, khien_trach=9, issued=8)
    assert "giữ cả hai biên bản" in " ".join(reason.remedy for reason in caught.value.reasons)
    matter.vote("vote_to_decide", meeting, khien_trach=9)

    assert matter.case.filerows.filter(kind="tai_lieu").count() == 1
    assert matter.laid("bo_phieu")["form"] == "khien_trach"


def test_23_removal_from_office_is_no_form_for_a_member_without_a_post(world):
    matter, meeting = of_a_cell(world, 9)

    with refused_whole("form.member.official"):
        matter.vote("vote_to_decide", meeting, cach_chuc=9)


def test_24_a_probationary_member_is_not_expelled(world):
    world.joins("moi", "truong", status="du_bi")
    world.cell_of(9)
    matter = in_the_cell(world, subject="moi")
    meeting = world.meets("chi_bo_truong", "hieu", OPENED, matter.case)

    with refused_whole("form.member.probationary") as caught:
        matter.vote("vote_to_decide", meeting, khai_tru=9)

    remedies = " ".join(reason.remedy for reason in caught.value.reasons)
    assert "khien_trach" in remedies
    assert "xóa tên" in remedies
