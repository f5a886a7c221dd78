"""What waits for one person on the routes of drafts: to sign, to pass a station, to give an opinion, to endorse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q

from cases.models import Case, FileRow, Subject, TeamSeat, WorkRow
from cases.queries import posts_of
from permissions.roles import Role
from registry.models import Person
from workflows import catalogue, drafts, signing_route, stations
from workflows.facts import Facts, Row
from workflows.rows import RowKind
from workflows.stages import Step

_KINDS = (
    RowKind.DRAFT,
    RowKind.ENDORSED,
    RowKind.RETURNED,
    RowKind.ASKED,
    RowKind.OPINED,
    RowKind.REASSIGNED,
)
_ON_ROUTES = (signing_route.ENDORSE, signing_route.COLLECTIVE, signing_route.GIVE)


class Turn(Enum):
    """What a draft waits for from this person, the most binding first."""

    SIGN = 1
    STATION = 2
    COLLECTIVE = 3
    OPINION = 4
    ENDORSE = 5


@dataclass(frozen=True)
class Waiting:
    """One draft that waits for its reader's `turn`; `endorsed` by how many, `passed` which stations."""

    case: Case
    step: Step
    draft: int
    turn: Turn
    due: date | None
    drafter: Person
    at: datetime
    endorsed: int = 0
    passed: tuple[str, ...] = ()
    stations: tuple[str, ...] = ()
    opinions: int = 0
    opinions_due: date | None = None

    @property
    def signs(self) -> bool:
        """Whether the reader is the one to sign."""
        return self.turn is Turn.SIGN


def waiting_for(person: Person, at: date) -> list[Waiting]:
    """Return every draft that waits for `person` on `at`, the most urgent first.

    One's own drafts, files about oneself, and drafts one has endorsed without being the signer are
    left out. Three statements.
    """
    by_post = posts_of(person, at)
    leads = TeamSeat.objects.filter(case=OuterRef("case"), person=person, role=Role.TEAM_LEAD)
    about_me = Subject.objects.filter(
        case=OuterRef("case"), person=person, superseded_by__isnull=True
    )
    mine = (
        Q(step__in=_signed()) & (by_post | Exists(leads))
        | Q(step__in=_ON_ROUTES) & (by_post | Q(person=person))
    )  # fmt: skip
    rows = list(
        WorkRow.objects.filter(mine, ~Exists(about_me))
        .select_related("case__body")
        .annotate(signs=ExpressionWrapper(by_post, BooleanField()))
        .order_by(F("due").asc(nulls_last=True), "case_id", "step", "id")
    )
    laid = defaultdict(list)
    found = FileRow.objects.filter(
        case__in={row.case_id for row in rows}, kind__in=_KINDS, superseded_by=None
    ).select_related("laid_by__actor")
    for one in found.order_by("number"):
        laid[one.case_id].append(one)
    first: dict[tuple[int, int], Waiting] = {}
    for row in rows:
        for one in _waiting(person, row, laid[row.case_id], at):
            key = (one.case.pk, one.draft)
            if key not in first or one.turn.value < first[key].turn.value:
                first[key] = one
    return list(first.values())


def _signed() -> set[str]:
    return {
        step.code
        for one in catalogue.PROCEDURES.values()
        for step in one.steps.values()
        if step.drafted
    }


def _waiting(person: Person, row: Any, laid: list[FileRow], at: date) -> Iterator[Waiting]:
    """The drafts of the file for which a work row stands, as they lie before this person."""
    facts = facts_of(row.case, laid, at)
    of_number = {one.number: one for one in laid}
    for draft in signing_route.every_waiting(facts):
        turn = _turn(person, row, draft, facts)
        step = catalogue.get(row.case.procedure).step(draft.facts["step"])
        if turn is None or step is None:
            continue
        record = of_number[draft.number].laid_by
        awaited = stations.still_asked(draft, facts)
        yield Waiting(
            row.case, step, draft.number, turn, row.due, record.actor, record.recorded_at,
            endorsed=len(signing_route.endorsements(draft, facts)),
            passed=tuple(stations.passed(draft, facts)),
            stations=stations.route_of(draft).stations,
            opinions=len(awaited),
            opinions_due=min((date.fromisoformat(a.facts["due"]) for _p, a in awaited), default=None),
        )  # fmt: skip


def _turn(person: Person, row: Any, draft: Row, facts: Facts) -> Turn | None:
    """What this draft waits for from the person, as far as this work row goes; None for nothing."""
    if row.step == signing_route.GIVE:
        asked = any(one == person.pk for one, _ask in stations.still_asked(draft, facts))
        return Turn.OPINION if asked else None
    if person.pk in stations.writers(draft, facts):
        return None
    station = stations.pending(draft, facts)
    if row.step == signing_route.COLLECTIVE:
        return Turn.COLLECTIVE if station == stations.Station.COLLECTIVE else None
    if row.step == signing_route.ENDORSE:
        by_office = row.role in stations.HOLDERS.get(station, ())
        handed = station and stations.appraiser(draft, station, facts) == person.pk
        return Turn.STATION if by_office or handed else None
    if drafts.waiting(row.step, facts) != draft:
        return None
    endorsed = signing_route.endorsements(draft, facts)
    if row.signs:
        return Turn.SIGN
    return None if any(one.by == person.pk for one in endorsed) else Turn.ENDORSE


def facts_of(case: Case, laid: Iterable[FileRow], at: date) -> Facts:
    """The rows of a file about its drafts, as the routes read them on `at`."""
    rows = tuple(
        Row(
            one.number,
            one.kind,
            one.laid_by.sequence,
            one.laid_by.actor_id,
            one.laid_by.acted_on,
            one.laid_by.step,
            one.facts,
        )
        for one in laid
    )
    return Facts(case.procedure, case.stage, at, at, case.opened_on, case.moved_on, rows=rows)
