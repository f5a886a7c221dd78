"""The addresses about erasing personal words, for tests/desk/addresses.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from registry.erasure_models import Erasure
from tests.desk.world import World

#: Who keeps the files of some body or its list of members, and who those of the inspection committee.
KEEP = frozenset({"chair", "clerk", "leader", "keeper", "stranger", "secretary"})
OURS = frozenset({"chair", "clerk", "leader"})


def of_erasing(address: Callable[..., Any]) -> Iterator[Any]:
    """The list, asking about a file and about a person, and the one of the sample data that waits."""
    yield address("erasures", 6, seen_by=KEEP)
    yield address("erase-file", 11, _file, seen_by=OURS)
    yield address("erase-person", 8, _person, seen_by=frozenset({"keeper"}))
    yield address("erasure", 11, _asked, seen_by=OURS)


def _file(world: World) -> dict[str, object]:
    return {"reference": world.case("thon2").reference}


def _person(world: World) -> dict[str, object]:
    return {"pk": world.left().person_id, "body": world.province.bodies["btv"].pk}


def _asked(_world: World) -> dict[str, object]:
    return {"pk": Erasure.objects.earliest("pk").pk}
