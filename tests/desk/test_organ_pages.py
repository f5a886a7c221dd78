"""Organisations, terms, managed posts and members' files over HTTP: as of any day, written where one may."""

import html
import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from cases.reading import Reader, read_file
from jobs.running import run_waiting
from registry.lists import in_background
from registry.member_models import MemberImport, MemberRow
from registry.models import ManagedPost, ManagementOverride, Post, Term
from registry.organ_models import Level, Mandate, OrganisationLevel
from tests.cases.discipline import World
from tests.cases.inspections import opened
from tests.desk.test_member_pages import Site
from tests.registry.members.conftest import TODAY, excel, rows_of

PAPER = "Quyết định (mẫu)"
JULY = date(2026, 7, 1)


def written(day):
    return f"{day:%d/%m/%Y}"


class Organs(Site):
    """The commune before the browsers of its people; `writes` as whoever keeps its register."""

    def __init__(self):
        super().__init__()
        self.units, self.bodies = self.province.organisations, self.province.bodies

    def writes(self, name, said, *, by=None, status=302, **parts):
        answer = self.browser(by or self.keeper).post(
            reverse(name, kwargs=parts), {**said, "document": PAPER}
        )
        page = html.unescape(answer.content.decode())
        assert answer.status_code == status, page
        return " ".join(page.split())

    def takes_out(self, name, query=""):
        answer = self.browser(self.keeper).post(
            reverse(name) + query, {"purpose": "đối chiếu (mẫu)"}
        )
        sheet = load_workbook(io.BytesIO(answer.content)).active
        return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]


@pytest.fixture
def site(db, settings):
    settings.STANDS_ON = TODAY
    return Organs()


# Cây tổ chức


def test_the_tree_of_another_day_and_the_way_to_what_came_after(site):
    old = site.units["thuong"]

    now = site.reads("organisations")
    assert site.units["hoa"].name in now
    page = site.reads("organisation", pk=old.pk)
    assert "đã kết thúc ngày 30/06/2025" in page
    assert reverse("organisation", args=[site.units["an"].pk]) in page
    then = site.reads("organisations", query=f"?duoi={old.pk}&ngay=01/09/2017")
    assert site.units["doai"].name in then
    assert "Hình thành từ" in site.reads("organisation", pk=site.units["an"].pk)


def test_whoever_reads_no_members_and_another_line_have_no_such_page(site):
    voter, officer = site.province.people["giam"], site.province.people["soan"]

    site.reads("organisations", by=voter, status=404)
    site.reads("organisation", by=voter, status=404, pk=site.units["an"].pk)
    site.reads("organisation", by=officer, status=404, pk=site.units["tinh"].pk)
    site.reads("organisation", by=officer, pk=site.units["an"].pk)


def test_sizes_are_warned_of_on_the_page_and_block_nothing(site):
    page = site.reads("organisation", pk=site.units["truong"].pk, query="?ngay=04/03/2026")

    assert "ít hơn 3." in page
    assert "294-QĐ/TW" in page


# Nhiệm kỳ, cấp, phân cấp


def test_a_term_is_opened_and_approved_through_its_pages(site):
    body = site.bodies["chi_bo_doai"]
    Term.objects.filter(body=body).update(last_day=date(2025, 7, 31))
    at = {"of": body.pk, "body": site.body.pk}
    said = {
        "name": "2025–2030", "way": "bau", "first_day": "01/08/2025", "last_day": "31/07/2030", "seats": 3,
    }  # fmt: skip

    wrong = site.writes("term-new", said | {"last_day": "01/07/2025"}, status=422, **at)
    assert "Ngày cuối trước ngày đầu." in wrong
    site.writes("term-new", said, **at)
    mandate = Mandate.objects.get()
    assert "Chờ chuẩn y" in site.reads("organisation", pk=site.units["doai"].pk)
    deed = {"pk": mandate.term_id, "body": site.body.pk, "deed": "chuan-y"}
    site.writes("term-deed", {"approved_on": "20/08/2025"}, **deed)

    page = site.reads("organisation", pk=site.units["doai"].pk)
    assert "Đã chuẩn y" in page
    assert "20/08/2025" in page
    assert "chưa ghi việc nhận bàn giao" in page
    assert "Ghi nhận bàn giao" in page
    site.writes("term-deed", {"taken_on": "12/08/2025"}, **deed | {"deed": "ban-giao"})
    assert "nhận bàn giao 12/08/2025" in site.reads("organisation", pk=site.units["doai"].pk)


def test_a_level_is_determined_for_a_time(site):
    commune = site.units["an"]
    at = {"pk": commune.pk, "body": site.body.pk}
    said = {"level": Level.ABOVE_BASE.value, "first_day": "01/07/2025", "last_day": "25/07/2026"}

    site.writes("organisation-level", said, **at)

    assert OrganisationLevel.objects.get().level == Level.ABOVE_BASE
    of_june = site.reads("organisation", pk=commune.pk, query="?ngay=01/06/2026")
    assert f"<dt>Cấp</dt><dd>{Level.ABOVE_BASE.label}" in of_june
    assert f"<dt>Cấp</dt><dd>{Level.COMMUNE.label}" in site.reads("organisation", pk=commune.pk)


def test_who_manages_a_post_is_written_and_seen_on_the_members_page(site):
    site.take_in(rows_of(6, site.cells))
    said = {
        "position": "bi_thu", "body_kind": "chi_bo", "organisation_kind": "chi_bo", "first_day": "01/07/2025",
    }  # fmt: skip
    site.writes("managed-post-new", said, body=site.body.pk)
    assert ManagedPost.objects.get().manager == site.units["an"]
    assert "Bí thư" in site.reads("managed-posts")

    member = MemberRow.objects.earliest("pk").person
    at = {"pk": member.pk, "body": site.body.pk}
    assert "chưa xác định" in site.reads("member", pk=member.pk)
    chosen = {"manager": site.units["an"].pk, "since": written(TODAY)}
    site.writes("member-manager", chosen, **at)

    page = site.reads("member", pk=member.pk)
    assert f"{site.units['an'].name}<span" in page
    assert PAPER in page
    assert ManagementOverride.objects.get().manager == site.units["an"]


