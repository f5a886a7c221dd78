"""A paper's page: whom it was handed to, the original on paper and where it lies; the register and its spreadsheet."""

from __future__ import annotations

import hashlib
import html
import re
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from cases.models import ReadEntry
from documents import verification
from documents.models import Custody, Original, Paper
from registry import clock

SCAN = b"%PDF-1.7 ban goc co chu ky va dau"


class Page:
    """The announced inspection, and the pages of its papers."""

    def __init__(self, concerned):
        self.concerned, self.people = concerned, concerned.province.people
        self.paper = Paper.objects.get(record_paper__case=concerned.case, kind="BB-06.KT")

    def client(self, who: str):
        return self.concerned.client(self.people[who])

    def reads(self, who: str, url: str) -> str:
        answer = self.client(who).get(url)
        assert answer.status_code == 200, answer.status_code
        main = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main[0])).split())

    def url(self, name: str = "paper", *parts: int) -> str:
        return reverse(name, args=[self.paper.pk, *parts])

    def hands_in(self, who: str = "chunhiem", content: bytes = SCAN, **said: object):
        answers = {
            "key": uuid4().hex, "on": f"{clock.today():%d/%m/%Y}", "place": "Tủ số hai, văn thư",
            "holder": self.people[who].pk, "compared": "on",
            "scan": SimpleUploadedFile("bien-ban.pdf", content, "application/pdf"),
        }  # fmt: skip
        return self.client(who).post(self.url("original-new"), answers | said)

    def moves(self, who: str = "chunhiem", **said: object):
        answers = {
            "key": uuid4().hex, "on": f"{clock.today():%d/%m/%Y}", "place": "Kho lưu trữ",
            "holder": self.people[who].pk, "why": "Nộp lưu hồ sơ",
        }  # fmt: skip
        return self.client(who).post(self.url("original-move"), answers | said)


@pytest.fixture
def page(concerned):
    return Page(concerned)


def test_the_scan_of_an_original_is_handed_in_and_shown_with_who_compared_it(page):
    assert "Chưa có bản chụp" in page.reads("chunhiem", page.url())

    assert page.hands_in().status_code == 302

    kept = Original.objects.get()
    said = page.reads("canbo", page.url())
    for shown in (
        "bien-ban.pdf", hashlib.sha256(SCAN).hexdigest(), "Tủ số hai, văn thư",
        f"{page.people['chunhiem'].full_name} đối chiếu với bản in ngày {clock.today():%d/%m/%Y}",
    ):  # fmt: skip
        assert shown in said
    assert kept.print_sha256 == page.paper.print.sha256
    assert page.client("canbo").get(page.url("original", kept.pk)).content == SCAN
    assert ReadEntry.objects.filter(paper=page.paper, detail="bản gốc").count() == 1
    assert verification.faults() == []


def test_an_original_is_moved_and_where_it_was_stays_to_be_read(page):
    page.hands_in()

    assert page.moves().status_code == 302

    said = page.reads("canbo", page.url())
    assert said.index("Kho lưu trữ") < said.index("Tủ số hai")
    assert "(Nộp lưu hồ sơ)" in said
    assert Custody.objects.count() == 2


@pytest.mark.parametrize(
    ("said", "because"),
    [
        ({"compared": ""}, "đối chiếu"),
        ({"place": " "}, "Chưa ghi nơi giữ bản gốc."),
        ({"on": "01/01/2027"}, "Ngày này còn ở phía trước."),
        ({"on": "01/01/2020"}, "trước ngày ban hành"),
        ({"content": b"MZ"}, "Chỉ nhận tệp PDF, JPEG hoặc PNG."),
    ],
)
def test_what_is_no_original_is_refused(page, said, because):
    answer = page.hands_in(**said)

    assert answer.status_code == 422
    assert because in html.unescape(answer.content.decode())
    assert not Original.objects.exists()


def test_a_second_press_keeps_one_scan(page):
    page.hands_in()
    page.hands_in()

    assert Original.objects.count() == 1


def test_only_a_keeper_hands_in_and_moves_and_the_member_sees_nothing_of_it(page):
    page.hands_in()
    kept = Original.objects.get()

    assert page.hands_in("canbo").status_code == 404
    assert page.moves("canbo").status_code == 404
    member = page.concerned.client(page.concerned.member)
    assert member.get(page.url()).status_code == 200  # minutes of his own hearing
    assert "Bản gốc ký tay" not in member.get(page.url()).content.decode()
    assert member.get(page.url("original", kept.pk)).status_code == 404


# The register of what went out, and of what came in


def test_the_register_is_narrowed_by_words_year_and_kind_and_keeps_its_filters(page):
    numbered = Paper.objects.filter(record_paper__case=page.concerned.case, number__isnull=False)
    decision = numbered.get(symbol="QĐ", series="")

    assert decision.number_text in page.reads(
        "chunhiem", f"/van-ban/?q={page.concerned.case.reference}&nam=2026"
    )
    assert decision.number_text in page.reads(
        "chunhiem", f"/van-ban/?q={decision.number_text}&so=QĐ"
    )
    assert "Không tìm thấy văn bản nào" in page.reads("chunhiem", "/van-ban/?q=khong-co&nam=x")
    assert decision.number_text not in page.reads("chunhiem", "/van-ban/?nam=2019")
    shown = page.client("chunhiem").get("/van-ban/?nam=2026&so=TB").content.decode()
    assert "?so=QĐ&amp;nam=2026" in html.unescape(shown).replace("&nam", "&amp;nam")
    assert 'value="TB"' in shown


def test_the_register_of_outgoing_papers_is_taken_out_for_a_purpose(page):
    url = reverse("papers-export")
    assert page.client("chunhiem").post(url, {"purpose": " "}).status_code == 422

    answer = page.client("chunhiem").post(f"{url}?so=QĐ", {"purpose": "Kiểm kê cuối năm"})

    sheet = load_workbook(BytesIO(answer.content)).active
    assert "Kiểm kê cuối năm" in sheet.cell(1, 1).value
    assert sheet.title == "Sổ văn bản đi"
    numbers = {sheet.cell(row, 1).value for row in range(4, sheet.max_row + 1)}
    assert numbers == set(
        Paper.objects.filter(record_paper__case=page.concerned.case, symbol="QĐ", number__isnull=False)
        .values_list("number_text", flat=True)
    )  # fmt: skip
    assert (
        ReadEntry.objects.filter(case=page.concerned.case, purpose="Kiểm kê cuối năm").count() == 1
    )
