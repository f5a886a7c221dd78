"""Inspections of an organisation, by a cell, and with a finding in every ending: through the real door to the end."""

from datetime import date

import pytest

from cases.endings import Ending, ending_of
from cases.models import Case, RecordPaper
from cases.verification import verify
from desk.gathering.case import case_page
from permissions.ways import Part
from registry.models import Post
from tests.cases.discipline import World, refused_whole
from tests.cases.inspections import DAY, DEMAND, InACell, InACommittee, opened
from tests.cases.supervision import refused
from tests.scenarios.matters import body_of
from workflows import catalogue
from workflows.paths import ways_to

GROUNDS = {"grounds": "Nhận định của ủy ban."}


@pytest.fixture
def world(db) -> World:
    return World("kt")


def values_of(record):
    return RecordPaper.objects.get(record_id=record.pk).paper.values


# An organisation


def test_an_organisation_is_inspected_to_the_end_and_its_head_answers_in_the_same_case(world):
    cell = world.province.organisations["xuong"]
    matter = opened(world, "P3.TC", cell, step="screen")
    matter.does("propose")
    matter.goes("decide", "prepare", "open")
    matter.does("receive_explanation", agreed_by="Hội nghị chi bộ ngày 03/3/2026")
    matter.goes("verify", "record_finding", "exchange")

    with refused_whole("Số người dự vượt số thành viên"):
        matter.does("confer", called_count=14, present_count=15)
    minutes = matter.does(
        "confer", called_count=14, present_count=13, absent="Lộc Văn Mẫu Oanh, ốm"
    )
    assert values_of(minutes)["roll"] == {"called": 14, "present": 13}
    matter.goes("finalise", "consider_result")

    # Nothing is concluded against it, nor submitted, before its head was looked at.
    asked = {"asked_body": "Đảng ủy cơ sở Công ty cổ phần Mẫu Hòa", "due": "2026-05-31", **GROUNDS}
    with refused_whole("Chưa ghi trách nhiệm của người đứng đầu") as caught:
        matter.does("ask_lower_body", finding=1, **asked)
    assert "07-QĐi/TW Điều 3.6" in caught.value.reasons[0].citation
    with refused_whole("Chưa ghi trách nhiệm của người đứng đầu"):
        matter.take("draft_conclude", by="soan", on=DAY)
    matter.does("record_head", head="Hứa Văn Mẫu Trưởng, Bí thư Chi bộ")
    matter.does("ask_lower_body", finding=1, **asked)
    notice = matter.does("conclude")
    assert "Hứa Văn Mẫu Trưởng" in values_of(notice)["head_answers"][0]

    matter.numbered().goes("announce")
    said = {"finding": 1, "result": "canh_cao", "decision": "02-QĐ/ĐU"}
    matter.take("record_discipline", by="soan", on=DAY, **said)
    matter.does("close")

    assert matter.stage == "da_luu"
    assert matter.kinds() == ["QD-01.KT.TC", "KH-01.KT.TC", "BC-02.KT.TC", "TB-01.KT.TC"]
    assert not verify().faults


def test_an_organisation_is_neither_deferred_nor_exempted_and_may_be_dissolved():
    findings = catalogue.get("P3.TC").findings

    assert not {"defer", "end_deferral", "exempt"} & set(findings.steps)
    (result,) = [one for one in findings.steps["record_discipline"].inputs if one.name == "result"]
    assert [code for code, _label in result.options] == ["khien_trach", "canh_cao", "giai_tan"]


# A cell


def test_a_cell_inspects_its_member_meets_once_and_concludes(world):
    world.cell_of(9)
    matter = opened(
        world, "P3.CB", world.who("m2"), body=world.bodies["chi_bo_truong"], hands=InACell, scope="pham_chat",
    )  # fmt: skip
    matter.goes("decide")
    assert [one.paper.kind for one in matter.case.papers.order_by("paper_id")][1:] == [
        "KH-01.KT.CB"
    ]
    matter.goes("prepare", "open", "record_refusal")
    matter.take("proceed_without_explanation", by="m3", on=DAY)
    matter.goes("verify", "record_finding", "exchange", "finalise")
    with refused_whole("không khớp với số ủy viên"):
        matter.does("consider_result", present=10, yes=10)
    minutes = matter.does("consider_result", present=8, yes=5)
    assert values_of(minutes)["attendance"] == {"called": 9, "present": 8}

    matter.does("find_no_violation", finding=1, **GROUNDS)
    matter.does("conclude")
    letterhead = matter.case.papers.get(paper__kind="BC-02.KT.CB").paper.values["letterhead"]
    assert letterhead["issuing_line"] == "TỔ KIỂM TRA"
    matter.numbered().goes("announce")
    matter.does("close")

    assert matter.stage == "da_luu"
    assert matter.kinds() == ["KH-01.KT.CB", "BC-02.KT.CB", "TB-01.KT.CB"]


