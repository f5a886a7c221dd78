"""What waits for one person's signature, or for their endorsement: one entry a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef

from cases.models import Case, FileRow, Subject, TeamSeat, WorkRow
from cases.queries import posts_of
from permissions.roles import Role
from registry.models import Person
from workflows import catalogue
from workflows.rows import RowKind
from workflows.stages import Step


@dataclass(frozen=True)
class Waiting:
    """One draft that waits: for a signature when `signs`, else for an endorsement; `endorsed` by how many."""

    case: Case
    step: Step
    draft: int
    signs: bool
    due: date | None
    drafter: Person
    at: datetime
    endorsed: int = 0


def waiting_for(person: Person, at: date) -> list[Waiting]:
    """Return every draft that `person` may decide or endorse on `at`, the most urgent first.

    One's own drafts, files about oneself, and drafts one has endorsed without being the signer are
    left out. Three statements.
    """
    by_post = posts_of(person, at)
    leads = TeamSeat.objects.filter(case=OuterRef("case"), person=person, role=Role.TEAM_LEAD)
    about_me = Subject.objects.filter(
        case=OuterRef("case"), person=person, superseded_by__isnull=True
    )
    rows = list(
        WorkRow.objects.filter(by_post | Exists(leads), ~Exists(about_me), step__in=_signed())
        .select_related("case__body")
        .annotate(signs=ExpressionWrapper(by_post, BooleanField()))
        .order_by(F("due").asc(nulls_last=True), "case_id", "step", "id")
    )
    return _drafted(person, list(_one_a_paper(rows)))


def _one_a_paper(rows: Iterable[Any]) -> Iterator[Any]:
    """A paper has one row for each office that may sign it; one of them being mine, I am the signer."""
    for _, (first, *more) in groupby(rows, key=lambda row: (row.case_id, row.step)):
        first.signs = any(row.signs for row in (first, *more))
        yield first


def _signed() -> set[str]:
    return {
        step.code
        for one in catalogue.PROCEDURES.values()
        for step in one.steps.values()
        if step.drafted
    }


def _drafted(person: Person, rows: list[Any]) -> list[Waiting]:
    """Join each row with the live draft it waits with, and with those who endorsed it."""
    laid = list(
        FileRow.objects.filter(
            case__in={row.case_id for row in rows},
            kind__in=(RowKind.DRAFT, RowKind.ENDORSED),
            superseded_by=None,
        )
        .select_related("laid_by__actor")
        .order_by("number")
    )
    found = (
        _waiting(person, row, [one for one in laid if one.case_id == row.case_id]) for row in rows
    )
    return [one for one in found if one]


def _waiting(person: Person, row: Any, laid: Iterable[FileRow]) -> Waiting | None:
    step = catalogue.get(row.case.procedure).step(row.step)
    mine = [one for one in laid if one.facts.get("step") == row.step]
    draft = next((one for one in reversed(mine) if one.kind == RowKind.DRAFT), None)
    if step is None or draft is None or draft.laid_by.actor_id == person.pk:
        return None
    endorsed = [
        one.laid_by.actor_id
        for one in mine
        if one.kind == RowKind.ENDORSED and one.facts["draft"] == draft.number
    ]
    if not row.signs and person.pk in endorsed:
        return None
    record = draft.laid_by
    return Waiting(
        row.case,
        step,
        draft.number,
        bool(row.signs),
        row.due,
        record.actor,
        record.recorded_at,
        len(endorsed),
    )
