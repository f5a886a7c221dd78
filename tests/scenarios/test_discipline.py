"""Scenarios of discipline that an officer expects, through the door: who may, how votes count, which rights hold."""

from datetime import date, timedelta

import pypdfium2
import pytest

from cases import services
from cases.models import Case, RecordPaper
from cases.stories import a_inspection, a_supervision, documents
from documents.printing import print_pending
from registry.models import Body, Organisation, Placement, Post, VotingStatus
from registry.provinces import load
from tests.cases.discipline import (
    BASE,
    CELL,
    CUMULATION,
    DECIDED,
    DECIDES,
    HEARD,
    LIGHT,
    OPENED,
    POWER,
    SAID,
    SERVED,
    WORKING_RULES,
    Matter,
    World,
    in_the_cell,
    level_by_level,
    refused_whole,
)
from tests.cases.supervision import refused
from tests.cases.test_inspection import Quiet
from workflows import rules
from workflows.facts import Facts

ACCUSED, BASE_OF_CELL = "vote.accused", "vote.base.members_meeting"
AWAY = ("xuong12", "xuong13")  # exempt, and temporarily elsewhere


@pytest.fixture
def world(db) -> World:
    return World()


def of_a_cell(world, size, *, answers=(LIGHT,), on=OPENED, absent=()):
    """A matter heard in a cell of that size, the meeting in session, the law's silences answered."""
    world.cell_of(size)
    matter = in_the_cell(world, on=on)
    meeting = world.meets("chi_bo_truong", "hieu", on, matter.case, absent=absent)
    for rule in answers:
        matter.answer(rule, on=on)
    return matter, meeting


def decided(matter, on, **compared):
    """From the vote to the signed decision of a cell."""
    matter.take("compare_limitation", by="hieu", on=on, **compared)
    matter.sign("decide", draft="m1", by="hieu", on=on)


def before_the_cell(world):
    """A matter whose member has criticised himself, waiting for the cell's proposal."""
    return level_by_level(world, until="receive_self_criticism")


def words_of(paper):
    print_pending()
    paper.refresh_from_db()
    pages = pypdfium2.PdfDocument(bytes(paper.print.pdf))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def body_of(world, kind, level, name, secretary=""):
    """A body the sample province does not have."""
    organisation = Organisation.objects.create(
        code=f"them-{name}", kind=level, name=name, place="Mẫu An", first_day=date(2015, 1, 1)
    )
    body = Body.objects.create(
        organisation=organisation, kind=kind, name=name, symbol="ĐU", superior_line="ĐẢNG ỦY", issuing_line=name,
        first_day=date(2015, 1, 1),
    )  # fmt: skip
    if secretary:
        Post.objects.create(
            person=world.who(secretary), body=body, position="bi_thu", first_day=date(2015, 1, 1)
        )
    return body


# Authority and level


def test_01_a_cell_warns_its_district_committee_member_and_must_report_to_every_committee(world):
    day, by = date(2018, 3, 5), {"by": "luong"}
    district = body_of(world, "cap_uy", "huyen", "Huyện ủy Mẫu Tây")
    Post.objects.create(
        person=world.who("doai1"), body=district, position="uy_vien", first_day=date(2015, 7, 1)
    )
    matter = in_the_cell(world, "doai1", day, cell="chi_bo_doai", secretary="luong", deputy="quach")
    meeting = world.meets("chi_bo_doai", "luong", day, matter.case)
    for asked in (LIGHT, BASE_OF_CELL):
        source = documents.sample("thoi_hieu_va_bieu_quyet_2017")
        matter.answer(asked, on=day, by="kiem", source=source)

    matter.vote("vote_to_decide", meeting, canh_cao=15, khien_trach=3)
    matter.take("compare_limitation", on=day, act_ended="2018-01-10", **by)
    matter.sign("decide", draft="quach", on=day, **by)
    matter.take("hand_over", on=day, **by)

    assert matter.laid("bo_phieu")["form"] == "canh_cao"
    later = date(2018, 6, 1)
    with refused_whole("đến các cấp ủy mà đảng viên là thành viên") as caught:
        matter.take("close_window", on=later, **by)
    assert "30-QĐ/TW Điều 36" in caught.value.reasons[0].citation
    matter.sign("report_up", draft="quach", on=day, **by)
    matter.take("close_window", on=later, **by)


