"""The lists at every size as a short table, then each goal and whether it is met."""

from __future__ import annotations

from typing import Any

from bench.scale.sides import BESIDE, WITH_EVERYTHING


def tell(found: dict[str, Any]) -> None:
    """Print what `bench.scale.measuring.measure` found."""
    sizes = "".join(f"{size:>12,}" for size in found["sizes"])
    print(f"{'p50 ms at so many cases':<52}{sizes}{'growth':>9}")
    for page, readers in found["lists"].items():
        for name, one in readers.items():
            print(
                f"  {page + ', ' + name:<50}"
                + "".join(f"{ms:>12.2f}" for ms in one["ms"])
                + f"{one['growth']:>9.2f}"
            )
    beside = found["guardian"]
    print(
        f"guardian's default at {beside['cases']:,} cases, p50 ms, and how many times faster ours is"
    )
    for name, times in beside["times_faster"].items():
        for page, theirs in (*BESIDE.items(), *WITH_EVERYTHING.items()):
            told = f"{name}: {page} beside {theirs}"
            print(f"  {told:<110}{beside['ms'][name][theirs]:>9.2f} ms {times[theirs][page]:>7} ×")
    print("bytes of the tables of rights")
    for size, weights in found["rights"].items():
        print(f"  at {size:>9,} cases: {_weights(weights)}")
    print(f"  with guardian's grants, {beside['cases']:,} cases: {_weights(beside['bytes'])}")
    met = sum(goal["met"] for goal in found["goals"])
    print(f"goals: {met} of {len(found['goals'])} met")
    for goal in found["goals"]:
        bound = f"≤ {goal['at_most']}" if "at_most" in goal else f"≥ {goal['at_least']}"
        print(
            f"  {'met    ' if goal['met'] else 'NOT MET'} {goal['goal']}: {goal['found']} ({bound})"
        )


def _weights(weights: dict[str, int]) -> str:
    return ", ".join(f"{table} {size:,}" for table, size in weights.items())
