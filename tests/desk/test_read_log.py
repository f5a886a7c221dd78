"""Each read of a file leaves one line, or nothing is shown; who may see the lines, and how."""

from io import BytesIO
from subprocess import run

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from cases.models import ReadEntry
from cases.read_log import NotOpen, note
from cases.read_models import ReadPart
from registry import clock
from registry.models import Post


def noted(person):
    return [(one.part, one.surface) for one in ReadEntry.objects.filter(person=person)]


def test_each_surface_leaves_one_line(concerned):
    chair, client = concerned.signer, concerned.client(concerned.signer)
    paper = {"paper": concerned.case.papers.get(paper__kind="TB-01.KT").paper_id}
    ref = {"ref": concerned.case.reference}
    for url, line in (
        (concerned.url(), ("ho_so", "trang")),
        (concerned.url("step", step="add_evidence"), ("buoc", "trang")),
        (reverse("paper", kwargs=paper), ("van_ban", "trang")),
        (reverse("paper-pdf", kwargs=paper), ("van_ban", "trang")),
        (reverse("paper-pdf", kwargs=paper) + "?tai=1", ("tai_van_ban", "trang")),
        (reverse("paper-picture", kwargs={**paper, "page": 1}), ("van_ban", "trang")),
        (reverse("api-1:case", kwargs=ref), ("ho_so", "api")),
        (reverse("api-1:history", kwargs=ref), ("nhat_ky", "api")),
        (reverse("api-1:paper", kwargs=paper), ("van_ban", "api")),
    ):
        before = len(noted(chair))
        assert client.get(url).status_code == 200
        assert noted(chair)[before:] == [line], url


def test_the_retelling_is_noted(concerned):
    assert concerned.get(concerned.signer, "case-retold").status_code == 200

    told = ReadEntry.objects.filter(person=concerned.signer, part="ke_lai")
    assert {one.case_id for one in told} == {concerned.case.pk}


def test_lists_leave_no_line(concerned):
    client = concerned.client(concerned.signer)
    for name in ("worklist", "cases", "papers", "approvals", "meetings"):
        assert client.get(reverse(name)).status_code == 200

    assert noted(concerned.signer) == []


def test_a_line_says_by_which_office_and_which_way(concerned):
    concerned.get(concerned.signer)
    line = ReadEntry.objects.get(person=concerned.signer)

    assert line.way == "co_quan"
    assert line.post.body == concerned.case.body
    assert line.case == concerned.case


def test_writing_the_line_is_one_statement(concerned):
    with CaptureQueriesContext(connection) as asked:
        note(concerned.signer, clock.today(), concerned.case, ReadPart.FILE)

    assert len(asked.captured_queries) == 1


def test_without_the_line_nothing_is_shown(concerned):
    client = concerned.client(concerned.signer)
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")

    answer = client.get(concerned.url())

    assert answer.status_code == 500
    assert concerned.case.title not in answer.content.decode()


def test_a_line_is_neither_changed_nor_removed(concerned):
    concerned.get(concerned.signer)

    for statement in ("UPDATE cases_readentry SET way = 'x'", "DELETE FROM cases_readentry"):
        with (
            transaction.atomic(),
            connection.cursor() as cursor,
            pytest.raises(DatabaseError),
            transaction.atomic(),
        ):
            cursor.execute(statement)


def test_who_has_no_way_in_gets_no_line(concerned):
    stranger = concerned.auditor()
    Post.objects.filter(person=stranger).update(last_day="2018-01-01")

    with pytest.raises(NotOpen):
        note(stranger, clock.today(), concerned.case, ReadPart.FILE)
    assert concerned.get(stranger).status_code == 404
    assert noted(stranger) == []


def test_auditor_and_chair_see_names_the_member_sees_offices(concerned):
    auditor = concerned.auditor()
    concerned.get(concerned.lead)
    concerned.get(concerned.member)

    for overseer in (auditor, concerned.signer):
        rows = concerned.reads(overseer, "case-reads")
        assert concerned.lead.full_name in rows
        assert concerned.member.full_name in rows
    rows = concerned.reads(concerned.member, "case-reads")
    assert concerned.lead.full_name not in rows
    assert concerned.case.body.name in rows
    assert "Chính bạn" in rows
    assert "Ai đã đọc" in concerned.reads(auditor)


def test_the_book_goes_out_as_a_spreadsheet_and_in_print_and_that_is_a_read_too(concerned):
    auditor = concerned.auditor()
    concerned.get(concerned.lead)
    client, url = concerned.client(auditor), concerned.url("case-reads-export")

    refused = client.post(url, {"purpose": "", "shape": "xlsx"})
    table = client.post(url, {"purpose": "Kiểm tra việc đọc", "shape": "xlsx"})
    told = client.post(url, {"purpose": "Lưu cùng hồ sơ", "shape": "pdf"})

    assert refused.status_code == 422
    page = load_workbook(BytesIO(table.content)).active
    assert any(str(cell.value).startswith(concerned.lead.full_name) for cell in page["B"])
    said = run(["pdftotext", "-", "-"], input=told.content, capture_output=True, check=True)
    words = " ".join(said.stdout.decode().split())
    assert concerned.lead.full_name in words
    assert "Kiểm tra việc đọc" in words  # the book taken before is a line of this one
    taken = ReadEntry.objects.filter(person=auditor, part="xuat").order_by("pk")
    assert [one.purpose for one in taken] == ["Kiểm tra việc đọc", "Lưu cùng hồ sơ"]
    assert concerned.get(concerned.member, "case-reads-export").status_code == 404


def test_to_anybody_else_the_page_does_not_exist(concerned):
    officer = concerned.auditor("kiem_tra_vien")

    assert concerned.get(officer).status_code == 200
    assert concerned.get(officer, "case-reads").status_code == 404
    assert Client().get(concerned.url("case-reads")).status_code == 302


def test_the_page_costs_the_same_however_many_have_read(concerned):
    auditor = concerned.auditor()
    concerned.get(auditor, "case-reads")

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert concerned.get(auditor, "case-reads").status_code == 200
        return len(asked.captured_queries)

    few = cost()
    for _ in range(3):
        for person in (concerned.lead, concerned.signer, concerned.member):
            concerned.get(person)
    assert cost() <= few + 1  # the first with entries asks for them
