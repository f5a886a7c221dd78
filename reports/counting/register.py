"""What the register counts: who left the Party and by whose decision, and who was admitted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from cases.models import StepRecord
from registry.models import Exit, MemberRow, Membership
from reports.counted_models import Counted, Origin, What

#: The matters by which somebody leaves: a discipline and a removal.
_LEADING_OUT = Q(case__procedure__startswith="P8") | Q(case__procedure__startswith="P5")


@dataclass(frozen=True, slots=True)
class _Decided:
    """The step that decided an exit: its file, and the body that acted, of which organisation."""

    case: int
    procedure: str
    body: int
    kind: str
    unit: int
    level: str


def exits() -> Iterator[Counted]:
    """Yield each exit as it was last put right, until it was annulled.

    It counts for the body that decided; where no file here tells it, for the cell the member left.
    """
    standing = Exit.objects.filter(corrected_by=None).select_related(
        "membership__cell", "restoration", "corrects__restoration"
    )
    decided = _decisions()
    for one in standing.order_by("pk"):
        by = decided.get((one.person_id, one.decided_on.isoformat()))
        cell = one.membership.cell
        yield Counted(
            what=What.LEFT.value,
            case_id=by.case if by else None,
            person_id=one.person_id,
            procedure=by.procedure if by else "",
            day=one.decided_on,
            since=one.decided_on,
            until=_annulled_on(one),
            body_id=by.body if by else None,
            body_kind=by.kind if by else "",
            unit_id=by.unit if by else cell.pk,
            level=by.level if by else cell.kind,
            origin=Origin.UNKNOWN.value,
            form=one.kind,
        )


def admissions() -> Iterator[Counted]:
    """Yield each admission that the newest list tells, else the day a probationary membership began."""
    told: set[int] = set()
    rows = MemberRow.objects.filter(superseded_in=None).select_related("cell").order_by("pk")
    for row in rows:
        told.add(row.person_id)
        yield _admitted(row.person_id, row.admitted_on, row.cell)
    begun = Membership.objects.filter(status=Membership.Status.PROBATIONARY).select_related("cell")
    for one in begun.order_by("first_day", "pk"):
        if one.person_id not in told:
            told.add(one.person_id)
            yield _admitted(one.person_id, one.first_day, one.cell)


def _admitted(person: int, day, cell) -> Counted:
    return Counted(
        what=What.ADMITTED.value, person_id=person, day=day, since=day, unit_id=cell.pk, level=cell.kind
    )  # fmt: skip


def _annulled_on(one: Exit):
    """The day the exit, or the wrong entry that it puts right, was annulled."""
    for each in (one, one.corrects):
        if each is not None and hasattr(each, "restoration"):
            return each.restoration.decided_on
    return None


def _decisions() -> dict[tuple[int, str], _Decided]:
    """The decisions of removal and expulsion, by whom they are about and the day they were taken."""
    rows = StepRecord.objects.filter(
        _LEADING_OUT, step="decide", case__subjects__superseded_by=None,
        case__subjects__person__in=Exit.objects.values("person"),
    ).order_by("pk")  # fmt: skip
    found: dict[tuple[int, str], _Decided] = {}
    for person, on, case, procedure, *acting in rows.values_list(
        "case__subjects__person", "acted_on", "case", "case__procedure",
        "body", "body__kind", "body__organisation", "body__organisation__kind",
        "on_behalf_of", "on_behalf_of__kind", "on_behalf_of__organisation",
        "on_behalf_of__organisation__kind",
    ):  # fmt: skip
        body = acting[4:] if acting[4] else acting[:4]
        found[person, on.isoformat()] = _Decided(case, procedure, *body)
    return found
