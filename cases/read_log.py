"""Writing and reading the read log: one statement a read, and without it nothing is shown."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case as Choose
from django.db.models import F, OuterRef, QuerySet, Subquery, When
from django.utils import timezone

from cases.models import Case
from cases.opened import first_way
from cases.read_models import ReadEntry, ReadPart, Surface
from permissions.roles import Relation, Role
from permissions.standing import Standing
from registry.models import Person, Post, held_by

#: Who sees the readers of a file by name: the auditors of the handling body, and those who lead it.
OVERSEERS = frozenset(
    {
        Role.AUDITOR,
        Role.CHAIR,
        Role.VICE_CHAIR,
        Role.SECRETARY,
        Role.DEPUTY_SECRETARY,
        Role.HEAD,
        Role.DEPUTY_HEAD,
    }
)


#: Its FROM is a query of our own making, with its values beside it.
_NOTE = """
INSERT INTO cases_readentry
  (case_id, way, post_id, person_id, part, detail, paper_id, surface, purpose, at)
SELECT r.file, r.way, r.post, %%s, %%s, %%s, %%s, %%s, %%s, %%s
FROM (%s) AS r(file, way, post) WHERE r.way <> ''
"""


class NotOpen(Exception):
    """No way into the file is left to the reader; nothing was noted and nothing may be shown."""


def note(
    person: Person,
    at: date,
    cases: Case | QuerySet[Case],
    part: ReadPart,
    detail: str = "",
    *,
    paper: int | None = None,
    surface: Surface = Surface.PAGE,
    purpose: str = "",
) -> int:
    """Write down that `person` reads `part` of `cases` on the day `at`; return of how many files.

    One statement, which asks anew by which way each file opens. Raises NotOpen where one named file
    opens by none; DatabaseError where the log cannot be written: the caller then shows nothing.
    """
    read = Case.objects.filter(pk=cases.pk) if isinstance(cases, Case) else cases
    try:
        found, values = _with_way_and_post(read, person, at).query.sql_with_params()
    except EmptyResultSet:  # a list of no file at all
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            _NOTE % found,
            [person.pk, part, detail[:60], paper, surface, purpose, timezone.now(), *values],
        )
        noted: int = cursor.rowcount
    if isinstance(cases, Case) and not noted:
        raise NotOpen(f"{person.pk}: {cases.pk}")
    return noted


def reads_of(case: Case) -> QuerySet[ReadEntry]:
    """The reads of a file with who read and as what, the newest first."""
    return (
        ReadEntry.objects.filter(case=case)
        .select_related("person", "post__body", "paper")
        .defer("paper__values")
        .order_by("-pk")
    )


def oversees(standing: Standing) -> bool:
    """Whether someone who stands so towards a file may see by name who read it."""
    held = standing.roles.get(Relation.HANDLING, frozenset())
    return bool(held & OVERSEERS) and not standing.is_subject


def _with_way_and_post(cases: QuerySet[Case], person: Person, at: date) -> QuerySet[Case]:
    """The number of each case, the way by which it opens to `person`, and their post of that day: one in the
    handling body before any other, one of their own before one lent to them."""
    posts = Post.objects.filter(held_by(person, at)).annotate(
        there=Choose(When(body=OuterRef("body"), then=0), default=1),
        lent=Choose(When(person=person, then=0), default=1),
    )
    first = Subquery(posts.order_by("there", "lent", "pk").values("pk")[:1])
    return (
        cases.order_by()
        .annotate(by=first_way(person, at), office=first)
        .values_list(F("pk"), "by", "office")
    )
