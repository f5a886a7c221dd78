"""E-order: the person signs the open file, the organ marks and seals it; bytes only ever grow."""

import hashlib
import io
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from django.conf import settings as site
from django.db import connections
from pikepdf import Name
from PIL import Image

from documents import printing, verification
from documents.checks import file_is_tagged_and_archivable
from documents.kinds import SUPERVISION_DECISION
from documents.layouts import layout_named
from documents.models import Paper, Print, SignedState, State
from documents.pages import Issue, page_of
from documents.press import boxes_of
from documents.printing import print_pending
from documents.proofs import Proof
from documents.services import awaits_signature, print_paper, sign_digitally, take_number
from documents.signatures import deeds
from documents.signatures.deeds import unsigned_file
from documents.signatures.fields import reserved_in
from documents.signatures.marks import Mark
from registry.models import Person
from tests.documents.signing import ON, ORGAN, PERSON, Signing, SigningService, authority, nearby


def files_of(paper):
    """The file after each signature, the one before any first."""
    added = list(paper.signed_states.order_by("sequence").values_list("added", flat=True))
    files = [b"".join(bytes(one) for one in added[: n + 1]) for n in range(len(added) - 1)]
    return [unsigned_file(paper), *files, bytes(paper.print.pdf)]


def poppler_says(pdf):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        told = subprocess.run(["pdfsig", "-nocert", file.name], capture_output=True, check=False)
    return told.stdout.decode()


def test_the_person_signs_first_then_the_organ_three_times(signing):
    paper = signing.ready()
    sign_digitally(paper, by=signing.office.chair)
    take_number(paper, ON)
    kept = print_paper(paper.pk)

    told = poppler_says(bytes(kept.pdf))
    states = list(paper.signed_states.order_by("sequence"))

    assert [state.mark for state in states] == ["chu_ky", "so", "ngay", "con_dau"]
    assert [state.holder for state in states] == [PERSON, ORGAN, ORGAN, ORGAN]
    assert [state.by for state in states] == [signing.office.chair, None, None, None]
    assert re.findall(r"Signature Field Name: (\w+)", told) == [
        "Signature1", "Signature2", "Signature3", "Signature4",
    ]  # fmt: skip
    assert told.count("Signature Validation: Signature is Valid.") == 4
    assert told.count("ETSI.CAdES.detached") == told.count("SHA-256") == 4
    assert told.count("  - Total document signed") == 1
    assert Paper.objects.get(pk=paper.pk).state == State.ISSUED
    assert verification.faults() == []


def test_each_file_begins_with_the_one_before_it(signing):
    paper = signing.numbered()
    print_paper(paper.pk)
    paper = Paper.objects.get(pk=paper.pk)

    files = files_of(paper)
    kept = paper.signed_states.order_by("sequence").values_list("sha256", flat=True)

    assert all(later.startswith(earlier) for earlier, later in pairwise(files))
    assert [hashlib.sha256(file).hexdigest() for file in files[1:]] == list(kept)
    assert paper.print.sha256 == list(kept)[-1]


def test_every_field_lies_in_its_box(signing):
    paper = signing.numbered()
    pdf = bytes(print_paper(paper.pk).pdf)
    layout = layout_named(paper.layout)
    boxes = boxes_of(
        page_of(SUPERVISION_DECISION, layout, paper.values, Issue(ON, day_known=False))
    )

    places = reserved_in(pdf)
    signature, seal = places[Mark.PERSON], places[Mark.SEAL]

    assert list(places) == list(Mark)
    for mark, name in ((Mark.PERSON, "o-7c"), (Mark.SEAL, "o-8")):
        assert (places[mark].page, *places[mark].box) == pytest.approx(boxes[name], abs=0.01)
    for mark, gap, line in ((Mark.NUMBER, "o-3-gap", "o-3"), (Mark.DAY, "o-4-gap", "o-4")):
        left, low, right, high = places[mark].box
        assert (left, right) == pytest.approx((boxes[gap][1], boxes[gap][3]), abs=0.01)
        assert (low, high) == pytest.approx((boxes[line][2], boxes[line][4]), abs=0.01)
    third = (signature.box[2] - signature.box[0]) / 3
    assert seal.box[2] - signature.box[0] == pytest.approx(third, abs=4)


