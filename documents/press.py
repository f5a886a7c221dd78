"""The press: WeasyPrint makes a tagged PDF/A-3a of a page, with the same bytes on every machine."""

from __future__ import annotations

import os
import threading
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from documents.pages import STYLE

FONTS = Path("/usr/share/fonts/truetype/liberation2")
VARIANT = "pdf/a-3a"

#: The text library below is not safe to enter twice at once.
_ONE_AT_A_TIME = threading.Lock()


def press(html: str, *more: str, variant: str = VARIANT) -> bytes:
    """Return `html` as PDF bytes, in the style of papers and that of the sheets `more` names among the templates.

    Papers are PDF/A-3a; another `variant` is for whoever must judge by an older standard. Raises
    FileNotFoundError when the paper font is not installed.
    """
    with _ONE_AT_A_TIME:
        sheet, fonts = _set_up()
        page = HTML(string=html, url_fetcher=OnlyFonts())
        others = [
            CSS(settings.BASE_DIR / "templates" / one, font_config=fonts, url_fetcher=OnlyFonts())
            for one in more
        ]
        return page.write_pdf(stylesheets=[sheet, *others], font_config=fonts, pdf_variant=variant)


def draw(html: str) -> bytes:
    """Return `html` as a plain PDF in the paper font, nothing behind the letters: the stuff of stamps."""
    with _ONE_AT_A_TIME:
        sheet, fonts = _set_up()
        page = HTML(string=html, url_fetcher=OnlyFonts())
        return page.write_pdf(stylesheets=[sheet], font_config=fonts)


def boxes_of(html: str) -> dict[str, tuple[int, float, float, float, float]]:
    """Return where each box of a page lies, by its id: page from 1, then x1, y1, x2, y2 in points.

    Points count from the lower left corner, as signature fields of a PDF do ("o-7c", "o-3-gap").
    """
    with _ONE_AT_A_TIME:
        sheet, fonts = _set_up()
        document = HTML(string=html, url_fetcher=OnlyFonts()).render(
            stylesheets=[sheet], font_config=fonts
        )
    return {
        name: (number, *_in_points(page.height, *corners))
        for number, page in enumerate(document.pages, 1)
        for name, corners in page.anchors.items()
    }


class OnlyFonts(URLFetcher):
    """Opens the faces of Liberation Serif; any other address a page may name stays closed."""

    def fetch(self, url, headers=None):
        """Return the response for a face of the font; raises for every other address."""
        if url not in _faces():
            raise FatalURLFetchingError(f"A paper may not open {url}")
        return super().fetch(url, headers)


class OwnFonts(FontConfiguration):
    """Knows no font of the machine, only what the style sheet names by path."""

    def __init__(self):
        before = os.environ.get("FONTCONFIG_FILE")
        os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))
        try:
            super().__init__()
        finally:
            del os.environ["FONTCONFIG_FILE"]
            if before is not None:
                os.environ["FONTCONFIG_FILE"] = before


def _in_points(height: float, *corners: float) -> tuple[float, float, float, float]:
    """From pixels of 1/96 inch counted from the top to points counted from the bottom."""
    left, top, right, bottom = corners
    return left * 0.75, (height - bottom) * 0.75, right * 0.75, (height - top) * 0.75


@lru_cache
def _faces() -> frozenset[str]:
    return frozenset(path.as_uri() for path in FONTS.glob("LiberationSerif-*.ttf"))


@lru_cache
def _set_up() -> tuple[CSS, FontConfiguration]:
    if not _faces():
        raise FileNotFoundError(f"Thiếu phông in văn bản ở {FONTS}: cài gói fonts-liberation2.")
    fonts = OwnFonts()
    style = settings.BASE_DIR / "templates" / STYLE
    return CSS(filename=style, font_config=fonts, url_fetcher=OnlyFonts()), fonts
