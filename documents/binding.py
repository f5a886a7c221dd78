"""Putting a whole file into one PDF or one archive: its front pages, then every paper as its bytes are stored."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pikepdf
from PIL import Image, UnidentifiedImageError

from documents.press import press

#: One moment for all names in an archive, so that the same file gives the same archive.
_ALWAYS = (1980, 1, 1, 0, 0, 0)
#: An A4 page at 150 dots an inch: what a photographed document is put on.
_SHEET = (1240, 1754)
#: Pages of one foreign document; a longer one goes beside the whole, not in it.
MOST_PAGES = 1000
_UNREADABLE = (
    pikepdf.PdfError, pikepdf.PasswordError, UnidentifiedImageError, Image.DecompressionBombError,
    Image.DecompressionBombWarning, OSError, ValueError,
)  # fmt: skip
#: What a page of a foreign document may not do when it is opened in the bound file.
_RUNS = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData")


@dataclass(frozen=True)
class Part:
    """One document to be bound: under which heading, what it is called, and its bytes as a PDF (None: not in it)."""

    heading: str
    title: str
    pdf: bytes | None
    foreign: bool = False


#: Writes the front pages, given on which page of the whole each part begins (0: it is not in it).
Front = Callable[[Sequence[int]], str]


def bind(title: str, front: Front, parts: Sequence[Part], *sheets: str) -> bytes:
    """Return one PDF: the front pages, then every part, unaltered, with bookmarks by heading and title.

    `sheets` are the style sheets of the front pages, beside that of papers.
    """
    lengths = [pages_in(part.pdf) for part in parts]
    before, pages, starts = _front(front, lengths, sheets)
    bound = pikepdf.Pdf.new()
    _add(bound, before, foreign=False)
    for part in parts:
        if part.pdf is not None:
            _add(bound, part.pdf, foreign=part.foreign)
    assert len(bound.pages) == pages + sum(lengths)
    _bookmark(bound, title, parts, starts)
    with bound.open_metadata(set_pikepdf_as_editor=False) as said:
        said["dc:title"] = title
    bound.Root.Lang = pikepdf.String("vi")
    out = io.BytesIO()
    bound.save(out, deterministic_id=True)
    return out.getvalue()


def pages_in(pdf: bytes | None) -> int:
    """How many pages a PDF has; none where there is no PDF."""
    if pdf is None:
        return 0
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def as_pdf(content: bytes, kind: str) -> bytes | None:
    """Return a document as a PDF that can be bound; None for one that opens only by a password, or not at all."""
    try:
        if kind == "application/pdf":
            return content if 0 < pages_in(content) <= MOST_PAGES else None
        return _pictured(content, kind)
    except _UNREADABLE:
        return None


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a ZIP of the named files in their order, and a list of their SHA-256 that `sha256sum -c` reads."""
    out, sums = io.BytesIO(), []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files:
            packed.writestr(zipfile.ZipInfo(name, _ALWAYS), content, zipfile.ZIP_DEFLATED)
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
        packed.writestr(zipfile.ZipInfo("SHA256SUMS.txt", _ALWAYS), "".join(sums))
    return out.getvalue()


def _front(
    front: Front, lengths: Sequence[int], sheets: Sequence[str]
) -> tuple[bytes, int, list[int]]:
    """The front pages with the right numbers in them: how many they are moves every number, so it is tried."""
    pages = 0
    for _attempt in range(5):
        starts = _starts(pages, lengths)
        pdf = press(front(starts), *sheets)
        if (found := pages_in(pdf)) == pages:
            return pdf, pages, starts
        pages = found
    raise ValueError("The front pages of a file do not come to rest.")


def _starts(pages: int, lengths: Sequence[int]) -> list[int]:
    starts, at = [], pages + 1
    for length in lengths:
        starts.append(at if length else 0)
        at += length
    return starts


def _add(bound: pikepdf.Pdf, pdf: bytes, *, foreign: bool) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        if foreign:
            for page in opened.pages:
                _quieten(page)
        bound.pages.extend(opened.pages)


def _quieten(page: pikepdf.Page) -> None:
    """Take out of a foreign page whatever would run when it is opened or pressed; its look stays."""
    if "/AA" in page.obj:
        del page.obj["/AA"]
    if "/Annots" in page.obj:
        quiet = [one for one in page.obj["/Annots"] if not _runs(one)]
        page.obj["/Annots"] = pikepdf.Array(quiet)


def _runs(annotation: pikepdf.Object) -> bool:
    deed = annotation.get("/A")
    return "/AA" in annotation or (deed is not None and str(deed.get("/S", "")) in _RUNS)


def _bookmark(bound: pikepdf.Pdf, title: str, parts: Sequence[Part], starts: Sequence[int]) -> None:
    with bound.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(title, 0))
        under: pikepdf.OutlineItem | None = None
        for part, start in zip(parts, starts, strict=True):
            if not start:
                continue
            if under is None or under.title != part.heading:
                under = pikepdf.OutlineItem(part.heading, start - 1)
                outline.root.append(under)
            under.children.append(pikepdf.OutlineItem(part.title, start - 1))


def _pictured(content: bytes, kind: str) -> bytes | None:
    """A photographed document on a sheet of A4, no larger than it."""
    if not kind.startswith("image/"):
        return None
    with Image.open(io.BytesIO(content)) as picture:
        drawn = picture.convert("RGB")
    drawn.thumbnail(_SHEET)
    sheet = Image.new("RGB", _SHEET, "white")
    sheet.paste(drawn, ((_SHEET[0] - drawn.width) // 2, (_SHEET[1] - drawn.height) // 2))
    out = io.BytesIO()
    sheet.save(out, format="PDF", resolution=150.0)
    return out.getvalue()
