"""What the chains cost as a few lines, then each goal and whether it is met."""

from __future__ import annotations

from typing import Any

from bench.proof import checking, share, writers


def tell(found: dict[str, Any]) -> bool:
    """Print what was measured; return whether every goal is met."""
    print(f"{'one step':<26}{'min ms':>9}{'p50':>9}{'p95':>9}")
    for name, spent in found["share"]["sides"].items():
        print(f"  {name:<24}{spent['min_ms']:>9.2f}{spent['p50_ms']:>9.2f}{spent['p95_ms']:>9.2f}")
    many, checked = found["writers"], found["checking"]
    print(
        f"{many['writers']} writers: {many['own']} records/s on own chains, {many['one']} on one for all"
    )
    print(
        f"{checked['records']} records of {checked['bytes_each']} bytes: hashing {checked['hashing_s']} s, "
        f"hashes and links {checked['checking_s']} s; all that lies beside them too: "
        f"{checked['whole_records_per_second']} records/s"
    )
    goals = {
        f"chain ≤ {share.AT_MOST:.0%} of a step: {found['share']['share']:.1%}": found["share"][
            "share"
        ]
        <= share.AT_MOST,
        f"{many['writers']} writers ≥ {writers.AT_LEAST} × one chain: {many['ratio']} ×": many[
            "ratio"
        ]
        >= writers.AT_LEAST,
        f"hashes and links ≤ {checking.AT_MOST} × hashing: {checked['ratio']} ×": checked["ratio"]
        <= checking.AT_MOST,
    }
    for goal, met in goals.items():
        print(f"  {'met    ' if met else 'NOT MET'} {goal}")
    return all(goals.values())
