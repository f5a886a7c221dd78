"""Scenarios of authority and level: who may decide, who only reports, who steps in."""

from datetime import date

import pytest

from cases import services
from cases.models import Case
from cases.reading import Reader, read_file
from cases.refused import StepRefused
from cases.stories import a_inspection, a_supervision, documents
from registry.models import Body, Placement, Post, Term
from registry.provinces import load
from tests.cases.discipline import (
    DECIDED,
    DECIDES,
    HEARD,
    LIGHT,
    OPENED,
    POWER,
    SAID,
    WORKING_RULES,
    Matter,
    in_the_cell,
    level_by_level,
    refused_whole,
    team_of,
)
from tests.cases.inspections import InACell, opened
from tests.cases.supervision import refused
from tests.cases.test_inspection import Quiet
from tests.scenarios.matters import BASE_OF_CELL, body_of, words_of
from workflows.conditions import file as rules
from workflows.conditions import powers
from workflows.facts import Facts
from workflows.way_forward import way_forward

SENT = {"violation": "Không làm nhiệm vụ được giao.", "attached": "Bản tự kiểm điểm"}


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


@pytest.mark.parametrize(
    ("scope", "rule", "day"),
    [
        ("can_bo_cap_tren", "authority.signs_inspection.chi_bo_limit", date(2026, 4, 20)),
        ("nhiem_vu_cap_tren", "authority.signs_inspection.chi_bo_scope", date(2026, 3, 4)),
    ],
)
def test_10_a_cell_does_not_inspect_what_is_managed_above_but_reports_in_writing(
    world, scope, rule, day
):
    world.cell_of(9)
    cell = world.bodies["chi_bo_truong"]
    matter = opened(
        world,
        "P3.CB",
        world.who("m2"),
        body=cell,
        hands=InACell,
        on=day,
        step="screen",
        scope=scope,
    )
    matter.does("propose", on=day, scope=scope)
    matter.take("draft_decide", by="m1", on=day, **matter.plan)

    with refused_whole("Chi bộ không kiểm tra") as caught:
        matter.take("decide", by="hieu", on=day)
    reason = next(one for one in caught.value.reasons if one.rule == rule)
    assert reason.citation
    assert "“Báo cáo cấp có thẩm quyền”" in reason.remedy
    ahead = way_forward(matter.case_procedure, facts_of(matter), day)
    assert [one.step.code for one in ahead.steps] == ["refer_up", "hand_up"]

    matter.does("refer_up", on=day)
    matter.numbered(on=day).does("hand_up", on=day)
    assert matter.stage == "cap_tren_xem_xet"
    assert matter.kinds() == ["BC-06.KT.CB"]
    said = words_of(matter.case.papers.get(paper__kind="BC-06.KT.CB").paper)
    assert "Chi bộ không kiểm tra việc này mà báo cáo bằng văn bản" in said


def facts_of(matter):
    """The file as its secretary finds it."""
    secretary = matter.world.who(matter.signer).pk
    day = matter.case.opened_on
    return read_file(matter.case.pk, Reader(secretary, day, day)).facts


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


def test_nothing_found_by_supervision_is_taken_to_discipline_without_an_inspection(db):
    province = load("mau_giang", code="gs")
    supervision = Quiet(lambda _line: None, "")
    a_supervision.tell(supervision, province)
    body, day = province.bodies["ubkt_thuong"], date(2017, 11, 2)

    for step in ("take_up", "go_on"):
        with pytest.raises(StepRefused) as told:
            services.open_case(
                "P5.DV", step=step, origin=supervision.case, body=body, subjects=[province.people["ban"]],
                actor=province.people["kiem"], acted_on=day, today=day,
                inputs={**SAID["take_up"], "deciding": body.pk},
            )  # fmt: skip

        (reason,) = [one for one in told.value.reasons if one.rule == "origin.leads_elsewhere"]
        assert reason.text == (
            "Hồ sơ “Giám sát chuyên đề” không dẫn thẳng đến “Xem xét, thi hành kỷ luật đảng viên”."
        )
        assert reason.remedy == (
            "Từ hồ sơ này chỉ mở: “Kiểm tra khi có dấu hiệu vi phạm”; hoặc mở hồ sơ mới không dẫn từ hồ sơ này."
        )


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
    matter.take("compare_limitation", by="soan", on=DECIDED)
    matter.sign("decide", draft="soan", by="chu", on=DECIDED)
    matter.number(on=DECIDED).take("hand_over", by="chu", on=DECIDED)
    assert matter.stage == "da_cong_bo"
    decision = matter.case.papers.get(paper__kind="QD-04").paper
    assert (decision.body_id, decision.number_text) == (own, "02-QĐ/UBKTĐU")


