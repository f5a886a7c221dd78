"""Grades over HTTP: a list looked over and taken in, figures with both averages, the list taken out."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from desk.gathering.grades import averages_of
from registry.grade_models import Grade
from tests.desk.test_member_pages import Site
from tests.registry.grades.conftest import Graded, excel, grade_of
from tests.registry.members.conftest import TODAY

LEVELS = ("xuat_sac", "tot", "hoan_thanh", "khong_hoan_thanh")


def year(*counts):
    return dict(zip(LEVELS, counts, strict=True))


def test_equal_years_give_the_four_figures_by_both_readings():
    averages = averages_of([year(1190, 7609, 1164, 37)] * 3)

    assert [one.shares for one in averages] == [["11,9%", "76,09%", "11,64%", "0,37%"]] * 2
    assert [one.total for one in averages] == ["100%", "100%"]
    assert [one.graded for one in averages] == ["30.000", "30.000"]


def test_unequal_years_give_different_answers_and_each_says_which_it_is():
    mean, pooled = averages_of([year(10, 90, 0, 0), year(200, 700, 100, 0), year(0, 40, 10, 0)])

    assert mean.shares == ["10%", "80%", "10%", "0%"]
    assert pooled.shares == ["18,26%", "72,17%", "9,57%", "0%"]
    assert mean.title != pooled.title


def test_of_no_grades_there_is_no_average():
    assert [one.shares for one in averages_of([year(0, 0, 0, 0)] * 3)] == [["—"] * 4] * 2


class GradeSite(Graded, Site):
    """The commune and its grades, before the browsers of its people."""


@pytest.fixture
def site(db, settings):
    settings.STANDS_ON = TODAY
    return GradeSite()


def test_a_list_of_grades_is_looked_over_and_then_taken_in(site):
    site.members(4)
    rows = [grade_of(0, "xuat_sac", diem="80"), *(grade_of(n) for n in range(1, 4))]
    said = {
        "file": SimpleUploadedFile("xl.xlsx", excel(rows)),
        "source": "Quyết định xếp loại (mẫu)",
        "synced_on": "10/02/2026",
    }

    page = site.sends("list-import", said, code="xep-loai", body=site.body.pk).content.decode()
    assert "80 điểm, xếp loại hoàn thành xuất sắc nhiệm vụ (từ 90 trở lên điểm)" in page
    assert not Grade.objects.exists()
    site.sends("list-preview", {}, code="xep-loai", body=site.body.pk)

    assert Grade.objects.count() == 4
    read = site.reads("grades", query="?muc=xuat_sac")
    assert "Nguyễn Mẫu Số 0" in read
    assert "Nguyễn Mẫu Số 1" not in read


def test_the_figures_name_who_was_to_be_graded_and_what_is_not_known(site):
    site.members(4)
    site.take_grades([grade_of(n, "xuat_sac" if n == 0 else "tot") for n in range(3)])

    read = site.reads("grade-figures", query="?nam=2025")

    assert "1 (33,33%)" in read
    assert "Trung bình cộng các tỷ lệ năm" in read
    assert "Gộp số đếm các năm" in read
    assert "chưa rõ mức hiện hành" in read
    assert "Chưa rõ quy định" in read


def test_the_list_goes_out_with_its_purpose_and_without_live_formulas(site):
    site.members(2)
    site.take_grades([grade_of(0, "khong_hoan_thanh", quyet_dinh="QĐ 1 (mẫu)"), grade_of(1)])

    asked = site.browser(site.keeper).post(
        "/xep-loai/xuat/?muc=khong_hoan_thanh&nam=2025", {"purpose": "Lập danh sách rà soát"}
    )

    sheet = load_workbook(BytesIO(asked.content)).active
    assert "Lập danh sách rà soát" in sheet["A1"].value
    assert [sheet["A4"].value, sheet["A5"].value] == ["Nguyễn Mẫu Số 0", None]
    assert sheet["G4"].data_type == "s"


def test_who_reads_no_members_has_no_such_pages(site):
    voter = site.province.people["giam"]

    for name in ("grades", "grade-figures", "grades-export", "screenings"):
        site.reads(name, by=voter, status=404)


def test_the_day_of_a_newer_period_comes_first(site):
    site.members(1)
    site.take_grades([grade_of(0, "tot"), grade_of(0, "hoan_thanh", 2024, quy_dinh="124-QĐ/TW")])

    read = site.reads("grades")

    assert read.index("2025</td>") < read.index("2024</td>")
    assert Grade.objects.latest("period_ends").period_ends == date(2025, 12, 31)
