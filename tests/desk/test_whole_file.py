"""A whole file taken out: one PDF in the official order, or a ZIP; nothing sealed in it, every read noted."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from pathlib import Path
from subprocess import run

import pikepdf
import pytest
from django.urls import reverse
from PIL import Image

from cases import checkpointing, services
from cases.incoming_models import IncomingEntry
from cases.models import Attachment, FileRow, ReadEntry
from documents.models import Paper, Print
from documents.services import cancel
from proof.verify import Known, Pack, checks, read_archive
from registry import clock
from tests.desk.test_petitions import Desk
from workflows import catalogue, dossiers
from workflows.rows import RowKind


class Taker:
    """The announced inspection, and somebody who takes it out."""

    def __init__(self, concerned):
        self.concerned, self.case = concerned, concerned.case
        self.officer = concerned.province.people["canbo"]

    def takes(self, shape: str, who=None, purpose: str = "Phục vụ kỳ họp"):
        client = self.concerned.client(who or self.officer)
        return client.post(self.concerned.url("case-export"), {"purpose": purpose, "shape": shape})

    def procedure(self):
        return catalogue.get(self.case.procedure)

    def first_paper_page(self, pdf: bytes) -> int:
        """The page of the whole on which its first paper begins."""
        with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
            pages = {page.objgen: place for place, page in enumerate(opened.pages, start=1)}
            return pages[outline.root[1].destination[0].objgen]

    def hands_in(self, name: str, kind: str, content: bytes) -> None:
        """The team takes a document in, with its file."""
        sha = hashlib.sha256(content).hexdigest()
        Attachment.objects.create(
            sha256=sha, name=name, kind=kind, size=len(content), content=content
        )
        said = {
            "title": "Ảnh chụp thửa đất", "given_by": "Ủy ban nhân dân xã",
            "scan": {"sha256": sha, "name": name, "size": len(content)},
        }  # fmt: skip
        today = clock.today()
        services.take_step(
            self.case, "add_evidence", actor=self.concerned.lead, acted_on=today, inputs=said
        )

    def printed(self):
        return {
            one.paper_id: one for one in Print.objects.filter(paper__record_paper__case=self.case)
        }


@pytest.fixture
def taker(concerned):
    return Taker(concerned)


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (3000, 1000), "navy").save(out, format="PNG")
    return out.getvalue()


def locked() -> bytes:
    out, pdf = io.BytesIO(), pikepdf.new()
    pdf.add_blank_page()
    pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def words_of(pdf: bytes, first: int = 1, last: int = 4) -> str:
    page = ["-f", str(first), "-l", str(last)]
    told = run(["pdftotext", *page, "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())


def bookmarks(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        return [item.title for item in outline.root]


def test_the_page_shows_what_goes_with_its_pages_and_what_is_missing(taker):
    said = taker.concerned.reads(taker.officer, "case-export")

    for shown in ("Quyết định, kế hoạch", "Biên bản công bố", "trang", "Xuất hồ sơ"):
        assert shown in said
    assert "Hồ sơ còn thiếu" not in said
    assert (
        taker.concerned.url("case-export")
        in taker.concerned.get(taker.officer, query="?muc=index").content.decode()
    )


def test_a_summary_tells_the_file_in_a_few_pages_and_is_read_like_the_whole(taker):
    answer = taker.takes("tom-tat")
    told, pages = words_of(answer.content), pikepdf.open(io.BytesIO(answer.content)).pages
    noted = ReadEntry.objects.get(case=taker.case, part="xuat")

    assert answer["Content-Disposition"].endswith(f'{taker.case.reference}-tom-tat.pdf"')
    subjects = taker.case.subjects.select_related("person")
    for said in (
        "TÓM TẮT HỒ SƠ", taker.case.title, "Tiến trình", "Nội dung và kết quả", "Thời hạn",
        taker.procedure().label, *(str(one.person) for one in subjects if one.person),
    ):  # fmt: skip
        assert said in told, said
    assert len(pages) <= 4
    assert "Mục đích: Phục vụ kỳ họp" in told
    assert noted.detail == "tóm tắt hồ sơ"


def test_what_a_file_lacks_is_named_on_the_page_and_in_the_index(taker):
    minutes = Paper.objects.get(record_paper__case=taker.case, kind="BB-06.KT")
    cancel(minutes, why="Ghi sai ngày", on=clock.today(), by=taker.concerned.signer)

    said, pdf = taker.concerned.reads(taker.officer, "case-export"), taker.takes("pdf").content

    assert "Hồ sơ còn thiếu văn bản bắt buộc: Biên bản công bố" in said
    front = words_of(pdf, 1, taker.first_paper_page(pdf) - 1)
    assert "Hồ sơ còn thiếu: Biên bản công bố." in front
    assert "Biên bản công bố (CÒN THIẾU, bắt buộc)" in front


def test_one_pdf_holds_every_paper_unaltered_in_the_official_order(taker):
    answer = taker.takes("pdf")

    assert answer["Content-Type"] == "application/pdf"
    pdf, printed = answer.content, taker.printed()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        total = len(opened.pages)
        contents = {bytes(page.Contents.read_bytes()) for page in opened.pages}
    inside = sum(one.pages for one in printed.values())
    assert 2 <= total - inside <= 4
    for one in printed.values():
        with pikepdf.open(io.BytesIO(bytes(one.pdf))) as stored:
            assert {bytes(page.Contents.read_bytes()) for page in stored.pages} <= contents
    titles = [heading.title for heading in dossiers.list_of(taker.procedure())]
    told = bookmarks(pdf)[1:]
    assert told == [title for title in [*titles, "Tài liệu khác"] if title in told]


def test_the_index_names_the_page_of_the_whole_on_which_each_paper_begins(taker):
    pdf = taker.takes("pdf").content

    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        pages = {page.objgen: place for place, page in enumerate(opened.pages, start=1)}
        starts = [
            pages[one.destination[0].objgen] for item in outline.root for one in item.children
        ]
    front = words_of(pdf, 1, starts[0] - 1)
    assert all(f" {start} " in f"{front} " for start in starts)
    assert starts == sorted(starts)


def test_the_front_is_marked_and_no_original_is(taker):
    pdf = taker.takes("pdf").content
    if out := os.environ.get("KIEM_TRA_LOOK"):
        Path(out).write_bytes(pdf)
    first = taker.first_paper_page(pdf)

    front, rest = words_of(pdf, 1, first - 1), words_of(pdf, first, 99)

    for said in (taker.officer.full_name, "Phục vụ kỳ họp", "CHỨNG TỪ KẾT THÚC", "có đủ văn bản"):
        assert said in front
    assert "Phục vụ kỳ họp" not in rest


def test_a_zip_holds_the_stored_bytes_under_numbers_with_their_hashes(taker):
    answer = taker.takes("zip")

    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        names = packed.namelist()
        held = {name: packed.read(name) for name in names}
    assert names[0] == "000-muc-luc.pdf"
    assert names[1:-1] == sorted(names[1:-1])
    assert {one.sha256 for one in taker.printed().values()} <= {
        hashlib.sha256(content).hexdigest() for content in held.values()
    }
    for line in held["SHA256SUMS.txt"].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(held[name]).hexdigest() == digest
    if out := os.environ.get("KIEM_TRA_LOOK"):
        Path(f"{out}.index.pdf").write_bytes(held["000-muc-luc.pdf"])
    assert names[1][:16] in words_of(held["000-muc-luc.pdf"])


def test_what_was_handed_in_goes_with_it_a_picture_on_a_sheet_a_locked_file_only_in_the_zip(taker):
    taker.hands_in("anh.png", "image/png", picture())
    taker.hands_in("khoa.pdf", "application/pdf", locked())

    pdf, packed = taker.takes("pdf").content, taker.takes("zip").content

    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        names = " ".join(opened.namelist())
    assert "anh-chup-thua-dat.png" in names
    assert names.count("tai-lieu") == 2
    front = words_of(pdf, 1, taker.first_paper_page(pdf) - 1)
    assert front.count("xem bản xuất ZIP") == 1


def test_what_the_team_wrote_down_goes_behind_the_papers_in_both(taker):
    today, lead = clock.today(), taker.concerned.lead
    day = {
        "planned_on": today.isoformat(),
        "place": "Nhà văn hóa thôn",
        "people": [lead.pk],
        "work": "Đối chiếu sổ.",
    }
    for step, said in (
        ("plan_team_day", day),
        ("write_diary", {"done": "Đã đọc sổ biên bản ba năm."}),
    ):
        services.take_step(taker.case, step, actor=lead, acted_on=today, inputs=said)

    said = taker.concerned.reads(taker.officer, "case-export")
    pdf, packed = taker.takes("pdf").content, taker.takes("zip").content

    assert "in khi xuất" in said
    assert bookmarks(pdf)[-1] == "Lịch, nhật ký của đoàn"
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        [name] = [one for one in opened.namelist() if "nhat-ky-doan" in one]
        sheet = opened.read(name)
    if out := os.environ.get("KIEM_TRA_LOOK"):
        Path(f"{out}.diary.pdf").write_bytes(sheet)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        last = words_of(pdf, len(opened.pages), len(opened.pages))
    for shown in (last, words_of(sheet)):
        for told in (
            "Nhà văn hóa thôn",
            lead.full_name,
            "Đối chiếu sổ.",
            "Đã đọc sổ biên bản ba năm.",
        ):
            assert told in shown
    assert taker.takes("zip").content == packed


def test_ballot_slips_are_named_as_sealed_and_are_not_in_it(taker):
    last = taker.case.history.order_by("-sequence")[0]
    number = FileRow.objects.filter(case=taker.case).order_by("-number")[0].number + 1
    FileRow.objects.create(
        case=taker.case, number=number, kind=RowKind.BALLOT, laid_by=last, facts={}, words={}
    )

    pdf = taker.takes("pdf").content

    assert "Phiếu biểu quyết: niêm phong trên giấy" in words_of(
        pdf, 1, taker.first_paper_page(pdf) - 1
    )
    assert not [title for title in bookmarks(pdf) if "Phiếu" in title]


def test_the_envelope_of_a_denouncer_is_named_by_its_alias_and_is_not_in_it(db):
    desk = Desk()
    case = desk.comes("to_cao")
    url = reverse("case-export", kwargs={"reference": case.reference})

    said = desk.reads("canbo", url)

    alias = IncomingEntry.objects.get(case=case).alias
    assert f"Phong bì danh tính, bí danh {alias}: niêm phong, giữ riêng, không xuất" in said
    packed = desk.client("canbo").post(url, {"purpose": "Xem", "shape": "zip"})
    with zipfile.ZipFile(io.BytesIO(packed.content)) as opened:
        assert opened.namelist() == ["000-muc-luc.pdf", "SHA256SUMS.txt"]


def test_each_taking_out_is_noted_with_its_purpose(taker):
    taker.takes("pdf")

    line = ReadEntry.objects.get(case=taker.case, part="xuat")
    assert (line.person, line.purpose, line.detail) == (
        taker.officer, "Phục vụ kỳ họp", "toàn bộ hồ sơ, pdf",
    )  # fmt: skip
    assert taker.takes("pdf", purpose=" ").status_code == 422
    assert ReadEntry.objects.filter(case=taker.case, part="xuat").count() == 1


def test_neither_the_member_nor_the_clerk_nor_a_stranger_takes_it_out(taker):
    people = taker.concerned.province.people
    for who in (taker.concerned.member, people["vanthu"], people["thon2b"]):
        assert taker.takes("pdf", who).status_code == 404
        assert taker.concerned.get(who, "case-export").status_code == 404
    assert not ReadEntry.objects.filter(part="xuat").exists()


@pytest.fixture
def sealing(settings, tmp_path):
    settings.CHECKPOINTS, settings.CHECKPOINT_KEY = tmp_path / "log", tmp_path / "key"
    return checkpointing.make_key()


def test_who_oversees_a_file_takes_its_proof_pack(taker, sealing):
    auditor = taker.concerned.province.people["giamsat"]

    answer = taker.takes("chung-cu", auditor, "Giao đoàn kiểm tra cấp trên")

    assert answer["Content-Disposition"].endswith(f'"{taker.case.reference}-chung-cu.zip"')
    pack = Pack(read_archive(answer.content))
    list(checks(pack, Known(key=sealing, decide=False)))
    assert pack.case["reference"] == taker.case.reference
    read = ReadEntry.objects.get(case=taker.case, person=auditor, purpose__startswith="Giao")
    assert "chung-cu" in read.detail


def test_for_others_there_is_no_such_pack_nor_where_nothing_is_sealed(taker, sealing, settings):
    auditor = taker.concerned.province.people["giamsat"]

    refused = taker.takes("chung-cu")
    settings.CHECKPOINTS = None
    unsealed = taker.takes("chung-cu", auditor)

    assert (refused.status_code, unsealed.status_code) == (422, 422)
    assert "Gói chứng cứ" not in refused.content.decode()
