"""Copies of a print: who may make which, numbered in the organ's own series, from the stored bytes."""

import hashlib
import io
from datetime import date

import pikepdf
import pytest
from django.db import transaction

from documents import verification
from documents.checks import FACE
from documents.copies import Wish, make, open_to
from documents.copy_models import Copy
from documents.kinds import COMMITTEE_MINUTES, SUPERVISION_DECISION
from documents.models import BookEntry, NumberBook, Paper
from documents.proofs import MM, Proof
from documents.services import cancel, print_paper, serve
from registry.models import Body, BodyKind, Organisation, Person, Position, Post, Term

ON, LATER = date(2026, 9, 8), date(2026, 9, 15)
TRUE, RECEIVED, EXTRACT = Copy.Kind.TRUE_COPY, Copy.Kind.RECEIVED_COPY, Copy.Kind.EXTRACT


@pytest.fixture
def paper(office):
    """A decision of the committee, printed and handed to the cell it is about."""
    numbered = office.numbered()
    print_paper(numbered.pk)
    printed = Paper.objects.get(pk=numbered.pk)
    serve(printed, on=ON, to="Chi bộ thôn Mẫu Đoài", evidence="Sổ giao nhận")
    return Paper.objects.get(pk=numbered.pk)


@pytest.fixture
def cell(office):
    """The cell that received it, with its secretary."""
    unit = Organisation.objects.create(
        code="thon-mau-doai", kind="chi_bo", name="Chi bộ thôn Mẫu Đoài", place="Mẫu Thượng",
        first_day=date(2025, 8, 1),
    )  # fmt: skip
    return _body(unit, BodyKind.CELL, "Chi bộ thôn Mẫu Đoài", "CB", Position.SECRETARY)


def _body(unit, kind, name, symbol, position):
    body = Body.objects.create(
        organisation=unit, kind=kind, name=name, symbol=symbol, superior_line="ĐẢNG ỦY XÃ MẪU THƯỢNG",
        issuing_line=name.upper(), first_day=date(2025, 8, 1),
    )  # fmt: skip
    Term.objects.create(
        body=body, name="2025 - 2030", first_day=date(2025, 8, 1), last_day=date(2030, 7, 31)
    )
    person = Person.objects.create(full_name="Bàn Thị Sao")
    Post.objects.create(person=person, body=body, position=position, first_day=date(2026, 1, 5))
    return body


def wish(kind, body, **said):
    post = Post.objects.select_related("person", "body").get(
        body=body, position__in=("chu_nhiem", "bi_thu", "truong_ban")
    )
    usual = {"on": LATER, "recipients": ["Lưu hồ sơ"]}
    return Wish(kind=kind, body=body, signer=post, **(usual | said))


def words(pdf):
    return " ".join(line.text for line in Proof(pdf).lines)


def test_the_issuer_copies_the_stored_bytes_under_a_number_of_its_own_series(office, paper):
    copy = make(paper, wish(TRUE, office.body), by=office.leader)

    original, proof = Proof(bytes(paper.print.pdf)), Proof(bytes(copy.pdf))

    assert copy.number_text == "01-BS/UBKTĐU"
    assert copy.copied_sha256 == paper.print.sha256
    assert copy.sha256 == hashlib.sha256(bytes(copy.pdf)).hexdigest()
    assert words(bytes(copy.pdf)).startswith(" ".join(line.text for line in original.lines[:20]))
    assert proof.find("Số 01-BS/UBKTĐU").top > proof.find("Nơi nhận:").top
    assert proof.find("SAO Y BẢN CHÍNH").faces == {"Bold"}
    assert proof.find("Mẫu Thượng, ngày 15 tháng 9 năm 2026")
    assert verification.faults() == []


def test_the_block_stands_under_a_rule_as_wide_as_the_text(office, paper):
    proof = Proof(bytes(make(paper, wish(TRUE, office.body), by=office.leader).pdf))
    block = proof.find("SAO Y BẢN CHÍNH")

    rules = [
        rule
        for rule in proof.pages[block.page].rects + proof.pages[block.page].lines
        if rule["top"] / MM < block.top and (rule["x1"] - rule["x0"]) / MM > 160
    ]

    assert {(round(r["x0"] / MM), round(r["x1"] / MM)) for r in rules} == {(30, 195)}
    last = [
        line.top for line in proof.lines if line.page == block.page and line.text == "Hà Thị Kiểm"
    ]
    assert last[0] < rules[0]["top"] / MM < block.top


def test_a_copy_is_an_archive_file_too(office, paper):
    copy = make(paper, wish(TRUE, office.body), by=office.leader)

    with pikepdf.open(io.BytesIO(bytes(copy.pdf))) as opened:
        metadata = opened.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "U")
        assert metadata["dc:title"] == str(opened.docinfo["/Title"])
        assert metadata["xmp:CreateDate"].startswith("2026-09-15")
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20260915")
        assert "/OutputIntents" in opened.Root
        assert "/ID" in opened.trailer
        assert not {"/StructTreeRoot", "/MarkInfo", "/AcroForm"} & set(opened.Root.keys())
        assert not opened.is_encrypted
    letters = Proof(bytes(copy.pdf)).letters
    assert all(FACE.fullmatch(one["fontname"]) for one in letters)


def test_numbers_of_copies_run_on_beside_those_of_decisions(office, paper):
    numbers = [make(paper, wish(TRUE, office.body), by=office.leader).number for _ in range(3)]

    assert numbers == [1, 2, 3]
    assert office.numbered().number == 2
    assert NumberBook.objects.get(body=office.body, symbol="BS").next_number == 4
    assert BookEntry.objects.filter(deed=BookEntry.Deed.COPIED).count() == 3