# Chức vụ thay đổi ngày 1/7


def test_a_post_changed_on_the_first_of_july_stays_for_what_is_dated_before(site, settings):
    """A-08: the register, its pages and a file judged on either side of the day."""
    person, unit, body = (
        site.province.people["xuong1"], site.units["hoa"], site.bodies["dang_uy_hoa"],
    )  # fmt: skip
    world = World.__new__(World)
    world.province, world.bodies = site.province, site.bodies
    inspection = opened(world, "P3.DV", person, on=date(2026, 3, 4))
    post = Post.objects.get(person=person, body=body)
    ended = {"last_day": "30/06/2026", "document": PAPER, "confirmed": "1"}

    leader = site.browser(site.province.people["hoa_bt"])
    assert leader.post(reverse("office-post", args=[post.pk, "thoi"]), ended).status_code == 302

    before = site.reads("organisation", pk=unit.pk, query="?ngay=30/06/2026")
    after = site.reads("organisation", pk=unit.pk, query="?ngay=01/07/2026")
    assert person.full_name in before
    assert person.full_name not in after
    who = site.province.people["chu"].pk
    for day, category in ((JULY - timedelta(days=1), "cap_uy_vien"), (JULY, "chi_uy_vien")):
        (subject,) = read_file(inspection.case.pk, Reader(who, day, TODAY)).facts.subjects
        assert subject.category == category


# Hồ sơ đảng viên, xuất Excel


def test_two_missing_papers_are_written_seen_and_taken_out(site):
    site.take_in(rows_of(6, site.cells))
    member = MemberRow.objects.filter(status="du_bi").earliest("pk")
    at = {"pk": member.person_id, "body": site.body.pk}
    form = site.reads("member-file", **at)
    assert form.count('name="present"') == 12
    assert "chưa có tên trong dữ liệu" in form

    present = [f"du_bi-{number:02}" for number in range(1, 13) if number not in (4, 9)]
    site.writes("member-file", {"present": present, "checked_on": written(TODAY)}, **at)

    page = site.reads("member", pk=member.person_id)
    assert "loại dự bị số 4, loại dự bị số 9" in page
    assert page.count("hồ sơ thiếu") == 2
    rows = site.takes_out("member-findings-export", "?loai=thieu_giay_to")
    assert [row[1] for row in rows[1:]] == [
        f"{member.full_name}: hồ sơ thiếu loại dự bị số 4.",
        f"{member.full_name}: hồ sơ thiếu loại dự bị số 9.",
    ]


def test_lists_go_out_for_a_purpose_without_personal_numbers(site):
    site.take_in(rows_of(6, site.cells))

    members = site.takes_out("members-export", "?loai=du_bi")
    units = site.takes_out("organisations-export")

    assert len(members) == 2
    assert not [cell for row in members for cell in row if str(cell).startswith("9900")]
    assert {row[1] for row in units[1:]} >= {site.units["an"].name, site.units["xuong"].name}
    unsaid = site.browser(site.keeper).post(reverse("members-export"), {})
    assert unsaid.status_code == 422


def test_a_cell_secretary_takes_out_their_own_cell_alone(site):
    site.take_in(rows_of(6, site.cells))
    secretary = site.province.people["xuong1"]
    answer = site.browser(secretary).post(reverse("members-export"), {"purpose": "họp chi bộ"})

    rows = list(
        load_workbook(io.BytesIO(answer.content)).active.iter_rows(min_row=4, values_only=True)
    )

    assert {row[1] for row in rows} == {site.units["xuong"].name}


def test_a_long_list_is_looked_over_and_taken_in_by_jobs(site, monkeypatch):
    monkeypatch.setattr("desk.views.lists.LONG", 20)
    rows = rows_of(30, site.cells)
    rows[7]["ma_dinh_danh"] = "123"

    looking = site.uploads(excel(rows))
    assert "Đối chiếu danh sách" in html.unescape(looking.content.decode())
    again = site.browser(site.keeper).get(reverse("list-import", args=["dang-vien", site.body.pk]))
    assert again.status_code == 302
    run_waiting()
    preview = site.reads("list-preview", code="dang-vien", body=site.body.pk)
    assert "số định danh không đủ 12 chữ số" in preview
    assert "<dt>Thêm mới</dt><dd>29</dd>" in preview
    assert not MemberImport.objects.exists()

    site.sends("list-preview", {}, code="dang-vien", body=site.body.pk)
    run_waiting()

    assert (MemberImport.objects.get().created, MemberImport.objects.get().held_back) == (29, 1)
    assert in_background.LONG > 20


def test_a_file_says_on_its_page_that_another_committee_manages_its_subject(site):
    site.take_in(rows_of(2, site.cells))
    person = site.province.people["xuong1"]
    world = World.__new__(World)
    world.province, world.bodies = site.province, site.bodies
    inspection = opened(world, "P3.DV", person, on=date(2026, 3, 4))
    chosen = {"manager": site.units["an"].pk, "since": "01/04/2026"}

    site.writes("member-manager", chosen, pk=person.pk, body=site.body.pk)

    page = site.reads("case", reference=inspection.case.reference)
    assert "Thẩm quyền có thể đã thay đổi" in page
    assert f"{person.full_name}: — → {site.units['an'].name}" in page