@pytest.fixture
def commune_of_2021(world):
    """The base committee of Mẫu Thượng with an inspection committee of the term 2020–2025."""
    body = world.bodies["ubkt_thuong"]
    Term.objects.create(body=body, name="2020–2025", first_day=date(2020, 7, 1))
    for short, position in (
        ("kiem", "chu_nhiem"), ("xet", "pho_chu_nhiem"), ("vi", "uy_vien"), ("lo", "uy_vien"), ("the", "van_thu"),
    ):  # fmt: skip
        Post.objects.create(
            person=world.who(short), body=body, position=position, first_day=date(2020, 7, 1)
        )
    return world


def before_the_base_committee(world, subject, day):
    """A member before that committee itself, heard."""
    body = world.bodies["ubkt_thuong"]
    case = services.open_case(
        "P5.DV", body=body, subjects=[world.who(subject)], actor=world.who("vi"), acted_on=day, today=day,
        inputs={**SAID["take_up"], "deciding": body.pk},
    )  # fmt: skip
    matter = Matter(world, case)
    matter.sign("assign_team", draft="vi", by="kiem", on=day, team=team_of(world, "xet", "lo"))
    for step in ("present", "receive_self_criticism", "appraise", "hear"):
        matter.take(step, by="xet", on=day)
    return matter


def test_04_a_base_inspection_committee_reprimands_from_28_july_2021_and_not_a_day_before(
    commune_of_2021,
):
    world, days = commune_of_2021, (date(2021, 7, 27), date(2021, 7, 28))
    matter = before_the_base_committee(world, "ban", days[0])
    source = documents.sample("thoi_hieu_va_bieu_quyet_2017")
    for asked in (LIGHT, "vote.base.committee"):
        matter.answer(asked, on=days[0], by="kiem", source=source)

    early, later = (world.meets("ubkt_thuong", "xet", day, matter.case) for day in days)
    with refused_whole("không có thẩm quyền kỷ luật") as caught:
        matter.vote("vote_to_decide", early, khien_trach=4)
    assert "authority.ubkt_dang_uy_co_so" in {r.rule for r in caught.value.reasons}
    matter.vote("vote_to_decide", later, khien_trach=4)

    assert matter.laid("bo_phieu")["form"] == "khien_trach"
    hits = {hit["rule"]: hit for hit in matter.case.history.get(step="vote_to_decide").hits}
    assert hits["authority.ubkt_dang_uy_co_so"]["confidence"] == "one_text"


def test_05_a_base_inspection_committee_does_not_warn_a_member_of_its_own_committee(
    commune_of_2021,
):
    world, day = commune_of_2021, date(2022, 3, 7)
    committee = Body.objects.create(
        organisation=world.province.organisations["thuong"], kind="cap_uy", name="Đảng ủy xã Mẫu Thượng",
        symbol="ĐU", issuing_line="ĐẢNG ỦY XÃ MẪU THƯỢNG", first_day=date(2015, 1, 1),
    )  # fmt: skip
    Post.objects.create(
        person=world.who("ban"), body=committee, position="uy_vien", first_day=date(2020, 7, 1)
    )
    matter = before_the_base_committee(world, "ban", day)
    matter.answer("vote.base.committee", on=day, by="kiem")
    meeting = world.meets("ubkt_thuong", "xet", day, matter.case)

    with refused_whole("không có thẩm quyền kỷ luật") as caught:
        matter.vote("vote_to_decide", meeting, canh_cao=4)

    (reason,) = caught.value.reasons
    assert reason.remedy == "Đề nghị lên cấp có thẩm quyền."
    assert "22-QĐ/TW" in reason.citation


def test_05_a_committee_member_who_left_office_is_judged_as_when_in_office(commune_of_2021):
    """Retired since: the register knows no office any more, the file says which one it was."""
    world, day = commune_of_2021, date(2022, 3, 7)
    body = world.bodies["ubkt_thuong"]
    case = services.open_case(
        "P5.DV", body=body, subjects=[world.who("ban")], actor=world.who("vi"), acted_on=day, today=day,
        inputs={**SAID["take_up"], "deciding": body.pk, "judged_as": "cap_uy_vien"},
    )  # fmt: skip

    facts = read_file(case.pk, Reader(world.who("vi").pk, day, day)).facts

    assert facts.subjects[0].category == "dang_vien"
    judged = powers.PowerGuard(**{**vars(powers.may_discipline), "form": "canh_cao"}).judge(facts)
    assert judged.reason.rule == "authority.ubkt_dang_uy_co_so"
    hits = case.history.get(step="take_up").hits
    assert "scope.left_or_retired" in {hit["rule"] for hit in hits}


