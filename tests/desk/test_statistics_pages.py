"""The statistics over HTTP: a figure opens its list, what one may not open is counted, a report is filed and read."""

import html
import re
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from django.urls import reverse
from openpyxl import load_workbook

from registry import clock
from registry.models import Exit
from reports import due
from reports.counting import keeping
from reports.demo_filings import month_before
from reports.filing_models import Filing
from reports.periods import month

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


def words_of(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


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

    year = clock.today().year
    assert f"{year} (chưa đủ năm: 01/01–" in page
    assert page.count('<th scope="row"') == 5
    assert page.count('class="part"') == 2  # the running year is hatched, in each series
    assert "Số liệu ở bảng bên dưới" in page
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
        reverse("filing-new") + query,
        {"document": "Báo cáo số 9", "nothing": "on", "nhiem_vu": "Kiểm tra hai chi bộ."},
        follow=True,
    )

    assert refused.status_code == 422
    assert "không phát sinh số liệu nào" in html.unescape(refused.content.decode())
    assert filed.status_code == 200
    report = Filing.objects.get(first_day__year=day.year - 2)
    assert report.nothing
    listed = text(client, reverse("filings") + query)
    assert "lần 1, không phát sinh" in listed
    assert "Chốt, nộp báo cáo" not in listed
    assert "Kiểm tra hai chi bộ." in filed.content.decode()
    printed = [client.get(reverse("filing-pdf", args=[report.pk])).content for _ in range(2)]
    assert printed[0] == printed[1]
    assert "Kiểm tra hai chi bộ." in words_of(printed[0])
    assert "Không phát sinh." in words_of(printed[0])
    begun = html.unescape(re.search(r'href="(/ho-so/moi/BC/[^"]+)"', listed).group(1))
    asked = text(client, begun)
    assert f'value="01/02/{day.year - 2}"' in asked
    assert "Gửi cơ quan cấp trên" in asked


# The overview, and the lists behind it

BARS = re.compile(r'<td class="num"><a href="([^"]+)">([\d.]+)</a>')


def test_every_figure_of_the_overview_opens_a_list_of_as_many(counted):
    client = counted.client("chair")

    page = text(client, reverse("dashboard"))

    found = [(html.unescape(url), said) for url, said in BARS.findall(page) if "so-ngay" not in url]
    tiles = re.findall(r'<a class="tile \w+" href="([^"]+)">.*?<b>([\d.]+)</b>', page)
    assert len(found) >= 8
    assert len(tiles) == 4
    for url, said in [*found, *((html.unescape(url), said) for url, said in tiles)]:
        assert SAID.search(text(client, url)).group(1) == said, url


def test_the_days_of_a_step_are_those_between_the_records(counted):
    client = counted.client("chair")

    page = text(client, reverse("step-days"))
    row = re.search(
        r"Triển khai quyết định, kế hoạch.*?; (\d+) lần.*?href=\"([^\"]+)\">(\d+)</a>.*?>(\d+)</a>",
        page, re.DOTALL,
    )  # fmt: skip
    times, url, median, slow = row.groups()
    listed = text(client, html.unescape(url))

    days = sorted(int(one) for one in re.findall(r"<td>(\d+)</td></tr>", listed))
    assert len(days) == int(times) == int(SAID.search(listed).group(1).replace(".", ""))
    assert int(median) == days[(len(days) - 1) // 2]
    assert int(slow) in days[len(days) // 2 :]


def test_a_list_is_taken_out_with_what_it_withholds_and_no_live_formula(counted):
    client = counted.client("keeper")
    url = reverse("statistics-list", args=["ho-so"]) + "?cot=tong&xuat=excel"
    whole, shown, withheld = SAID.search(text(client, url.replace("&xuat=excel", ""))).groups()

    asked = text(client, url)
    unsaid = client.post(url, {"purpose": ""})
    taken = client.post(url, {"purpose": "=báo cáo"})

    said = (
        f"Số liệu: {whole}. Danh sách có {shown} dòng bạn được xem; {withheld} không có trong tệp."
    )
    assert said in html.unescape(asked)
    assert unsaid.status_code == 422
    page = load_workbook(BytesIO(taken.content)).active
    texts = [cell.value for row in page.iter_rows() for cell in row if cell.value]
    assert any(said in str(one) for one in texts)
    assert not [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert client.post(url.replace("&xuat=excel", "")).status_code == 405


def test_the_sample_commune_has_reports_in_time_late_and_opened_again(counted):
    client, today = counted.client("chair"), clock.today()
    before = month_before(today)

    def listed(period):
        query = f"?ky=thang&nam={period.first.year}&thang={period.first.month}"
        return text(client, reverse("filings") + query)

    assert "tag t-soon" in listed(before)
    assert "lần 1, đã mở lại" in listed(before)
    assert "tag t-ok" in listed(month_before(before.first))


def test_the_sample_commune_has_a_report_on_paper_and_members_who_left(counted):
    client, today = counted.client("chair"), clock.today()
    period = month_before(month_before(today).first)
    query = f"?ky=thang&nam={period.first.year}&thang={period.first.month}"

    assert "01-BC/UBKTĐU" in text(client, reverse("filings") + query)
    overview = text(client, reverse("dashboard"))
    assert "Đảng viên ra khỏi Đảng theo năm" in overview
    assert list(Exit.objects.values_list("kind", flat=True)) == ["xoa_ten", "xin_ra", "xoa_ten"]


def test_a_cell_is_asked_by_when_its_superior_wanted_the_report(counted):
    client, cell = counted.client("secretary"), counted.province.organisations["thon2"]
    query = f"?don_vi={cell.pk}&ky=thang&nam=2026&thang=5"

    assert "Hạn nộp cấp trên giao" in text(client, reverse("filing-new") + query)
    said = {"document": "Báo cáo số 5 (mẫu)", "nothing": "on", "due_told": "25/05/2026"}
    assert client.post(reverse("filing-new") + query, said).status_code == 302

    filed = Filing.objects.latest("pk")
    assert filed.due_on == date(2026, 5, 25)
    assert due.due_of(filed, cell.kind, month(2026, 5)) == filed.due_on
    assert due.due_on(cell.kind, month(2026, 5)) is None
    assert "nộp muộn" in text(client, reverse("filings") + query).lower()
