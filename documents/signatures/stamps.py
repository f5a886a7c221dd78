"""What a signature shows on the page: a name in blue, a number, a day, a seal; or a picture of it."""

from __future__ import annotations

import io
import uuid
from pathlib import Path

from django.utils.html import format_html, format_html_join
from PIL import Image
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.layout import (
    AxisAlignment,
    BoxConstraints,
    InnerScaling,
    Margins,
    SimpleBoxLayoutRule,
)
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle

from documents.press import draw
from documents.signatures.marks import Mark, Place

#: How each mark is set where no picture of it is given; number and day as the line they stand in.
_SET = {
    Mark.PERSON: "font-size: 22pt; font-weight: bold; font-style: italic; color: #1a3fb0",
    Mark.NUMBER: "line-height: 19pt",
    Mark.DAY: "line-height: 19pt; font-style: italic",
    Mark.SEAL: "font-size: 9pt; line-height: 11pt; font-weight: bold; color: #d8141c; "
    "border: 1.2mm solid #d8141c; border-radius: 50%; padding: 3mm",
}

_PAGE = (
    "<style>@page {{ size: {}pt {}pt; margin: 0 }} "
    ".stamp {{ box-sizing: border-box; width: {}pt; height: {}pt; display: flex; "
    "flex-direction: column; justify-content: center; text-align: center; {} }}</style>"
    '<body><div class="stamp">{}</div></body>'
)


def style_of(place: Place, words: list[str], picture: Path | None = None) -> StaticStampStyle:
    """Return how a mark is drawn in its place: the `picture`, else its `words`, a line each."""
    content = _picture(picture) if picture else Drawn(_drawn(place, words))
    return StaticStampStyle(
        border_width=0,
        background=content,
        background_opacity=1.0,
        background_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MID,
            y_align=AxisAlignment.ALIGN_MID,
            margins=Margins(0, 0, 0, 0),
            inner_content_scaling=InnerScaling.STRETCH_TO_FIT,
        ),
    )


class Drawn(PdfContent):
    """One page of a PDF in memory, as the content of a stamp."""

    def __init__(self, pdf: bytes):
        self.pdf = pdf
        super().__init__()

    def render(self) -> bytes:
        """Take the page over into the file being signed, and return the command that draws it."""
        page = self.writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self.pdf)))
        name = f"/Stamp{uuid.uuid4().hex}"
        self.resources.xobject[name] = page
        left, low, right, high = page.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(high - low))
        return f"{name} Do".encode()


def _drawn(place: Place, words: list[str]) -> bytes:
    left, low, right, high = place.box
    width, height = round(right - left, 3), round(high - low, 3)
    lines = format_html_join("", "<div>{}</div>", ((line,) for line in words))
    return draw(format_html(_PAGE, width, height, width, height, _SET[place.mark], lines))


def _picture(path: Path) -> PdfImage:
    """A picture on a transparent ground, as signatures (blue) and seals (red) are kept."""
    with Image.open(path) as opened:
        opened.load()
        return PdfImage(opened.convert("RGBA"), writer=None)