# A committee, and the levels above


def test_a_committee_inspects_by_its_secretary(world):
    matter = opened(
        world, "P3.CU", world.who("xuong5"), body=world.bodies["dang_uy_hoa"], hands=InACommittee
    )
    matter.goes("decide")

    signed = matter.case.papers.get(paper__kind="QD-01.KT").paper
    assert signed.signed_by == world.who("hoa_bt")
    with refused_whole("Chỉ bí thư hoặc phó bí thư"):
        matter.take("drop", by="chu", on=DAY, reason="Chưa đủ dấu hiệu.")


def test_a_committee_of_the_province_needs_a_member_in_charge_and_a_director(world):
    province = body_of(world, "ubkt", "tinh", "Ủy ban Kiểm tra Tỉnh ủy Mẫu Tây")
    held = {"chu": "chu_nhiem", "doan": "pho_chu_nhiem", "tham": "uy_vien", "soan": "kiem_tra_vien"}
    for who, position in held.items():
        Post.objects.create(
            person=world.who(who), body=province, position=position, first_day=date(2025, 7, 1)
        )
    province.terms.create(name="2025–2030", first_day=date(2025, 7, 1))
    chief = Post(person=world.who("giam"), body=province, position="truong_phong", first_day=DAY)
    chief.save()
    with refused_whole("cấp tỉnh, Trung ương”"):
        opened(world, "P3.TW")
    matter = opened(world, "P3.TW", body=province, by="giam")

    with refused("Chưa có ý kiến đồng ý của thành viên phụ trách"):
        matter.goes("decide")
    seats = {"in_charge": world.who("tham").pk, "directed_by": world.who("doan").pk}
    matter.take("agree_to_inspect", by="doan", on=DAY, opinion="Đồng ý.", **seats)
    matter.take("decide", by="chu", on=DAY)

    assert matter.stage == "da_quyet_dinh"


# Beside the path


def test_what_comes_up_beside_the_path_lies_in_the_file_and_the_case_goes_on(world):
    matter = opened(world).goes("decide", "prepare", "open", "receive_explanation", "verify")
    matter.does("record_finding")
    matter.does("ask_suspension")
    matter.does("order_examination")
    matter.does("report_new_signs")
    matter.does("report_crime")
    matter.does("transfer_to_authorities")
    matter.answer("inspection.extension", on=DAY, value="1/3")
    matter.does("extend", days=5, reason="Chờ giám định.")
    lead, _secretary = matter.plan["team"]
    other = {"person": world.who("tra").pk, "role": "thu_ky_doan"}
    matter.does("change_team", reason="Thay thư ký.", team=[lead, other])
    matter.by |= dict.fromkeys(("exchange", "confer", "receive_examination"), "tra")
    matter.goes("exchange")
    matter.take("verify_again", by="doan", on=DAY)
    matter.goes("exchange", "confer")

    with refused_whole("chưa có kết quả"):
        matter.does("finalise")
    asked = matter.case.filerows.get(kind="giam_dinh").number
    matter.does("receive_examination", examination=asked)
    matter.goes("finalise", "consider_result")
    matter.does("find_no_violation", finding=1, **GROUNDS)
    matter.does("conclude")
    matter.numbered().goes("announce")
    for letter in ("ask_to_act", "align_discipline", "recommend_on_cadres"):
        matter.does(letter)
    matter.numbered()

    with refused_whole("dấu hiệu vi phạm của đối tượng khác chưa được quyết định"):
        matter.does("close")
    signs = matter.case.filerows.get(kind="dau_hieu_moi").number
    matter.does("answer_new_signs", signs=signs)
    with refused_whole("đã được quyết định"):
        matter.does("answer_new_signs", signs=signs)
    matter.does("close")

    assert matter.stage == "da_luu"
    assert set(matter.kinds()) >= {
        "CV-01.GD",
        "CV-01.CT",
        "CV-01.PHX",
        "CV-01.DB",
        "CV-01.KN",
        "QD-02.KT",
    }