def test_03_a_cell_committee_has_no_power_and_is_told_to_call_the_cell(world):
    world.cell_of(5)
    committee = Body.objects.create(
        organisation=world.province.organisations["truong"], kind="chi_uy", name="Chi ủy Chi bộ Trường",
        symbol="CB", first_day=date(2025, 5, 1),
    )  # fmt: skip

    with refused_whole("không có thẩm quyền kỷ luật") as caught:
        services.open_case(
            "P5.CB", body=committee, subjects=[world.who("m2")], actor=world.who("hieu"), acted_on=OPENED,
            inputs=SAID["take_up"], today=OPENED,
        )  # fmt: skip

    reason = next(r for r in caught.value.reasons if r.rule == "authority.chi_uy.none")
    assert reason.citation
    assert reason.remedy == "Đưa ra hội nghị chi bộ."
    assert not Case.objects.exists()


def test_07_a_sectional_committee_only_appraises(world):
    sectional = body_of(world, "cap_uy", "bo_phan", "Đảng ủy bộ phận Mẫu", secretary="xuong3")
    Placement.objects.create(
        organisation=sectional.organisation,
        parent=world.bodies["dang_uy_hoa"].organisation,
        first_day=date(2015, 1, 1),
    )
    Placement.objects.create(
        organisation=world.bodies["chi_bo_xuong"].organisation, parent=sectional.organisation,
        first_day=date(2015, 1, 1),
    )  # fmt: skip
    matter = level_by_level(
        world, until="cell_sends", deciding=sectional.pk,
        proposing=[world.bodies["chi_bo_xuong"].pk],
    )  # fmt: skip
    matter.take("appraise", by="soan", on=date(2026, 3, 18))
    matter.take("hear", by="xuong3", on=HEARD)
    ours = world.meets("ubkt_an", "soan", HEARD, matter.case, purpose="de_nghi")
    matter.vote("vote_to_submit", ours, khai_tru=5)
    matter.sign("submit", draft="soan", by="chu", on=HEARD)
    world.province.bodies["bo_phan"] = sectional
    meeting = world.meets("bo_phan", "xuong3", DECIDED, matter.case)

    with refused_whole("chỉ thẩm định, không quyết định") as caught:
        matter.vote("vote_to_decide", meeting, khai_tru=1)

    (reason,) = caught.value.reasons
    assert "294-QĐ/TW mục 20.3.3" in reason.citation
    assert reason.remedy == "Thẩm định nghị quyết của chi bộ rồi chuyển đảng ủy cơ sở."


@pytest.mark.parametrize("day", [date(2026, 7, 25), date(2026, 7, 27)])
def test_08_a_commune_that_one_text_takes_for_a_base_must_first_show_its_level(world, day):
    matter = level_by_level(world, until="submit")
    meeting = world.meets("btv_an", "nghe", day, matter.case)
    matter.answer(POWER, on=day, value=DECIDES)
    for asked in ("vote.threshold.expulsion.decide", "vote.base.committee"):
        matter.answer(asked, on=day)

    if day >= date(2026, 7, 26):
        with refused_whole("là cấp cơ sở hay cấp trên trực tiếp") as caught:
            matter.vote("vote_to_decide", meeting, khai_tru=9)
        assert [(r.rule, r.citation) for r in caught.value.reasons] == [
            ("level.above_base", "208-QĐ/TW")
        ]
        said = {
            "rule": "level.above_base",
            "source": WORKING_RULES,
            "reason": "Tỉnh ủy khai cấp của xã.",
        }
        matter.take("release_rule", by="chu", on=day, **said)
    matter.vote("vote_to_decide", meeting, khai_tru=9)

    assert matter.laid("bo_phieu")["form"] == "khai_tru"


def test_09_an_advisory_board_may_not_inspect_on_signs():
    day = date(2026, 1, 7)
    board = Facts("P3.DV", "da_de_xuat", day, day, day, day, body="ban", level="xa")

    reason = rules.the_body_may_inspect_signs.judge(board).reason

    assert reason is not None
    assert "296-QĐ/TW Điều 5" in reason.citation


def test_11_a_silent_cell_is_taken_over_the_day_after_its_term_without_starting_again(db):
    province = load("mau_giang", code="im")
    supervision, told = (Quiet(lambda _line: None, "") for _ in range(2))
    a_supervision.tell(supervision, province)
    a_inspection.tell(told, province, origin=supervision.case)
    kiem, said = province.people["kiem"], {"finding": 1, "grounds": "Chi bộ không xem xét."}

    with refused("vẫn còn trong thời hạn xem xét"):
        told.takes("take_over", by=kiem, on=date(2017, 10, 31), **said)
    told.takes("take_over", by=kiem, on=date(2017, 11, 1), **said)

    discipline = services.open_case(
        "P5.DV", step="go_on", origin=told.case, body=province.bodies["ubkt_thuong"],
        subjects=[province.people["ban"]], actor=kiem, acted_on=date(2017, 11, 2), today=date(2017, 11, 2),
        inputs={**SAID["take_up"], "route": "cap_tren_xem_xet", "deciding": province.bodies["ubkt_thuong"].pk},
    )  # fmt: skip
    assert told.case.findings.get(superseded_by=None).stage == "c3"
    assert {seat.person for seat in discipline.team.all()} == {
        s.person for s in told.case.team.all()
    }


