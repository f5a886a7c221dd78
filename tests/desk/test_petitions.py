"""The incoming book on the screen: read by those who work for the body, entered from, narrowed, taken out."""

from __future__ import annotations

import html
import re
from io import BytesIO
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from cases.incoming_models import IncomingEntry
from cases.models import Case, ReadEntry
from registry import clock
from tests.cases.letters import ANONYMOUS, Letters
from tests.cases.supervision import ago, lay_province

WRITER = "Khổng Thị Uyển Nhi"


class Desk(Letters):
    """The office with its letters, and its pages as several people read them."""

    def __init__(self):
        super().__init__(lay_province())
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
        """The main part of a page as text."""
        answer = self.client(who).get(url)
        assert answer.status_code == 200, answer.status_code
        main = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)
        assert main
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main[0])).split())

    def presses(self, who: str, url: str, **said: object):
        today = f"{clock.today():%d/%m/%Y}"
        return self.client(who).post(url, {"key": uuid4().hex, "acted_on": today, **said})


@pytest.fixture
def desk(db):
    return Desk()


BOOK = "/don-thu/"


def test_an_empty_book_says_how_it_begins_and_leads_to_the_first_letter(desk):
    said = desk.reads("vanthu", BOOK)

    assert "Sổ chưa có đơn, thư nào" in said
    assert 'href="/don-thu/"' in desk.client("vanthu").get("/").content.decode()
    assert "/ho-so/moi/P0.TN/" in desk.client("vanthu").get(BOOK).content.decode()
    assert desk.client("dangvien").get(BOOK).status_code == 404
    assert 'href="/don-thu/"' not in desk.client("dangvien").get("/").content.decode()
    assert "/ho-so/moi/P0.TN/" not in desk.client("bithu2").get(BOOK).content.decode()  # of a cell


def test_a_clerk_enters_a_letter_through_the_page_and_it_stands_in_the_book(desk):
    body = desk.province.bodies["ubkt"].pk
    url = reverse("case-new", kwargs={"procedure": "P0.TN", "body": body})
    alias = desk.envelope().alias
    letter = {
        "source": "to_cao", "arrived_on": f"{ago(3):%d/%m/%Y}", "sender_kind": "niem_phong",
        "summary": "Việc giao khoán đất.", "secrecy": "khong_mat",
        "person": desk.province.people["dangvien"].pk,
    }  # fmt: skip
    named = desk.presses("vanthu", url, **letter, sender=WRITER)
    assert named.status_code == 422
    assert "phải thống nhất" in html.unescape(named.content.decode())

    answer = desk.presses("vanthu", url, **letter, envelope=alias.lower())
    case = Case.objects.get(procedure="P0.TN")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/ho-so/{case.reference}/")
    said = desk.reads("canbo", BOOK)
    for shown in (
        case.reference,
        f"{ago(3):%d/%m/%Y}",
        "Đơn tố cáo",
        f"bí danh {alias}",
        "Đã vào sổ",
    ):
        assert shown in said
    assert "số 01, ngày đến" in desk.reads("canbo", f"/ho-so/{case.reference}/")


def test_a_letter_goes_its_way_by_the_generic_pages(desk):
    case = desk.comes("to_cao", kind="khong_ro", about="dangvien")

    def step(who, code, **said):
        return desk.presses(who, f"/ho-so/{case.reference}/buoc/{code}/", **said)

    said = {
        "nature": "to_cao",
        "route": "lam_thong_tin",
        "competent": "Ủy ban Kiểm tra",
        **ANONYMOUS,
    }
    refused = step("canbo", "classify", **said)
    assert refused.status_code == 422
    assert step("canbo", "classify", **said, reason="Nội dung cụ thể.").status_code == 302
    agreed = {"route": "lam_thong_tin", "opinion": "Đồng ý."}
    assert step("uyvien", "decide_route", **agreed).status_code == 302
    used = {"used_for": "giam_sat", "assessment": "Có cơ sở.", "proposals": "Giám sát."}
    assert step("canbo", "keep_as_information", **used).status_code == 302

    said = desk.reads("canbo", f"/ho-so/{case.reference}/")
    assert "Dùng làm thông tin" in said
    assert "Thụ lý tố cáo" not in said  # the map shows the way that was decided
    page = desk.client("canbo").get(f"/ho-so/{case.reference}/").content.decode()
    onward = f"/ho-so/moi/P1.CD/{case.body_id}/?tu={case.reference}"
    assert onward in html.unescape(page)
    assert desk.client("canbo").get(onward).status_code == 200


