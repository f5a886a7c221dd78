"""The versions of one draft as they were submitted, with who endorsed and who sent back which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from cases.models import Case, DraftLook, FileRow
from registry.models import Person
from workflows.rows import RowKind

_OTHERS = (
    RowKind.ASKED,
    RowKind.OPINED,
    RowKind.REASSIGNED,
    RowKind.DECLINED,
    RowKind.WITHDRAWN,
)


@dataclass(frozen=True)
class Versions:
    """Rows of the file, oldest first, each with its record and who acted; set-aside drafts stay.

    `others` are opinions asked and given, tasks handed on, drafts declined and withdrawn.
    """

    drafts: tuple[FileRow, ...]
    endorsed: tuple[FileRow, ...]
    returned: tuple[FileRow, ...]
    others: tuple[FileRow, ...] = ()

    def draft(self, number: int | None) -> FileRow | None:
        """The version laid under that number of the file."""
        return next((row for row in self.drafts if row.number == number), None)

    def place(self, number: int) -> int:
        """Which version it is, counted from 1."""
        return next(n for n, row in enumerate(self.drafts, start=1) if row.number == number)


def versions_of(case: Case, step: str) -> Versions:
    """Every draft that was ever submitted for `step`, in one statement."""
    kinds = (RowKind.DRAFT, RowKind.ENDORSED, RowKind.RETURNED, *_OTHERS)
    laid = list(
        FileRow.objects.filter(case=case, kind__in=kinds)
        .select_related("laid_by__actor", "laid_by__post__person")
        .order_by("number")
    )
    drafts = tuple(r for r in laid if r.kind == RowKind.DRAFT and r.facts["step"] == step)
    numbers = {row.number for row in drafts}

    def on_them(*kinds: RowKind) -> tuple[FileRow, ...]:
        return tuple(r for r in laid if r.kind in kinds and r.facts.get("draft") in numbers)

    return Versions(drafts, on_them(RowKind.ENDORSED), on_them(RowKind.RETURNED), on_them(*_OTHERS))


def looked_at(person: Person, cases: Iterable[int]) -> set[tuple[int, str, int]]:
    """The versions that `person` has opened in these files: case, step, number of the draft."""
    seen = DraftLook.objects.filter(person=person, case__in=set(cases))
    return set(seen.values_list("case_id", "step", "draft"))


def look(person: Person, case: Case, step: str, draft: int) -> int | None:
    """Note that `person` opens this version; return the number of the newest earlier one they opened."""
    with connection.cursor() as cursor:
        cursor.execute(_LOOK, [person.pk, case.pk, step, draft, timezone.now()])
        found: int | None = cursor.fetchone()[0]
    return found


_LOOK = """
WITH now AS (SELECT %s::bigint AS person, %s::bigint AS file, %s::text AS step, %s::int AS draft),
noted AS (
  INSERT INTO cases_draftlook (person_id, case_id, step, draft, at)
  SELECT person, file, step, draft, %s FROM now ON CONFLICT DO NOTHING
)
SELECT max(l.draft) FROM cases_draftlook l, now
WHERE l.person_id = now.person AND l.case_id = now.file AND l.step = now.step AND l.draft < now.draft
"""
