"""Rounds in which every side does the same deed in turn, so that a busy machine slows all alike."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median
from time import perf_counter
from typing import Any

#: Deeds before any is counted: plans are made, texts of the law read, connections warm.
WARM_UP = 10


@dataclass(frozen=True)
class Times:
    """What one side needed for each of its deeds, in seconds."""

    seconds: Sequence[float]

    def as_json(self, floor: Times) -> dict[str, Any]:
        """Return the summary in milliseconds, with the ratio of this side's median to the floor's."""
        return {
            "rounds": len(self.seconds),
            "min_ms": round(min(self.seconds) * 1000, 3),
            "p50_ms": round(median(self.seconds) * 1000, 3),
            "p95_ms": round(sorted(self.seconds)[ceil(0.95 * len(self.seconds)) - 1] * 1000, 3),
            "ratio": round(median(self.seconds) / median(floor.seconds), 2),
            "ratio_of_minima": round(min(self.seconds) / min(floor.seconds), 2),
        }


def run(sides: Mapping[str, Sequence[Callable[[], object]]]) -> dict[str, Times]:
    """Let each side do its deeds one by one, in turn, each round beginning with another side."""
    names = list(sides)
    seconds: dict[str, list[float]] = {name: [] for name in names}
    rounds = min(len(deeds) for deeds in sides.values())
    gc.collect()
    for place in range(rounds):
        turn = place % len(names)
        for name in names[turn:] + names[:turn]:
            deed = sides[name][place]
            start = perf_counter()
            deed()
            seconds[name].append(perf_counter() - start)
    return {name: Times(spent[min(WARM_UP, rounds // 2) :]) for name, spent in seconds.items()}
