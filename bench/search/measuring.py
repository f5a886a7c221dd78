"""Each class of words as each reader looks for it, in turn with `unaccent__icontains` over the same titles."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from math import ceil
from typing import Any

from django.contrib.postgres.lookups import Unaccent
from django.db.models import CharField, Q

from bench import databases, rounds
from bench.province.told import TODAY
from bench.scale.sides import READERS, reader
from bench.search.filling import SELDOM, fill
from cases.models import Case
from cases.paging import Place
from cases.queries import matters
from cases.search import find_files
from desk.gathering.leaves import PAGE
from proof.reader import as_person
from registry.models import Person
from registry.names import search_key

#: How much faster than Django's own each class of words must be, at the ninety-fifth percentile.
FASTER = 20

#: Each class of words, by what one would type.
TYPED = {
    "a full name": "Nguyễn Thị Khuê",
    "a given name": "Uyển",
    "a common family name": "Nguyễn",
    "two common words": "giám sát",
    "a matter": "kê khai tài sản",
    "a rare matter": SELDOM.removeprefix("việc "),
    "the beginning of a word": "Nhườ",
    "a number": "DO-{half}",
    "what is nowhere": "xilôphôn",
}


def measure(cases: int, count: int) -> dict[str, Any]:
    """Return what each class costs at `cases` files, ours and Django's, and whether spelling changes the rows."""
    CharField.register_lookup(Unaccent)
    world = databases.kept(cases, lambda: fill(cases), "search_")
    found: dict[str, Any] = {"cases": cases, "readers": list(READERS), "classes": {}}
    with databases.copy_of(world):
        people = [reader(name) for name in READERS]
        for name, pattern in TYPED.items():
            typed = pattern.format(half=cases // 2 + 1)
            found["classes"][name] = _of_class(typed, people, count)
    found["goals"] = _goals(found["classes"])
    return found


def _of_class(typed: str, people: list[Person], count: int) -> dict[str, Any]:
    turns = [people[place % len(people)] for place in range(count)]
    sides = {
        "ours": [_as(one, lambda one=one: _found(one, typed)) for one in turns],
        "all rows": [lambda: _djangos(typed).count()] * count,
        "first page": [lambda: list(_djangos(typed).order_by("-pk")[:PAGE])] * count,
    }
    times = rounds.run(sides)
    spent = {side: _p95(one) for side, one in times.items()}
    return {
        "typed": typed,
        "p95_ms": spent,
        "times_faster": round(spent["all rows"] / spent["ours"], 1),
        "alike": all(_spelled_alike(one, typed) for one in people),
    }


def _as(person: Person, deed: Callable[[], object]) -> Callable[[], object]:
    def asked() -> object:
        with as_person(person.pk, TODAY):
            return deed()

    return asked


def _found(person: Person, words: str) -> list[int]:
    return [case.pk for case in find_files(person, TODAY, words, Place(), PAGE).rows]


def _djangos(typed: str) -> Any:
    """What Django offers: every word, without marks, somewhere in the title or the number."""
    asked = Q()
    for word in typed.split():
        asked &= Q(title__unaccent__icontains=word) | Q(reference__unaccent__icontains=word)
    return matters(Case.objects.filter(asked))


def _spelled_alike(person: Person, typed: str) -> bool:
    """Whether the same rows are found however the words are spelled."""
    spellings = (
        search_key(typed), typed.upper(), unicodedata.normalize("NFD", typed), f"  {typed.title()} ",
    )  # fmt: skip
    with as_person(person.pk, TODAY):
        rows = _found(person, typed)
        return all(_found(person, one) == rows for one in spellings)


def _p95(times: rounds.Times) -> float:
    return round(sorted(times.seconds)[ceil(0.95 * len(times.seconds)) - 1] * 1000, 2)


def _goals(classes: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        *(
            {"goal": f"{name}: × faster than unaccent__icontains", "found": one["times_faster"],
             "at_least": FASTER, "met": one["times_faster"] >= FASTER}
            for name, one in classes.items()
        ),
        *(
            {"goal": f"{name}: the same rows however it is spelled", "found": one["alike"], "at_least": True,
             "met": one["alike"]}
            for name, one in classes.items()
        ),
    ]  # fmt: skip
