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
from documents.pages import Issue

MM = 72 / 25.4
ANNEX = re.compile(r"Phụ lục(?: \d+)?")


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
        return {_face(letter["fontname"]) for letter in self.letters if letter["text"].strip()}


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
    def structure(self) -> pikepdf.Pdf:
        """The objects of the file."""
        return pikepdf.open(io.BytesIO(self.pdf))

    @property
    def body_lines(self) -> list[Line]:
        """Every line but the page numbers."""
        return [line for line in self.lines if line.top > 16]

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


def _face(name: str) -> str:
    return name.rpartition("Liberation-Serif")[2].strip("-")