def test_12_a_superior_that_finds_the_cell_too_lenient_decides_itself_without_the_levels(world):
    own = world.bodies["ubkt_an"].pk
    matter = level_by_level(
        world, until="receive_self_criticism", route="cap_tren_xem_xet", proposing=[], deciding=own
    )
    matter.take("appraise", by="soan", on=date(2026, 3, 18))
    matter.take("hear", by="chu", on=HEARD)
    meeting = world.meets("ubkt_an", "soan", DECIDED, matter.case)
    matter.answer("authority.ubkt_tren_co_so", on=DECIDED, value=DECIDES)
    matter.answer(LIGHT, on=DECIDED)

    matter.vote("vote_to_decide", meeting, canh_cao=4, khien_trach=1)

    assert matter.laid("bo_phieu")["form"] == "canh_cao"
    assert matter.stage == "da_bieu_quyet"


# Votes


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


# Rights and gates


def test_25_no_vote_without_a_hearing_but_a_recorded_refusal_lets_the_matter_go_on(world):
    world.cell_of(9)
    matter = in_the_cell(world, until="receive_self_criticism")
    meeting = world.meets("chi_bo_truong", "hieu", OPENED, matter.case)
    matter.answer(LIGHT, on=OPENED)

    with refused_whole("right.heard.before_meeting"):
        matter.vote("vote_to_decide", meeting, khien_trach=9)
    with refused_whole("không đến trình bày sau nhiều lần mời"):
        matter.take("proceed_unheard", by="hieu", on=OPENED)
    matter.take("record_no_hearing", by="hieu", on=OPENED)
    matter.take("proceed_unheard", by="hieu", on=OPENED)
    matter.vote("vote_to_decide", meeting, khien_trach=9)

    assert matter.stage == "da_bieu_quyet"


def test_26_a_refused_self_criticism_is_minuted_and_blocks_nothing(world):
    world.cell_of(9)
    matter = in_the_cell(world, until="plan")
    matter.take("record_no_self_criticism", by="hieu", on=OPENED)
    matter.take("proceed_without_self_criticism", by="hieu", on=OPENED)
    matter.take("hear", by="hieu", on=OPENED)
    meeting = world.meets("chi_bo_truong", "hieu", OPENED, matter.case)
    matter.answer(LIGHT, on=OPENED)

    matter.vote("vote_to_decide", meeting, khien_trach=9)
    record = matter.take("compare_limitation", by="hieu", on=OPENED)

    minutes = RecordPaper.objects.get(record_id=record.pk).paper.values
    assert minutes["self_criticism"][0] == "Đảng viên không tự kiểm điểm, đã lập biên bản"


def test_30_a_signer_signs_returns_or_puts_it_to_another_vote_and_never_refuses(world):
    matter = level_by_level(world, until="compare_limitation")
    matter.take("draft_decide", by="soan", on=SERVED)
    draft = matter.case.filerows.filter(kind="trinh_ky").latest("number").number
    offered = services.catalogue.get("P5.DV").steps
    at_the_vote = {code for code, step in offered.items() if "da_bieu_quyet" in step.source}
    assert not {code for code in at_the_vote if "refuse" in code}

    matter.take("return_draft", by="ky", on=SERVED, draft=draft, reason="Khác biên bản.")
    with refused_whole("Chưa có dự thảo trình ký"):
        matter.take("decide", by="ky", on=SERVED)
    matter.take("vote_again", by="ky", on=SERVED)

    assert matter.stage == "da_nghe"


def test_30_voting_again_takes_another_meeting_and_keeps_both_minutes(world):
    matter, meeting = of_a_cell(world, 9)
    matter.vote("vote_to_decide", meeting, khien_trach=9)
    matter.take("vote_again", by="hieu", on=OPENED)

    with refused_whole("Cuộc họp này đã bỏ phiếu về hồ sơ này"):
        matter.vote("vote_to_decide", meeting, khien_trach=9)
    another = world.meets("chi_bo_truong", "hieu", OPENED + timedelta(days=1), matter.case)
    matter.answer(CUMULATION, on=another.on)
    matter.vote("vote_to_decide", another, canh_cao=9)

    rows = matter.case.filerows.filter(kind="bo_phieu", superseded_by=None).order_by("number")
    assert [row.facts["form"] for row in rows] == ["khien_trach", "canh_cao"]


# Limits of time


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
