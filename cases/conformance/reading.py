"""What deciding again found: figures by unit, days by step, and the files behind each figure.

Counted over the files the caller names, and over no person: a figure is about files of a unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, Q, QuerySet, Sum

from cases.conformance.deviations import Kind
from cases.conformance.replaying import current
from cases.conformance_models import Conformance, Hearing, Reviewed
from cases.models import Case
from proof.reader import as_the_system
from workflows import catalogue


@dataclass
class UnitFigures:
    """What was found in the finished files of one unit; `all_of` adds several up.

    `kept` are the records that stand as they were, `keeping` the files that have such.
    """

    unit: int
    name: str
    files: int = 0
    departing: int = 0
    records: int = 0
    kept: int = 0
    keeping: int = 0
    decided: int = 0
    held: int = 0
    declined: int = 0
    not_held: int = 0
    complained: int = 0
    changed: int = 0
    changed_from_above: int = 0
    kinds: dict[str, int] = field(default_factory=dict)

    @property
    def deviations(self) -> int:
        """How many deviations of all kinds."""
        return sum(self.kinds.values())

    @property
    def hearings(self) -> int:
        """How many decisions ask for a hearing."""
        return self.held + self.declined + self.not_held

    def as_json(self) -> dict[str, Any]:
        """The plain values."""
        return {**vars(self), "deviations": self.deviations, "hearings": self.hearings}


@dataclass(frozen=True)
class StepTime:
    """How many days a step came after the move before it: in the middle of its files, at nine in ten, at most."""

    procedure: str
    step: str
    label: str
    files: int
    median: int
    ninth: int
    most: int


@dataclass(frozen=True)
class Days:
    """In one file: how many days a step came after the move before it."""

    case: int
    sequence: int
    on: date
    days: int


_COUNTS = {
    "files": Count("pk"),
    "departing": Count("pk", filter=Q(count__gt=0)),
    "seen": Sum("records"),
    "left": Sum("kept"),
    "keeping": Count("pk", filter=Q(kept__gt=0)),
    "had_decided": Count("pk", filter=Q(decided=True)),
    **{
        name: Count("pk", filter=Q(hearing=value))
        for name, value in (
            ("held", Hearing.HELD), ("declined", Hearing.DECLINED), ("not_held", Hearing.NOT_HELD),
        )
    },
    "kept_as_it_was": Count("pk", filter=Q(review=Reviewed.KEPT)),
    "changed": Count("pk", filter=Q(review=Reviewed.CHANGED_ON_COMPLAINT)),
    "changed_from_above": Count("pk", filter=Q(review=Reviewed.CHANGED_FROM_ABOVE)),
}  # fmt: skip

_KINDS = """
SELECT b.organisation_id, d ->> 'kind', count(*) FROM cases_conformance f
JOIN cases_case c ON c.id = f.case_id AND c.head = f.head JOIN registry_body b ON b.id = c.body_id
CROSS JOIN jsonb_array_elements(f.deviations) d
WHERE f.engine = %s AND f.count > 0 AND f.case_id = ANY(%s) GROUP BY 1, 2
"""

_DAYS = """
SELECT c.id AS case_id, c.procedure, r.step, r.sequence, r.acted_on,
  r.acted_on - lag(r.acted_on) OVER (PARTITION BY r.case_id ORDER BY r.sequence) AS days
FROM cases_steprecord r JOIN cases_case c ON c.id = r.case_id WHERE r.moves AND r.case_id = ANY(%s)
"""
_TIMES = f"""
SELECT procedure, step, count(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY days),
  percentile_disc(0.9) WITHIN GROUP (ORDER BY days), max(days)
FROM ({_DAYS}) gone WHERE days IS NOT NULL GROUP BY procedure, step
"""  # noqa: S608 -- both texts stand above
_LONGEST = f"""
SELECT case_id, sequence, acted_on, days FROM ({_DAYS}) gone
WHERE days IS NOT NULL AND procedure = %s AND step = %s ORDER BY days DESC, case_id DESC LIMIT %s
"""  # noqa: S608 -- likewise


def finished(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Leave the files among `cases` that have ended."""
    return cases.filter(closed_on__isnull=False)


