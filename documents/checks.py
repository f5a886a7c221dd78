"""What any official paper must look like, wherever it comes from: one function a check."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date

from documents.proofs import LEFT, MM, Line, Proof
from documents.wording import month

Check = Callable[[Proof], Iterator[str]]

WIDTH, TOP_OF_TEXT, TOLERANCE = 165.0, 20.0, 0.3
MIDDLE, HEIGHT_OF_HEAD = 105.0, 30.0  # where the number may stand, below the line of the date
UNFILLED = re.compile(r"…|\.{3,}|_{3,}|\[\s*\]|\{\{|\}\}|\{%|[\ue000-\uf8ff]")
NUMBER = re.compile(r"Số \d{2,}-[A-ZĐ][A-Za-zĐi]*/[A-ZĐ]+(?:-[A-ZĐ]+)*")
OPEN_NUMBER = re.compile(r"Số ?-[A-ZĐ][A-Za-zĐi]*/[A-ZĐ]+(?:-[A-ZĐ]+)*")
FACE = re.compile(r"[A-Z]{6}\+Liberation-Serif(?:-Bold|-Italic|-Bold-Italic)?")
DATE = re.compile(r"ngày (?P<day>\d{1,2})? ?tháng (?P<month>\d{1,2}) năm (?P<year>\d{4})$")


def paper_is_a4(proof: Proof) -> Iterator[str]:
    """Every page is 210 × 297 mm."""
    for number, page in enumerate(proof.pages, 1):
        size = round(float(page.width) / MM), round(float(page.height) / MM)
        if size != (210, 297):
            yield f"trang {number} khổ {size[0]} × {size[1]} mm"


def text_stays_within_margins(proof: Proof) -> Iterator[str]:
    """Text runs from 30 to 195 mm (15 to 180 on a verso), and from 20 to 277 mm down the page."""
    for line in proof.body_lines:
        left = proof.margin(line.page + 1)
        if line.left < left - TOLERANCE or line.right > left + WIDTH + TOLERANCE:
            yield f"“{line.text[:30]}” ở {line.left:.1f}–{line.right:.1f} mm"
        if line.top < TOP_OF_TEXT - TOLERANCE or line.letters[0]["bottom"] / MM > 277 + TOLERANCE:
            yield f"“{line.text[:30]}” ở ngoài lề trên, dưới"


def only_the_paper_font(proof: Proof) -> Iterator[str]:
    """Every letter comes from Liberation Serif, embedded."""
    for name in {letter["fontname"] for letter in proof.letters}:
        if not FACE.fullmatch(name):
            yield f"phông {name}"


def title_rule_is_as_long_as_the_title(proof: Proof) -> Iterator[str]:
    """The rule under ĐẢNG CỘNG SẢN VIỆT NAM has the title's length, within 0.3 mm each side."""
    title = proof.find("ĐẢNG CỘNG SẢN VIỆT NAM")
    if title is None:
        yield "không có tiêu đề"
        return
    rules = [(r["x0"] / MM, r["x1"] / MM) for r in proof.pages[0].rects + proof.pages[0].lines]
    if not any(abs(a - title.left) <= 0.3 and abs(b - title.right) <= 0.3 for a, b in rules):
        yield "không có đường kẻ dài bằng tiêu đề"


def sizes_and_faces_are_official(proof: Proof) -> Iterator[str]:
    """Title 15 bold, number 14 upright, place and date 14 italic, Nơi nhận 14 upright."""
    expected = {
        "ĐẢNG CỘNG SẢN VIỆT NAM": ({15.0}, {"Bold"}),
        "Nơi nhận:": ({14.0}, {""}),
        "T/M ": ({14.0}, {"Bold"}),
    }
    for start, (sizes, faces) in expected.items():
        line = proof.find(start)
        if line and (line.sizes, line.faces) != (sizes, faces):
            yield f"“{line.text}” cỡ {sorted(line.sizes)}, kiểu {sorted(line.faces)}"
    number, dated = number_line(proof), date_line(proof)
    if number and (number.sizes, number.faces) != ({14.0}, {""}):
        yield f"“{number.text}” cỡ {sorted(number.sizes)}, kiểu {sorted(number.faces)}"
    if dated and (dated.sizes, dated.faces) != ({14.0}, {"Italic"}):
        yield f"“{dated.text}” không phải cỡ 14, nghiêng"


def page_numbers_start_on_the_second_page(proof: Proof) -> Iterator[str]:
    """No number on page 1; from page 2 an Arabic figure, size 14, centred, 10 mm from the top.

    An annex counts its own pages, in the same way.
    """
    for number in range(1, len(proof.pages) + 1):
        found = [line for line in proof.lines if line.page == number - 1 and line.top < 16]
        counted = proof.page_number(number - 1)
        expected = [] if counted == 1 else [str(counted)]
        if [line.text for line in found] != expected:
            yield f"trang {number}: thấy {[line.text for line in found]}"
        for line in found:
            middle = (line.left + line.right) / 2
            centred = abs(middle - proof.margin(number) - WIDTH / 2) <= 0.5
            if not centred or not 9.5 <= line.top <= 12.5:
                yield f"trang {number}: số trang ở {middle:.1f} mm, cách mép trên {line.top:.1f} mm"


def nothing_is_left_unfilled(proof: Proof) -> Iterator[str]:
    """No dots, brackets or template marks where words should stand."""
    for line in proof.lines:
        if gap := UNFILLED.search(line.text):
            yield f"“{gap[0]}” trong “{line.text[:40]}”"