def test_the_marks_are_seen_on_the_page(signing):
    pdf = signing.sample()

    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        seen = {
            mark: seen_in(document, place.page, place.box)
            for mark, place in reserved_in(pdf).items()
        }

    assert any(blue > red + 60 for red, _green, blue in seen[Mark.PERSON])
    assert any(red > blue + 120 for red, _green, blue in seen[Mark.SEAL])
    assert any(max(colour) < 60 for colour in seen[Mark.NUMBER])
    assert any(max(colour) < 60 for colour in seen[Mark.DAY])


def seen_in(document, page, box, scale=3):
    """The colours inside a box of a page, drawn large enough for thin strokes to be dark."""
    page = document[page - 1]
    drawn = page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")
    left, low, right, high = (round(edge * scale) for edge in box)
    return set(
        drawn.crop((left, drawn.height - high, right, drawn.height - low)).get_flattened_data()
    )


def test_a_picture_stands_for_the_name_and_for_the_seal(signing):
    for name, colour in (("signature.png", (0, 60, 220, 255)), ("seal.png", (220, 0, 0, 255))):
        picture = Image.new("RGBA", (90, 90), (0, 0, 0, 0))
        picture.paste(colour, (30, 30, 60, 60))
        picture.save(signing.folder / name)
    person = {**signing.file_key("person", PERSON), "picture": "signature.png"}
    organ = {**signing.file_key("organ", ORGAN), "picture": "seal.png"}
    signing.says(person=person, organ=organ)
    pdf = signing.issued()

    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        seal = reserved_in(pdf)[Mark.SEAL]
        seen = seen_in(document, seal.page, seal.box)

    assert {(220, 0, 0), (255, 255, 255)} <= seen
    assert poppler_says(pdf).count("Signature is Valid.") == 4
    assert list(file_is_tagged_and_archivable(Proof(pdf))) == []


def test_the_first_signature_locks_the_file_but_for_its_fields(signing):
    pdf = signing.sample()

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        signature = opened.Root.Perms.DocMDP
        first = next(field for field in opened.Root.AcroForm.Fields if field.T == "Signature1")

        assert signature.objgen == first.V.objgen
        assert signature.Reference[0].TransformParams.P == 2


def test_the_signed_file_is_still_tagged_and_archivable(signing):
    pdf = signing.sample()

    assert list(file_is_tagged_and_archivable(Proof(pdf))) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = [one for one in opened.objects if is_a(one, Name.FontDescriptor)]
        assert all({Name.FontFile2, Name.FontFile3} & set(map(Name, one.keys())) for one in fonts)
        for field in opened.Root.AcroForm.Fields:
            assert field.F & 4
            assert len(field.AP.N.read_bytes()) > 0
            assert field.StructParent in list(opened.Root.StructTreeRoot.ParentTree.Nums)


def is_a(one, kind):
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == kind


def test_the_number_waits_for_the_signature_and_keeps_its_month(signing, refused):
    paper = signing.ready()

    assert awaits_signature(paper)
    with refused(because="chưa ký số"):
        take_number(paper, ON)
    sign_digitally(paper, by=signing.office.chair)
    with refused(because="thuộc tháng khác"):
        take_number(paper, date(2026, 10, 1))
    assert take_number(paper, date(2026, 9, 30)) == 1
    assert not awaits_signature(paper)


def test_the_printed_number_has_two_figures(signing):
    pdf = signing.issued(date(2026, 9, 9))

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        number, day = (words_of(field) for field in opened.Root.AcroForm.Fields if field.T in SHORT)

    assert (number, day) == ("01", "09")


SHORT = ("Signature2", "Signature3")


def words_of(field):
    """The letters a stamp shows, read through the font it brings."""
    (stamp,) = field.AP.N.Resources.XObject.values()
    page = pikepdf.new()
    page.add_blank_page(page_size=(stamp.BBox[2], stamp.BBox[3]))
    page.pages[0].add_resource(page.copy_foreign(stamp), Name.XObject, Name.Stamp)
    page.pages[0].Contents = page.make_stream(b"/Stamp Do")
    out = io.BytesIO()
    page.save(out)
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        return document[0].get_textpage().get_text_range().strip()


