"""Number books on the screen: every number in order, what is entered by hand, a book as a spreadsheet."""

from __future__ import annotations

import html
import re
from io import BytesIO
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import reverse
from openpyxl import load_workbook

from cases.models import ReadEntry
from documents import verification
from documents.kinds import SUPERVISION_DECISION
from documents.models import BookEntry, NumberBook, Paper
from documents.samples import sample_values
from documents.services import cancel, draft, sign, take_number
from registry import clock

LIST = "/van-ban/so/"


class Site:
    """The announced inspection, and the books its papers were numbered in."""

    def __init__(self, concerned):
        self.concerned, self.people = concerned, concerned.province.people
        self.body = concerned.province.bodies["ubkt"]

    def book(self, symbol: str = "QĐ") -> NumberBook:
        return NumberBook.objects.get(body=self.body, symbol=symbol, series="")

    def url(self, more: str = "", symbol: str = "QĐ") -> str:
        return f"{LIST}{self.book(symbol).pk}/{more}"

    def client(self, who: str):
        return self.concerned.client(self.people[who])

    def reads(self, who: str, url: str) -> str:
        """The main part of a page as text."""
        answer = self.client(who).get(url)
        assert answer.status_code == 200, answer.status_code
        main = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main[0])).split())

    def sends(self, who: str, url: str, **said: object):
        today = f"{clock.today():%d/%m/%Y}"
        return self.client(who).post(url, {"key": uuid4().hex, "on": today, **said})


@pytest.fixture
def site(concerned):
    return Site(concerned)


def test_the_list_shows_each_book_with_its_next_number(site):
    said = site.reads("vanthu", LIST)

    for shown in ("Sổ quyết định (QĐ)", "2025", f"{site.book().next_number:02d}", site.body.name):
        assert shown in said
    assert site.client("dangvien").get(LIST).status_code == 404
    assert f'href="{LIST}"' in site.client("vanthu").get("/").content.decode()
    narrowed = site.reads("vanthu", f"{LIST}?ky_hieu=TB")
    assert "Sổ thông báo (TB)" in narrowed
    assert "Sổ quyết định (QĐ)" not in narrowed


def test_a_number_is_kept_and_a_secret_paper_entered_in_the_one_series(site):
    first = site.book().next_number
    kept = {"why": "Quyết định lập trên giấy khi mất điện"}
    assert site.sends("vanthu", site.url("giu-so/"), **kept).status_code == 302
    holder = site.people["chunhiem"]
    stub = {"degree": "tuyet_mat", "holder": holder.pk, "number": ""}
    assert site.sends("vanthu", site.url("mat/"), **stub).status_code == 302

    said = site.reads("vanthu", site.url())
    for shown in (
        f"{first:02d}-QĐ/{site.body.symbol}", "Đang giữ", kept["why"],
        f"{first + 1:02d}-QĐ/{site.body.symbol}", "Tuyệt mật", "không ghi trích yếu", holder.full_name,
    ):  # fmt: skip
        assert shown in said
    assert kept["why"] in site.reads("vanthu", site.url("?tinh_trang=giu_so"))
    assert kept["why"] not in site.reads("vanthu", site.url("?tinh_trang=mat"))
    assert verification.faults() == []


def test_a_second_press_takes_no_second_number(site):
    first, said = site.book().next_number, {"why": "Lập trên giấy", "key": uuid4().hex}

    for _press in range(2):
        assert site.sends("vanthu", site.url("giu-so/"), **said).status_code == 302

    assert site.book().next_number == first + 1


