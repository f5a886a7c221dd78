"""The page of a story left in a folder with its pictures, its papers and its style: readable off line."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from cases.models import Case, RecordPaper
from cases.stories.illustrated.gathering import story_of
from cases.stories.naming import stem
from documents.models import Print
from documents.pictures import pictures

PICTURES, STYLE = "anh", "kieu"
#: What the page looks like: our own sheet, and the font it names.
LOOKS = ("theme/story.css", "vendor/source-sans-3.ttf")


def write(
    cases: Sequence[Case], folder: Path, name: str, *, title: str = "", sample: bool = False
) -> Path:
    """Write the page of a family of files as `name`.html into `folder`; return where it is.

    Beside it lie the papers as PDF, the pictures of their pages, and the style; it asks for
    nothing from outside.
    """
    story = story_of(cases, _beside, title=title, sample=sample)
    for case in cases:
        _leave_papers(case, folder)
    _leave_style(folder)
    page = folder / f"{name}.html"
    with translation.override("vi"):
        page.write_text(
            render_to_string("stories/page.html", {"story": story, "style": f"{STYLE}/{LOOKS[0]}"}),
            encoding="utf-8",
        )
    return page


def _beside(case: Case, place: int, held: RecordPaper) -> tuple[str, Sequence[str]]:
    """Where a paper and the pictures of its pages lie, as seen from the page."""
    printed = getattr(held.paper, "print", None)
    if printed is None:
        return "", ()
    name = quote(stem(case.reference, place, held.paper))
    return f"{name}.pdf", [f"{PICTURES}/{name}-{n}.png" for n in range(1, printed.pages + 1)]


def _leave_papers(case: Case, folder: Path) -> None:
    (folder / PICTURES).mkdir(parents=True, exist_ok=True)
    prints = Print.objects.filter(paper__record_paper__case=case).in_bulk()
    held = case.papers.select_related("paper").order_by("paper_id")
    for place, one in enumerate(held, start=1):
        if printed := prints.get(one.paper_id):
            name, pdf = stem(case.reference, place, one.paper), bytes(printed.pdf)
            (folder / f"{name}.pdf").write_bytes(pdf)
            for number, picture in enumerate(pictures(pdf), start=1):
                (folder / PICTURES / f"{name}-{number}.png").write_bytes(picture)


def _leave_style(folder: Path) -> None:
    for look in LOOKS:
        target = folder / STYLE / look
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(str(finders.find(look)), target)
