"""The lists at several sizes in one run, side by side, beside guardian's default; and what rights weigh."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection, connections

from bench import databases, rounds
from bench.scale import sides
from bench.scale.filling import fill

#: Growth from the smallest size to the greatest that P3 allows, and how much faster than guardian.
GROWTH, GROWTH_OF_HEAD, FASTER = 2.0, 1.3, 50
HEADS = ("head of the province", "secretary of the province")

#: Tables that could hold rights to files; none may grow with them.
RIGHTS = (
    "guardian_userobjectpermission", "guardian_groupobjectpermission", "auth_user_user_permissions",
    "registry_post",
)  # fmt: skip

#: The size at which guardian is asked.
BESIDE_GUARDIAN = 100_000


def measure(sizes: Sequence[int], count: int) -> dict[str, Any]:
    """Return what each list needs for each reader at each size, what guardian needs, and what rights weigh."""
    started = perf_counter()
    worlds = {size: databases.kept(size, lambda size=size: fill(size), "lists_") for size in sizes}
    found: dict[str, Any] = {"sizes": list(sizes), "filled_s": round(perf_counter() - started)}
    deeds: dict[tuple[str, str, int], Callable[[], object]] = {}
    with _open(worlds) as enter:
        found["rights"] = {size: enter(size, _weights)() for size in sizes}
        for name in sides.READERS:
            for size in sizes:
                person = enter(size, lambda name=name: sides.reader(name))()
                ready = enter(size, lambda person=person: sides.pages(person))()
                for page, deed in ready.items():
                    deeds[page, name, size] = enter(size, deed)
        found["lists"] = _told(_in_turn(deeds, count), sizes)
    beside = min(sizes, key=lambda size: abs(size - BESIDE_GUARDIAN))
    found["guardian"] = {"cases": beside, **_beside_guardian(worlds[beside], count)}
    found["goals"] = _goals(found)
    return found


def _in_turn(deeds: dict[Any, Callable[[], object]], count: int) -> dict[Any, rounds.Times]:
    return rounds.run({name: [deed] * count for name, deed in deeds.items()})


def _told(times: dict[Any, rounds.Times], sizes: Sequence[int]) -> dict[str, Any]:
    """Each page and reader with the milliseconds at each size, and the growth from first to last."""
    found: dict[str, Any] = {}
    for page, name, _ in list(times):
        spent = [times[page, name, size] for size in sizes]
        found.setdefault(page, {})[name] = {
            "ms": [_ms(one) for one in spent],
            "growth": round(_ms(spent[-1]) / _ms(spent[0]), 2),
        }
    return found


def _ms(times: rounds.Times) -> float:
    return round(median(times.seconds) * 1000, 2)


def _beside_guardian(world: str, count: int) -> dict[str, Any]:
    """Each reader's pages and guardian's, in turn, in a copy where every right is also a grant."""
    spent, faster = dict[str, Any](), dict[str, Any]()
    with databases.copy_of(world):
        with databases.as_owner(databases.RUN):
            sides.grant()
        for name in sides.READERS:
            person = sides.reader(name)
            sides.compare(person)
            ready = {
                **sides.pages(person), **sides.guardians(person), **sides.guardians_of_everything(),
            }  # fmt: skip
            times = _in_turn(ready, max(5, count // 4))
            spent[name] = {
                page: _ms(one) for page, one in times.items() if page.startswith("guardian")
            }
            faster[name] = {
                theirs: {
                    page: round(_ms(times[theirs]) / _ms(times[page]), 1)
                    for page, beside in both.items()
                    if beside == theirs
                }
                for both in (sides.BESIDE, sides.WITH_EVERYTHING)
                for theirs in both.values()
            }
        weights = _weights()
    return {"ms": spent, "times_faster": faster, "bytes": weights}


def _weights() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, pg_total_relation_size(name::regclass) FROM unnest(%s) AS name",
            [list(RIGHTS)],
        )
        return dict(cursor.fetchall())


def _goals(found: dict[str, Any]) -> list[dict[str, Any]]:
    lists, faster = found["lists"], found["guardian"]["times_faster"]
    goals = [
        (f"{page}, {name}: growth", one["growth"], GROWTH_OF_HEAD if name in HEADS else GROWTH)
        for page in sides.BESIDE
        for name, one in lists[page].items()
    ]
    smallest, *_, greatest = found["rights"].values()
    grown = sum(greatest.values()) - sum(smallest.values())
    return [
        *({"goal": text, "found": is_, "at_most": most, "met": is_ <= most} for text, is_, most in goals),
        *(
            {"goal": f"{sides.GOAL}, {name}: × faster than {theirs}", "found": one[theirs][sides.GOAL],
             "at_least": FASTER, "met": one[theirs][sides.GOAL] >= FASTER}
            for theirs in [sides.WITH_EVERYTHING[sides.GOAL]]
            for name, one in faster.items()
        ),
        {"goal": "bytes of rights that grow with cases", "found": grown, "at_most": 0, "met": grown == 0},
    ]  # fmt: skip


@contextmanager
def _open(
    worlds: dict[int, str],
) -> Iterator[Callable[[int, Callable[[], Any]], Callable[[], Any]]]:
    """Hold a connection to every world at once; what is given runs with Django in one of them."""
    usual, held = connections["default"], {}
    for size, name in worlds.items():
        held[size] = connections.create_connection("default")
        held[size].settings_dict = {**usual.settings_dict, "NAME": name}

    def enter(size: int, deed: Callable[[], Any]) -> Callable[[], Any]:
        def entered() -> Any:
            connections["default"] = held[size]
            return deed()

        return entered

    try:
        yield enter
    finally:
        connections["default"] = usual
        for one in held.values():
            one.close()
