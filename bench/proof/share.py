"""A step with its chain and the same step without: what hashing, linking and committing add."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from statistics import median
from typing import Any

from bench import databases, rounds
from bench.deeds import STAY, Deed, Ready
from bench.sides import door
from cases import writing

OURS, UNCHAINED = "take_step", "take_step, no chain"

#: The largest share of a step that its chain may take.
AT_MOST = 0.10


def measure(cases: list[Ready], count: int) -> dict[str, Any]:
    """Return what `count` rounds of each side took, and the chain's share of a step."""
    deeds: dict[str, list[Callable[[], object]]] = {
        OURS: [door.ready_to(STAY, case) for case in cases[:count]],
        UNCHAINED: [_unchained(STAY, case) for case in cases[count : 2 * count]],
    }
    databases.tidy()
    times = rounds.run(deeds)
    pairs = zip(times[OURS].seconds, times[UNCHAINED].seconds, strict=True)
    whole = median(times[OURS].seconds)
    saved = median(ours - theirs for ours, theirs in pairs)
    return {
        "sides": {name: spent.as_json(times[OURS]) for name, spent in times.items()},
        "share": round(saved / whole, 3),
    }


def _unchained(deed: Deed, case: Ready) -> Callable[[], object]:
    """The same deed, its record without hashed text, hash, link or salted commitments."""
    take = door.ready_to(deed, case)

    def without() -> None:
        with _replaced(
            link=lambda *_: ("{}", "0" * 64),
            commit_all=lambda said, _: (said, {}),
            commit=lambda *_: "",
        ):
            take()  # fmt: skip

    return without


@contextmanager
def _replaced(**other: Any):
    usual = {name: getattr(writing, name) for name in other}
    vars(writing).update(other)
    try:
        yield
    finally:
        vars(writing).update(usual)
