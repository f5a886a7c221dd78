"""Open files with a deadline that has passed, as they stand on the day of asking: nothing that was late and is done."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.db.models import Count, Min, QuerySet

from cases.models import Case
from cases.readers import MEETINGS
from proof.reader import as_the_system
from reports.scopes import At, Scope


def overdue(of: Scope, today: date, branch: int | None = None) -> QuerySet[Case]:
    """Return the overdue files in the scope, or in one branch of it, each with its earliest such day as `due`."""
    at = At(
        "(SELECT organisation_id FROM registry_body WHERE id = cases_case.body_id)",
        f"DATE '{today}'",
    )
    found = Case.objects.filter(of.q(branch, at), closed_on=None, deadlines__last_day__lt=today)
    return found.exclude(procedure__in=MEETINGS).annotate(due=Min("deadlines__last_day"))


@as_the_system()  # every file counts, also one that whoever looks at the figures may not open
def by_branch(of: Scope, today: date) -> Counter[int]:
    """Return how many files are overdue in each branch of the scope."""
    found: Counter[int] = Counter()
    rows = (
        overdue(of, today)
        .order_by()
        .values("body__organisation")
        .annotate(n=Count("pk", distinct=True))
    )
    for one in rows:
        found[of.branch_of(one["body__organisation"], today)] += one["n"]
    return found
