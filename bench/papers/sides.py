"""The two ways of printing a paper, and the bare one: what the press adds to WeasyPrint itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.conf import settings
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from documents.drafting import Draft, draft
from documents.kinds import find
from documents.pages import STYLE, Issue, page_of
from documents.press import VARIANT, press
from documents.samples import sample_body, sample_values

OURS, WHOLE, BARE = "values → paper", "draft → paper", "bare WeasyPrint"
ON = date(2026, 9, 8)

#: A decision, a plan, a report of several pages, minutes, a ballot slip, a letter.
CODES = ("QD-01", "KH-01", "BC-02", "BB-05", "PH-01", "CV-01")

Deed = Callable[[], bytes]


def drafted(code: str) -> Draft:
    """Return the sample draft of a kind."""
    kind = find(code)
    return draft(kind, sample_values(kind, ON), body=sample_body(kind), on=ON)


def page(one: Draft) -> str:
    """Return the page of a draft as it is issued."""
    return page_of(one.kind, one.layout, one.values, Issue(ON, number=3))


def ours(code: str) -> Deed:
    """Print from frozen values, as `print_paper` does: templates, one font, nothing opened from outside."""
    one = drafted(code)
    return lambda: press(page(one))


def whole(code: str) -> Deed:
    """Check the values, then print: what a preview costs."""
    return lambda: press(page(drafted(code)))


def bare(code: str) -> Deed:
    """WeasyPrint alone, of a finished page, with the parsed style and the fonts used again."""
    fonts = FontConfiguration()
    sheet = CSS(filename=settings.BASE_DIR / "templates" / STYLE, font_config=fonts)
    html = page(drafted(code))
    return lambda: HTML(string=html).write_pdf(
        stylesheets=[sheet], font_config=fonts, pdf_variant=VARIANT
    )


SIDES = {OURS: ours, WHOLE: whole, BARE: bare}
