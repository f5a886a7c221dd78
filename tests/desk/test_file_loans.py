"""Paper files of members: lent on a document, back in a state, late ones a flag; the book is read and taken out."""

import html
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from openpyxl import load_workbook

from registry.file_loan_models import MemberFileLoan
from registry.members import loans
from registry.models import Person, RegisterEntry
from registry.together import answered
from tests.desk.test_member_pages import Site
from tests.registry.members.conftest import TODAY, excel, rows_of

DUE = TODAY - timedelta(days=2)
LOAN = {
    "borrower": "Lý Văn Mượn, Ban Tổ chức", "purpose": "Đối chiếu lý lịch", "allowed_by": "Bí thư Đảng ủy",
    "lent_on": f"{TODAY - timedelta(days=9):%d/%m/%Y}", "due_back": f"{DUE:%d/%m/%Y}", "document": "Phiếu mượn số 4",
}  # fmt: skip


@pytest.fixture
def site(db, settings):
    settings.STANDS_ON = TODAY
    found = Site()
    found.uploads(excel(rows_of(3, found.cells)))
    found.sends("list-preview", {}, code="dang-vien", body=found.body.pk)
    return found


def lends(site, person, **changes):
    return site.sends("file-lend", LOAN | changes, pk=person.pk, body=site.body.pk)


def member(site) -> Person:
    return Person.objects.filter(member_rows__isnull=False).order_by("pk").first()


def test_a_file_is_lent_from_the_members_page_and_stands_late_in_the_book_until_it_is_back(site):
    person = member(site)
    assert "Cho mượn hồ sơ" in site.reads("member", pk=person.pk)
    assert "Không có hồ sơ nào đang cho mượn" in site.reads("file-loans")

    lends(site, person)
    again = html.unescape(lends(site, person).content.decode())
    assert "Hồ sơ này đang cho mượn, chưa trả." in again
    assert "Quá hạn 2 ngày" in site.reads("file-loans", query="?tinh_trang=qua_han")
    ((flag,),) = answered(loans.flags([MemberFileLoan.objects.get().unit_id], TODAY))
    assert (flag.person, flag.since) == (person, DUE + timedelta(days=1))

    said = {
        "returned_on": f"{TODAY:%d/%m/%Y}",
        "condition": "Nguyên vẹn, đủ 12 tài liệu",
        "document": "Giấy nhận",
    }
    loan = MemberFileLoan.objects.get()
    site.sends("file-take-back", said, pk=loan.pk)

    assert "Không có hồ sơ nào đang cho mượn" in site.reads("file-loans")
    assert "Nguyên vẹn, đủ 12 tài liệu" in site.reads("file-loans", query="?tinh_trang=xong")
    assert answered(loans.flags([loan.unit_id], TODAY)) == [[]]
    deeds = RegisterEntry.objects.filter(person=person, deed__in=("muon_ho_so", "tra_ho_so"))
    assert list(deeds.order_by("sequence").values_list("deed", flat=True)) == [
        "muon_ho_so",
        "tra_ho_so",
    ]


def test_every_reason_against_a_loan_is_told_at_once(site):
    answer = lends(
        site, member(site), due_back=f"{TODAY - timedelta(days=20):%d/%m/%Y}", purpose=" "
    )

    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Trường này là bắt buộc" in page or "bắt buộc" in page
    assert not MemberFileLoan.objects.exists()


def test_the_book_goes_out_as_a_sheet_that_says_what_for(site):
    lends(site, member(site))

    answer = site.browser(site.keeper).post(
        "/dang-vien/muon-ho-so/xuat/", {"purpose": "Kiểm tra quý"}
    )

    sheet = load_workbook(BytesIO(answer.content)).active
    assert "Mục đích: Kiểm tra quý" in sheet["A1"].value
    assert sheet["C4"].value == "Lý Văn Mượn, Ban Tổ chức"
    assert sheet["J4"].value == "Quá hạn 2 ngày"


def test_a_loan_that_was_written_is_not_written_over(site):
    lends(site, member(site))

    with (
        pytest.raises(DatabaseError, match=r"permission denied|không cho sửa"),
        transaction.atomic(),
    ):
        MemberFileLoan.objects.update(borrower="Người khác")
