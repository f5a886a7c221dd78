"""The registers on the screen: what is lent, given as a task, awaited; narrowed, taken out, written down from there."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from openpyxl import load_workbook

from cases.models import ReadEntry
from registry import clock
from tests.cases.supervision import Supervision, lay_province


class Desk:
    """The office with its registers, as several people read them."""

    def __init__(self):
        self.province = lay_province()
        self.clients: dict[str, Client] = {}

    def client(self, who: str) -> Client:
        if who not in self.clients:
            person = self.province.people[who]
            person.account = get_user_model().objects.create_user(f"nguoi-{person.pk}")
            person.save()
            client = self.clients[who] = Client()
            client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")
        return self.clients[who]

    def reads(self, who: str, url: str) -> str:
        answer = self.client(who).get(url)
        assert answer.status_code == 200, answer.status_code
        main = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)
        assert main
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main[0])).split())

    def sheet(self, who: str, url: str) -> list[list[object]]:
        answer = self.client(who).post(url, {"purpose": "Kiểm tra sổ"})
        book = load_workbook(BytesIO(answer.content)).active
        return [[cell.value for cell in row] for row in book.iter_rows(min_row=3)]


@pytest.fixture
def desk(db):
    return Desk()


def test_empty_registers_say_how_they_begin_and_are_no_page_for_a_plain_member(desk):
    for kind in ("muon", "viec", "dong_bo", "rut_kinh_nghiem"):
        assert "Không có việc nào đang chờ" in desk.reads("vanthu", f"/theo-doi/{kind}/")
    assert desk.client("dangvien").get("/theo-doi/muon/").status_code == 404
    assert desk.client("vanthu").get("/theo-doi/khac/").status_code == 404
    assert 'href="/theo-doi/"' in desk.client("vanthu").get("/").content.decode()
    assert 'href="/theo-doi/"' not in desk.client("dangvien").get("/").content.decode()


def test_lessons_stand_in_the_register_until_reported_and_only_for_whoever_reads_the_file(desk):
    matter = Supervision(desk.province).goes_to("announce")
    late = (clock.today() - timedelta(days=3)).isoformat()
    said = {"addressee": "Chi bộ thôn Ba", "lessons": "Sổ ghi thiếu.", "requests": "Rà soát sổ."}
    matter.take("draft_notify_lessons", by="canbo", **said, report_by=late)
    matter.take("notify_lessons", by="chunhiem")

    seen = desk.reads("canbo", "/theo-doi/rut_kinh_nghiem/?tinh_trang=qua_han")
    assert "Rà soát sổ. Chi bộ thôn Ba" in seen
    assert "Quá hạn 3 ngày Ghi báo cáo rút kinh nghiệm" in seen
    assert "Rà soát" not in desk.reads("vanthu", "/theo-doi/rut_kinh_nghiem/")
    assert "Chờ báo cáo rút kinh nghiệm" in desk.reads("canbo", f"/ho-so/{matter.case.reference}/")

    asked = desk.client("canbo").get("/theo-doi/rut_kinh_nghiem/xuat/").content.decode()
    assert "1 dòng sổ" in asked
    rows = desk.sheet("canbo", "/theo-doi/rut_kinh_nghiem/xuat/")
    assert rows[1][0] == matter.case.reference
    assert rows[1][6] == "Quá hạn 3 ngày"
    assert ReadEntry.objects.filter(case=matter.case, purpose="Kiểm tra sổ").exists()
