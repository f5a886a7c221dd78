"""Deadlines of a file: values that explain themselves, recomputed from the facts at every look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from law import terms
from workflows.facts import Facts
from workflows.rows import RowKind


@dataclass(frozen=True, slots=True)
class Clock:
    """One running deadline: what it is, its last day (inclusive), and how that day was found."""

    name: str
    label: str
    last_day: date
    explained: dict[str, Any]


def planned_end(facts: Facts) -> Iterable[Clock]:
    """The end that the plan itself sets, with the extensions decided; no law fixes it."""
    plan = facts.last(RowKind.PLAN)
    if plan is None or facts.has_taken("finalise"):
        return
    extra = sum(row.facts["days"] for row in facts.of(RowKind.EXTENSION))
    found = terms.last_day(plan.on, plan.facts["days"] + extra, plan.facts["unit"])
    yield Clock(
        "ket_thuc_giam_sat",
        "Kết thúc cuộc giám sát theo kế hoạch",
        found.last_day,
        {**explained(found), "source": "kế hoạch giám sát", "extended": extra},
    )


def remedies_due(facts: Facts) -> Iterable[Clock]:
    """The day each demand of the notice sets for a report on its remedy."""
    answered = {row.facts["demand"] for row in facts.of(RowKind.REMEDY)}
    for demand in facts.of(RowKind.DEMAND):
        if demand.number not in answered:
            due = date.fromisoformat(demand.facts["due"])
            yield Clock(
                f"khac_phuc_{demand.number}",
                "Báo cáo kết quả khắc phục",
                due,
                {"source": "thông báo kết quả", "start": demand.on.isoformat(), "skipped": []},
            )


def explained(found: terms.Deadline) -> dict[str, Any]:
    return {
        "start": found.start.isoformat(),
        "value": found.value,
        "unit": found.unit,
        "skipped": [[day.isoformat(), reason] for day, reason in found.skipped],
        "other_reading": found.other_reading and found.other_reading.isoformat(),
    }