class TestWhoMayNotSign:
    def test_another_person(self, signing, refused):
        other = Person.objects.create(full_name="Đinh Văn Xét")

        with refused(because="Chỉ người đã ký ban hành"):
            sign_digitally(signing.ready(), by=other)
        assert not SignedState.objects.exists()

    def test_a_certificate_of_another_name(self, signing, refused):
        signing.says(person=signing.file_key("other", "Đinh Văn Xét"))

        with refused(because="mang tên Đinh Văn Xét, không phải của Hà Thị Kiểm"):
            sign_digitally(signing.ready(), by=signing.office.chair)

    def test_a_certificate_that_has_ended(self, signing, refused):
        last = datetime.now(UTC) - timedelta(days=1)
        ended = {"first": last - timedelta(days=365), "last": last}
        signing.says(person=signing.file_key("old", PERSON, **ended))

        with refused(because="chỉ có hiệu lực từ"):
            sign_digitally(signing.ready(), by=signing.office.chair)

    def test_a_paper_that_has_its_number(self, signing, refused):
        paper = signing.ready()
        keys = signing.folder / "keys.yaml"
        aside = keys.rename(signing.folder / "aside.yaml")
        take_number(paper, ON)
        aside.rename(keys)

        with refused(because="“đã có số, chưa in”, không chờ ký số"):
            sign_digitally(paper, by=signing.office.chair)

    def test_a_body_without_keys(self, signing, refused):
        signing.says(bodies={})

        with refused(because="không ban hành văn bản ký số ở trang này"):
            sign_digitally(signing.ready(), by=signing.office.chair)

    def test_a_person_without_a_key(self, signing, refused):
        signing.says(people={})

        with refused(because="chưa cấu hình khóa ký số của Hà Thị Kiểm"):
            sign_digitally(signing.ready(), by=signing.office.chair)

    @pytest.mark.parametrize("whose", ["person", "organ"])
    def test_a_key_in_a_file_on_a_site_with_real_papers(self, signing, settings, refused, whose):
        paper = signing.ready() if whose == "person" else signing.numbered()
        settings.DEMO = settings.DEBUG = False

        with refused(because="chỉ dùng được ở trang chạy thử"):
            if whose == "person":
                sign_digitally(paper, by=signing.office.chair)
            else:
                print_paper(paper.pk)


def test_signed_twice_is_signed_once(signing):
    paper = signing.ready()

    first = sign_digitally(paper, by=signing.office.chair)
    again = sign_digitally(paper, by=signing.office.chair)

    assert first == again
    assert paper.signed_states.count() == 1


def test_what_broke_off_between_two_marks_goes_on_from_there(signing, refused):
    service = SigningService(ORGAN, pin="1357", token="ma-truy-cap", gives_up_after=2)
    with nearby(service) as address:
        (signing.folder / "pin").write_text("1357", encoding="utf-8")
        (signing.folder / "token").write_text("ma-truy-cap", encoding="utf-8")
        remote = {"store": "remote", "service": address, "credential": "dau",
                  "pin_file": "pin", "token_file": "token"}  # fmt: skip
        signing.says(organ=remote)
        paper = signing.numbered()

        with refused(because="Dịch vụ ký từ xa không ký được"):
            print_paper(paper.pk)
        half = list(paper.signed_states.order_by("sequence").values_list("mark", "sha256"))
        assert print_pending() == 0
        service.left = 1
        printed = print_paper(paper.pk)

    whole = list(paper.signed_states.order_by("sequence").values_list("mark", "sha256"))
    assert [mark for mark, _ in half] == ["chu_ky", "so", "ngay"]
    assert whole[:3] == half
    assert whole[3] == ("con_dau", printed.sha256)
    assert poppler_says(bytes(printed.pdf)).count("Signature is Valid.") == 4


