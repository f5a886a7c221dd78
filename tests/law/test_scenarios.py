"""What officers expect of the law, in their own numbering; a procedure's side is tested there."""

from datetime import date, timedelta

import pytest

import law
from law import ballots, extensions, terms
from law.authority import authority, route, takeover
from law.electorate import Person, electorate
from law.limitation import limitation
from law.votes import both_ways, judge, judge_forms

LIGHT, PROPOSE = "vote.threshold.member.light", "vote.threshold.expulsion.propose"
CELL, COMMITTEE = "hoi_nghi_dang_vien", "cap_uy"
UNDER_294 = date(2026, 3, 12)


def who(book, on, body, subject, form, scope="thuong", **more):
    return authority(book, on=on, body=body, subject=subject, form=form, scope=scope, **more)


def members(number, **facts):
    return [Person(f"đảng viên {n}", **facts) for n in range(1, number + 1)]


# Authority and level


def test_01_the_cell_warns_a_district_committee_member_and_reports(book):
    answer = who(book, date(2018, 5, 1), "chi_bo", "cap_uy_vien", "canh_cao")
    duty = book.rule("authority.chi_bo.report_after", date(2018, 5, 1))

    assert answer.verdict == "decides"
    assert answer.hits[0].confidence == "confirmed"
    assert (duty.state, len(duty.value)) == ("known", 2)


def test_02_a_superior_task_only_lets_the_cell_propose(book):
    answer = who(book, date(2022, 5, 1), "chi_bo", "cap_uy_vien", "canh_cao", "superior_task")

    assert answer.verdict == "proposes"
    assert "toàn bộ kết quả biểu quyết" in answer.remedy


def test_03_the_cell_committee_has_no_power(book):
    answer = who(book, date(2025, 9, 1), "chi_uy", "dang_vien", "khien_trach")

    assert (answer.verdict, answer.remedy) == ("none", "Đưa ra hội nghị chi bộ.")


@pytest.mark.parametrize(
    ("on", "verdict"), [(date(2021, 7, 27), "none"), (date(2021, 7, 28), "decides")]
)
def test_04_the_base_inspection_committee_gains_its_power(book, on, verdict):
    answer = who(book, on, "ubkt_dang_uy_co_so", "dang_vien", "khien_trach")

    assert (answer.verdict, answer.hits[0].confidence) == (verdict, "one_text")


def test_05_it_may_not_warn_a_member_of_its_own_committee(book):
    answer = who(book, date(2022, 5, 1), "ubkt_dang_uy_co_so", "cap_uy_vien", "canh_cao")

    assert (answer.verdict, answer.remedy) == ("none", "Đề nghị lên cấp có thẩm quyền.")


def test_06_a_withdrawn_delegation_ends_the_power(book):
    body, last = "dang_uy_co_so_uy_quyen", date(2026, 3, 11)

    on_the_last_day = who(
        book, last, body, "dang_vien", "khai_tru", delegation=(date(2025, 9, 1), last)
    )
    a_day_later = who(
        book,
        last + timedelta(1),
        body,
        "dang_vien",
        "khai_tru",
        delegation=(date(2025, 9, 1), last),
    )

    assert (on_the_last_day.verdict, a_day_later.verdict) == ("decides", "none")


def test_07_the_intermediate_committee_only_appraises(book):
    assert who(book, UNDER_294, "dang_uy_bo_phan", "dang_vien", "canh_cao").verdict == "appraises"


def test_08_the_commune_is_above_the_base_until_25_july_2026(book):
    before = book.rule("level.above_base", date(2026, 7, 25))
    after = book.rule("level.above_base", date(2026, 7, 27))

    assert (law.charter_on(date(2026, 7, 25)).id, "xã" in before.value) == ("20-QĐ/TW", True)
    assert (before.force, after.force) == ("hard", "releasable")
    assert law.charter_on(date(2026, 7, 27)).id == "208-QĐ/TW"
    assert who(book, date(2026, 7, 27), "above_base_btv", "dang_vien", "khai_tru").verdict == "ask"


def test_09_advisory_bodies_do_not_inspect_on_signs(book):
    bodies = book.rule("authority.signs_inspection.bodies", date(2025, 9, 1))

    assert bodies.value == ("cấp ủy", "ban thường vụ", "ủy ban kiểm tra", "chi bộ")
    assert "không gồm các cơ quan tham mưu" in bodies.applies_to


def test_10_the_cell_reports_upward_on_a_higher_managed_cadre(book):
    limit = book.rule("authority.signs_inspection.chi_bo_limit", date(2026, 5, 1))

    assert (limit.value, limit.force) == ("báo cáo lên cấp trên", "releasable")


def test_11_a_matter_the_lower_cell_may_decide_goes_down_and_may_be_taken_over(book):
    day = date(2017, 9, 28)

    way = route(
        book,
        on=day,
        acting="ubkt_dang_uy_co_so",
        line=("chi_bo", "ubkt_dang_uy_co_so"),
        subject="dang_vien",
        form="khien_trach",
    )

    assert (way.way, way.to) == ("down", "chi_bo")
    assert "không làm lại từ cấp dưới" in takeover(book, day).value


