"""Any PDF is examined: who signed, is it whole, what came after; hostile files only end their own examination."""

import io
import zlib
from datetime import UTC, datetime, timedelta
from io import StringIO

import pikepdf
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from django.core.management import call_command
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.timestamps import HTTPTimeStamper

from documents.press import press
from documents.signatures import examination, verdicts
from documents.signatures.examination import Examination, examine, examined
from documents.signatures.examining import examine as facts_of
from documents.signatures.verdicts import Weight
from tests.documents.signing import PERSON, SampleAuthority, authority, issued, nearby, time_stamps


@pytest.fixture(autouse=True)
def roots(tmp_path, settings):
    """The site trusts the root of the tests."""
    settings.SIGNING_ROOTS = tmp_path / "roots"
    authority().write_root(settings.SIGNING_ROOTS)
    return settings.SIGNING_ROOTS


@pytest.fixture(scope="module")
def plain():
    return press("<html lang=vi><title>Thông báo</title><body><p>Nội dung</p></body></html>")


def signed(pdf, field="Signature1", *, by=None, subfilter=SigSeedSubFilter.PADES, **said):
    """A file signed elsewhere, with other habits than ours."""
    key, certificate = by or issued(PERSON)
    held = pkcs12.serialize_key_and_certificates(b"k", key, certificate, None, pkcs12_unencrypted())
    signer = SimpleSigner.load_pkcs12_data(held, other_certs=())
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    stamper = said.pop("stamper", None)
    meta = PdfSignatureMetadata(field_name=field, subfilter=subfilter, **said)
    spec = SigFieldSpec(field, on_page=0, box=(60, 60, 200, 100))
    return sign_pdf(writer, meta, signer, timestamper=stamper, new_field_spec=spec).getvalue()


def pkcs12_unencrypted():
    from cryptography.hazmat.primitives.serialization import NoEncryption

    return NoEncryption()


@pytest.fixture
def look(roots):
    """Examine a file of no danger in this process, which saves starting one."""
    return lambda pdf: examined(facts_of(pdf, roots))


def sentences(found: Examination) -> list[str]:
    return [
        said.text
        for one in found.signatures
        for said in verdicts.on_signature(one, found.revisions)
    ]


