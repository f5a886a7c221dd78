"""What whole pages take, as a short table; times are told, the ratio beside the naive page is the goal."""

from __future__ import annotations

from typing import Any

from bench.pages.measuring import BESIDE, MOST_MS


def tell(found: dict[str, Any]) -> bool:
    """Print what `bench.pages.measuring.measure` found; return whether the goal is met."""
    print(f"whole pages at {found['cases']:,} files, {len(found['readers'])} readers in turn")
    print(f"{'':<28}{'p50 ms':>9}{'p95 ms':>9}{'a second':>10}")
    for name, one in found["pages"].items():
        slow = "" if name in BESIDE or one["p95_ms"] < MOST_MS else f"  over {MOST_MS} ms here"
        print(f"  {name:<26}{one['p50_ms']:>9.1f}{one['p95_ms']:>9.1f}{one['per_s']:>10.1f}{slow}")
    for goal in found["goals"]:
        said = "met    " if goal["met"] else "NOT MET"
        print(f"  {said} {goal['goal']}: {goal['found']} (≥ {goal['at_least']})")
    return all(goal["met"] for goal in found["goals"])
