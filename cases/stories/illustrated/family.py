"""The files that belong to one story: each came of the one before."""

from __future__ import annotations

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from cases.models import Case

#: Up to the file that began it all, then down to everything that came of it.
_FAMILY = """
WITH RECURSIVE up AS (
  SELECT id, origin_id FROM cases_case WHERE id = %s
  UNION ALL SELECT c.id, c.origin_id FROM cases_case c JOIN up ON c.id = up.origin_id),
family AS (
  SELECT id FROM up WHERE origin_id IS NULL
  UNION ALL SELECT c.id FROM cases_case c JOIN family ON c.origin_id = family.id)
SELECT id FROM family
"""


def family_of(case: Case, among: QuerySet[Case] | None = None) -> list[Case]:
    """Return the files of the story of `case`, oldest first; of `among` only, where that is given."""
    allowed = Case.objects.all() if among is None else among
    family = RawSQL(_FAMILY, [case.pk])  # noqa: S611 -- constant text, one statement with the filter
    return list(allowed.filter(pk__in=family).order_by("pk"))
