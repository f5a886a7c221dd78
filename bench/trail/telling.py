"""The auditors' page as a short table, then each goal and whether it is met."""

from __future__ import annotations

from typing import Any


def tell(found: dict[str, Any]) -> bool:
    """Print what `bench.trail.measuring.measure` found; return whether every goal is met."""
    for name, one in found["readers"].items():
        print(f"{name}, {one['rows']} entries, {one['statements']} statements")
        for side, spent in one["sides"].items():
            print(
                f"  {side:<20}{spent['min_ms']:>9.1f}{spent['p50_ms']:>9.1f}{spent['p95_ms']:>9.1f} ms"
                f"{spent['ratio']:>8.2f} ×"
            )
    for goal in found["goals"]:
        met = "met    " if goal["met"] else "NOT MET"
        print(f"  {met} {goal['goal']}: {goal['found']} (at most {goal['at_most']})")
    return all(goal["met"] for goal in found["goals"])