def test_06_a_base_committee_expels_until_the_last_day_of_its_delegation(world):
    """Given from 1/7/2025, called back from 27/3/2026: the day before is its last."""
    last = date(2026, 3, 26)
    committee = world.bodies["dang_uy_hoa"].pk
    matter = level_by_level(
        world, until="cell_sends", proposing=[world.bodies["chi_bo_xuong"].pk], deciding=committee
    )
    matter.take("appraise", by="soan", on=date(2026, 3, 18))
    matter.take("hear", by="hoa_bt", on=HEARD)
    ours = world.meets("ubkt_an", "soan", HEARD, matter.case, purpose="de_nghi")
    matter.vote("vote_to_submit", ours, khai_tru=5)
    matter.sign("submit", draft="soan", by="chu", on=HEARD)
    on_the_last_day, a_day_late = (
        world.meets("dang_uy_hoa", "hoa_bt", day, matter.case) for day in (last, DECIDED)
    )
    with refused_whole("Chưa xác định được thẩm quyền"):  # nothing says that it was delegated
        matter.vote("vote_to_decide", on_the_last_day, khai_tru=9)
    given = {"document": "15-QĐ/ĐU", "first_day": "2025-07-01"}
    matter.take("record_delegation", by="hoa_bt", on=HEARD, **given)
    matter.take("record_delegation", by="hoa_bt", on=DECIDED, **given, last_day=last.isoformat())

    with refused_whole("không có thẩm quyền") as caught:
        matter.vote("vote_to_decide", a_day_late, khai_tru=9)
    assert caught.value.reasons[0].remedy == "Việc ủy quyền không có hiệu lực trong ngày họp."
    assert "294-QĐ/TW mục 22.1–22.2" in caught.value.reasons[0].citation
    matter.vote("vote_to_decide", on_the_last_day, khai_tru=9)
    assert matter.laid("bo_phieu")["form"] == "khai_tru"


def test_02_a_cell_only_proposes_about_a_task_given_from_above_and_sends_the_whole_vote(world):
    day, by = date(2022, 3, 7), {"by": "luong"}
    district = body_of(world, "cap_uy", "huyen", "Huyện ủy Mẫu Tây")
    Post.objects.create(
        person=world.who("doai1"), body=district, position="uy_vien", first_day=date(2015, 7, 1)
    )
    cell = world.bodies["chi_bo_doai"]
    Term.objects.create(body=cell, name="2020–2025", first_day=date(2020, 3, 1))
    for short, position in (("luong", "bi_thu"), ("quach", "pho_bi_thu")):
        Post.objects.create(
            person=world.who(short), body=cell, position=position, first_day=date(2020, 3, 1)
        )
    case = services.open_case(
        "P5.CB", body=cell, subjects=[world.who("doai1")], actor=world.who("quach"), acted_on=day,
        inputs={**SAID["take_up"], "scope": "superior_task"}, today=day,
    )  # fmt: skip
    matter = Matter(world, case)
    matter.sign("plan", draft="quach", on=day, **by)
    matter.take("receive_self_criticism", on=day, **by)
    matter.take("hear", on=day, **by)
    meeting = world.meets("chi_bo_doai", "luong", day, matter.case)
    Post.objects.create(
        person=world.who("kiem"), body=world.bodies["ubkt_thuong"], position="chu_nhiem",
        first_day=date(2020, 7, 1),
    )  # fmt: skip
    matter.answer(BASE_OF_CELL, on=day, by="kiem")

    with refused_whole("chỉ được đề nghị") as caught:
        matter.vote("vote_to_decide", meeting, canh_cao=16, khien_trach=2)
    (reason,) = caught.value.reasons
    assert "22-QĐ/TW Điều 11" in reason.citation
    assert reason.remedy == "Gửi đề nghị kèm toàn bộ kết quả biểu quyết lên cấp có thẩm quyền."
    matter.vote("vote_to_propose", meeting, canh_cao=16, khien_trach=2)
    matter.sign("send_proposal", draft="quach", on=day, addressee="Huyện ủy Mẫu Sơn", **SENT, **by)

    assert matter.stage == "da_de_nghi"
    sent = words_of(matter.case.papers.get(paper__kind="BC-03.CB").paper)
    assert "Huyện ủy Mẫu Sơn" in sent
    assert "16" in sent