def test_12_the_superior_decides_itself_and_served_time_counts(book):
    assert takeover(book, date(2018, 1, 1)).citation.short == "30-QĐ/TW Điều 38.2"
    assert book.rule("decision.lapse.served_time", date(2023, 1, 1)).value is True


# Votes


def test_13_cumulation_finds_a_reprimand(book):
    forms = {"canh_cao": 4, "khien_trach": 3, "khong": 2}

    verdict = judge_forms(book, LIGHT, date(2022, 5, 1), base=9, votes=forms)

    assert (verdict.form, verdict.needed) == ("khien_trach", 5)
    assert "4 + 3 = 7" in verdict.arithmetic


def test_14_no_form_reaches_the_majority(book):
    forms = {"canh_cao": 2, "khien_trach": 2, "khong": 5}

    verdict = judge_forms(book, LIGHT, date(2022, 5, 1), base=9, votes=forms)

    assert (verdict.state, verdict.passes, verdict.form) == ("known", False, None)


def test_15_a_proposal_is_not_cumulated_but_goes_up_whole(book):
    verdict = judge_forms(
        book, PROPOSE, date(2022, 5, 1), base=9, votes={"khai_tru": 3, "canh_cao": 6}
    )

    assert (verdict.form, verdict.goes_up) == (None, True)
    assert dict(verdict.sums) == {"khai_tru": 3, "canh_cao": 6}


@pytest.mark.parametrize("status", ["mien_sinh_hoat", "sinh_hoat_tam_thoi"])
def test_16_an_exempt_or_away_member_counts_and_votes_when_present(book, status):
    here = Person("x", frozenset({status}), present=True)
    away = Person("x", frozenset({status}), present=False)

    assert electorate(book, UNDER_294, CELL, [*members(9), here]).base == 10
    assert "x" in electorate(book, UNDER_294, CELL, [*members(9), here]).slips_for
    assert electorate(book, UNDER_294, CELL, [*members(9), away]).base == 9


def test_17_an_ordinary_absence_stays_in_the_base(book):
    present, absent = members(7), [Person(f"vắng {n}", present=False) for n in range(4)]

    found = electorate(book, UNDER_294, COMMITTEE, present + absent)

    assert (found.base, len(found.slips_for)) == (11, 7)
    assert judge(book, "vote.threshold.expulsion.decide", UNDER_294, base=11, yes=6).passes is True
    assert judge(book, "vote.threshold.expulsion.decide", UNDER_294, base=11, yes=5).passes is False


@pytest.mark.parametrize("status", ["dinh_chi", "khoi_to"])
def test_18_a_suspended_or_detained_member_leaves_the_base(book, status):
    found = electorate(book, UNDER_294, COMMITTEE, [*members(8), Person("x", frozenset({status}))])

    assert found.base == 8
    assert found.exclusions[0].hit.cited.startswith("294-QĐ/TW mục 9.3.")


def test_19_a_recusal_leaves_the_base_unchanged(book):
    found = electorate(book, UNDER_294, COMMITTEE, [*members(8), Person("x", recused=True)])

    assert (found.base, found.slips_for, found.recused) == (
        9,
        tuple(m.id for m in members(8)),
        ("x",),
    )


def test_20_the_accused_is_computed_both_ways(book):
    found = electorate(book, UNDER_294, CELL, [*members(9), Person("x", accused=True)])
    rule = "vote.removal.chi_bo"

    agree = both_ways(
        judge(book, rule, UNDER_294, base=found.base, yes=8),
        judge(book, rule, UNDER_294, base=found.base_without_accused, yes=8),
    )
    differ = both_ways(
        judge(book, rule, UNDER_294, base=found.base, yes=6),
        judge(book, rule, UNDER_294, base=found.base_without_accused, yes=6),
    )

    assert book.rule("vote.accused", UNDER_294).state == "unknown"
    assert agree.passes is True
    assert differ is None


def test_21_a_probationary_member_given_a_slip_is_refused_before_the_count(book):
    found = electorate(book, UNDER_294, CELL, [*members(9), Person("x", frozenset({"du_bi"}))])
    count = ballots.Count(issued=10, received=10, invalid=0, votes={"canh_cao": 10}, tellers=2)

    refused = ballots.refusals(
        count, ballots.slip(book, UNDER_294, "dang_vien"), len(found.slips_for)
    )

    assert "x" not in found.slips_for
    assert ["chỉ 9 người" in reason.text for reason in refused] == [True]


def test_22_more_slips_than_were_issued_void_the_count(book):
    count = ballots.Count(issued=9, received=10, invalid=0, votes={"canh_cao": 10}, tellers=2)

    (refused,) = ballots.refusals(count, ballots.slip(book, UNDER_294, "dang_vien"), 9)

    assert "không có giá trị" in refused.text
    assert "giữ cả hai biên bản" in refused.remedy


def test_23_removal_from_office_is_not_offered_to_a_member_without_a_post(book):
    offered = ballots.slip(book, UNDER_294, "dang_vien", holds_post=False)

    assert "cach_chuc" not in offered.options
    assert "không giữ chức vụ" in offered.left_out[0].text


