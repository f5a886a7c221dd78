"""Who may know of an envelope and do what with it: posts held on the day in the body that keeps it.

A delegation does not carry over to envelopes, and neither does being an administrator.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from permissions.roles import ROLES_OF_POSITION, Role
from permissions.vault.models import Envelope
from registry.models import Body, Person, Position, Post, on

#: Whoever holds one of these in a body may know which envelopes it keeps.
KNOWS = frozenset({Role.CLERK, Role.CHAIR, Role.VICE_CHAIR, Role.AUDITOR})
#: They take envelopes in, hand them over, and record what became of the paper.
KEEPS = frozenset({Role.CLERK, Role.CHAIR, Role.VICE_CHAIR})
#: They decide about an identity; the clerk who took the envelope in may agree to a look as well.
LEADS = frozenset({Role.CHAIR, Role.VICE_CHAIR})
ASKS = LEADS | {Role.AUDITOR}

#: The posts that give a role of `KNOWS`, as the register writes them.
POSITIONS = frozenset(
    position for position, roles in ROLES_OF_POSITION.items() if roles & KNOWS
) & frozenset(Position.values)


def visible_to(person: Person, at: date) -> QuerySet[Envelope]:
    """Return the envelopes that `person` may know of on the day `at`."""
    bodies = Post.objects.filter(on(at), person=person, position__in=POSITIONS)
    return Envelope.objects.filter(body__in=bodies.values("body"))


def bodies_of(person: Person, at: date, roles: Iterable[Role]) -> list[Body]:
    """Return the bodies in which `person` holds one of `roles` on that day, as the register has them."""
    posts = Post.objects.filter(on(at), person=person).select_related("body").order_by("pk")
    wanted = frozenset(roles)
    return list(
        {p.body_id: p.body for p in posts if ROLES_OF_POSITION[p.position] & wanted}.values()
    )


def roles_in(person: Person, body: Body, at: date) -> frozenset[Role]:
    """Return the roles that the posts of `person` in `body` give them that day."""
    held = Post.objects.filter(on(at), person=person, body=body).values_list("position", flat=True)
    return frozenset().union(*(ROLES_OF_POSITION[position] for position in held))


def post_in(person: Person, body: Body, at: date, roles: frozenset[Role]) -> Post | None:
    """Return the post by which `person` holds one of `roles` in `body` that day."""
    posts = Post.objects.filter(on(at), person=person, body=body).order_by("first_day", "pk")
    return next((post for post in posts if ROLES_OF_POSITION[post.position] & roles), None)


def may_hold(bodies: Iterable[Body], at: date) -> QuerySet[Person]:
    """Return who may be given an envelope to keep: whoever holds a post in one of `bodies` that day."""
    held = Person.objects.filter(on(at, "posts__"), posts__body__in=[body.pk for body in bodies])
    return held.distinct().order_by("sort_key")
