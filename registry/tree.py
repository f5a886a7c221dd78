"""The tree of organisations on a day: who stands under whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, QuerySet
from django.db.models.expressions import RawSQL

_UNDER = """below(id) AS (
  SELECT organisation_id FROM registry_placement
    WHERE parent_id = %(top)s AND first_day <= %(on)s AND (last_day IS NULL OR last_day >= %(on)s)
  UNION
  SELECT p.organisation_id FROM registry_placement p JOIN below b ON p.parent_id = b.id
    WHERE p.first_day <= %(on)s AND (p.last_day IS NULL OR p.last_day >= %(on)s)
)"""

# Over an organisation that has ended stand whoever succeeded to it, and whoever stood over it on its last day.
_OVER = """climbed(id, height) AS (
  SELECT %(start)s::bigint, 0
  UNION
  SELECT n.over, c.height + 1 FROM climbed c JOIN registry_organisation o ON o.id = c.id CROSS JOIN LATERAL (
    SELECT p.parent_id AS over FROM registry_placement p WHERE p.organisation_id = c.id
      AND p.first_day <= least(%(on)s::date, o.last_day)
      AND (p.last_day IS NULL OR p.last_day >= least(%(on)s::date, o.last_day))
    UNION ALL
    SELECT s.successor_id FROM registry_succession s
      WHERE s.predecessor_id = c.id AND o.last_day < %(on)s AND s.day <= %(on)s
  ) n WHERE c.height < 20
), above(id, height) AS (
  SELECT c.id, min(c.height) FROM climbed c JOIN registry_organisation o ON o.id = c.id
  WHERE c.height = 0 OR o.last_day IS NULL OR o.last_day >= %(on)s GROUP BY c.id
)"""
_BELOW = f"WITH RECURSIVE {_UNDER} SELECT id FROM below"  # noqa: S608 -- our own words
_ABOVE = f"WITH RECURSIVE {_OVER} SELECT id FROM above ORDER BY height, id"  # noqa: S608 -- likewise
_LINE = f"WITH RECURSIVE {_UNDER}, {_OVER} SELECT id FROM below UNION SELECT id FROM above"  # noqa: S608 -- likewise

_WITH_ALL_UNDER = """WITH RECURSIVE units(id) AS (
  {tops}
  UNION
  SELECT p.organisation_id FROM registry_placement p JOIN units u ON p.parent_id = u.id
    WHERE p.first_day <= %s AND (p.last_day IS NULL OR p.last_day >= %s)
) SELECT id FROM units"""
_EACH = """WITH RECURSIVE units(top, id) AS (
  SELECT one, one FROM unnest(%(tops)s::bigint[]) AS one
  UNION
  SELECT u.top, p.organisation_id FROM registry_placement p JOIN units u ON p.parent_id = u.id
    WHERE p.first_day <= %(on)s AND (p.last_day IS NULL OR p.last_day >= %(on)s)
) SELECT top, id FROM units"""
_PLACED = """WITH RECURSIVE over AS (
  SELECT organisation_id, parent_id, first_day, last_day FROM registry_placement
    WHERE organisation_id = ANY(%s)
  UNION
  SELECT p.organisation_id, p.parent_id, p.first_day, p.last_day
    FROM registry_placement p JOIN over o ON p.organisation_id = o.parent_id
) SELECT * FROM over"""


@dataclass(frozen=True)
class Placed:
    """Under whom an organisation stood, and when; no last day means it still does."""

    organisation: int
    parent: int
    first_day: date
    last_day: date | None

    def holds_on(self, day: date) -> bool:
        """Whether it stood there on a day."""
        return self.first_day <= day and (self.last_day is None or self.last_day >= day)


def with_all_under(tops: QuerySet, on: date) -> set[int]:
    """Return the organisations whose numbers `tops` selects and all under them on the day `on`. One statement."""
    chosen, values = tops.order_by().query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_WITH_ALL_UNDER.format(tops=chosen), [*values, on, on])
        return {row[0] for row in cursor.fetchall()}


def under(column: str, on: date) -> RawSQL:
    """The organisation that `column` of a row names and all under it on the day `on`, read with the row as a list."""
    words = _WITH_ALL_UNDER.format(tops=f"SELECT {column}")
    return RawSQL(f"ARRAY({words})", [on, on], output_field=ArrayField(BigIntegerField()))  # noqa: S611 -- our own words


def each_with_all_under(tops: Iterable[int], on: date) -> Mapping[int, set[int]]:
    """Return for each of `tops` itself and every one under it on the day `on`. One statement."""
    found: dict[int, set[int]] = {one: set() for one in tops}
    with connection.cursor() as cursor:
        cursor.execute(_EACH, {"tops": list(found), "on": on})
        for top, one in cursor.fetchall():
            found[top].add(one)
    return found


def placed_over(organisations: Iterable[int]) -> list[Placed]:
    """Return where these organisations, and all that ever stood over them, stood in all their days. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_PLACED, [list(organisations)])
        return [Placed(*row) for row in cursor.fetchall()]


def above(organisation: int, on: date) -> list[int]:
    """Return `organisation` and every one above it on the day `on`, from the lowest up.

    Above one that has ended by then stand its successors, and the living ones that stood over it.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ABOVE, {"start": organisation, "on": on})
        return [row[0] for row in cursor.fetchall()]


def below(organisation: int, on: date) -> set[int]:
    """Return the register numbers of every organisation under `organisation` on the day `on`."""
    with connection.cursor() as cursor:
        cursor.execute(_BELOW, {"top": organisation, "on": on})
        return {row[0] for row in cursor.fetchall()}


def line(organisation: int, on: date) -> set[int]:
    """Return `organisation`, every one under it and every one above it on the day `on`."""
    with connection.cursor() as cursor:
        cursor.execute(_LINE, {"top": organisation, "start": organisation, "on": on})
        return {row[0] for row in cursor.fetchall()}
