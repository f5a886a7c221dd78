"""One run: each form by the engine and in plain SQL in turn, on the same rows; then every form of the period."""

from __future__ import annotations

from datetime import date
from statistics import median
from time import perf_counter
from typing import Any

from bench import databases, rounds
from bench.province.told import TODAY
from bench.statistics.filling import fill as lay
from bench.statistics.sides import CODES, ENGINE, PLAIN, engine, plain
from registry.models import Organisation
from reports.counted_models import Counted
from reports.form import used
from reports.periods import Period, free
from reports.scopes import Scope, scope
from reports.tables import fill

#: How much longer than the plain statement a form may take, and seconds for all forms of a period.
AT_MOST, ALL_FORMS_S = 1.2, 60
#: Five years, all that the rows were laid in: each side reads as many as it can.
FIRST = date(TODAY.year - 4, 1, 1)


class Differ(Exception):
    """The two sides do not give the same figures: there is nothing to compare."""


def measure(subjects: int, count: int) -> dict[str, Any]:
    """Return what `count` rounds of each side took for each form, and what all forms took, over `subjects` subjects."""
    kept = databases.kept(subjects, lambda: lay(subjects), "statistics_")
    with databases.copy_of(kept):
        top = Organisation.objects.order_by("pk").first()
        period, of = free(FIRST, TODAY), scope(top.pk, TODAY)
        return {
            "subjects": subjects,
            "rows": Counted.objects.count(),
            "forms": {code: _beside(code, period, of, count) for code in CODES},
            "all_forms_s": _all_forms(period, of),
        }


def _beside(code: str, period: Period, of: Scope, count: int) -> dict[str, Any]:
    sides = {ENGINE: engine(code, period, of), PLAIN: plain(code, period, of)}
    ours, theirs = (deed() for deed in sides.values())
    if ours != theirs:
        raise Differ(f"{code}: {sorted(set(ours.items()) ^ set(theirs.items()))[:4]}")
    times = rounds.run({name: [deed] * count for name, deed in sides.items()})
    pairs = zip(times[ENGINE].seconds, times[PLAIN].seconds, strict=True)
    return {
        "cells": len(ours),
        "sides": {name: spent.as_json(times[PLAIN]) for name, spent in times.items()},
        "paired_ratio": round(median(one / other for one, other in pairs), 3),
    }


def _all_forms(period: Period, of: Scope) -> float:
    start = perf_counter()
    for form in used(period):
        fill(form, period, of)
    return round(perf_counter() - start, 2)
