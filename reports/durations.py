"""How many days each step took, from the records: from the move before it in the same file to its own day.

Half of all times a step took no longer than its median, nine in ten no longer than its 90th percentile. A step that
opens a file took no time, and steps that leave the file where it stands are not measured.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Aggregate, Count, DurationField, F, OuterRef, QuerySet, Subquery

from cases.models import StepRecord
from cases.readers import MEETINGS
from proof.reader import as_the_system
from reports.periods import Period
from reports.scopes import At, Scope

_AT = At(
    "(SELECT organisation_id FROM registry_body"
    " WHERE id = coalesce(cases_steprecord.on_behalf_of_id, cases_steprecord.body_id))",
    "cases_steprecord.acted_on",
)
HALF, NINE_IN_TEN = 0.5, 0.9


@dataclass(frozen=True, slots=True)
class Taken:
    """A step of a procedure: how often it was taken, and the days it took."""

    procedure: str
    step: str
    times: int
    median: int
    slow: int


class _Percentile(Aggregate):
    """The value that a share of all values does not exceed: one that was measured, never one between two."""

    template = "percentile_disc(%(share)s) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()

    def __init__(self, expression: str, share: float):
        super().__init__(expression, share=share)


def taken(period: Period, of: Scope) -> QuerySet[StepRecord]:
    """Return the moves of the period in the scope that followed another, each with the `days` it took."""
    before = StepRecord.objects.filter(
        case=OuterRef("case"), moves=True, sequence__lt=OuterRef("sequence")
    )
    newest = before.order_by("-sequence").values("acted_on")[:1]
    found = StepRecord.objects.filter(
        of.q(at=_AT), moves=True, acted_on__range=(period.first, period.last)
    ).exclude(case__procedure__in=MEETINGS)
    return found.annotate(before=Subquery(newest), days=F("acted_on") - F("before")).filter(
        before__isnull=False
    )


@as_the_system()  # every file counts, also one that whoever looks at the figures may not open
def by_step(period: Period, of: Scope) -> list[Taken]:
    """Return each step that was taken in the period, those taken most often first."""
    rows = (
        taken(period, of)
        .values("case__procedure", "step")
        .annotate(
            times=Count("pk"),
            median=_Percentile("days", HALF),
            slow=_Percentile("days", NINE_IN_TEN),
        )
        .order_by("-times", "case__procedure", "step")
    )
    return [
        Taken(
            one["case__procedure"], one["step"], one["times"], one["median"].days, one["slow"].days
        )
        for one in rows
    ]


@as_the_system()
def number(rows: QuerySet[StepRecord]) -> int:
    """How many there are, whoever asks."""
    return rows.count()
