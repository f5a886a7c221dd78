"""The checker: every check of a paper and, where its source is known, of what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents import checks
from documents.checks import Check
from documents.file_checks import OF_ANY_PDF
from documents.pages import KEPT_TOGETHER
from documents.press import press
from documents.proofs import MM, Proof
from documents.source_checks import OF_EACH_PART

#: Made of every file, wherever it comes from.
OF_ANY_FILE: tuple[Check, ...] = (*checks.OF_ANY_FILE, *OF_ANY_PDF)


@dataclass(frozen=True)
class PaperFault:
    """One thing that is not as it must be."""

    paper: str
    check: str
    what: str

    def __str__(self) -> str:
        return f"{self.paper}: {self.check}: {self.what}"


def check(name: str, proof: Proof) -> tuple[int, list[PaperFault]]:
    """Return how many checks were made of a paper, and the faults found.

    Checks against the source are made only where the proof has one.
    """
    made = [*OF_ANY_FILE, *(OF_OUR_OWN if proof.source else ())]
    return len(made), [PaperFault(name, one.__name__, what) for one in made for what in one(proof)]


def every_word_is_there(proof: Proof) -> Iterator[str]:
    """The PDF says exactly what the page says, in the same order; a table says its head on each page."""
    printed = ""
    for page in proof.pages:
        letters = (one["text"] for one in page.chars if one["top"] / MM > 16)
        printed += _without_repeated_head(proof, _bare("".join(letters)), printed)
    written = _bare(proof.source.text)
    if printed != written:
        at = _first_difference(printed, written)
        yield f"khác ở “{written[max(0, at - 20) : at + 20]}”"


def numbers_stay_on_one_line(proof: Proof) -> Iterator[str]:
    """No number of a paper, no date, no article is broken over two lines."""
    lines = "\n".join(line.text for line in proof.lines)
    written = re.sub(r"\s+", " ", proof.source.text)
    for kept in {found[0] for found in KEPT_TOGETHER.finditer(written)}:
        if kept not in lines:
            yield f"“{kept}” bị ngắt dòng"


def required_blocks_are_there(proof: Proof) -> Iterator[str]:
    """Every block the kind cannot do without is on the page, with words in it."""
    for block in proof.source.kind.blocks:
        if not proof.source.text_of(block):
            yield f"thiếu phần {block}"


def lines_of_recipients_are_parted_by_the_regime(proof: Proof) -> Iterator[str]:
    """Commas part the lines of Nơi nhận in the 2018 layout, semicolons in that of 2026; a full stop ends them."""
    for part in proof.source.parts("#o-9b"):
        ends = [proof.source.layout.separator] * (len(part.rows) - 1) + ["."]
        for row, end in zip(part.rows, ends, strict=True):
            if not row.endswith(end):
                yield f"“{row}” phải kết thúc bằng “{end}”"


def same_bytes_when_pressed_again(proof: Proof) -> Iterator[str]:
    """The same page gives the same bytes."""
    if press(proof.source.page) != proof.pdf:
        yield "in lại ra tệp khác"


OF_OUR_OWN: tuple[Check, ...] = (
    every_word_is_there,
    numbers_stay_on_one_line,
    required_blocks_are_there,
    lines_of_recipients_are_parted_by_the_regime,
    same_bytes_when_pressed_again,
    *OF_EACH_PART,
)


def _without_repeated_head(proof: Proof, words: str, before: str) -> str:
    """The words of a page; where a table goes on, without the head that was said `before`."""
    said = (bare for head in proof.source.table_heads if (bare := _bare(head)) in before)
    return words.removeprefix(next(filter(words.startswith, filter(None, said)), ""))


def _first_difference(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
