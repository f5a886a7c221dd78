"""The filling in of forms as a short table, then each goal and whether it is met."""

from __future__ import annotations

from typing import Any

from bench.statistics.measuring import ALL_FORMS_S, AT_MOST
from bench.statistics.sides import ENGINE


def tell(found: dict[str, Any]) -> bool:
    """Print what `bench.statistics.measuring.measure` found; return whether both goals are met."""
    print(f"{found['subjects']} subjects, {found['rows']} counted rows")
    print(f"{'one form':<26}{'cells':>7}{'min ms':>9}{'p50':>9}{'p95':>9}{'× plain':>9}")
    for code, one in found["forms"].items():
        for name, spent in one["sides"].items():
            ratio = f"{one['paired_ratio']:>9.2f}" if name == ENGINE else ""
            print(
                f"  {code + ', ' + name:<31.31}{spent['min_ms']:>9.1f}{spent['p50_ms']:>9.1f}"
                f"{spent['p95_ms']:>9.1f}{ratio}"
            )
    print(f"all forms of the period: {found['all_forms_s']} s")
    worst = max(one["paired_ratio"] for one in found["forms"].values())
    goals = {
        f"one form ≤ {AT_MOST} × plain SQL (worst {worst:.2f})": worst <= AT_MOST,
        f"all forms ≤ {ALL_FORMS_S} s": found["all_forms_s"] <= ALL_FORMS_S,
    }
    for goal, met in goals.items():
        print(f"  {'met    ' if met else 'NOT MET'} {goal}")
    return all(goals.values())
