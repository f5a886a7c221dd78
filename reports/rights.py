"""Who reads the figures of which units, who files a report, and who may open a filed one again."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from registry.models import (
    Body,
    BodyKind,
    Organisation,
    Person,
    Placement,
    Position,
    Post,
    held_by,
    on,
)
from reports.scopes import Tree, scope

#: Totals are read by whoever works on files, votes, leads or watches; a clerk numbers papers and reads none.
READERS = tuple(one for one in Position if one is not Position.CLERK)
#: Whoever answers for a report signs it.
FILERS = (Position.CHAIR, Position.VICE_CHAIR, Position.SECRETARY, Position.DEPUTY_SECRETARY)
_FILING_BODIES = (BodyKind.INSPECTION, BodyKind.COMMITTEE, BodyKind.STANDING, BodyKind.CELL)


def roots(person: Person, day: date) -> QuerySet[Organisation]:
    """The organisations whose whole tree `person` reads the figures of that day, the highest first."""
    held = Post.objects.filter(held_by(person, day), position__in=READERS)
    return Organisation.objects.filter(pk__in=held.values("body__organisation")).order_by("pk")


def may_read(person: Person, unit: Organisation, day: date) -> bool:
    """Whether the figures of `unit` are among those `person` reads: of a root, or of what ever stood under one."""
    for root in roots(person, day):
        if root == unit or any(one.unit == unit.pk for one in scope(root.pk, day, Tree.BOTH).spans):
            return True
    return False


def filing_body(person: Person, unit: Organisation, day: date) -> Body | None:
    """The body for which `person` files the report of `unit`; None for whoever may not."""
    held = Post.objects.filter(
        held_by(person, day),
        position__in=FILERS,
        body__organisation=unit,
        body__kind__in=_FILING_BODIES,
    )
    post = held.select_related("body").order_by("pk").first()
    return post.body if post else None


def superior(unit: Organisation, day: date) -> Organisation | None:
    """Whoever stands right above `unit` that day."""
    found = Placement.objects.filter(on(day), organisation=unit).select_related("parent").first()
    return found.parent if found else None


def reopening_body(person: Person, unit: Organisation, day: date) -> Body | None:
    """The body of the superior for which `person` opens the report of `unit` again; None for whoever may not."""
    above = superior(unit, day)
    return filing_body(person, above, day) if above else None
