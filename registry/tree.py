"""The tree of organisations on a day: who stands under whom."""

from __future__ import annotations

from datetime import date

from django.db import connection

_BELOW = """
WITH RECURSIVE below(id) AS (
  SELECT organisation_id FROM registry_placement
    WHERE parent_id = %(top)s AND first_day <= %(on)s AND (last_day IS NULL OR last_day >= %(on)s)
  UNION
  SELECT p.organisation_id FROM registry_placement p JOIN below b ON p.parent_id = b.id
    WHERE p.first_day <= %(on)s AND (p.last_day IS NULL OR p.last_day >= %(on)s)
) SELECT id FROM below
"""

_ABOVE = """
WITH RECURSIVE above(id, height) AS (
  SELECT %(start)s::bigint, 0
  UNION
  SELECT p.parent_id, a.height + 1 FROM registry_placement p JOIN above a ON p.organisation_id = a.id
    WHERE p.first_day <= %(on)s AND (p.last_day IS NULL OR p.last_day >= %(on)s)
) SELECT id FROM above ORDER BY height
"""


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
