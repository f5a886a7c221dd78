"""The book of who read one file, as a print to be kept with it: every line with when, who, what and what for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.template import Context

from cases.models import Case
from documents.layouts import layout_on
from documents.pages import kept_together, templates
from documents.press import press


def book(
    case: Case, heads: Sequence[str], lines: Sequence[Sequence[str]], watermark: str, on: date
) -> bytes:
    """Return the book as a PDF of the day `on`; `watermark` says who took it, when and what for."""
    said = {
        "day": on.isoformat(), "layout": layout_on(on), "reference": case.reference, "title": case.title,
        "heads": heads, "lines": lines, "watermark": watermark,
    }  # fmt: skip
    page = templates().get_template("papers/read_book.html").render(Context(said))
    return press(kept_together(page))
