"""Which wording a kind of paper has on a day at this site: its own, or the shipped one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from documents.catalogue import Kind
from documents.drafting import Wordings
from documents.site_wording_models import SiteWording


def adopted_on(kind: Kind, day: date) -> SiteWording | None:
    """Return the version in force on a day: of those begun, the one that begins last; None: the shipped one."""
    begun = SiteWording.objects.filter(kind=kind.code, first_day__lte=day)
    return begun.order_by("-first_day", "-pk").first()


def source_on(kind: Kind, day: date) -> str | None:
    """Return the wording a paper of that day is written in; None is the shipped one."""
    found = adopted_on(kind, day)
    return (found.source or None) if found else None


def wordings_for(kinds: Iterable[Kind], day: date) -> Wordings:
    """Return what answers, without asking again, in which wording papers of these kinds are written that day."""
    codes = {kind.code for kind in kinds}
    begun = SiteWording.objects.filter(kind__in=codes, first_day__lte=day)
    sources = {one.kind: one.source or None for one in begun.order_by("first_day", "pk")}
    return lambda kind, _day: sources.get(kind.code)
