"""What a reorganisation must leave behind none of: files, work and parts taken that lie with an ended body."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import connection

from proof.reader import as_the_system

#: Each counts what still lies on `%(on)s` with one of the bodies `%(bodies)s` that have ended before it.
CHECKS = {
    "cases": """SELECT count(*) FROM cases_case c JOIN registry_body b ON b.id = c.body_id
        WHERE c.closed_on IS NULL AND b.last_day < %(on)s AND b.id = ANY(%(bodies)s)""",
    "work": """SELECT count(*) FROM cases_workrow w JOIN registry_body b ON b.id = w.body_id
        WHERE b.last_day < %(on)s AND b.id = ANY(%(bodies)s)""",
    "taking_part": """SELECT count(*) FROM cases_participant p JOIN registry_body b ON b.id = p.body_id
        JOIN cases_case c ON c.id = p.case_id
        WHERE c.closed_on IS NULL AND b.last_day < %(on)s AND b.id = ANY(%(bodies)s)""",
    "posts": """SELECT count(*) FROM registry_post p JOIN registry_body b ON b.id = p.body_id
        WHERE b.last_day < %(on)s AND b.id = ANY(%(bodies)s) AND (p.last_day IS NULL OR p.last_day > b.last_day)""",
}


@as_the_system()
def orphans(on: date, bodies: Collection[int] | None = None) -> dict[str, int]:
    """Count what lies with ended bodies on the day `on`: with those named, or with any at all."""
    with connection.cursor() as cursor:
        if bodies is None:
            cursor.execute("SELECT id FROM registry_body WHERE last_day < %s", [on])
            bodies = [row[0] for row in cursor.fetchall()]
        found = {}
        for name, sql in CHECKS.items():
            cursor.execute(sql, {"on": on, "bodies": list(bodies)})
            found[name] = cursor.fetchone()[0]
        return found