def test_24_a_probationary_member_is_never_expelled(book):
    answer = who(book, UNDER_294, "above_base_btv", "du_bi", "khai_tru")

    assert (answer.verdict, answer.hits[0].confidence) == ("none", "confirmed")
    assert "xóa tên" in answer.remedy
    assert ballots.slip(book, UNDER_294, "du_bi").options == ("khong", "khien_trach", "canh_cao")


# Rights and gates: the law's side


def test_25_the_hearing_is_a_hard_gate_nobody_releases(book, document):
    hearing = book.rule("right.heard.before_meeting", date(2026, 5, 1))

    assert (hearing.force, hearing.is_floor) == ("hard", True)
    with pytest.raises(law.NotAllowed):
        hearing.released(law.Release(document, by="Quản trị viên"))


@pytest.mark.parametrize(("on", "force"), [(date(2026, 4, 10), "hard"), (date(2026, 4, 11), "ask")])
def test_26_a_refused_self_criticism_does_not_stop_the_matter(book, on, force):
    assert book.rule("proceed_without_accused", on).force == force


def test_27_severe_illness_in_hospital_defers_and_stops_limitation(book):
    grounds = book.rule("postpone.grounds", date(2022, 9, 1))
    deferred = (date(2025, 1, 1), date(2025, 3, 31))
    on, act = date(2025, 6, 1), date(2020, 5, 1)

    plain = limitation(book, act=act, form="khien_trach", on=on)
    stood_still = limitation(book, act=act, form="khien_trach", on=on, pauses=[deferred])

    assert "bệnh nặng đang điều trị nội trú" in grounds.value
    assert (plain.expired, stood_still.expired) == (True, False)
    assert stood_still.until == date(2025, 7, 30)


def test_28_a_detained_member_is_suspended_for_the_terms_of_procedure(book):
    rule = book.rule("suspension.criminal", date(2023, 1, 1))

    assert (rule.value, rule.force) == ("theo thời hạn của pháp luật tố tụng", "releasable")


@pytest.mark.parametrize("on", [date(2025, 6, 1), date(2026, 5, 1)])
def test_29_a_final_sentence_is_a_ground_for_direct_expulsion(book, on):
    assert (
        "bị phạt từ cải tạo không giam giữ trở lên"
        in book.rule("criminal.direct_expulsion", on).value
    )


# Limits of time


def test_31_a_reprimand_for_an_act_six_years_old_is_time_barred_under_69_and_asked_under_212(book):
    act = date(2020, 8, 1)

    under_69 = limitation(book, act=act, form="khien_trach", on=date(2026, 8, 16))
    under_212 = limitation(book, act=act, form="khien_trach", on=date(2026, 8, 17))

    assert book.rule("limitation.vote_first", date(2026, 8, 16)).force == "hard"
    assert (under_69.expired, under_69.citation) == (True, "69-QĐ/TW Điều 4.2(b)")
    assert (under_212.state, under_212.expired) == ("unknown", None)


def test_32_the_window_goes_by_the_day_of_receipt(book):
    before = book.rule("complaint.window", date(2026, 4, 10))
    after = book.rule("complaint.window", date(2026, 4, 11))

    assert before.selector == "received_on"
    assert (before.value, before.cited) == (30, "296-QĐ/TW Điều 25.1")
    assert after.state == "unknown"


def test_32_tet_inside_the_window_gives_two_last_days(book):
    received = date(2026, 2, 2)

    deadline = terms.deadline(book.rule("complaint.window", received), received)

    assert (deadline.last_day, deadline.other_reading) == (date(2026, 3, 4), date(2026, 3, 23))


def test_33_nothing_is_late_before_the_longest_reading(book):
    received = date(2026, 3, 30)

    deadline = terms.deadline(book.rule("complaint.window", received), received)

    assert deadline.last_day == date(2026, 4, 29)
    assert deadline.longest == date(2026, 5, 14)


@pytest.mark.parametrize(
    ("on", "first", "extension", "lawful"),
    [
        (date(2023, 5, 1), 90, 30, True),
        (date(2023, 5, 1), 90, 90, True),
        (date(2023, 5, 1), 90, 91, False),
        (date(2026, 5, 1), 120, 0, False),
        (date(2026, 5, 1), 90, 30, True),
        (date(2026, 5, 1), 90, 31, False),
        (date(2025, 9, 1), 60, 0, False),
    ],
)
def test_34_a_suspension_of_120_days(book, on, first, extension, lawful):
    refused = extensions.refusals(book, extensions.SUSPENSION, on, first=first, extension=extension)

    assert (refused == ()) is lawful


def test_34_a_refusal_says_how_long_is_too_long(book):
    (refused,) = extensions.refusals(
        book, extensions.SUSPENSION, date(2026, 5, 1), first=90, extension=31
    )

    assert refused.text == "Thời gian gia hạn 31 ngày, quá mức tối đa 30 ngày."
    assert (refused.citation, refused.confidence) == ("21-QĐ/TW", "one_text")
    assert refused.remedy == "Giảm xuống không quá 30 ngày."
