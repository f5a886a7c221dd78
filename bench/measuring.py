"""One run of the bench: both deeds, every side, then the verification of all that was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from time import perf_counter
from typing import Any, NamedTuple

from bench import databases, rounds
from bench.deeds import MOVE, STAY, Deed, Ready, ready
from bench.sides import door, floor, viewflow
from cases.verification import verify


class Side(NamedTuple):
    """One way of doing a deed: made ready beforehand, and looked at afterwards."""

    ready_to: Callable[[Deed, Ready], Callable[[], object]]
    done: Callable[[Deed, Ready], bool]


class TooFew(Exception):
    """The province has fewer ready cases than the rounds need."""


def measure(count: int) -> dict[str, Any]:
    """Return the results of `count` rounds of each deed, in the database Django works in now.

    Raises TooFew, or AssertionError when a side has not done what it was timed for.
    """
    held = databases.plain()
    sides = {
        door.NAME: Side(door.ready_to, door.done),
        floor.NAME: Side(floor.ready_to(held), door.done),
        f"{floor.NAME}, Django's cursor": Side(floor.ready_through_django, door.done),
        f"{floor.NAME}, prepared": Side(floor.ready_prepared, door.done),
    }
    cases = ready()
    try:
        stay = _measure(STAY, sides, cases, count)
        sides[viewflow.NAME] = Side(viewflow.ready_to, viewflow.done)
        move = _measure(MOVE, sides, cases, count)
    finally:
        held.close()
    return {"stay": stay, "move": move, "verify": _verified()}


def _measure(
    deed: Deed, sides: dict[str, Side], cases: Iterator[Ready], count: int
) -> dict[str, Any]:
    chosen = {name: list(islice(cases, count)) for name in sides}
    if len(chosen[name := list(sides)[-1]]) < count:
        raise TooFew(f"{name}: {len(chosen[name])} cases are ready for {count} rounds.")
    deeds = {
        name: [side.ready_to(deed, case) for case in chosen[name]] for name, side in sides.items()
    }
    databases.tidy()
    times = rounds.run(deeds)
    for name, side in sides.items():
        assert all(side.done(deed, case) for case in chosen[name]), f"{name} did not do its deed"
    return {name: spent.as_json(times[floor.NAME]) for name, spent in times.items()}


def _verified() -> dict[str, Any]:
    start = perf_counter()
    report = verify()
    seconds = perf_counter() - start
    return {
        "cases": report.cases,
        "records": report.records,
        "faults": [str(fault) for fault in report.faults],
        "records_per_second": round(report.records / seconds),
    }