def added_behind(pdf, change):
    """The file with one more revision, in which `change` was made."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class TestOurOwnPaper:
    def test_is_whole_with_four_known_signatures(self, signing):
        found = examine(signing.sample())

        assert [one.field for one in found.signatures] == [
            "Signature1", "Signature2", "Signature3", "Signature4",
        ]  # fmt: skip
        assert all(one.is_sound and one.is_known for one in found.signatures)
        assert [one.covers for one in found.signatures] == ["revision"] * 3 + ["file"]
        assert [one.later for one in found.signatures] == ["filling"] * 3 + ["nothing"]
        assert [one.certifies for one in found.signatures] == [2, 0, 0, 0]
        assert verdicts.on_file(found).weight is Weight.GOOD

    def test_one_changed_byte_is_caught_wherever_it_is(self, look, signing):
        pdf = signing.sample()
        places = [200, len(pdf) // 4, len(pdf) // 2, 3 * len(pdf) // 4, len(pdf) - 60]

        for at in places:
            found = look(pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :])
            assert verdicts.on_file(found).weight is Weight.BAD, at

    def test_a_page_changed_afterwards_is_caught(self, look, signing):
        def another_page_size(writer):
            page, _ = writer.find_page_for_modification(0)
            page.get_object()[pdf_name("/Rotate")] = writer.add_object(pdf_number(90))
            writer.mark_update(page)

        found = look(added_behind(signing.sample(), another_page_size))

        assert {one.later for one in found.signatures} == {"other"}
        assert "Sau khi ký, tệp bị sửa theo cách không được phép." in sentences(found)
        assert "Việc sửa sau đó trái với mức khóa mà người ký đã đặt." in sentences(found)
        assert verdicts.on_file(found).weight is Weight.BAD

    def test_of_a_stranger_is_whole_but_nobody_knows_whose(self, signing):
        found = examined(facts_of(signing.sample(), None))

        assert all(one.is_sound and not one.is_known for one in found.signatures)
        assert verdicts.on_file(found).weight is Weight.DOUBT
        assert any("chưa chắc người ký là ai" in said for said in sentences(found))


def pdf_number(value):
    from pyhanko.pdf_utils.generic import NumberObject

    return NumberObject(value)


class TestPapersOfOthers:
    def test_the_older_form_is_accepted(self, look, plain):
        found = look(signed(plain, subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED))

        assert found.signatures[0].profile == "adbe.pkcs7.detached"
        assert verdicts.form_of(found.signatures[0]) == "PKCS#7 (adbe.pkcs7.detached), SHA-256"
        assert verdicts.on_file(found).weight is Weight.GOOD

    def test_a_weak_digest_is_named(self, look, plain):
        old = {"subfilter": SigSeedSubFilter.ADOBE_PKCS7_DETACHED, "md_algorithm": "sha1"}

        found = look(signed(plain, **old))

        assert found.signatures[0].weak
        assert found.signatures[0].is_sound
        assert any("SHA-1 đã yếu" in said for said in sentences(found))

    def test_a_time_stamp_is_shown(self, look, plain):
        with nearby(time_stamps()) as address:
            pdf = signed(plain, stamper=HTTPTimeStamper(address))

        stamp = look(pdf).signatures[0].time_stamp

        assert stamp.by == "Dấu thời gian mẫu"
        assert stamp.intact
        assert stamp.chain == "known"
        assert any("Có dấu thời gian" in said for said in sentences(look(pdf)))

    def test_a_certificate_that_has_ended_is_named(self, look, plain):
        last = datetime.now(UTC) - timedelta(days=2)
        ended = authority().key(PERSON, first=last - timedelta(days=30), last=last)

        found = look(signed(plain, by=ended))

        assert found.signatures[0].chain == "expired"
        assert verdicts.on_file(found).weight is Weight.DOUBT

    def test_a_root_of_the_same_name_is_not_the_root(self, look, plain):
        other = SampleAuthority(authority().name).key(PERSON)

        found = look(signed(plain, by=other))

        assert found.signatures[0].issuer == authority().name
        assert not found.signatures[0].is_known

    def test_text_added_behind_the_last_signature_is_named(self, look, plain):
        def another_title(writer):
            writer.root[pdf_name("/Lang")] = pdf_number(1)
            writer.update_root()

        found = look(added_behind(signed(plain), another_title))

        assert verdicts.on_file(found).weight is Weight.BAD

    def test_a_name_cannot_speak_to_the_terminal(self, look, plain):
        found = look(signed(plain, by=authority().key("Hà\x1b[31m Thị\n Kiểm")))

        assert found.signatures[0].holder.isprintable()

    def test_a_file_without_signatures_says_so(self, look, plain):
        found = look(plain)

        assert found.signatures == ()
        assert verdicts.on_file(found).text == "Tệp không có chữ ký số nào."


def a_bomb() -> bytes:
    """A small file whose objects unpack to three hundred million bytes."""
    packed = zlib.compressobj(9)
    held = b"".join(packed.compress(b"0" * (1 << 24)) for _ in range(20)) + packed.flush()
    head = b"%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length "
    stream = head + str(len(held)).encode() + b">>\nstream\n" + held + b"\nendstream\nendobj\n"
    xref = zlib.compress(bytes([0, 0, 0, 0, 1, 0, 9, 0, 2, 0, 1, 0]))
    table = (
        b"3 0 obj\n<</Type/XRef/Size 3/W[1 2 1]/Root 2 0 R/Filter/FlateDecode/Length "
        + str(len(xref)).encode() + b">>\nstream\n" + xref + b"\nendstream\nendobj\n"
    )  # fmt: skip
    return stream + table + f"startxref\n{len(stream)}\n%%EOF\n".encode()


def locked(pdf: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(user="bi", owner="mat"))
    return out.getvalue()


class TestHostileFiles:
    @pytest.mark.parametrize(
        ("pdf", "fault"),
        [
            (lambda _: b"", "not_pdf"),
            (lambda _: b"PK\x03\x04" + bytes(500), "not_pdf"),
            (lambda _: "Không phải PDF".encode(), "not_pdf"),
            (lambda _: b"%PDF-1.7\n", "broken"),
            (lambda pdf: pdf[: len(pdf) // 2], "broken"),
            (lambda _: b"%PDF-1.7\n" + b"[" * 200_000 + b"startxref\n9\n%%EOF", "broken"),
            (locked, "encrypted"),
            (lambda pdf: pdf + bytes(examination.LARGEST), "large"),
        ],
    )
    def test_get_a_clear_answer(self, plain, pdf, fault):
        found = examine(pdf(plain))

        assert found == Examination(fault=fault)
        assert verdicts.on_file(found).weight is Weight.BAD

    def test_a_bomb_ends_only_its_own_examination(self):
        bomb = a_bomb()

        found = examine(bomb)

        assert len(bomb) < examination.LARGEST
        assert found.fault in ("broken", "heavy")

    def test_a_chain_of_tables_that_leads_to_itself(self, plain):
        at = plain.rindex(b"startxref")
        looped = plain[:at] + b"xref\n0 0\ntrailer\n<</Size 1/Prev %d>>\nstartxref\n%d\n%%%%EOF" % (
            at,
            at,
        )

        assert examine(looped).fault in ("broken", "heavy")

    def test_a_signature_that_is_no_signature(self, plain):
        pdf = signed(plain)
        at = pdf.index(b"/Contents <") + 11

        found = examine(pdf[:at] + b"00" * 40 + pdf[at + 80 :])

        assert verdicts.on_file(found).weight is Weight.BAD


class TestTheCommand:
    def test_tells_it_in_plain_words(self, plain, tmp_path):
        file = tmp_path / "thong-bao.pdf"
        file.write_bytes(signed(plain))
        said = StringIO()

        call_command("papers", "verify", str(file), stdout=said)

        assert f"1. Signature1: {PERSON} · {authority().name} · " in said.getvalue()
        assert "   + Phần được ký còn nguyên vẹn." in said.getvalue()
        assert said.getvalue().endswith(
            "thong-bao.pdf: 1 chữ ký số nguyên vẹn, chứng thư rõ nguồn gốc, tệp không bị sửa.\n"
        )

    def test_tells_it_in_english_too(self, plain, tmp_path):
        file = tmp_path / "notice.pdf"
        file.write_bytes(signed(plain))
        said = StringIO()

        call_command("papers", "verify", str(file), english=True, stdout=said)

        assert "What was signed is unchanged." in said.getvalue()

    def test_a_bad_file_is_a_failure(self, plain, tmp_path):
        pdf = signed(plain)
        file = tmp_path / "thong-bao.pdf"
        file.write_bytes(pdf[:300] + bytes([pdf[300] ^ 1]) + pdf[301:])

        with pytest.raises(SystemExit):
            call_command("papers", "verify", str(file), stdout=StringIO())


def test_the_root_is_kept_as_a_certificate(roots):
    (root,) = roots.iterdir()

    assert root.read_bytes() == authority().certificate.public_bytes(Encoding.PEM)