def test_a_secret_paper_has_no_field_for_words_and_may_fill_a_kept_number(site):
    site.sends("vanthu", site.url("giu-so/"), why="Văn bản mật, vào sổ sau")
    number = site.book().next_number - 1
    page = site.client("vanthu").get(site.url("mat/")).content.decode()
    assert f'<option value="{number}">' in page
    assert 'type="text" name="on"' in page
    assert "<textarea" not in page

    stub = {"degree": "mat", "holder": site.people["vanthu"].pk, "number": number}
    assert site.sends("vanthu", site.url("mat/"), **stub, title="Kết luận mật").status_code == 302

    assert site.book().next_number == number + 1
    assert "Kết luận mật" not in BookEntry.objects.order_by("-pk")[0].content


def test_only_who_keeps_the_books_of_a_body_writes_in_them(site):
    assert site.client("canbo").get(site.url()).status_code == 200
    for more in ("giu-so/", "mat/"):
        assert site.client("canbo").get(site.url(more)).status_code == 404
        assert site.sends("canbo", site.url(more), why="Lý do").status_code == 404
    assert site.client("canbo").get(f"{LIST}mo/{site.body.pk}/").status_code == 404
    assert "Giữ số" not in site.reads("canbo", site.url()).partition("Lọc")[0]


def test_a_book_that_goes_on_from_paper_says_where_its_first_numbers_are(site):
    url = f"{LIST}mo/{site.body.pk}/"
    refused = site.sends("vanthu", url, symbol="QĐ", next_number=9)
    assert refused.status_code == 422
    assert "đã mở; số kế tiếp là" in html.unescape(refused.content.decode())

    assert site.sends("vanthu", url, symbol="TTr", next_number=9).status_code == 302

    site.sends("vanthu", site.url("giu-so/", "TTr"), why="Tờ trình lập trên giấy")
    said = site.reads("vanthu", site.url("", "TTr"))
    assert "09-TTr/" in said
    assert said.count("Cấp trên sổ giấy") == 8


def test_a_number_whose_file_is_closed_to_the_reader_keeps_its_place_and_says_nothing(site):
    chair, today = site.people["chunhiem"], clock.today()
    drafted = draft(
        SUPERVISION_DECISION,
        sample_values(SUPERVISION_DECISION, today)
        | {"signatory": {"name": chair.full_name, "post": "Chủ nhiệm"}},
        body=site.body,
        on=today,
    )
    paper = sign(drafted, by=chair, post=chair.posts.get(body=site.body))
    with transaction.atomic():
        take_number(paper, today)  # of a matter that nobody here may open

    said = site.reads("vanthu", site.url())

    assert paper.number_text in said
    assert "Thuộc hồ sơ bạn không được xem." in said
    assert paper.title not in said
    assert site.reads("vanthu", site.url(f"?q={paper.title[:30]}")).count(paper.number_text) == 0


def test_a_cancelled_number_stays_with_its_reason(site):
    one = Paper.objects.filter(body=site.body, number__isnull=False, state="da_ban_hanh").first()
    cancel(one, why="Ghi sai tên", on=clock.today(), by=site.people["chunhiem"])

    said = site.reads("vanthu", site.url("?tinh_trang=da_huy", one.symbol))

    assert one.number_text in said
    assert "Lý do hủy: Ghi sai tên" in said


def test_a_book_is_taken_out_for_a_purpose_and_the_read_is_noted(site):
    site.sends("vanthu", site.url("giu-so/"), why="=1+1")
    assert site.sends("vanthu", site.url("xuat/"), purpose=" ").status_code == 422

    answer = site.sends("vanthu", site.url("xuat/"), purpose="Kiểm kê sổ")

    page = load_workbook(BytesIO(answer.content)).active
    assert "Kiểm kê sổ" in page.cell(1, 1).value
    numbers = [page.cell(row, 1).value for row in range(4, page.max_row + 1)]
    assert len(numbers) == site.book().next_number - 1
    assert page.cell(4, 7).data_type == "s"
    noted = ReadEntry.objects.filter(part="xuat", purpose="Kiểm kê sổ", case=site.concerned.case)
    assert noted.count() == 1
    assert reverse("number-book-export", args=[site.book().pk]) == site.url("xuat/")
