"""Exits from the Party counted and looked up: each row with its kind, its decision and its day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet

from registry.exit_models import Exit
from registry.models import Person


def exits(day: date, cells: Iterable[int] | None = None) -> QuerySet[Exit]:
    """The exits that stand on `day` (inclusive): neither put right by then nor annulled by then.

    `cells` narrows them to memberships of these cells.
    """
    corrected = Q(corrected_by__isnull=False, corrected_by__entered_on__lte=day)
    restored = Q(restoration__isnull=False, restoration__decided_on__lte=day)
    earlier = Q(corrects__restoration__isnull=False, corrects__restoration__decided_on__lte=day)
    found = Exit.objects.filter(decided_on__lte=day, entered_on__lte=day)
    found = found.exclude(corrected).exclude(restored).exclude(earlier)
    return found if cells is None else found.filter(membership__cell__in=cells)


def counted(day: date, cells: Iterable[int] | None = None) -> dict[str, int]:
    """How many left in each way, every way named; `exits` gives the rows behind each number."""
    rows = exits(day, cells).values("kind").annotate(number=Count("pk"))
    found = {row["kind"]: row["number"] for row in rows}
    return {kind.value: found.get(kind.value, 0) for kind in Exit.Kind}


def exit_of(person: Person, day: date) -> Exit | None:
    """The newest exit of a person that stands on `day`; None for whoever is still, or again, a member."""
    return exits(day).filter(person=person).order_by("-last_day", "-pk").first()