def text_is_composed(proof: Proof) -> Iterator[str]:
    """Letters with their marks are single characters (Unicode NFC)."""
    for line in proof.lines:
        if not unicodedata.is_normalized("NFC", line.text):
            yield f"“{line.text[:40]}” không ở dạng dựng sẵn"


def number_has_its_form(proof: Proof) -> Iterator[str]:
    """The number reads "Số 03-QĐ/UBKTĐU", or leaves a gap after "Số"."""
    line = number_line(proof)
    if line and not (NUMBER.fullmatch(line.text) or OPEN_NUMBER.fullmatch(line.text)):
        yield f"“{line.text}”"


def date_has_its_zeros(proof: Proof) -> Iterator[str]:
    """Days below 10 and months 1 and 2 have a leading zero, other months have none."""
    line = date_line(proof)
    if line is None:
        yield "không có ngày, tháng, năm"
        return
    found = DATE.search(line.text)
    if found["day"] and len(found["day"]) != 2:
        yield f"ngày viết “{found['day']}”"
    if found["month"] != month(int(found["month"])):
        yield f"tháng viết “{found['month']}”"
    if day_of(line) is None:
        yield f"không có ngày nào là “{found[0]}”"


def recipients_stand_on_the_left(proof: Proof) -> Iterator[str]:
    """Nơi nhận and its lines stand left of the middle, the names in size 12."""
    start = proof.find("Nơi nhận:")
    if start is None:
        return
    names = [line for line in proof.lines if line.page == start.page and line.sizes == {12.0}]
    names = [line for line in names if line.top > start.top]
    if start.left > LEFT + TOLERANCE or any(line.right > 110 for line in names):
        yield "nơi nhận không ở bên trái"
    if not names:
        yield "nơi nhận không có dòng nào cỡ 12"
    elif not names[-1].text.endswith("."):
        yield f"dòng cuối “{names[-1].text}” không kết thúc bằng dấu chấm"


def signature_is_not_alone(proof: Proof) -> Iterator[str]:
    """The page with the signature also carries a line of the text; a ballot slip has none."""
    if proof.find("PHIẾU "):
        return
    last = proof.last_page
    foot = next((line for line in proof.lines if line.page == last and _opens_foot(line)), None)
    if foot is None:
        yield "không thấy phần ký ở trang cuối"
    elif not any(line.page == last and 16 < line.top < foot.top for line in proof.lines):
        yield "phần ký đứng một mình ở trang cuối"


def file_is_tagged_and_archivable(proof: Proof) -> Iterator[str]:
    """Declared PDF/A-3a: tagged, Vietnamese, colour profile, metadata, id, not encrypted."""
    root = proof.structure.Root
    metadata = proof.structure.open_metadata()
    present = {
        "ngôn ngữ": str(root.get("/Lang", "")) == "vi",
        "thẻ cấu trúc": "/StructTreeRoot" in root and bool(root.get("/MarkInfo")),
        "hồ sơ màu": "/OutputIntents" in root,
        "khai báo PDF/A-3a": [metadata.get(f"pdfaid:{of}") for of in ("part", "conformance")]
        == ["3", "A"],
        "mã tệp": "/ID" in proof.structure.trailer,
        "tên văn bản": bool(metadata.get("dc:title")),
        "không mã hóa": not proof.structure.is_encrypted,
    }
    for what, there in present.items():
        if not there:
            yield f"thiếu {what}"


def paper_carries_no_hash(proof: Proof) -> Iterator[str]:
    """Issued papers carry no hash of any data."""
    if found := re.search(r"[0-9a-f]{40,}", "".join(letter["text"] for letter in proof.letters)):
        yield f"có mã băm {found[0][:12]}"


OF_ANY_FILE: tuple[Check, ...] = (
    paper_is_a4,
    text_stays_within_margins,
    only_the_paper_font,
    title_rule_is_as_long_as_the_title,
    sizes_and_faces_are_official,
    page_numbers_start_on_the_second_page,
    nothing_is_left_unfilled,
    text_is_composed,
    number_has_its_form,
    date_has_its_zeros,
    recipients_stand_on_the_left,
    signature_is_not_alone,
    file_is_tagged_and_archivable,
    paper_carries_no_hash,
)


def number_line(proof: Proof) -> Line | None:
    """The line with the number: in the head, under the issuing organ, left of the middle."""
    dated = date_line(proof)
    within = (dated.top if dated else TOP_OF_TEXT) + HEIGHT_OF_HEAD
    return next(
        (
            line
            for line in proof.lines
            if line.page == 0
            and line.text.startswith(("Số ", "Số:"))
            and line.right < MIDDLE
            and line.top < within
        ),
        None,
    )


def date_line(proof: Proof) -> Line | None:
    """The line with place and day."""
    return next((line for line in proof.lines if line.page == 0 and DATE.search(line.text)), None)


def day_of(line: Line) -> date | None:
    """The day a line of place and day names, its month's first where the day is open; None if there is none."""
    found = DATE.search(line.text)
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"] or 1))
    except ValueError:
        return None


def _opens_foot(line: Line) -> bool:
    return line.text.startswith("Nơi nhận:") or (
        line.faces == {"Bold"}
        and line.text.startswith(("T/M ", "TRƯỞNG ĐOÀN", "TỔ TRƯỞNG", "NGƯỜI ", "CHỦ TRÌ "))
    )
