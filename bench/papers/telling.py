"""The printing of papers as a short table, then each goal and whether it is met."""

from __future__ import annotations

from typing import Any

from bench.papers.measuring import AT_MOST, GROWTH_AT_MOST
from bench.papers.sides import OURS


def tell(found: dict[str, Any]) -> bool:
    """Print what `bench.papers.measuring.measure` found; return whether both goals are met."""
    print(f"{'printing one paper':<26}{'min ms':>9}{'p50':>9}{'p95':>9}{'× bare':>9}")
    for name, spent in found["sides"].items():
        print(
            f"  {name:<24}{spent['min_ms']:>9.1f}{spent['p50_ms']:>9.1f}{spent['p95_ms']:>9.1f}"
            f"{spent['paired_ratio']:>9.3f}"
        )
    memory = found["memory"]
    print(
        f"memory over {memory['papers']} papers: {memory['first_mib']} → {memory['last_mib']} MiB, "
        f"{memory['bytes_per_paper']:+} bytes a paper"
    )
    goals = {
        f"printing ≤ {AT_MOST} × bare": found["sides"][OURS]["paired_ratio"] <= AT_MOST,
        f"memory ≤ {GROWTH_AT_MOST} bytes a paper": memory["bytes_per_paper"] <= GROWTH_AT_MOST,
    }
    for goal, met in goals.items():
        print(f"  {'met    ' if met else 'NOT MET'} {goal}")
    return all(goals.values())
