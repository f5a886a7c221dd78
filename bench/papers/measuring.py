"""One run: every side prints the same papers in turn; then many papers in a row, weighing the process."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import linear_regression, median
from typing import Any

from bench import rounds
from bench.papers.sides import BARE, CODES, OURS, SIDES

#: How much longer than bare WeasyPrint a paper may take.
AT_MOST = 1.15

#: Bytes the process may grow by with each paper: less than a thousandth of what one paper weighs in memory.
GROWTH_AT_MOST = 2048

#: Papers between two weighings, and papers printed before the first one: caches fill.
STEP, WARM_UP = 25, 100


def measure(count: int, papers: int) -> dict[str, Any]:
    """Return what `count` rounds of each side took, and how the process grew over `papers` papers."""
    deeds = {
        name: list(islice(cycle([side(code) for code in CODES]), count))
        for name, side in SIDES.items()
    }
    times = rounds.run(deeds)
    return {
        "rounds": count,
        "sides": {
            name: {**spent.as_json(times[BARE]), "paired_ratio": _paired(spent, times[BARE])}
            for name, spent in times.items()
        },
        "memory": _memory(papers),
    }


def _paired(one: rounds.Times, other: rounds.Times) -> float:
    """The median of the ratios of both sides in the same round: a busy minute slows both."""
    pairs = zip(one.seconds, other.seconds, strict=True)
    return round(median(ours / theirs for ours, theirs in pairs), 3)


def _memory(papers: int) -> dict[str, Any]:
    weighed = list(_weights(papers))
    steady = [(at, rss) for at, rss in weighed if at >= min(WARM_UP, papers // 2)]
    slope, _ = linear_regression(*_columns(steady))
    return {
        "papers": papers,
        "first_mib": round(steady[0][1] / 2**20, 1),
        "last_mib": round(steady[-1][1] / 2**20, 1),
        "bytes_per_paper": round(slope),
    }


def _weights(papers: int) -> Iterator[tuple[int, int]]:
    prints = [SIDES[OURS](code) for code in CODES]
    for at in range(1, papers + 1):
        prints[at % len(prints)]()
        if at % STEP == 0:
            gc.collect()
            yield at, _resident()


def _columns(rows: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [at for at, _ in rows], [rss for _, rss in rows]


def _resident() -> int:
    """Bytes of this process that lie in memory now, counted page by page: VmRSS is only an estimate."""
    counted = Path("/proc/self/smaps_rollup").read_text(encoding="utf-8")
    line = next(line for line in counted.splitlines() if line.startswith("Rss:"))
    return int(line.split()[1]) * 1024
