"""What the file of an official paper must be, beside how it looks: searchable, dated once, closed to the outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from documents.checks import Check, date_line, day_of, number_line
from documents.issuers import may_bear
from documents.proofs import MM, Line, Proof
from documents.refusals import classified_mark

#: Pairs of the same moment, as the two sets of metadata of a file name it.
_MOMENTS = (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate"))

#: What lets a file open, fetch, send or run something.
_OUTWARD_DEEDS = frozenset(
    {
        "/URI", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/JavaScript",
        "/Movie", "/Sound", "/Rendition",
    }
)  # fmt: skip
_OUTWARD_KEYS = ("/URI", "/JS", "/EF", "/AA")

#: Signs that break a word for the eye and spoil it for whoever searches: soft and special hyphens.
_HYPHENS = {"\u00ad": "U+00AD", "\u2010": "U+2010", "\u2011": "U+2011"}

#: Who signs for a collective, and who signs in the stead of a head: never both.
_FOR_ALL, _IN_STEAD = re.compile(r"T/M |T\.M\.? "), re.compile(r"K/T |KT\.? ")


def fonts_are_embedded_and_searchable(proof: Proof) -> Iterator[str]:
    """Every font is in the file, and says which letter each of its glyphs is."""
    for font in _fonts(proof):
        name = str(font.get("/BaseFont", "?"))
        inner = next(iter(font.get("/DescendantFonts", [])), font)
        if not any(key in inner.get("/FontDescriptor", {}) for key in _EMBEDDED):
            yield f"phông {name} không nhúng trong tệp"
        if "/ToUnicode" not in font:
            yield f"phông {name} không có bảng chữ để tìm kiếm"


def metadata_dates_are_equal(proof: Proof) -> Iterator[str]:
    """Both sets of metadata name the same moment of making and of last change."""
    metadata = proof.structure.open_metadata()
    for key, name in _MOMENTS:
        one, other = str(proof.structure.docinfo.get(key, "")), str(metadata.get(name, ""))
        if not one or not _same_moment(one, other):
            yield f"{key[1:]} “{one}”, {name} “{other}”"


def structure_says_what_is_what(proof: Proof) -> Iterator[str]:
    """The tags of the file name a document and its paragraphs; a file without tags is told of elsewhere."""
    if "/StructTreeRoot" not in proof.structure.Root:
        return
    kinds = {str(one.get("/S")) for one in _objects(proof) if one.get("/Type") == "/StructElem"}
    for needed in ("/Document", "/P"):
        if needed not in kinds:
            yield f"thẻ cấu trúc thiếu {needed[1:]}"


def file_reaches_nothing_outside(proof: Proof) -> Iterator[str]:
    """Nothing in the file opens an address, another file or a program, and nothing is attached."""
    for one in _objects(proof):
        deed = str(one.get("/S", ""))
        keys = [key[1:] for key in _OUTWARD_KEYS if key in one]
        if deed in _OUTWARD_DEEDS or keys:
            yield f"có {deed[1:] if deed in _OUTWARD_DEEDS else keys[0]}"


def paper_bears_no_secrecy_mark(proof: Proof) -> Iterator[str]:
    """No line bears MẬT, TỐI MẬT or TUYỆT MẬT: such papers are never made here."""
    for line in proof.lines:
        if mark := classified_mark(line.text):
            yield f"dấu “{mark}” trong “{line.text[:40]}”"


def nothing_is_hyphenated(proof: Proof) -> Iterator[str]:
    """No soft or special hyphen stands between the letters of a word."""
    for line in proof.lines:
        text = "".join(letter["text"] for letter in line.letters)
        for hyphen, code in _HYPHENS.items():
            if hyphen in text:
                yield f"{code} trong “{line.text[:40]}”"


def nobody_signs_for_all_and_in_anothers_stead(proof: Proof) -> Iterator[str]:
    """T/M never stands with K/T: a collective has no head to sign in the stead of."""
    bold = [line for line in proof.lines if line.faces == {"Bold"}]
    for_all = next((line for line in bold if _FOR_ALL.match(line.text)), None)
    in_stead = next((line for line in bold if _IN_STEAD.match(line.text)), None)
    if for_all and in_stead:
        yield f"“{for_all.text}” cùng với “{in_stead.text}”"


def kind_is_one_its_issuer_may_issue(proof: Proof) -> Iterator[str]:
    """A cell numbers only papers of the kinds the law of their day lists for it."""
    number, dated = number_line(proof), date_line(proof)
    borne = _KIND_AND_ORGAN.search(number.text) if number else None
    on = day_of(dated) if dated else None
    if borne is None or on is None:
        return
    if not may_bear(borne["kind"], borne["organ"], on):
        yield f"“{number.text}”: {borne['organ']} không ban hành {borne['kind']}"


def recipients_heading_is_underlined(proof: Proof) -> Iterator[str]:
    """A rule stands right under "Nơi nhận:"."""
    heading = proof.find("Nơi nhận:")
    if heading and not any(_is_under(heading, rule) for rule in _rules(proof, heading)):
        yield "“Nơi nhận:” không gạch chân"


def paper_carries_no_picture(proof: Proof) -> Iterator[str]:
    """No picture is printed on an issued paper: no code to scan, no pasted signature."""
    for number, page in enumerate(proof.pages, 1):
        if page.images:
            yield f"trang {number} có {len(page.images)} hình"


OF_ANY_PDF: tuple[Check, ...] = (
    fonts_are_embedded_and_searchable,
    metadata_dates_are_equal,
    structure_says_what_is_what,
    file_reaches_nothing_outside,
    paper_bears_no_secrecy_mark,
    nothing_is_hyphenated,
    nobody_signs_for_all_and_in_anothers_stead,
    kind_is_one_its_issuer_may_issue,
    recipients_heading_is_underlined,
    paper_carries_no_picture,
)

_KIND_AND_ORGAN = re.compile(r"-(?P<kind>\w+)/(?P<organ>[\w-]+)$")
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")


def _objects(proof: Proof) -> Iterator[pikepdf.Dictionary]:
    """Every object of the file that holds keys, those inside other objects too."""
    for one in proof.structure.objects:
        yield from _inside(one)


def _inside(one: Any) -> Iterator[Any]:
    if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        yield one
        values = [value for key, value in one.items() if key != "/Parent"]
    else:
        values = list(one) if isinstance(one, pikepdf.Array) else []
    for value in values:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield from _inside(value)


def _fonts(proof: Proof) -> list[pikepdf.Dictionary]:
    """The fonts the pages write with, each once."""
    fonts = {}
    for page in proof.structure.pages:
        for font in page.resources.get("/Font", {}).values():
            fonts[font.objgen] = font
    return list(fonts.values())


def _same_moment(one: str, other: str) -> bool:
    """Whether "D:20260908000000+07'00" and "2026-09-08T00:00:00+07:00" are one, as far as both go."""
    longer, shorter = sorted((re.sub(r"\D", "", text) for text in (one, other)), key=len)[::-1]
    return len(shorter) >= len("20260908") and longer.startswith(shorter)


def _rules(proof: Proof, line: Line) -> list[dict[str, Any]]:
    page = proof.pages[line.page]
    return page.rects + page.lines


def _is_under(line: Line, rule: dict[str, Any]) -> bool:
    low = line.letters[0]["bottom"]
    level = line.letters[0]["top"] < rule["top"] and rule["bottom"] <= low + 1
    return (
        level and abs(rule["x0"] / MM - line.left) < 0.5 and abs(rule["x1"] / MM - line.right) < 1.5
    )
