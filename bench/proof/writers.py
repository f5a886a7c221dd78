"""Many writers at once: each its own chain, beside one chain that all of them must hold in turn."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from statistics import median
from threading import Barrier
from time import perf_counter
from typing import Any

from bench import databases
from bench.deeds import STAY, Ready
from bench.sides import floor
from config.logins import APP, OWNER

WRITERS, EACH, ROUNDS = 32, 5, 3

#: How many times more records own chains must take than one chain for all.
AT_LEAST = 2.5

_ONE_FOR_ALL = """
UPDATE bench_one_chain SET length = length + 1, head = encode(sha256(convert_to(head, 'UTF8')), 'hex')
"""


def measure(cases: list[Ready]) -> dict[str, Any]:
    """Return the records a second of both ways, as the bare statement of the floor writes them."""
    _lay()
    values = [floor.values_of(STAY, case) for case in cases[: 2 * WRITERS * EACH * ROUNDS]]
    databases.tidy()
    found: dict[str, list[float]] = {"own": [], "one": []}
    for turn in range(ROUNDS):
        for way in ("own", "one") if turn % 2 else ("one", "own"):
            share = [values.pop() for _ in range(WRITERS * EACH)]
            found[way].append(_race(share, first=_ONE_FOR_ALL if way == "one" else ""))
    own, one = median(found["own"]), median(found["one"])
    return {"writers": WRITERS, "own": round(own), "one": round(one), "ratio": round(own / one, 2)}


def needed() -> int:
    """How many ready cases a run uses up."""
    return 2 * WRITERS * EACH * ROUNDS


def _lay() -> None:
    held = databases.plain(OWNER)
    with held, held.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE bench_one_chain AS SELECT 0 AS length, repeat('0', 64) AS head"
        )
        cursor.execute(f"GRANT SELECT, UPDATE ON bench_one_chain TO {APP}")
    held.close()


def _race(values: list[dict[str, Any]], *, first: str) -> float:
    """Let all writers begin together; return the records they committed a second."""
    begin = Barrier(WRITERS + 1)

    def write(share: list[dict[str, Any]]) -> None:
        held = databases.plain()
        begin.wait()
        for one in share:
            with held, held.cursor() as cursor:
                if first:
                    cursor.execute(first)
                cursor.execute(floor.statement(moves=False), one)
                assert cursor.fetchone()
        held.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        done = [pool.submit(write, values[n::WRITERS]) for n in range(WRITERS)]
        begin.wait()
        start = perf_counter()
        for one in done:
            one.result()
        return len(values) / (perf_counter() - start)
