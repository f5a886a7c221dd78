"""From the bytes of a print to the bytes of its copy: pages taken over as they are, and the block below a rule."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pdfplumber
import pikepdf
from django.template import Context

from documents.catalogue import SignedBy
from documents.layouts import layout_on
from documents.pages import kept_together, templates
from documents.press import boxes_of, press
from documents.wording import month, two_figures
from proof.canonical import nfc

MM = 72 / 25.4
TOP, BOTTOM, HEIGHT = 20.0, 20.0, 297.0
#: Between the last line of the paper and the rule.
APART = 6.0


@dataclass(frozen=True)
class Block:
    """What stands under the rule: who copied, under which number, when, how, signed by whom, for whom."""

    heading: str
    letterhead: Mapping[str, Any]
    number: str
    on: date
    signatory: Mapping[str, str]
    recipients: Sequence[str]
    signed_by: SignedBy


def copy_of(
    printed: bytes,
    block: Block,
    *,
    title: str,
    pages: Sequence[int] = (),
    passages: Sequence[str] = (),
) -> bytes:
    """Return the copy of a print as a PDF/A: all of it, the `pages` chosen (from 1), or the `passages`.

    Pages are taken over from the bytes, never rendered again; the same bytes in give the same bytes out.
    """
    if passages:
        return press(_page(block, title, passages=passages))
    with pikepdf.open(io.BytesIO(printed)) as taken:
        _only(taken, pages)
        free_from = _end_of_text(_saved(taken))
        _lay_below(taken, block, title, free_from)
        return _saved(taken)


def not_in(printed: bytes, passages: Iterable[str]) -> Iterator[str]:
    """Yield the passages that do not stand, letter by letter, in the text of a print."""
    with pdfplumber.open(io.BytesIO(printed)) as opened:
        letters = (
            one["text"] for page in opened.pages for one in page.chars if one["top"] / MM > 16
        )
        text = _bare("".join(letters))
    return (one for one in passages if _bare(one) not in text)


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def _only(taken: pikepdf.Pdf, pages: Sequence[int]) -> None:
    if "/AcroForm" in taken.Root:  # a signature does not live on in a copy; what it showed does
        taken.flatten_annotations()
        del taken.Root["/AcroForm"]
    if pages:
        for place in reversed(range(len(taken.pages))):
            if place + 1 not in pages:
                del taken.pages[place]


def _end_of_text(pdf: bytes) -> float:
    """How far down the last page, in mm, anything is printed."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[-1]
        ends = [one["bottom"] / MM for one in (*page.chars, *page.rects, *page.lines, *page.images)]
        return max(ends, default=TOP)


def _lay_below(taken: pikepdf.Pdf, block: Block, title: str, free_from: float) -> None:
    """On the last page where there is room for the whole block, else on a page of its own."""
    _, _, low, _, high = boxes_of(_page(block, title))["copy-block"]
    room = HEIGHT - BOTTOM - free_from - APART
    fits = (high - low) / MM <= room
    below = press(_page(block, title, start=free_from + APART - TOP if fits else 0))
    with pikepdf.open(io.BytesIO(below)) as laid:
        if fits:
            taken.pages[-1].add_overlay(laid.pages[0])
        else:
            taken.pages.extend(laid.pages)
        _as_untagged_archive(taken, laid, title)


def _as_untagged_archive(taken: pikepdf.Pdf, block: pikepdf.Pdf, title: str) -> None:
    """Two files laid together have no common tree of tags: declared PDF/A-3u, the level without one.

    The copy is called by its own title, and dated by the day on which it was made: that of its block.
    """
    for name in ("/StructTreeRoot", "/MarkInfo"):
        if name in taken.Root:
            del taken.Root[name]
    for page in taken.pages:
        if "/StructParents" in page:
            del page["/StructParents"]
    taken.docinfo["/Title"] = title
    for name in ("/CreationDate", "/ModDate"):
        taken.docinfo[name] = str(block.docinfo[name])
    said = block.open_metadata()
    with taken.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["pdfaid:conformance"] = "U"
        metadata["dc:title"] = title
        for name in ("xmp:CreateDate", "xmp:ModifyDate"):
            metadata[name] = said[name]


def _saved(taken: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    taken.save(out, deterministic_id=True)
    return out.getvalue()


def _page(block: Block, title: str, *, start: float = 0, passages: Sequence[str] = ()) -> str:
    """The page of the block, `start` mm below the upper margin, after the passages where there are any."""
    context = {
        "title": title,
        "block": block,
        "letterhead": block.letterhead,
        "signatory": block.signatory,
        "layout": layout_on(block.on),
        "start": f"{start:.2f}",
        "passages": passages,
        "paper": {
            "recipients": list(block.recipients),
            "day": block.on.isoformat(),
            "day_of_month": two_figures(block.on.day),
            "month": month(block.on.month),
            "year": block.on.year,
            "foot": f"papers/parts/foot_{block.signed_by.foot}.html",
        },
    }
    return kept_together(templates().get_template("papers/copy.html").render(Context(context)))


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", nfc(text))
