"""Which organisations a person reads on a day, by the tree of that day, and what stands under each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q, QuerySet

from registry.members.rights import READERS
from registry.models import Organisation, Person, Placement, Post, held_by, on

# What one's own organisations were before: their predecessors, and theirs, with what stood under them that day.
_REACH = """
WITH RECURSIVE was(id) AS (
  {tops}
  UNION SELECT s.predecessor_id FROM registry_succession s JOIN was ON s.successor_id = was.id
    WHERE s.day <= %s
), below(id) AS (
  SELECT id FROM was
  UNION SELECT p.organisation_id FROM registry_placement p JOIN below b ON p.parent_id = b.id
    WHERE p.first_day <= %s AND (p.last_day IS NULL OR p.last_day >= %s)
) SELECT id FROM below"""

_ROLLED_UP = """
WITH RECURSIVE under(root, id) AS (
  SELECT one, one FROM unnest(%(roots)s::bigint[]) AS one
  UNION SELECT u.root, p.organisation_id FROM under u JOIN registry_placement p ON p.parent_id = u.id
    AND p.first_day <= %(on)s AND (p.last_day IS NULL OR p.last_day >= %(on)s)
) SELECT u.root, count(DISTINCT u.id) - 1,
    count(DISTINCT m.person_id) FILTER (WHERE m.status = 'chinh_thuc'),
    count(DISTINCT m.person_id) FILTER (WHERE m.status = 'du_bi')
  FROM under u LEFT JOIN registry_membership m ON m.cell_id = u.id
    AND m.first_day <= %(on)s AND (m.last_day IS NULL OR m.last_day >= %(on)s)
  GROUP BY u.root"""


@dataclass(frozen=True)
class RolledUp:
    """How many organisations stand under one on a day, and how many members are in it and in them."""

    units: int = 0
    official: int = 0
    probationary: int = 0

    @property
    def members(self) -> int:
        """All of them."""
        return self.official + self.probationary


def tops_of(person: Person, today: date) -> list[int]:
    """The organisations in which `person` holds a post that reads, the highest in number first."""
    return sorted(set(_tops(person, today).values_list("body__organisation", flat=True)))


def reach(person: Person, today: date, day: date) -> set[int]:
    """Every organisation that `person` reads as of `day` by a post of `today`, with those that have ended.

    Nothing for whoever holds no such post. One statement.
    """
    chosen, values = _tops(person, today).values("body__organisation").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_REACH.format(tops=chosen), [*values, today, day, day])
        return {row[0] for row in cursor.fetchall()}


def _tops(person: Person, today: date) -> QuerySet[Post]:
    return Post.objects.filter(held_by(person, today), position__in=READERS).order_by()


def rolled_up(roots: Iterable[int], day: date) -> Mapping[int, RolledUp]:
    """What stands under each of `roots` on a day, by the tree of that day."""
    with connection.cursor() as cursor:
        cursor.execute(_ROLLED_UP, {"roots": list(roots), "on": day})
        return {root: RolledUp(*counted) for root, *counted in cursor.fetchall()}


def under(parent: int, day: date) -> QuerySet[Organisation]:
    """The organisations right under one on a day, by kind and name."""
    placed = Placement.objects.filter(on(day), parent=parent).values("organisation")
    return Organisation.objects.filter(on(day), pk__in=placed).order_by("kind", "name", "pk")


def ended_under(parent: int, day: date) -> QuerySet[Organisation]:
    """The organisations that stood right under one and had ended before a day, the last to end first."""
    gone = Organisation.objects.filter(last_day__lt=day)
    stood = Placement.objects.filter(parent=parent).values("organisation")
    return gone.filter(pk__in=stood).order_by("-last_day", "name", "pk")


def roots_of(units: set[int], day: date) -> list[int]:
    """Of the `units`, those that stood on the day with none of the others right above them."""
    here = set(Organisation.objects.filter(on(day), pk__in=units).values_list("pk", flat=True))
    placed = Placement.objects.filter(on(day), organisation__in=here, parent__in=here)
    return sorted(here - set(placed.values_list("organisation", flat=True)))


def found(units: set[int], words: str, day: date) -> QuerySet[Organisation]:
    """The `units` that stood on a day and whose name holds every one of the words."""
    asked = Q()
    for word in words.split():
        asked &= Q(search_key__contains=word)
    return Organisation.objects.filter(on(day), asked, pk__in=units).order_by("name", "pk")
