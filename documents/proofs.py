"""A printed paper as the checker sees it: lines with place, size and face, and their source."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pdfplumber
import pikepdf
from pdfplumber.utils.exceptions import PdfminerException

from documents.catalogue import Kind
from documents.layouts import Layout
from documents.marked import Marked, marked_up
from documents.pages import Issue

MM = 72 / 25.4
ANNEX = re.compile(r"Phụ lục(?: \d+)?")
LEFT, LEFT_ON_VERSO = 30.0, 15.0  # mm: where the text begins
HEAD_OF_PAGE = 16  # mm from the top: only the page number stands there


@dataclass(frozen=True)
class Source:
    """What a paper was printed from; a file found on a disk has none."""

    kind: Kind
    layout: Layout
    issue: Issue
    page: str

    @cached_property
    def text(self) -> str:
        """The words of the page, without its tags."""
        body = self.page.partition("<body")[2].partition(">")[2]
        return html.unescape(re.sub(r"<[^>]+>", " ", body))

    @cached_property
    def table_heads(self) -> list[str]:
        """The words of the head of each table of the page."""
        found = re.findall(r"<thead>(.*?)</thead>", self.page, re.DOTALL)
        return [html.unescape(re.sub(r"<[^>]+>", " ", head)) for head in found]

    @cached_property
    def marked(self) -> list[Marked]:
        """The elements of the page that bear an id, a class or the name of a block."""
        return marked_up(self.page)

    def parts(self, name: str) -> list[Marked]:
        """The elements called `name`: "#o-2b" an id, ".names" a class, "can-cu" a block."""
        return [one for one in self.marked if name in one.names]

    def text_of(self, block: str) -> str:
        """The words of one block of the page; empty when it is not there."""
        found = re.search(rf'data-block="{re.escape(block)}">(.*?)</section>', self.page, re.DOTALL)
        return html.unescape(re.sub(r"<[^>]+>", " ", found[1])).strip() if found else ""


@dataclass(frozen=True)
class Line:
    """One line of type: its text, place in mm from the top left corner, and its letters."""

    page: int
    text: str
    left: float
    right: float
    top: float
    letters: tuple[dict[str, Any], ...]

    @property
    def sizes(self) -> set[float]:
        """The type sizes in it, in points."""
        return {round(letter["size"], 1) for letter in self.letters if letter["text"].strip()}

    @property
    def faces(self) -> set[str]:
        """The faces in it: "Bold", "Italic", "BoldItalic" or "" for the upright."""
        return {face(letter["fontname"]) for letter in self.letters if letter["text"].strip()}


class NotPdf(ValueError):
    """Bytes that cannot be read as a PDF."""


class Proof:
    """One PDF opened for checking; `source` is None for a file of unknown origin.

    Raises NotPdf for bytes that are something else.
    """

    def __init__(self, pdf: bytes, source: Source | None = None):
        self.pdf, self.source = pdf, source
        try:
            self.pages = list(pdfplumber.open(io.BytesIO(pdf)).pages)
        except PdfminerException:
            raise NotPdf("không đọc được như tệp PDF") from None

    @cached_property
    def letters(self) -> list[dict[str, Any]]:
        """Every letter, in the order in which the paper is read."""
        return [letter for page in self.pages for letter in page.chars]

    @cached_property
    def lines(self) -> list[Line]:
        """Every line of every page, top down; the two columns of head and foot are two lines."""
        return [line for number, page in enumerate(self.pages) for line in _lines(number, page)]

    @cached_property
    def annexes(self) -> list[int]:
        """The pages, counted from 0, on which an annex begins: its pages are counted anew."""
        opened = {}
        for line in self.body_lines:
            opened.setdefault(line.page, line)
        return [
            page
            for page, line in opened.items()
            if page and line.faces == {"Bold"} and ANNEX.fullmatch(line.text)
        ]

    @property
    def last_page(self) -> int:
        """The last page of the paper itself, counted from 0, before its annexes."""
        return (self.annexes[0] if self.annexes else len(self.pages)) - 1

    def page_number(self, page: int) -> int:
        """Which page of the paper, or of its annex, a page of the file is."""
        return page - max((start for start in self.annexes if start <= page), default=0) + 1

    @cached_property
    def type(self) -> list[dict[str, Any]]:
        """Every letter of the text, without spaces and page numbers; one of two signs stands twice."""
        shown = (letter for letter in self.letters if letter["top"] / MM > HEAD_OF_PAGE)
        return [letter for letter in shown for _ in "".join(letter["text"].split())]

    @cached_property
    def words(self) -> str:
        """The text without any space, sign by sign as `type` has it."""
        shown = (letter["text"] for letter in self.letters if letter["top"] / MM > HEAD_OF_PAGE)
        return "".join("".join(text.split()) for text in shown)

    def letters_of(self, part: Marked) -> list[dict[str, Any]]:
        """The letters a part of the source was printed with; of equal words, those nearest its place."""
        found = [one.start() for one in re.finditer(re.escape(part.text), self.words)]
        if not found or not part.text:
            return []
        at = min(found, key=lambda start: abs(start - part.start))
        return self.type[at : at + len(part.text)]

    @cached_property
    def structure(self) -> pikepdf.Pdf:
        """The objects of the file."""
        return pikepdf.open(io.BytesIO(self.pdf))

    def margin(self, number: int) -> float:
        """Where the text of a page begins, in mm; in two-sided printing a verso mirrors its margins."""
        mirrored = self.source is not None and self.source.issue.two_sided and number % 2 == 0
        return LEFT_ON_VERSO if mirrored else LEFT

    @property
    def body_lines(self) -> list[Line]:
        """Every line but the page numbers."""
        return [line for line in self.lines if line.top > HEAD_OF_PAGE]

    def find(self, text: str) -> Line | None:
        """The first line that begins with `text`."""
        return next((line for line in self.lines if line.text.startswith(text)), None)


def _lines(number: int, page: Any) -> Iterator[Line]:
    for words in _rows(page):
        yield Line(
            page=number,
            text=" ".join(word["text"] for word in words),
            left=words[0]["x0"] / MM,
            right=words[-1]["x1"] / MM,
            top=min(word["top"] for word in words) / MM,
            letters=tuple(letter for word in words for letter in word["chars"]),
        )


def _rows(page: Any) -> Iterator[list[dict[str, Any]]]:
    """Words of one line; a wide gap, or a change of style over a smaller one, parts two columns."""
    words = page.extract_words(return_chars=True, keep_blank_chars=False, x_tolerance=1.5)
    row: list[dict[str, Any]] = []
    for word in words:
        if row and not _goes_on(row[-1], word):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _goes_on(before: dict[str, Any], word: dict[str, Any]) -> bool:
    gap = (word["x0"] - before["x1"]) / MM
    same_style = before["chars"][-1]["fontname"] == word["chars"][0]["fontname"]
    level = abs(word["bottom"] - before["bottom"]) < 2
    return level and -0.5 <= gap < (12 if same_style else 5)


def face(name: str) -> str:
    """The face a font's name tells of: "Bold", "Italic", "Bold-Italic", "" for the upright."""
    return name.rpartition("Liberation-Serif")[2].strip("-")
