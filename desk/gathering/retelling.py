"""A matter told again from its records, with the matters it came from and led to that one may open."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse

from cases.models import Case, RecordPaper
from cases.stories.illustrated import story_of
from desk.gathering.addresses import case_url
from desk.gathering.erasing import erased_from
from desk.pages.parts import Link
from desk.pages.retelling import RetellingPage


def retelling_page(case: Case, family: Sequence[Case]) -> RetellingPage:
    """Gather the story of `case` with those files of its `family` that the reader may open."""
    story = story_of(family, _in_the_site, sample=settings.DEMO)
    return RetellingPage(Link(case.reference, case_url(case)), story, erased_from(case))


def _in_the_site(_case: Case, _place: int, held: RecordPaper) -> tuple[str, Sequence[str]]:
    """Where the site answers with a paper and with the pictures of its pages."""
    printed = getattr(held.paper, "print", None)
    if printed is None or held.emptied:
        return "", ()
    pages = range(1, printed.pages + 1)
    return reverse("paper-pdf", args=[held.paper_id]), [
        reverse("paper-picture", args=[held.paper_id, page]) for page in pages
    ]