def _seals(paper, dies_at):
    """Print one paper; the process is killed when that mark is signed and about to be kept."""
    keep = deeds._keep

    def keeping(held, mark, *rest):
        if mark.value == dies_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return keep(held, mark, *rest)

    deeds._keep = keeping
    printing._keep = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    print_paper(paper)


@pytest.mark.faults
def test_killed_between_any_two_marks_the_next_try_goes_on(open_office, tmp_path, settings):
    paper = Signing(open_office, tmp_path, settings).numbered()
    connections.close_all()  # a child must not close the parent's line to the database

    kept = []
    for dies_at in ("so", "ngay", "con_dau"):
        child = multiprocessing.get_context("fork").Process(target=_seals, args=(paper.pk, dies_at))
        child.start()
        child.join()
        assert child.exitcode == -signal.SIGKILL
        marks = paper.signed_states.order_by("sequence").values_list("mark", "sha256")
        assert list(marks)[: len(kept)] == kept
        kept = list(marks)
    assert [mark for mark, _ in kept] == ["chu_ky", "so", "ngay"]
    assert print_pending() == 1

    printed = Print.objects.get(paper=paper)
    assert poppler_says(bytes(printed.pdf)).count("Signature is Valid.") == 4
    assert verification.faults() == []


def test_a_body_without_keys_prints_as_before(signing):
    signing.says(bodies={})
    paper = signing.ready()
    take_number(paper, ON)

    pdf = bytes(print_paper(paper.pk).pdf)

    assert "Số 01-QĐ/UBKTĐU" in [line.text for line in Proof(pdf).lines]
    assert not SignedState.objects.exists()


@pytest.mark.parametrize(
    ("tampering", "sequence"),
    [
        ("UPDATE documents_signedstate SET added = 'khac' WHERE sequence = 2", 2),
        ("UPDATE documents_signedstate SET sha256 = 'khac' WHERE sequence = 4", 4),
        ("DELETE FROM documents_signedstate WHERE sequence = 1", 2),
    ],
)
def test_what_the_owner_changes_by_hand_is_found(
    open_office, owner_connection, tmp_path, settings, tampering, sequence
):
    Signing(open_office, tmp_path, settings).issued()
    assert verification.faults() == []

    with owner_connection.cursor() as owner:
        owner.execute("ALTER TABLE documents_signedstate DISABLE TRIGGER USER")
        owner.execute(tampering)
    owner_connection.commit()

    found = [one for one in verification.faults() if one.chain.startswith("chữ ký số")]
    assert found[0].sequence == sequence


_BYTES = """
import hashlib, django; django.setup()
from datetime import date
from documents.drafting import draft
from documents.kinds import find
from documents.pages import Issue, page_of
from documents.press import boxes_of, press
from documents.samples import sample_body, sample_values
from documents.signatures.fields import reserve
from documents.signatures.marks import places_in
kind, on = find("TB-01"), date(2026, 9, 8)
made = draft(kind, sample_values(kind, on), body=sample_body(kind), on=on)
page = page_of(kind, made.layout, made.values, Issue(on, day_known=False))
print(hashlib.sha256(reserve(press(page), places_in(boxes_of(page)))).hexdigest())
"""


def test_the_file_to_be_signed_is_the_same_wherever_it_is_made(tmp_path):
    places = [
        {"TZ": "Asia/Tokyo", "LANG": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Lima", "LANG": "vi_VN.UTF-8", "PYTHONHASHSEED": "77"},
    ]
    made = [
        subprocess.run(
            [sys.executable, "-c", _BYTES], check=True, capture_output=True, cwd=tmp_path,
            env={**os.environ, **place, "PYTHONPATH": str(site.BASE_DIR), "PYTHONUTF8": "1"},
        ).stdout
        for place in places
    ]  # fmt: skip

    assert made[0] == made[1]
    assert len(made[0].strip()) == 64


def test_a_print_keeps_the_record_of_its_last_signature_or_neither_is_there(signing):
    paper = signing.numbered()
    print_paper(paper.pk)
    print_paper(paper.pk)

    assert Print.objects.filter(paper=paper).count() == 1
    assert paper.signed_states.count() == 4
    assert authority().name == paper.signed_states.last().issuer
