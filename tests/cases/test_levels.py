"""Which bodies may propose and decide: those of the member's own line, from below, each once."""

from datetime import date

import pytest

from cases import services
from cases.models import Participant
from registry.models import Membership, Organisation, Placement
from registry.provinces import load
from tests.cases.supervision import refused

DAY = date(2026, 3, 4)


@pytest.fixture
def province(db):
    return load("mau_giang", code="ke")


def _taken_up(province, proposing, deciding, subject="thu", route="tu_phat_hien"):
    return services.open_case(
        "P5.DV", body=province.bodies["ubkt_an"], subjects=[province.people[subject]],
        actor=province.people["soan"], acted_on=DAY, today=DAY,
        inputs={
            "route": route, "theme": "việc", "violation": "Việc đã kết luận.",
            "proposing": [province.bodies[name].pk for name in proposing],
            "deciding": province.bodies[deciding].pk,
        },
    )  # fmt: skip


def test_the_levels_of_the_members_own_line_take_part(province):
    case = _taken_up(province, ["chi_bo_xuong", "dang_uy_hoa"], "btv_an")

    taking_part = Participant.objects.filter(case=case).values_list("body", flat=True)
    assert set(taking_part) == {
        province.bodies[name].pk for name in ("chi_bo_xuong", "dang_uy_hoa", "btv_an")
    }


@pytest.mark.parametrize(
    ("proposing", "deciding"),
    [
        (["chi_bo_truong"], "btv_an"),  # another cell
        (["dang_uy_hoa", "chi_bo_xuong"], "btv_an"),  # from above
        (["chi_bo_xuong"], "ubkt_thuong"),  # a body of another line
        (["dang_uy_hoa"], "chi_bo_xuong"),  # a decision below the proposal
    ],
)
def test_no_other_body_is_asked(province, proposing, deciding):
    with refused("tổ chức quản lý đảng viên này, xếp từ dưới lên"):
        _taken_up(province, proposing, deciding)


def test_who_decides_does_not_propose_too(province):
    with refused("không thể vừa là cấp đề nghị"):
        _taken_up(province, ["chi_bo_xuong", "btv_an"], "btv_an")


# An organisation


def _organisation_taken_up(province, body, about, proposing, deciding):
    return services.open_case(
        "P5.TC", body=province.bodies[body], subjects=[province.organisations[about]],
        actor=province.people["hoa_bt" if body == "dang_uy_hoa" else "soan"], acted_on=DAY, today=DAY,
        inputs={
            "route": "tu_phat_hien", "theme": "việc", "violation": "Việc đã kết luận.",
            "proposing": [province.bodies[name].pk for name in proposing],
            "deciding": province.bodies[deciding].pk,
        },
    )  # fmt: skip


def test_an_organisation_is_considered_by_those_above_it(province):
    case = _organisation_taken_up(province, "ubkt_an", "xuong", ["dang_uy_hoa"], "btv_an")

    taking_part = Participant.objects.filter(case=case).values_list("body", flat=True)
    assert set(taking_part) == {province.bodies[name].pk for name in ("dang_uy_hoa", "btv_an")}


@pytest.mark.parametrize(
    ("body", "proposing", "deciding", "because"),
    [
        ("ubkt_an", ["chi_bo_xuong"], "btv_an", "cấp trên của tổ chức đảng này, xếp từ dưới lên"),
        ("ubkt_an", ["dang_uy_hoa"], "chi_bo_truong", "cấp trên của tổ chức đảng này"),
        ("dang_uy_hoa", [], "btv_an", "không phải cơ quan cấp trên của tổ chức đảng được xem xét"),
    ],
    ids=["itself", "another line", "its own committee"],
)
def test_an_organisation_neither_considers_itself_nor_is_considered_from_elsewhere(
    province, body, proposing, deciding, because
):
    about = "hoa" if body == "dang_uy_hoa" else "xuong"

    with refused(because):
        _organisation_taken_up(province, body, about, proposing, deciding)


def test_a_level_may_be_added_later_and_what_was_said_at_first_goes_on(province):
    case = _taken_up(province, ["chi_bo_xuong"], "btv_an")
    ids = {name: body.pk for name, body in province.bodies.items()}
    more = {
        "proposing": [ids["chi_bo_xuong"], ids["dang_uy_hoa"]], "deciding": ids["btv_an"],
        "reason": "Đảng viên còn sinh hoạt ở đảng ủy này.",
    }  # fmt: skip

    services.take_step(
        case, "change_levels", actor=province.people["soan"], acted_on=DAY, inputs=more, today=DAY
    )

    row = case.filerows.filter(kind="cac_cap").latest("number")
    assert row.facts["route"] == "tu_phat_hien"
    assert row.facts["proposing"] == more["proposing"]
    taking_part = Participant.objects.filter(case=case).values_list("body", flat=True)
    assert set(taking_part) == {ids[name] for name in ("chi_bo_xuong", "dang_uy_hoa", "btv_an")}


def test_the_committee_of_an_organisation_that_was_merged_is_told_who_goes_on(province):
    """The commune of 2017 went on as another on 1/7/2025: its committees act no more."""
    with refused("đã kết thúc hoạt động ngày 30/06/2025") as caught:
        _taken_up(province, [], "ubkt_thuong", subject="ban")

    (ended,) = [one for one in caught.value.reasons if one.rule == "levels.ended"]
    assert ended.remedy == "Chọn cơ quan của tổ chức kế thừa: Đảng ủy xã Mẫu An."
    assert _taken_up(province, [], "ubkt_an", subject="ban").participants.count() == 1


def test_a_violation_found_after_a_move_goes_to_the_direct_common_superior(province):
    """From one cell of the firm to another: the firm's committee is above both, the commune only above that."""
    moved = province.people["xuong3"]
    old = Membership.objects.get(person=moved)
    with refused("không ghi đảng viên này đã chuyển sinh hoạt"):
        _taken_up(province, [], "btv_an", subject="xuong3", route="da_chuyen_noi_khac")
    other = Organisation.objects.create(
        code="ke-xuong-3",
        kind="chi_bo",
        name="Chi bộ Phân xưởng 3",
        place="Mẫu An",
        first_day=old.first_day,
    )
    Placement.objects.create(
        organisation=other, parent=province.organisations["hoa"], first_day=old.first_day
    )
    Membership.objects.filter(pk=old.pk).update(last_day=date(2025, 12, 31))
    new = Membership.objects.create(
        person=moved, cell=other, status="chinh_thuc", first_day=date(2026, 1, 1)
    )

    with refused("cấp trên trực tiếp chung xem xét") as caught:
        _taken_up(province, [], "btv_an", subject="xuong3", route="da_chuyen_noi_khac")
    (common,) = [one for one in caught.value.reasons if one.rule == "levels.common_superior"]
    assert common.remedy == "Mở hồ sơ ở cơ quan của Đảng ủy cơ sở Công ty cổ phần Mẫu Hòa."
    assert common.citation == "296-QĐ/TW Điều 12"

    Membership.objects.filter(pk=new.pk).update(cell=province.organisations["truong"])
    case = _taken_up(province, [], "btv_an", subject="xuong3", route="da_chuyen_noi_khac")
    assert case.body == province.bodies["ubkt_an"]
