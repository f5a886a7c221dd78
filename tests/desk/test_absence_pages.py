"""Members away and transfers over HTTP: who reads what, written by the cell, counted by unit, taken in and out."""

import html
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from registry.absence_models import Absence, CellTransfer, PeriodicCheck
from registry.models import Membership, Post
from tests.desk.test_member_pages import Site
from tests.registry.absences.test_list_of_absences import excel, lines
from tests.registry.members.conftest import SYNCED, TODAY, rows_of

DAY = f"{TODAY:%d/%m/%Y}"


class Commune(Site):
    """The site of a commune, with a secretary of the village's cell."""

    def __init__(self):
        super().__init__()
        self.village = self.province.organisations["doai"]
        self.cell = self.province.bodies["chi_bo_doai"]
        self.head = self.province.people["luong"]
        Post.objects.create(
            person=self.head, body=self.cell, position="bi_thu", first_day=date(2025, 7, 1)
        )
        self.member = self.province.people["doai1"]

    def posts(self, name, said, *, by=None, **parts):
        return self.browser(by or self.keeper).post(reverse(name, kwargs=parts), said, follow=True)

    def leaves(self, **said):
        told = {
            "person": self.member.pk, "place": "Bình Thử", "first_day": "05/09/2026",
            "document": "Biên bản (mẫu)", **said,
        }  # fmt: skip
        self.posts("absence-new", told, by=self.head, body=self.cell.pk)
        return Absence.objects.get(person=self.member)


@pytest.fixture
def site(db, settings):
    settings.STANDS_ON = TODAY
    return Commune()


def test_the_cell_writes_the_committee_counts_and_the_inspectors_read(site):
    row = site.leaves()
    inspector = site.province.people["soan"]

    read = site.reads("absences", by=inspector)
    assert "1/1" in read
    assert "100%" in read
    assert "Chưa khai báo địa chỉ" in read
    assert "Chi bộ thôn Mẫu Đoài" in site.reads("absences", query=f"?don_vi={site.village.code}")
    assert "Ghi thay đổi" not in site.reads("absence", by=inspector, pk=row.pk)
    said = {"day": DAY, "place": "Bình Thử", "address": "12 phố Mẫu", "document": "Sổ (mẫu)"}
    site.posts("absence-deed", said, by=site.head, pk=row.pk, body=site.cell.pk, deed="thay-doi")

    told = site.reads("absence", pk=row.pk)
    assert "12 phố Mẫu" in told
    assert "Người có thẩm quyền xem xét" not in told
    assert "0/1" in site.reads("absences")


def test_a_neighbour_and_a_voter_have_no_such_page_and_the_member_reads_their_own(site):
    row = site.leaves()
    teacher, voter = site.province.people["hieu"], site.province.people["giam"]

    site.reads("absence", by=teacher, status=404, pk=row.pk)
    site.reads("absences", by=teacher, status=404, query=f"?don_vi={site.village.code}")
    assert site.member.full_name not in site.reads("absences", by=teacher)
    site.reads("absences", by=voter, status=404)
    site.reads("absence-new", by=teacher, status=404, body=site.cell.pk)
    assert "Bình Thử" in site.reads("absence", by=site.member, pk=row.pk)


def test_every_reason_stands_at_once_at_its_field(site):
    said = {
        "person": site.member.pk, "place": "Bình Thử", "first_day": "01/12/2026", "until": "01/11/2026",
        "document": "Biên bản (mẫu)",
    }  # fmt: skip
    answer = site.posts("absence-new", said, by=site.head, body=site.cell.pk)

    shown = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Ngày này chưa đến" in shown
    assert "Ngày về dự kiến trước ngày đi" in shown
    assert not Absence.objects.exists()