def test_the_book_is_narrowed_by_year_and_words_with_or_without_marks(desk):
    desk.comes("khieu_nai", sender="Mai Thị Mẫu Dung")
    desk.comes(
        "bao_chi", kind="to_chuc", sender="Báo Thử Hà", arrived_on="2025-12-30", postmarked_on=None
    )

    assert "Báo Thử Hà" not in desk.reads("canbo", f"{BOOK}?nam=2026")
    assert "Mai Thị" not in desk.reads("canbo", f"{BOOK}?q=bao+thu")
    assert "Báo Thử Hà" in desk.reads("canbo", f"{BOOK}?loai=van_ban")
    assert "Mai Thị" not in desk.reads("canbo", f"{BOOK}?loai=van_ban")
    assert "Báo Thử Hà" not in desk.reads("canbo", f"{BOOK}?loai=don_thu")
    assert "Không tìm thấy đơn, thư nào" in desk.reads("canbo", f"{BOOK}?q=khong-co")
    assert "Mai Thị Mẫu Dung" in desk.reads("canbo", f"{BOOK}?nam=x&sau=y")


def test_the_accused_does_not_see_the_line_about_himself(desk):
    case = desk.comes("to_cao", about="uyvien")

    assert case.reference in desk.reads("canbo", BOOK)
    assert case.reference not in desk.reads("uyvien", BOOK)
    sheet = _export(desk, "uyvien")
    assert case.reference not in sheet


def test_the_book_is_taken_out_for_a_purpose_and_the_read_is_noted(desk):
    case = desk.comes("to_cao")
    assert desk.client("canbo").post("/don-thu/xuat/", {"purpose": " "}).status_code == 422
    assert "1 dòng sổ" in desk.reads("canbo", "/don-thu/xuat/?nam=2026")

    cells = _export(desk, "canbo")

    assert case.reference in cells
    assert f"Người gửi đơn có bí danh {IncomingEntry.objects.get().alias}" in cells
    assert ReadEntry.objects.filter(case=case, part="xuat", purpose="Giao ban").count() == 1
    assert desk.client("dangvien").get("/don-thu/xuat/").status_code == 404


def _export(desk, who):
    answer = desk.client(who).post("/don-thu/xuat/", {"purpose": "Giao ban"})
    page = load_workbook(BytesIO(answer.content)).active
    return {cell.value for row in page.iter_rows(min_row=4) for cell in row}


def test_a_split_letter_leads_to_the_file_of_its_other_part(desk):
    letter = desk.comes("hon_hop")
    desk.goes(letter, "hon_hop", "tach_don")
    source = {
        "document": "01-QC/UBKTĐU",
        "dated": "2025-08-15",
        "clause": "Điều 9",
        "scan": "ab" * 32,
    }
    desk.take(
        letter,
        "answer_rule",
        "chunhiem",
        rule="complaint.mixed_letter",
        value="tách",
        source=source,
    )
    desk.take(letter, "split", complaint="Kỷ luật.", denunciation="Chi sai.")
    url = f"/ho-so/moi/P0.TN/{letter.body_id}/?tu={letter.reference}"
    page = f"/ho-so/{letter.reference}/"
    assert url in html.unescape(desk.client("canbo").get(page).content.decode())

    said = {"denunciation": "Chi sai quỹ.", "secrecy": "khong_mat"}
    assert desk.presses("canbo", url, **said).status_code == 302

    part = Case.objects.get(origin=letter)
    assert "Phần tố cáo đã tách" in desk.reads("canbo", f"/ho-so/{part.reference}/")
    assert url not in html.unescape(desk.client("canbo").get(page).content.decode())


def test_a_denunciation_that_waits_leads_to_the_file_that_settles_it_and_to_no_other(desk):
    letter = desk.comes("to_cao", about="dangvien")
    desk.goes(letter, "to_cao", "giai_quyet_to_cao")
    page = f"/ho-so/{letter.reference}/"
    assert "/ho-so/moi/P6.DV/" not in desk.client("canbo").get(page).content.decode()
    desk.take(letter, "accept_denunciation", "chunhiem", content="Việc giao khoán đất.")

    said = html.unescape(desk.client("canbo").get(page).content.decode())
    url = f"/ho-so/moi/P6.DV/{letter.body_id}/?tu={letter.reference}"
    assert url in said
    assert not [one for one in ("P1.TX", "P3.DV", "P6.TW") if f"/ho-so/moi/{one}/" in said]
    answers = {
        "person": desk.province.people["dangvien"].pk, "received_on": f"{ago(2):%d/%m/%Y}",
        "theme": "việc giao khoán đất", "secrecy": "khong_mat",
    }  # fmt: skip
    assert desk.presses("canbo", url, **answers).status_code == 302

    settled = Case.objects.get(origin=letter)
    assert settled.reference in desk.reads("canbo", page)
    shown = desk.reads("canbo", f"/ho-so/{settled.reference}/")
    assert "Đoàn giải quyết tố cáo" in shown
    assert "Quyền của người bị tố cáo" in shown
    assert desk.client("dangvien").get(f"/ho-so/{settled.reference}/").status_code == 404
