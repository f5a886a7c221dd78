"""What looking for words costs, as a short table, then each goal and whether it is met."""

from __future__ import annotations

from typing import Any


def tell(found: dict[str, Any]) -> bool:
    """Print what `bench.search.measuring.measure` found; return whether every goal is met."""
    print(
        f"p95 ms over {found['cases']:,} files, five readers in turn; beside: unaccent__icontains"
    )
    print(f"{'':<28}{'ours':>9}{'all rows':>11}{'first page':>12}{'× faster':>10}")
    for name, one in found["classes"].items():
        ours, every, first = (one["p95_ms"][side] for side in ("ours", "all rows", "first page"))
        print(f"  {name:<26}{ours:>9.1f}{every:>11.1f}{first:>12.1f}{one['times_faster']:>10.1f}")
    met = sum(goal["met"] for goal in found["goals"])
    print(f"goals: {met} of {len(found['goals'])} met")
    for goal in found["goals"]:
        if not goal["met"]:
            print(f"  NOT MET {goal['goal']}: {goal['found']} (≥ {goal['at_least']})")
    return met == len(found["goals"])
