"""Several files handed to a colleague and received by him: each its own deed, each with its own result."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cases.models import FileRow
from tests.cases.supervision import Supervision, lay_province

PAGE = "handing-over"


def signed_in(supervision: Supervision, short: str) -> Client:
    person = supervision.who(short)
    person.account = get_user_model().objects.create_user(f"giao-{short}")
    person.save()
    client = Client()
    client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")
    return client


def test_files_are_handed_over_and_received_each_with_its_own_result(db):
    supervision = Supervision(lay_province())
    supervision.goes_to("open")
    ref, url = supervision.case.reference, reverse(PAGE)
    giver, receiver = signed_in(supervision, "canbo"), signed_in(supervision, "uyvien2")
    said = {
        "deed": "hand_over_file", "key": "mot-lan", "to": supervision.who("uyvien2").pk,
        "reason": "Chuyển công tác.", "left": "Nhận báo cáo của chi bộ.",
    }  # fmt: skip

    assert ref in giver.get(url).content.decode()
    nothing = giver.post(url, said)
    assert nothing.status_code == 422
    assert "Chưa chọn hồ sơ nào." in nothing.content.decode()

    done = giver.post(url, {**said, "chosen": [ref, "GS-2099-0001"]}).context["page"]
    assert [row.status.text for row in done.rows] == [
        "Đã bàn giao, chờ người nhận", "Không thực hiện",
    ]  # fmt: skip
    assert "không còn ở đây" in done.rows[1].reasons[0].text
    again = giver.post(url, {**said, "chosen": [ref]}).context["page"]
    assert again.done == 1
    assert FileRow.objects.filter(case=supervision.case, kind="ban_giao").count() == 1
    other = giver.post(url, {**said, "key": "lan-khac", "chosen": [ref]}).context["page"]
    assert "Còn một lần bàn giao" in other.rows[0].reasons[0].text

    received = {"deed": "receive_file", "key": "nhan", "chosen": [ref]}
    assert receiver.post(url, received).status_code == 422
    page = receiver.post(url, {**received, "whole": "on"}).context["page"]
    assert [row.status.text for row in page.rows] == ["Đã nhận"]
    assert FileRow.objects.filter(case=supervision.case, kind="nhan_ban_giao").exists()
