"""Lists of the registers that leave the site: each is written down with its purpose, and read by who oversees it."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from cases.list_taken_models import ListTaken
from registry.journeys.rights import units_overseen_by
from registry.models import Person, Post, held_by


def note(
    person: Person, today: date, register: ListTaken.Register, rows: int, purpose: str
) -> None:
    """Write down that `person` takes out so many rows of a register; without it nothing may leave."""
    ListTaken.objects.create(
        by=person,
        post=Post.objects.filter(held_by(person, today)).order_by("pk").first(),
        register=register,
        rows=rows,
        purpose=purpose,
        at=timezone.now(),
    )


def read_by(person: Person, today: date) -> QuerySet[ListTaken]:
    """What `person` took out; to an auditor of files also what was taken in the posts of what they oversee."""
    overseen = Q(post__body__organisation__in=units_overseen_by(person, today))
    found = ListTaken.objects.filter(Q(by=person) | overseen)
    return found.select_related("by", "post__body").order_by("-pk")
