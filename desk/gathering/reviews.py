"""A discipline and what reviews its decision, seen from either file: how the decision stands, and the other files."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from cases.queries import visible_to
from cases.reading import File
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.pages.parts import Fact, Link
from desk.worded import worded
from registry.models import Person
from workflows import catalogue
from workflows.reviews import Effect, reviewed, standing_of
from workflows.rows import RowKind


def standing_facts(file: File) -> list[Fact]:
    """How the decision of a discipline stands, once one was announced; of nothing else."""
    if not file.procedure.disciplines:
        return []
    standing = standing_of(file.facts)
    if standing.effect is Effect.NONE or standing.since is None:
        return []
    source = f" · {standing.source}" if standing.source else ""
    since = _("từ %(day)s") % {"day": words.day(standing.since)}
    return [Fact(_("Hiệu lực quyết định"), standing.in_words, f"{since}{source}")]


def reviews_of(file: File, person: Person, today: date) -> list[Link]:
    """What reviewed this discipline, or the discipline this file reviews, as far as the reader may open them."""
    told = {row.facts["source"] for row in file.facts.of(RowKind.REVIEW)}
    named = {*told, reviewed(file.facts).get("discipline")} - {None}
    if not named:
        return []
    there = visible_to(person, today).filter(reference__in=named).exclude(followed_by=file.id)
    there = there.exclude(origin=file.id).order_by("pk")
    return [
        Link(f"{one.reference} · {worded(catalogue.get(one.procedure).label)}", case_url(one), "folder")
        for one in there
    ]
