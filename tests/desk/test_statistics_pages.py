"""The statistics over HTTP: a figure opens its list, what one may not open is counted, a report is filed and read."""

import html
import re
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from registry import clock
from reports.counting import keeping
from reports.filing_models import Filing

SAID = re.compile(r"Số liệu: <b>([\d.]+)</b>\. Bạn xem được ([\d.]+); ([\d.]+) không hiển thị")
FIGURE = re.compile(r'<td class="num"><a href="([^"]+)">([\d.]+)</a>')
FORMS = ("ho-so", "gs-tc-ubkt", "so-lieu-chinh")


@pytest.fixture
def counted(world):
    keeping.refresh()
    return world


def text(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def cells(client, code, query=""):
    """Every figure of a form that leads to a list: its address and what it says."""
    page = text(client, reverse("statistics-form", args=[code]) + query)
    return [(html.unescape(url), int(said.replace(".", ""))) for url, said in FIGURE.findall(page)]


@pytest.mark.parametrize("role", ["chair", "keeper", "secretary"])
def test_what_is_shown_and_what_is_withheld_make_the_figure(counted, role):
    client = counted.client(role)
    found = [cell for code in FORMS for cell in cells(client, code, "?xem=don_vi")]

    for url, figure in found:
        whole, shown, withheld = (
            int(one.replace(".", "")) for one in SAID.search(text(client, url)).groups()
        )
        assert (whole, shown + withheld) == (figure, figure), url
    assert found or role == "secretary"


def test_what_one_may_not_open_is_counted_and_not_named(counted):
    url, figure = cells(counted.client("keeper"), "ho-so")[0]

    page = text(counted.client("keeper"), url)

    whole, shown, withheld = SAID.search(page).groups()
    assert int(whole) == figure > 0
    assert len(re.findall(r"<tr data-row>", page)) == int(shown)
    if int(withheld):
        assert "con số vẫn tính đủ" in page


def test_a_period_that_cannot_be_read_says_what_is_wrong(counted):
    client = counted.client("chair")

    answer = client.get(
        reverse("statistics-form", args=["ho-so"]) + "?ky=tu_chon&tu=02/02/2026&den=01/01/2026"
    )

    assert answer.status_code == 422
    assert "Ngày cuối trước ngày đầu" in html.unescape(answer.content.decode())


def test_another_units_figures_are_not_there_to_be_asked_for(counted):
    other = counted.province.organisations["tinh"].pk

    answer = counted.client("secretary").get(
        reverse("statistics-form", args=["ho-so"]) + f"?don_vi={other}"
    )

    assert answer.status_code == 422


def test_a_period_before_any_file_shows_nought_and_no_share(counted):
    page = text(
        counted.client("chair"), reverse("statistics-form", args=["ra-khoi-dang"]) + "?nam=1950"
    )

    assert '<td class="num">0</td>' in page
    assert '<td class="num">—</td>' in page
    assert "0%" not in page


def test_years_stand_beside_each_other_with_a_picture_and_the_running_one_marked(counted):
    client = counted.client("chair")

    page = text(client, reverse("statistics-form", args=["ho-so"]) + "?xem=nam")
    picture = client.get(reverse("statistics-chart", args=["ho-so"]) + "?xem=nam")

    year = clock.today().year
    assert f"{year} (chưa đủ năm: 01/01–" in page
    assert page.count('<th scope="row"') == 5
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"<svg" in picture.content
    url, figure = cells(client, "ho-so", "?xem=nam")[0]
    assert SAID.search(text(client, url)).group(1) == str(figure)


def test_the_spreadsheet_has_the_merged_heads_and_the_figures_as_numbers(counted):
    client = counted.client("chair")

    answer = client.get(reverse("statistics-export", args=["gs-tc-ubkt"]))

    page = load_workbook(BytesIO(answer.content)).active
    assert page.cell(2, 1).value == "Ủy ban kiểm tra giám sát tổ chức đảng"
    spans = {str(one) for one in page.merged_cells.ranges}
    assert {"A5:A6", "B5:B6", "C5:F5"} <= spans
    assert page["C5"].value == "Theo cấp"
    assert isinstance(page["B7"].value, int)
    assert "Tài liệu nội bộ" in page["A1"].value


def test_what_is_published_names_no_small_figure_of_a_commune(counted):
    client = counted.client("chair")

    answer = client.get(reverse("statistics-public", args=["ho-so"]))

    page = load_workbook(BytesIO(answer.content)).active
    figures = [
        cell for row in page.iter_rows(min_row=6, values_only=True) for cell in row[1:] if cell
    ]
    assert figures
    assert not {"1", "2", "3", "4"} & set(figures)


def test_a_report_is_checked_filed_and_read_as_it_was_frozen(counted):
    client, day = counted.client("chair"), clock.today()
    query = f"?ky=thang&nam={day.year - 2}&thang=2"

    refused = client.post(reverse("filing-new") + query, {"document": "Báo cáo số 9"})
    filed = client.post(
        reverse("filing-new") + query, {"document": "Báo cáo số 9", "nothing": "on"}, follow=True
    )

    assert refused.status_code == 422
    assert "không phát sinh số liệu nào" in html.unescape(refused.content.decode())
    assert filed.status_code == 200
    report = Filing.objects.get(first_day__year=day.year - 2)
    assert report.nothing
    listed = text(client, reverse("filings") + query)
    assert "lần 1, không phát sinh" in listed
    assert "Chốt, nộp báo cáo" not in listed
    begun = html.unescape(re.search(r'href="(/ho-so/moi/BC/[^"]+)"', listed).group(1))
    asked = text(client, begun)
    assert f'value="01/02/{day.year - 2}"' in asked
    assert "Gửi cơ quan cấp trên" in asked
