"""The page on which a paper is copied, and the copies listed on the paper's own page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from desk.gathering import words
from desk.pages.paper import CopyPage, CopyRow
from desk.worded import worded
from documents import copies
from documents.copy_models import Copy
from documents.models import Paper
from law import Reason
from permissions.roles import LEADING
from registry.models import Body, Person, Position, Post, held_by

#: Who copies for a body: whoever keeps its books and seal, and whoever signs for it.
COPIERS = (Position.CLERK.value, *LEADING)


def copied_for(person: Person, today: date) -> list[Body]:
    """Return the bodies for which `person` makes copies on that day."""
    posts = Post.objects.filter(held_by(person, today), position__in=COPIERS)
    found = posts.select_related("body__organisation").order_by("first_day", "pk")
    return list(dict.fromkeys(one.body for one in found))


def copies_of(paper: Paper) -> list[CopyRow]:
    """Return the copies made of a paper, newest first; their bytes are not read."""
    made = Copy.objects.filter(paper=paper).defer("pdf").select_related("body").order_by("-pk")
    return [
        CopyRow(
            f"{one.number_text} · {worded(one.get_kind_display())}",
            reverse("paper-copy-pdf", kwargs={"paper": paper.pk, "copy": one.pk}),
            one.dated,
            one.body.name,
        )
        for one in made
    ]


def copy_page(
    paper: Paper, bodies: Sequence[Body], form: Any, reasons: Sequence[Reason]
) -> CopyPage:
    """Gather the form, and which body may copy in which way."""
    return CopyPage(
        title=paper.title,
        number=paper.number_text,
        back_url=reverse("paper", kwargs={"paper": paper.pk}),
        form=form,
        reasons=[words.reason(one) for one in reasons],
        ways=[(body.name, _ways(body, paper)) for body in bodies],
    )


def _ways(body: Body, paper: Paper) -> str:
    labels = [worded(kind.label).lower() for kind in copies.open_to(body, paper)]
    return ", ".join(labels) or _("không được sao văn bản này")
