"""Who reads guiding documents, programmes and commitments: by the posts one holds, up and down the line."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from registry import tree
from registry.guidance_models import Directive, Pledge, ProgrammeItem
from registry.keeping import KEEPERS
from registry.members.rights import units_read_by
from registry.models import Body, Person, Post, held_by, on


def own_organisations(person: Person, day: date) -> set[int]:
    """The organisations in whose bodies `person` holds a post that day."""
    held = Post.objects.filter(held_by(person, day))
    return set(held.values_list("body__organisation", flat=True))


def bodies_kept_by(person: Person, day: date) -> list[Body]:
    """The bodies whose register `person` keeps that day, by name."""
    held = Post.objects.filter(held_by(person, day), position__in=KEEPERS)
    found = Body.objects.filter(on(day), pk__in=held.values("body"))
    return list(found.select_related("organisation").order_by("name"))


def directives_read_by(own: set[int], day: date) -> QuerySet[Directive]:
    """The documents that guide whoever works in the organisations `own`: of their lines, above and below."""
    lines: set[int] = set()
    for organisation in own:
        lines |= tree.line(organisation, day)
    return Directive.objects.filter(body__organisation__in=lines)


def items_read_by(
    person: Person, day: date, own: set[int] | None = None
) -> QuerySet[ProgrammeItem]:
    """The items of the programmes that `person` reads: of the own organisation, and of those whose line one leads.

    A unit that an item names does not read it here: how far its files are would tell of them too early.
    """
    read = units_with_programme(person, day, own)
    return ProgrammeItem.objects.filter(body__organisation__in=read)


def units_with_programme(person: Person, day: date, own: set[int] | None = None) -> set[int]:
    """The organisations whose programme `person` reads: the `own`, and those whose line one leads."""
    return (own_organisations(person, day) if own is None else own) | units_read_by(person, day)


def reads_every_unit(directive: Directive, read: set[int]) -> bool:
    """Whether whoever reads the programmes of `read` reads how far a document reached in each unit."""
    return directive.body.organisation_id in read


def pledges_read_by(person: Person, units: set[int]) -> QuerySet[Pledge]:
    """The commitments `person` reads: their own, and those made in the cells whose list they read (`units`)."""
    return Pledge.objects.filter(Q(cell__in=units) | Q(person=person))