def test_a_list_comes_in_and_goes_out(site):
    site.take_in(rows_of(3, site.cells))
    file = SimpleUploadedFile("di-xa.xlsx", excel(lines({}, {"dia_chi": "=HYPERLINK(1)"})))
    said = {"file": file, "source": "Sổ theo dõi (mẫu)", "synced_on": f"{SYNCED:%d/%m/%Y}"}
    at = {"code": "di-lam-an-xa", "body": site.body.pk}
    assert "Nhập 1 dòng" in html.unescape(site.posts("list-import", said, **at).content.decode())
    site.posts("list-preview", {}, **at)

    answer = site.posts("absences-export", {"purpose": "Báo cáo quý (mẫu)"})

    page = load_workbook(BytesIO(answer.content)).active
    assert "Báo cáo quý (mẫu)" in page["A1"].value
    assert [cell.value for cell in page[4]][:4] == [
        "Nguyễn Mẫu Số 0", "Chi bộ thôn Mẫu Đoài", "Bình Thử", "12 phố Mẫu",
    ]  # fmt: skip


def test_a_transfer_from_its_event_to_its_new_cell(site):
    school = site.province.organisations["truong"]
    said = {
        "person": site.member.pk, "way": "chinh_thuc", "event": "Chuyển nơi ở", "event_on": "05/11/2026",
        "to_cell": school.pk, "document": "Đơn (mẫu)",
    }  # fmt: skip
    site.posts("cell-transfer-new", said, by=site.head, body=site.cell.pk)
    row = CellTransfer.objects.get()
    at = {"pk": row.pk, "body": site.body.pk}
    told = site.reads("cell-transfer", pk=row.pk)
    assert "Chưa rõ quy định" in told, "no text of that day is known"
    assert "Quy định trước: 60 ngày làm việc" in told

    sent = {"day": "10/11/2026", "document": "Giấy 3 (mẫu)"}
    site.posts("cell-transfer-deed", sent, deed="giay-gioi-thieu", **at)
    taken = {"day": "16/11/2026", "taken_on": "17/11/2026", "document": "Phiếu báo (mẫu)"}
    site.posts("cell-transfer-deed", taken, deed="tiep-nhan", **at)

    assert Membership.objects.get(person=site.member, last_day=None).cell == school
    assert "Đã tiếp nhận" in site.reads("cell-transfers", query="?xem=xong")
    assert site.member.full_name not in site.reads("cell-transfers")


def test_papers_never_handed_in_lead_to_the_file_of_the_receiving_committee_filled_in(site):
    """The sending cell lies under another committee here, so that the receiving one acts."""
    workshop, member = site.province.bodies["chi_bo_xuong"], site.province.people["doai2"]
    village = Membership.objects.get(person=member, last_day=None)
    row = CellTransfer.objects.create(
        person=member, told_on=date(2025, 11, 3), kind="chinh_thuc",
        from_cell=site.province.organisations["thuong"], to_cell=workshop.organisation,
        event="Chuyển công tác", event_on=date(2025, 11, 3), letter="Giấy 9 (mẫu)",
        left_on=date(2025, 12, 1),
    )  # fmt: skip
    assert village.cell == site.village

    told = site.reads("cell-transfer", pk=row.pk)
    assert "Nêu xem xét xóa tên" in told
    form = site.reads("case-new", query=f"?chuyen={row.pk}", procedure="P8.CS", body=site.body.pk)

    assert 'value="01/12/2025"' in form
    assert "Giấy 9 (mẫu) ngày 01/12/2025, chưa nộp" in form
    site.reads("case-new", query="?chuyen=0", status=404, procedure="P8.CS", body=site.body.pk)


def test_a_check_done_is_kept_and_shown(site):
    unit = site.province.organisations["an"]
    at = {"unit": unit.pk, "what": "phieu_chuyen", "body": site.body.pk}
    assert "Chưa ghi lần nào" in site.reads("periodic-checks")

    said = {"day": DAY, "document": "Biên bản (mẫu)", "result": "Đủ phiếu."}
    site.posts("periodic-check", said, deed="da-lam", **at)

    assert PeriodicCheck.objects.get().done_on == TODAY
    assert "Chưa rõ quy định" in site.reads("periodic-checks")
    refused = site.posts("periodic-check", {"day": DAY, "document": "x"}, deed="sai-sot", **at)
    assert refused.status_code == 422
