"""Routes on the screens: laid down, gone level by level, and several drafts decided with one press."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from cases.models import ApprovalRoute, FileRow, StepRecord
from tests.cases.supervision import TODAY, Supervision
from tests.cases.test_approval_routes import asks, passes, routed, submits
from tests.desk.test_approvals import LIST, Office

ROUTES = reverse("approval-routes")
AT_ONCE = reverse("approvals-at-once")
LAID = {
    "paper": "", "stations": ["truong_phong", "ky_nhay"], "first_day": f"{TODAY:%d/%m/%Y}",
    "document": "Quy chế làm việc số 05 (mẫu)",
}  # fmt: skip


@pytest.fixture
def office(db):
    return Office()


@pytest.fixture
def on_route(office):
    """A notice on a route of chief and deputy."""
    routed(office.matter)
    submits(office.matter)
    return office


def test_a_leader_lays_a_route_down_and_sees_it_in_force(office):
    body = office.matter.province.bodies["ubkt"].pk

    office.client("phochunhiem").post(ROUTES, {**LAID, "body": body})

    page = office.client("phochunhiem").get(ROUTES).content.decode()
    assert "Đang áp dụng" in page
    assert "Quy chế làm việc số 05 (mẫu)" in page
    assert ApprovalRoute.objects.get().stations == ["ky_nhay", "truong_phong"]


def test_a_route_without_levels_is_refused_at_its_field(office):
    said = {**LAID, "stations": [], "body": office.matter.province.bodies["ubkt"].pk}

    answer = office.client("chunhiem").post(ROUTES, said)

    assert answer.status_code == 422
    assert "Chưa chọn cấp nào" in answer.content.decode()
    assert not ApprovalRoute.objects.exists()


def test_whoever_leads_no_body_lays_no_route(office):
    body = office.matter.province.bodies["ubkt"].pk

    assert "Bạn không đứng đầu cơ quan nào" in office.client("canbo").get(ROUTES).content.decode()
    assert office.client("canbo").post(ROUTES, {**LAID, "body": body}).status_code == 404


def test_each_level_sees_what_the_level_before_saw(on_route):
    assert "Đến cấp của bạn" in on_route.page("truongphong", "conclude")
    on_route.confirms("truongphong", "conclude")
    on_route.sends("truongphong", "conclude", "endorse_draft", opinion="Đủ căn cứ.")

    page = on_route.page("phochunhiem", "conclude")

    assert "Cấp trước đã xem" in page
    assert "Kiều Văn Thử Phòng" in page
    assert "Đúng bản đang chờ bạn" in page
    on_route.drafts_anew(faults="Ghi chép, theo dõi còn rất sơ sài.")
    page = on_route.page("truongphong", "conclude")
    assert "So với bản trình lần" in page
    assert "<ins>" in page


def test_opinions_are_asked_answered_and_shown(on_route):
    asks(on_route.matter, "uyvien", "uyvien2")
    on_route.sends("uyvien", "conclude", "give_opinion", view="dong_y")

    page = on_route.page("chunhiem", "conclude")

    assert "Ý kiến đã xin" in page
    assert "Đồng ý" in page
    assert "Chờ trả lời" in page


def test_a_station_returns_and_the_drafter_withdraws_on_the_page(on_route):
    on_route.sends("truongphong", "conclude", "return_draft", reason="Thiếu số liệu.")
    assert on_route.last() == "return_draft"
    on_route.drafts_anew()

    on_route.sends("canbo", "conclude", "withdraw_draft")

    assert on_route.last() == "withdraw_draft"


def test_a_return_without_a_reason_is_told_at_its_field(on_route):
    answer = on_route.sends("truongphong", "conclude", "return_draft")

    assert answer.status_code == 422
    assert on_route.last() == "draft_conclude"


def chosen(office, who):
    page = office.client(who).get(LIST).content.decode()
    key = re.search(r'name="key" value="([^"]+)"', page).group(1)
    return {"key": key, "read": "on", "chosen": re.findall(r'name="chosen" value="([^"]+)"', page)}


def second_file(office):
    other = Supervision(office.matter.province)
    other.matter.subject = "thon2"
    return other.goes_to("draft_decide")


def test_each_of_several_has_its_own_result_and_a_second_press_does_nothing_more(office):
    office.matter.goes_to("draft_conclude")
    other = second_file(office)
    office.page("chunhiem", "conclude")  # the other one is left unread
    said = chosen(office, "chunhiem")
    assert len(said["chosen"]) == 2

    asked = office.client("chunhiem").post(AT_ONCE, said)
    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    office.confirms("chunhiem", "conclude")
    answer = office.client("chunhiem").post(AT_ONCE, said)

    page = answer.content.decode()
    assert "Đã thực hiện 1 trên 2 dự thảo đã chọn." in page
    assert "Bạn chưa mở đúng bản này để đọc." in page
    assert office.last() == "conclude"
    records = StepRecord.objects.count()
    again = office.client("chunhiem").post(AT_ONCE, said).content.decode()
    assert "Đã thực hiện 1 trên 2 dự thảo đã chọn." in again
    assert StepRecord.objects.count() == records
    assert FileRow.objects.filter(case=other.case, kind="trinh_ky", superseded_by=None).exists()


def test_a_station_passes_several_after_one_confirmation(on_route):
    on_route.page("truongphong", "conclude")
    said = chosen(on_route, "truongphong")
    asked = on_route.client("truongphong").post(AT_ONCE, said)
    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    on_route.confirms("truongphong", "conclude")

    page = on_route.client("truongphong").post(AT_ONCE, said)

    assert "Đã thực hiện 1 trên 1" in page.content.decode()
    assert on_route.last() == "endorse_draft"


def test_what_one_may_not_see_is_answered_like_what_is_not_there(on_route):
    on_route.page("truongphong", "conclude")
    said = chosen(on_route, "truongphong")
    on_route.confirms("bithu", "conclude")
    answers = []
    for name in (said["chosen"][0], "GS-2026-9999:conclude:1:endorse_draft"):
        page = on_route.client("bithu").post(AT_ONCE, {**said, "chosen": [name]}).content.decode()
        answers.append("Không có dự thảo này." in page)
    assert answers == [True, True]
    assert on_route.last() == "draft_conclude"


def test_nothing_chosen_is_said_on_the_list(on_route):
    passes(on_route.matter, "truongphong")

    answer = on_route.client("phochunhiem").post(AT_ONCE, {"key": "k"})

    assert answer.status_code == 422
    assert "Chưa chọn dự thảo nào." in answer.content.decode()
