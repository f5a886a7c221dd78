"""Which bodies may propose and decide: those of the member's own line, from below, each once."""

from datetime import date

import pytest

from cases import services
from cases.models import Participant
from registry.provinces import load
from tests.cases.supervision import refused

DAY = date(2026, 3, 4)


@pytest.fixture
def province(db):
    return load("mau_giang", code="ke")


def _taken_up(province, proposing, deciding):
    return services.open_case(
        "P5.DV", body=province.bodies["ubkt_an"], subjects=[province.people["thu"]],
        actor=province.people["soan"], acted_on=DAY, today=DAY,
        inputs={
            "route": "tu_phat_hien", "theme": "việc", "violation": "Việc đã kết luận.",
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
