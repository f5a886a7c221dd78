"""A changed rule over all live files, beside the real change; and finished files decided again, then kept."""

from __future__ import annotations

import os
from time import perf_counter
from typing import Any

import law
from bench import databases
from bench.province import filling
from bench.province.told import FINISHED, TODAY
from cases.conformance.replaying import replay_finished
from cases.models import Case, StepRecord
from cases.simulation import simulate, survey
from law import supposing

#: P10: so many live files within so many minutes; and the finished files that one night decides again.
LIVE, MINUTES = 100_000, 5
NIGHT = 10_000

#: The rules taken away in turn: one that few steps ask, and the basis of every step of all these files.
CHANGES = {
    "a rule few ask": "inspection.extension",
    "the basis of all": "basis.supervision.thematic",
}


def measure(cases: int) -> dict[str, Any]:
    """Return what both take over `cases` files each, and whether what was foretold is what a switch brought."""
    live = databases.kept(cases, lambda: filling.fill(cases), "live_")
    with databases.copy_of(live):
        changed = {name: _change(rule) for name, rule in CHANGES.items()}
    ended = databases.kept(cases, lambda: filling.fill(cases, FINISHED), "ended_")
    with databases.copy_of(ended):
        return {"cases": cases, "changes": changed, "again": _again()}


def _change(rule: str) -> dict[str, Any]:
    other = supposing.unread(law.book(), [rule])
    started = perf_counter()
    foretold = simulate(other, TODAY, processes=os.cpu_count() or 1)
    seconds = perf_counter() - started
    before = survey(TODAY)
    with law.using(other):
        after = survey(TODAY)
    told = {one.before.reference: one.after for one in foretold.changes}
    equal = {ref: told.get(ref, look) for ref, look in before.items()} == after
    return {"files": foretold.cases, "changed": len(told), "seconds": seconds, "equal": equal}


def _again() -> dict[str, Any]:
    started = perf_counter()
    files = replay_finished()
    seconds = perf_counter() - started
    started = perf_counter()
    anew = replay_finished()
    records = StepRecord.objects.filter(case__closed_on__isnull=False).count()
    return {
        "files": files, "records": records, "seconds": seconds, "anew": anew, "second_run": perf_counter() - started,
        "finished": Case.objects.filter(closed_on__isnull=False).count(),
    }  # fmt: skip


def tell(found: dict[str, Any]) -> bool:
    """Print both; whether every goal is met, reckoned from these files to the goal's number."""
    met = True
    for name, one in found["changes"].items():
        minutes = one["seconds"] / one["files"] * LIVE / 60
        good = minutes <= MINUTES and one["equal"]
        met = met and good
        same = "as the real change" if one["equal"] else "NOT AS THE REAL CHANGE"
        print(
            f"simulate, {name:<16} {one['files']:>7} files {one['seconds']:>8.1f} s, {one['changed']} change, {same};"
            f" {LIVE} files in {minutes:.1f} min (goal {MINUTES}) {'met' if good else 'MISSED'}"
        )
    one = found["again"]
    per = one["seconds"] / one["files"]
    print(
        f"decide again {one['files']:>7} files, {one['records']} records {one['seconds']:>8.1f} s;"
        f" {NIGHT} files in {per * NIGHT / 60:.1f} min; run again: {one['anew']} files, {one['second_run']:.2f} s"
    )
    return met