def test_a_sign_outside_its_competence_is_referred_upward_and_the_file_ends(world):
    matter = opened(world, step="screen")
    matter.does("refer_up")
    with refused_whole("chưa lấy số"):
        matter.does("hand_up")
    matter.numbered().does("hand_up")

    assert matter.stage == "cap_tren_xem_xet"
    assert matter.kinds() == ["BC-06.KT"]


# Every violation ends in exactly one way


STAGES = sorted(
    {
        (procedure.findings, stage)
        for procedure in catalogue.DECLARED
        if procedure.findings
        for stage in ways_to(
            procedure.findings, [one for one in procedure.findings.steps.values() if one.moves]
        )
    },
    key=lambda one: (one[0].__name__, one[1]),
)
#: Found good, found short of a violation, or not concluded: these alone end in no way.
NO_VIOLATION = {
    "xem_xet", "c0", "c1", "co_dau_hieu", "dh", "khong_kiem_tra", "chuyen",
    "sai", "khong_co_so", "nd_da_rut",
}  # fmt: skip


@pytest.mark.parametrize(
    ("machine", "stage"), STAGES, ids=lambda one: getattr(one, "__name__", one)
)
def test_every_stage_a_finding_can_reach_ends_in_one_way_or_is_no_violation(machine, stage):
    ending = ending_of(stage)

    assert (ending is None) == (stage in NO_VIOLATION)
    if ending in (Ending.BELOW, Ending.EXEMPTED, Ending.TIME_BARRED, Ending.DISCIPLINED):
        assert machine.is_final(stage)
    elif ending:
        assert not machine.is_final(stage)


def test_one_case_with_a_finding_in_every_ending(world):
    matter = opened(world).goes("decide", "prepare", "open", "receive_explanation", "verify")
    for number in range(1, 9):
        matter.does("record_finding", content=f"Nội dung thứ {number}.")
    matter.goes("exchange", "confer", "finalise", "consider_result")
    matter.does("find_no_violation", finding=1, **GROUNDS)
    matter.does("find_violation_below_discipline", finding=2, **GROUNDS, **DEMAND)
    with refused_whole("phải nêu văn bản làm căn cứ"):
        matter.does("exempt", finding=3, cause="khac", **GROUNDS)
    matter.does("exempt", finding=3, cause="lenh_sai", **GROUNDS)
    for finding in (4, 7, 8):
        matter.does(
            "ask_lower_body",
            finding=finding,
            asked_body="Chi bộ Phân xưởng 2",
            due="2026-05-31",
            **GROUNDS,
        )
    matter.does("propose_up", finding=6, **GROUNDS)
    with refused_whole("Quy định vào ngày họp không có lý do này"):
        matter.does(
            "defer",
            finding=5,
            cause="thai_san",
            deferred_from="2026-03-01",
            proof="Giấy",
            **GROUNDS,
        )
    matter.does("defer", finding=5, cause="mang_thai", deferred_from="2026-03-01",
                expected_until="2026-09-30", proof="Giấy khám thai", **GROUNDS)  # fmt: skip
    matter.does("conclude")
    matter.does("send_request")
    matter.numbered().goes("announce")
    matter.take("record_time_barred", by="soan", on=DAY, finding=7, **GROUNDS)
    matter.take(
        "record_discipline", by="soan", on=DAY, finding=8, result="khien_trach", decision="01-QĐ/CB"
    )

    assert matter.outcomes == ["c0", "c2", "c6_mien", "c3b", "c6", "c4", "c5", "da_ky_luat"]
    endings = [ending_of(stage) for stage in matter.outcomes]
    assert endings[0] is None
    assert set(endings[1:]) == set(Ending)  # seven findings, seven ways, none blank
    page = case_page(matter.case, world.who("soan"), DAY, "findings", frozenset(Part))
    assert [row.ending and row.ending.text for row in page.findings] == [
        ending and ending.label for ending in endings
    ]
    deadlines = {d.name: d.last_day for d in Case.objects.get(pk=matter.case.pk).deadlines.all()}
    assert deadlines["chua_xem_xet_5"] == date(2026, 9, 30)
    with refused_whole("chưa có kết quả cuối cùng"):
        matter.does("close")