@as_the_system()  # counted over files whose reader was asked for before
def by_unit(now: str, files: Collection[int]) -> list[UnitFigures]:
    """Return the figures of each unit that handled some of `files`, by name."""
    rows = (
        current(now)
        .filter(case__in=list(files))
        .values("case__body__organisation", "case__body__organisation__name")
    )
    found = {}
    for row in rows.annotate(**_COUNTS).order_by("case__body__organisation__name"):
        unit, name = row.pop("case__body__organisation"), row.pop("case__body__organisation__name")
        as_it_was = row.pop("kept_as_it_was")
        named = {
            "records": row.pop("seen"),
            "kept": row.pop("left"),
            "decided": row.pop("had_decided"),
        }
        complained = as_it_was + row["changed"]
        found[unit] = UnitFigures(unit, name, complained=complained, **named, **row)
    with connection.cursor() as cursor:
        cursor.execute(_KINDS, [now, list(files)])
        for unit, kind, count in cursor.fetchall():
            found[unit].kinds[kind] = count
    return list(found.values())


def all_of(units: Collection[UnitFigures], name: str) -> UnitFigures:
    """Add up the figures of several units under one name."""
    total = UnitFigures(0, name)
    kinds: dict[str, int] = defaultdict(int)
    for one in units:
        for key, value in vars(one).items():
            if isinstance(value, int) and key != "unit":
                setattr(total, key, getattr(total, key) + value)
        for kind, count in one.kinds.items():
            kinds[kind] += count
    total.kinds = dict(kinds)
    return total


@as_the_system()  # likewise
def times(files: Collection[int]) -> list[StepTime]:
    """Return the days between moves of `files`, by procedure and in the order of its steps."""
    with connection.cursor() as cursor:
        cursor.execute(_TIMES, [list(files)])
        rows = cursor.fetchall()
    order = {
        (code, step.code): (place, number, step.label)
        for place, (code, procedure) in enumerate(catalogue.PROCEDURES.items())
        for number, step in enumerate(procedure.all_steps())
    }
    known = [row for row in rows if row[:2] in order]
    known.sort(key=lambda row: order[row[:2]][:2])
    return [StepTime(row[0], row[1], order[row[:2]][2], *row[2:]) for row in known]


@as_the_system()  # likewise
def longest(files: Collection[int], procedure: str, step: str, most: int) -> list[Days]:
    """Return the files in which a step took longest, the longest first, at most so many."""
    with connection.cursor() as cursor:
        cursor.execute(_LONGEST, [list(files), procedure, step, most])
        return [Days(*row) for row in cursor.fetchall()]


#: What a list of files may be asked for, by the word in its address.
LISTS: dict[str, Q] = {
    "ho-so": Q(),
    "diem-khac": Q(count__gt=0),
    "giu-nguyen": Q(kept__gt=0),
    "quyet-dinh": Q(decided=True),
    "phai-nghe": ~Q(hearing=Hearing.NONE_DUE),
    "da-nghe": Q(hearing=Hearing.HELD),
    "khong-trinh-bay": Q(hearing=Hearing.DECLINED),
    "chua-nghe": Q(hearing=Hearing.NOT_HELD),
    "khieu-nai": Q(review__in=[Reviewed.KEPT, Reviewed.CHANGED_ON_COMPLAINT]),
    "thay-doi": Q(review=Reviewed.CHANGED_ON_COMPLAINT),
    "cap-tren-doi": Q(review=Reviewed.CHANGED_FROM_ABOVE),
    **{f"loai-{kind.value}": Q(deviations__contains=[{"kind": kind.value}]) for kind in Kind},
}  # fmt: skip


def listed(now: str, files: Collection[int], what: str) -> QuerySet[Conformance]:
    """The files behind one figure, the newest first; KeyError for a list there is none of."""
    return (
        current(now)
        .filter(LISTS[what], case__in=list(files))
        .select_related("case__body__organisation")
        .order_by("-case_id")
    )


def deviations(now: str, files: Collection[int]) -> Iterator[tuple[Conformance, dict[str, Any]]]:
    """Yield every deviation of `files` with its file, in the order of the files and their records."""
    for one in listed(now, files, "diem-khac").order_by("case_id").iterator(chunk_size=500):
        for row in one.deviations:
            yield one, row
