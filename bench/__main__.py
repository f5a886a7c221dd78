"""`python -m bench`: measure, print a short table to standard output, keep everything as JSON."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import Any

import django

#: What can be measured.
MEASURED = {
    "steps": "steps of a case (default)",
    "lists": "the lists of work and of files as cases grow in number",
    "papers": "the printing of papers",
    "search": "looking for words among the greatest of the sizes",
    "proof": "what the chains of proof cost",
    "trail": "the auditors' page",
    "statistics": "the filling in of forms",
    "law": "another law tried on live files, and finished ones decided again",
}


def main() -> int:
    """Run the bench as the command line asks; exit 1 when what was written does not verify."""
    asked = _arguments()
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    django.setup()
    from django.conf import settings  # noqa: PLC0415 -- Django first

    from bench import databases  # noqa: PLC0415
    from bench.measuring import TooFew, measure  # noqa: PLC0415

    if asked.what == "lists":
        return _lists(asked)
    if asked.what == "papers":
        return _papers(asked)
    if asked.what == "statistics":
        return _statistics(asked)
    if asked.what == "search":
        return _search(asked)
    if asked.what == "proof":
        return _proof(asked)
    if asked.what == "law":
        return _law(asked)
    kept = databases.kept(asked.cases, lambda: _fill(asked.cases))
    if asked.what == "trail":
        return _trail(asked, kept)
    try:
        with databases.copy_of(kept):
            found = {"cases": asked.cases, **measure(asked.rounds)}
    except TooFew as few:
        sys.exit(f"{few} Ask for more --cases or fewer --rounds.")
    (settings.FOLDER / "result.json").write_text(json.dumps(found, ensure_ascii=False, indent=1))
    _tell(found)
    return 1 if found["verify"]["faults"] else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument(
        "what",
        nargs="?",
        choices=tuple(MEASURED),
        default="steps",
        help="; ".join(f"{name}: {what}" for name, what in MEASURED.items()),
    )
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=[10_000, 100_000, 1_000_000],
        help="for lists: how many cases, from few to many (default 10000 100000 1000000)",
    )
    parser.add_argument(
        "--cases", type=int, default=2000, help="cases in the province (default 2000)"
    )
    parser.add_argument(
        "--records",
        type=int,
        default=1_000_000,
        help="for proof: how many are checked (default 1000000)",
    )
    parser.add_argument("--rounds", type=int, default=100, help="rounds of each deed (default 100)")
    parser.add_argument(
        "--papers", type=int, default=500, help="for papers: how many in a row (default 500)"
    )
    parser.add_argument(
        "--subjects",
        type=int,
        default=250_000,
        help="for statistics: subjects that were examined (default 250000)",
    )
    return parser.parse_args()


def _lists(asked: argparse.Namespace) -> int:
    from django.conf import settings  # noqa: PLC0415 -- Django first

    from bench.scale import measuring, telling  # noqa: PLC0415

    found = measuring.measure(asked.sizes, asked.rounds)
    (settings.FOLDER / "lists.json").write_text(json.dumps(found, ensure_ascii=False, indent=1))
    telling.tell(found)
    return 0


def _papers(asked: argparse.Namespace) -> int:
    from django.conf import settings  # noqa: PLC0415 -- Django first

    from bench.papers import measuring, telling  # noqa: PLC0415

    found = measuring.measure(asked.rounds, asked.papers)
    settings.FOLDER.mkdir(parents=True, exist_ok=True)
    (settings.FOLDER / "papers.json").write_text(json.dumps(found, ensure_ascii=False, indent=1))
    return 0 if telling.tell(found) else 1


def _statistics(asked: argparse.Namespace) -> int:
    from django.conf import settings  # noqa: PLC0415 -- Django first

    from bench.statistics import measuring, telling  # noqa: PLC0415

    found = measuring.measure(asked.subjects, asked.rounds)
    (settings.FOLDER / "statistics.json").write_text(json.dumps(found, indent=1))
    return 0 if telling.tell(found) else 1


def _search(asked: argparse.Namespace) -> int:
    from django.conf import settings  # noqa: PLC0415 -- Django first

    from bench.search import measuring, telling  # noqa: PLC0415

    found = measuring.measure(max(asked.sizes), asked.rounds)
    (settings.FOLDER / "search.json").write_text(json.dumps(found, ensure_ascii=False, indent=1))
    return 0 if telling.tell(found) else 1


def _proof(asked: argparse.Namespace) -> int:
    from django.conf import settings  # noqa: PLC0415 -- Django first

    from bench import databases  # noqa: PLC0415
    from bench.deeds import ready  # noqa: PLC0415
    from bench.proof import checking, share, telling, writers  # noqa: PLC0415

    with databases.copy_of(databases.kept(asked.cases, lambda: _fill(asked.cases))):
        checked = checking.measure(
            asked.records
        )  # first: what is measured then breaks chains on purpose
        cases = list(ready())
        if len(cases) < 2 * asked.rounds + writers.needed():
            sys.exit(f"{len(cases)} cases are ready: ask for more --cases or fewer --rounds.")
        found = {
            "checking": checked,
            "share": share.measure(cases, asked.rounds),
            "writers": writers.measure(cases[2 * asked.rounds :]),
        }
    (settings.FOLDER / "proof.json").write_text(json.dumps(found, ensure_ascii=False, indent=1))
    return 0 if telling.tell(found) else 1


def _trail(asked: argparse.Namespace, world: str) -> int:
    from django.conf import settings  # noqa: PLC0415 -- Django first

    from bench.trail import measuring, telling  # noqa: PLC0415

    found = {"cases": asked.cases, **measuring.measure(world, asked.rounds)}
    (settings.FOLDER / "trail.json").write_text(json.dumps(found, ensure_ascii=False, indent=1))
    return 0 if telling.tell(found) else 1


def _law(asked: argparse.Namespace) -> int:
    from django.conf import settings  # noqa: PLC0415 -- Django first

    from bench.law import measuring  # noqa: PLC0415

    found = measuring.measure(asked.cases)
    (settings.FOLDER / "law.json").write_text(json.dumps(found, ensure_ascii=False, indent=1))
    return 0 if measuring.tell(found) else 1


def _fill(cases: int) -> None:
    """Lay the province, and as many processes of the compared engine as it has cases."""
    from bench.flow import filling as processes  # noqa: PLC0415 -- Django first
    from bench.province import filling as province  # noqa: PLC0415
    from cases.models import Case  # noqa: PLC0415

    province.fill(cases)
    processes.fill(Case.objects.latest("pk").pk)


def _goals(found: dict[str, Any]) -> dict[str, bool]:
    """Each goal of a step with what was measured, and whether it is met."""
    ours, theirs = found["move"]["take_step"], found["move"]["viewflow.workflow"]
    against, times = ours["ratio"], theirs["p50_ms"] / ours["p50_ms"]
    return {
        f"a step ≤ 2.0 × F1: {against}": against <= 2.0,
        f"viewflow.workflow's step ≥ 3 × ours: {times:.2f}": times >= 3,
    }


def _tell(found: dict[str, Any]) -> None:
    for deed in ("stay", "move"):
        print(f"{deed:<26}{'min ms':>9}{'p50':>9}{'p95':>9}{'p50 × F1':>11}{'min × F1':>10}")
        for side, spent in found[deed].items():
            print(
                f"  {side:<24}{spent['min_ms']:>9.2f}{spent['p50_ms']:>9.2f}{spent['p95_ms']:>9.2f}"
                f"{spent['ratio']:>11.2f}{spent['ratio_of_minima']:>10.2f}"
            )
    for goal, met in _goals(found).items():
        print(f"  {'met    ' if met else 'NOT MET'} {goal}")
    checked = found["verify"]
    print(
        f"verify: {checked['cases']} cases, {checked['records']} records, "
        f"{checked['records_per_second']} records/s, "
        + ("; ".join(checked["faults"][:3]) or "intact")
    )


if __name__ == "__main__":
    sys.exit(main())
