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


def below(organisation: int, on: date) -> set[int]:
    """Return the register numbers of every organisation under `organisation` on the day `on`."""
    with connection.cursor() as cursor:
        cursor.execute(_BELOW, {"top": organisation, "on": on})
        return {row[0] for row in cursor.fetchall()}
