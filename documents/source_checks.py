"""What a paper of our own must look like, part by part: its source says which words are which part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from documents.checks import Check
from documents.proofs import MM, Proof, face
from documents.wording import month, two_figures

#: Each part of a paper: the type sizes it may have, in points, and its face (ô 1–14).
TYPE: dict[str, tuple[set[float], str]] = {
    "#o-1": ({15}, "Bold"),
    "#o-2a": ({14}, ""),
    "#o-2b": ({14}, "Bold"),
    "#o-3": ({14}, ""),
    "#o-4": ({14}, "Italic"),
    "#o-5a": ({15, 16}, "Bold"),
    "#o-5a-abstract": ({14, 15}, "Bold"),
    "#o-5b": ({12}, "Italic"),
    ".authority": ({14}, "Bold"),
    ".name": ({14}, "Bold"),
    "#o-9b": ({12}, ""),
    "#o-10b": ({14}, "Bold"),
    "#o-11a": ({12}, "Bold"),
    "#o-11b": ({14}, "Italic"),
    "#o-12": ({8}, ""),
    "#o-13": ({10}, ""),
}
POSITION = "#o-7a-post"
SIZES_OF_TEXT = {13, 14, 15}  # tables may be a little smaller than the running text

#: How far apart the lines of a paragraph may lie, in points (36-HD/VPTW; 05-HD/VPTW).
LEADING = {"2018": (18, float("inf")), "2026": (18, 22)}

#: Words that name an organ: a position never repeats whose it is (36-HD/VPTW, 1.7).
ORGAN = re.compile(r"ỦY BAN|CHI BỘ|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|ĐẢNG BỘ|\w+ ỦY\b")
DATE_IN_TEXT = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
SOFTWARE = re.compile(r"phần mềm|phiên bản|hệ thống|https?:|www\.", re.IGNORECASE)


def components_have_their_type(proof: Proof) -> Iterator[str]:
    """Every part of head and foot has its size and face."""
    for name, (sizes, style) in TYPE.items():
        for part in proof.source.parts(name):
            letters = proof.letters_of(part)
            if _sizes(letters) - sizes or _faces(letters) - {style}:
                yield f"{name[1:]} “{part.said[:30]}” {_shown(letters)}"


def text_has_its_size(proof: Proof) -> Iterator[str]:
    """The text is set in 14 or 15 points, its tables in 13 at least."""
    for part in proof.source.parts("#o-6"):
        if strange := _sizes(proof.letters_of(part)) - SIZES_OF_TEXT:
            yield f"nội dung có chữ cỡ {sorted(strange)}"


def position_is_upright(proof: Proof) -> Iterator[str]:
    """The position of whoever signs stands in capitals of 14 points, not bold."""
    for part in proof.source.parts(POSITION):
        letters = proof.letters_of(part)
        if _faces(letters) - {""} or _sizes(letters) - {14} or part.said != part.said.upper():
            yield f"“{part.said}” {_shown(letters)}"


def position_names_no_organ(proof: Proof) -> Iterator[str]:
    """Under T/M stands "PHÓ BÍ THƯ", never "PHÓ BÍ THƯ TỈNH ỦY"."""
    if not proof.source.kind.signed_by.in_office:
        return
    for part in proof.source.parts(POSITION):
        if organ := ORGAN.search(part.said):
            yield f"“{part.said}” nhắc lại “{organ[0]}”"


def lines_are_led_as_the_regime_says(proof: Proof) -> Iterator[str]:
    """The lines of a paragraph lie 18 points apart or more, in the layout of 2026 at most 22."""
    least, most = LEADING[proof.source.layout.id]
    for part in proof.source.parts("#o-6"):
        for pitch in sorted(_pitches(proof, proof.letters_of(part))):
            if not least - 0.1 <= pitch <= most + 0.1:
                yield f"dòng cách nhau {pitch:.1f} pt"


def grounds_end_as_the_regime_says(proof: Proof) -> Iterator[str]:
    """Each căn cứ ends with a semicolon, the last one as the layout says."""
    for part in proof.source.parts("can-cu"):
        rows = [row for row in part.rows if row.startswith("- ")]
        ends = [";"] * (len(rows) - 1) + [proof.source.layout.last_ground]
        for row, end in zip(rows, ends, strict=False):
            if not row.endswith(end) or row[:-1].endswith((",", ";", ".")):
                yield f"“…{row[-20:]}” phải kết thúc bằng “{end}”"


def grounds_name_only_instruments(proof: Proof) -> Iterator[str]:
    """No căn cứ names a program, an edition of the law as data, or an address."""
    for part in proof.source.parts("can-cu"):
        if named := SOFTWARE.search(part.said):
            yield f"căn cứ nêu “{named[0]}”"


def number_and_day_are_those_given(proof: Proof) -> Iterator[str]:
    """The head bears the number and the day the clerk gave, and a gap where none is given yet."""
    issue = proof.source.issue
    given = {"#o-4-gap": two_figures(issue.on.day) if issue.day_known else ""}
    if proof.source.kind.numbered:
        given["#o-3-gap"] = "" if issue.number is None else two_figures(issue.number)
    for name, expected in given.items():
        said = [part.said for part in proof.source.parts(name)]
        if said != [expected]:
            yield f"ô {name[3:4]} ghi {said}, phải là “{expected}”"


def dates_in_the_text_have_their_zeros(proof: Proof) -> Iterator[str]:
    """A date in the text reads 05/9/2026: days below 10 and the first two months with a zero."""
    for found in DATE_IN_TEXT.finditer(proof.source.text):
        day, of_year, year = found.groups()
        written = f"{int(day):02d}/{month(int(of_year))}/{year}"
        if found[0] != written:
            yield f"“{found[0]}” phải viết “{written}”"


def petition_is_addressed_as_the_regime_says(proof: Proof) -> Iterator[str]:
    """A tờ trình says "Kính gửi:" in the layout of 2018, "Kính trình:" in that of 2026."""
    kind, word = proof.source.kind, proof.source.layout.petitioned
    if kind.symbol != "TTr":
        return
    if not any(part.said.startswith(word) for part in proof.source.parts("#o-9a")):
        yield f"không có “{word}”"


def abstract_is_followed_by_five_hyphens(proof: Proof) -> Iterator[str]:
    """Five hyphens stand centred under the abstract of a named kind."""
    for _part in proof.source.parts("#o-5a-abstract"):
        found = proof.find("-----")
        if found is None or found.text != "-----":
            yield "không có năm gạch nối dưới trích yếu"


OF_EACH_PART: tuple[Check, ...] = (
    components_have_their_type,
    text_has_its_size,
    position_is_upright,
    position_names_no_organ,
    lines_are_led_as_the_regime_says,
    grounds_end_as_the_regime_says,
    grounds_name_only_instruments,
    number_and_day_are_those_given,
    dates_in_the_text_have_their_zeros,
    petition_is_addressed_as_the_regime_says,
    abstract_is_followed_by_five_hyphens,
)


def _sizes(letters: list[dict[str, Any]]) -> set[float]:
    return {round(letter["size"], 1) for letter in letters}


def _faces(letters: list[dict[str, Any]]) -> set[str]:
    return {face(letter["fontname"]) for letter in letters}


def _shown(letters: list[dict[str, Any]]) -> str:
    faces = ", ".join(sorted(one or "thường" for one in _faces(letters)))
    return f"cỡ {sorted(_sizes(letters))}, kiểu {faces or 'không có chữ'}"


def _pitches(proof: Proof, letters: list[dict[str, Any]]) -> set[float]:
    """How far each line lies under the one it goes on from; paragraphs lie further apart."""
    found = set()
    for before, letter in pairwise(letters):
        same_page = letter["page_number"] == before["page_number"]
        goes_on = letter["x0"] / MM < proof.margin(letter["page_number"]) + 0.5
        if same_page and goes_on and letter["x0"] < before["x0"] and _running(before, letter):
            found.add(round(letter["bottom"] - before["bottom"], 1))
    return found


def _running(before: dict[str, Any], letter: dict[str, Any]) -> bool:
    """Whether both stand in running text, and not in the small type of a table."""
    return {round(before["size"]), round(letter["size"])} <= {14, 15}