def test_each_copies_only_as_the_rule_allows(office, paper, cell, refused):
    stranger = _body(office.body.organisation, BodyKind.STANDING, "Ban Thường vụ Đảng ủy xã Mẫu Hạ", "ĐU",
                     Position.SECRETARY)  # fmt: skip

    assert open_to(office.body, paper) == [TRUE, EXTRACT]
    assert open_to(cell, paper) == [RECEIVED]
    assert open_to(stranger, paper) == []
    with refused(because="Sao y bản chính do cơ quan ban hành") as caught:
        make(paper, wish(TRUE, cell), by=office.leader)
    assert "05-HD/VPTW" in str(caught.value.reasons[0])
    with refused(because="Sao lục do cơ quan đã nhận văn bản"):
        make(paper, wish(RECEIVED, office.body), by=office.leader)
    with refused(because="Trích sao do cơ quan ban hành"):
        make(paper, wish(EXTRACT, cell, pages=(1,)), by=office.leader)
    assert Copy.objects.count() == 0


def test_the_cell_that_received_it_copies_in_its_own_name(office, paper, cell):
    copy = make(paper, wish(RECEIVED, cell), by=office.leader)

    assert copy.number_text == "01-BS/CB"
    assert "SAO LỤC" in words(bytes(copy.pdf))
    assert "T/M CHI BỘ" in words(bytes(copy.pdf))


def test_the_archive_extracts_pages(office, paper):
    archive = _body(office.body.organisation, BodyKind.ORGAN, "Văn phòng Đảng ủy xã Mẫu Thượng", "VPĐU",
                    Position.HEAD)  # fmt: skip

    copy = make(paper, wish(EXTRACT, archive, pages=(2,)), by=office.leader)
    text = words(bytes(copy.pdf))

    assert copy.part == {"pages": [2]}
    assert "TRÍCH SAO" in text
    assert "Điều 4." in text
    assert "Điều 1." not in text


def test_an_extract_of_passages_says_them_letter_by_letter(office, paper, refused):
    passage = "Đoàn giám sát tự giải thể sau khi hoàn thành nhiệm vụ."

    copy = make(paper, wish(EXTRACT, office.body, passages=[passage]), by=office.leader)

    assert passage in words(bytes(copy.pdf))
    assert "Trích sao: 01-QĐ/UBKTĐU" in words(bytes(copy.pdf))
    with refused(because="không có nguyên văn đoạn"):
        make(
            paper,
            wish(EXTRACT, office.body, passages=["Đoàn giám sát giải thể."]),
            by=office.leader,
        )


def test_all_that_is_wrong_is_said_at_once(office, paper, refused):
    asked = wish(
        EXTRACT,
        office.body,
        on=date(2026, 9, 1),
        recipients=[],
        pages=(9,),
        passages=["Không có câu này"],
    )

    with refused(because="một trong hai") as caught:
        make(paper, asked, by=office.leader)

    said = " ".join(str(one) for one in caught.value.reasons)
    for part in (
        "trước ngày ban hành",
        "không có trang 9",
        "nơi nhận bản sao",
        "nguyên văn đoạn “Không có câu này”",
    ):
        assert part in said
    assert not NumberBook.objects.filter(symbol="BS").exists()


def test_only_what_was_printed_and_stands_is_copied(office, refused):
    waiting = office.numbered(SUPERVISION_DECISION)
    with refused(because="chưa có bản in để sao"):
        make(waiting, wish(TRUE, office.body), by=office.leader)
    print_paper(waiting.pk)
    printed = Paper.objects.get(pk=waiting.pk)
    cancel(printed, why="Ghi sai", on=ON)

    with refused(because="chưa có bản in để sao"):
        make(printed, wish(TRUE, office.body), by=office.leader)


def test_only_who_signs_for_the_body_signs_its_copies(office, paper, refused):
    post = Post.objects.create(
        person=office.leader, body=office.body, position=Position.CLERK, first_day=date(2026, 1, 5)
    )

    with refused(because="không giữ chức vụ được ký thay mặt"):
        make(paper, Wish(TRUE, office.body, LATER, post, ["Lưu"]), by=office.leader)


def test_where_there_is_no_room_the_block_has_a_page_of_its_own(office):
    full = office.signed(COMMITTEE_MINUTES, ON, opinions=[
        {"name": "Hà Thị Kiểm", "text": "Nhất trí với báo cáo của đoàn giám sát."}] * 9)  # fmt: skip
    printed = print_paper(full.pk)
    paper = Paper.objects.get(pk=full.pk)

    proof = Proof(bytes(make(paper, wish(TRUE, office.body), by=office.leader).pdf))
    block = proof.find("SAO Y BẢN CHÍNH")

    assert block.page + 1 == len(proof.pages)
    lowest = max(
        line.top for line in Proof(bytes(printed.pdf)).lines if line.page + 1 == printed.pages
    )
    assert (block.page + 1 == printed.pages) == (lowest < 180)


def test_copies_are_never_changed(office, paper):
    copy = make(paper, wish(TRUE, office.body), by=office.leader)

    with pytest.raises(Exception, match=r"không được|permission denied"), transaction.atomic():
        Copy.objects.filter(pk=copy.pk).update(number=9)


def test_a_changed_copy_is_found(open_office, owner_connection):
    numbered = open_office.numbered()
    print_paper(numbered.pk)
    paper = Paper.objects.get(pk=numbered.pk)
    make(paper, wish(TRUE, open_office.body), by=open_office.leader)
    assert verification.faults() == []

    with owner_connection.cursor() as owner:
        owner.execute("ALTER TABLE documents_copy DISABLE TRIGGER USER")
        owner.execute("UPDATE documents_copy SET pdf = 'khac'")

    assert any("nội dung tệp khác" in str(fault) for fault in verification.faults())
