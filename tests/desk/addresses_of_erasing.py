"""The addresses about erasing personal words, for tests/desk/addresses.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from cases.erasing.deeds import AskErasing, record
from cases.models import Case
from registry import clock
from registry.erasure_models import Erasure
from tests.desk.world import World

#: Who keeps the files of the inspection committee, or the member list of the commune.
KEEP = frozenset({"chair", "clerk", "leader", "keeper", "stranger", "secretary"})
OURS = frozenset({"chair", "clerk", "leader"})


def of_erasing(address: Callable[..., Any]) -> Iterator[Any]:
    """The list, asking about a file and about a person, and one that waits for the second person."""
    yield address("erasures", 6, _asked, seen_by=KEEP)
    yield address("erase-file", 15, _file, seen_by=OURS)
    yield address("erase-person", 15, _person, seen_by=frozenset({"keeper"}))
    yield address("erasure", 15, _asked_one, seen_by=OURS)


def _file(world: World) -> dict[str, object]:
    return {"reference": world.case("thon2").reference}


def _person(world: World) -> dict[str, object]:
    return {"pk": world.left().person_id, "body": world.province.bodies["btv"].pk}


def _asked(world: World) -> dict[str, object]:
    _asked_one(world)
    return {}


def _asked_one(world: World) -> dict[str, object]:
    """The file of the sample supervision that is over waits for a second person."""
    if found := Erasure.objects.first():
        return {"pk": found.pk}
    case = Case.objects.filter(procedure="P1.CD", closed_on__isnull=False).earliest("pk")
    clerk = world.province.people["vanthu"]
    deed = AskErasing(
        in_body=case.body, case=case, document="Quyết định số 12-QĐ/TU (mẫu)", issued_by="Ban Thường vụ Tỉnh ủy",
        issued_on=date(2026, 11, 2), kept_until=date(2026, 10, 31), asked_by=clerk, asked_on=clock.today(),
    )  # fmt: skip
    return {"pk": record(deed, by=clerk, today=clock.today()).pk}
