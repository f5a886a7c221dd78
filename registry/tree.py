"""The tree of organisations on a day: who stands under whom."""

from __future__ import annotations

from datetime import date

from django.db import connection

_UNDER = """below(id) AS (
  SELECT organisation_id FROM registry_placement
    WHERE parent_id = %(top)s AND first_day <= %(on)s AND (last_day IS NULL OR last_day >= %(on)s)
  UNION
  SELECT p.organisation_id FROM registry_placement p JOIN below b ON p.parent_id = b.id
    WHERE p.first_day <= %(on)s AND (p.last_day IS NULL OR p.last_day >= %(on)s)
)"""

_OVER = """above(id, height) AS (
  SELECT %(start)s::bigint, 0
  UNION
  SELECT p.parent_id, a.height + 1 FROM registry_placement p JOIN above a ON p.organisation_id = a.id
    WHERE p.first_day <= %(on)s AND (p.last_day IS NULL OR p.last_day >= %(on)s)
)"""
_BELOW = f"WITH RECURSIVE {_UNDER} SELECT id FROM below"  # noqa: S608 -- our own words
_ABOVE = f"WITH RECURSIVE {_OVER} SELECT id FROM above ORDER BY height"  # noqa: S608 -- likewise
_LINE = f"WITH RECURSIVE {_UNDER}, {_OVER} SELECT id FROM below UNION SELECT id FROM above"  # noqa: S608 -- likewise


def above(organisation: int, on: date) -> list[int]:
    """Return `organisation` and every one above it on the day `on`, from the lowest up."""
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
