"""Each thing the bench can measure: what is laid for it, what is run, how it is told."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from typing import Any

from django.conf import settings

from bench import databases, measuring, whole
from bench.deeds import ready
from bench.flow import filling as processes
from bench.law import measuring as law
from bench.pages import measuring as pages
from bench.pages import telling as pages_told
from bench.papers import measuring as papers
from bench.papers import telling as papers_told
from bench.proof import checking, share, writers
from bench.proof import telling as proof_told
from bench.province import filling as province
from bench.scale import measuring as lists
from bench.scale import telling as lists_told
from bench.search import measuring as search
from bench.search import telling as search_told
from bench.statistics import measuring as statistics
from bench.statistics import telling as statistics_told
from bench.trail import measuring as trail
from bench.trail import telling as trail_told
from cases.models import Case


def run(asked: Namespace) -> int:
    """Measure what is asked, keep it as JSON under its name, tell it; 1 where a goal is missed."""
    measure, tell = RUNS[asked.what]
    found = measure(asked)
    settings.FOLDER.mkdir(parents=True, exist_ok=True)
    kept = settings.FOLDER / f"{asked.what}.json"
    kept.write_text(json.dumps(found, ensure_ascii=False, indent=1))
    return 0 if tell(found) in (True, None) else 1


def _steps(asked: Namespace) -> dict[str, Any]:
    try:
        with databases.copy_of(_world(asked)):
            return {
                "cases": asked.cases,
                "whole": whole.measure(max(4, asked.rounds // 4)),
                **measuring.measure(asked.rounds),
            }
    except measuring.TooFew as few:
        sys.exit(f"{few} Ask for more --cases or fewer --rounds.")


def _proof(asked: Namespace) -> dict[str, Any]:
    with databases.copy_of(_world(asked)):
        # first: what is measured then breaks chains on purpose
        checked = checking.measure(asked.records)
        cases = list(ready())
        if len(cases) < 2 * asked.rounds + writers.needed():
            sys.exit(f"{len(cases)} cases are ready: ask for more --cases or fewer --rounds.")
        return {
            "checking": checked,
            "share": share.measure(cases, asked.rounds),
            "writers": writers.measure(cases[2 * asked.rounds :]),
        }


def _trail(asked: Namespace) -> dict[str, Any]:
    return {"cases": asked.cases, **trail.measure(_world(asked), asked.rounds)}


def _world(asked: Namespace) -> str:
    """The database with the province of so many cases, laid once and kept."""
    return databases.kept(asked.cases, lambda: _fill(asked.cases))


def _fill(cases: int) -> None:
    """Lay the province, and as many processes of the compared engine as it has cases."""
    province.fill(cases)
    processes.fill(Case.objects.latest("pk").pk)


def _goals(found: dict[str, Any]) -> dict[str, bool]:
    """Each goal of a step with what was measured, and whether it is met."""
    against, times = found["move"]["take_step"]["ratio"], found["whole"][whole.THEIRS]["ratio"]
    return {
        f"a step ≤ 2.0 × F1: {against}": against <= 2.0,
        f"viewflow.workflow's whole case ≥ {whole.AT_LEAST} × ours: {times}": times
        >= whole.AT_LEAST,
    }


def _tell_steps(found: dict[str, Any]) -> bool:
    for deed in ("stay", "move"):
        print(f"{deed:<26}{'min ms':>9}{'p50':>9}{'p95':>9}{'p50 × F1':>11}{'min × F1':>10}")
        for side, spent in found[deed].items():
            print(
                f"  {side:<24}{spent['min_ms']:>9.2f}{spent['p50_ms']:>9.2f}{spent['p95_ms']:>9.2f}"
                f"{spent['ratio']:>11.2f}{spent['ratio_of_minima']:>10.2f}"
            )
    print(f"{'whole case':<34}{'min ms':>10}{'p50':>10}{'p95':>10}{'p50 × ours':>12}")
    for side, spent in found["whole"].items():
        print(
            f"  {side:<32}{spent['min_ms']:>10.1f}{spent['p50_ms']:>10.1f}{spent['p95_ms']:>10.1f}"
            f"{spent['ratio']:>12.2f}"
        )
    for goal, met in _goals(found).items():
        print(f"  {'met    ' if met else 'NOT MET'} {goal}")
    checked = found["verify"]
    print(
        f"verify: {checked['cases']} cases, {checked['records']} records, "
        f"{checked['records_per_second']} records/s, "
        + ("; ".join(checked["faults"][:3]) or "intact")
    )
    return not checked["faults"]


#: By name, how it is measured and how it is told; a teller says whether every goal was met.
RUNS = {
    "steps": (_steps, _tell_steps),
    "lists": (lambda asked: lists.measure(asked.sizes, asked.rounds), lists_told.tell),
    "pages": (lambda asked: pages.measure(asked.of_pages, asked.rounds), pages_told.tell),
    "papers": (lambda asked: papers.measure(asked.rounds, asked.papers), papers_told.tell),
    "search": (lambda asked: search.measure(max(asked.sizes), asked.rounds), search_told.tell),
    "proof": (_proof, proof_told.tell),
    "trail": (_trail, trail_told.tell),
    "statistics": (lambda asked: statistics.measure(asked.subjects, asked.rounds), statistics_told.tell),
    "law": (lambda asked: law.measure(asked.cases), law.tell),
}  # fmt: skip
