"""The addresses of the room of a meeting, and of filters kept under a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from permissions.saved_models import SavedFilter
from tests.desk.world import ROLES, World


def of_room(Address: Any, insiders: frozenset[str]) -> Iterator[Any]:  # noqa: N803 -- a class
    """The room as whoever writes for the meeting and whoever is called; presses come back to it."""
    yield Address("room", 12, _meeting, seen_by=insiders)
    yield Address("room-deed", 4, _press, seen_by=insiders, status=302, page=False)
    yield Address("handing-over", 8)
    yield Address("filters", 7)
    yield Address("filter-keep", 2, _list, status=405, otherwise=405, page=False)
    yield Address("filter-deed", 2, _kept, status=405, otherwise=405, page=False)


def _meeting(world: World) -> dict[str, object]:
    return {"reference": world.meeting().reference}


def _press(world: World) -> dict[str, object]:
    return {**_meeting(world), "item": 2, "deed": "dem"}


def _list(_world: World) -> Mapping[str, object]:
    return {"page": "cases"}


def _kept(world: World) -> dict[str, object]:
    owner = world.province.people[ROLES["officer"]]
    kept = SavedFilter.objects.filter(owner=owner, page="papers").first()
    kept = kept or SavedFilter.objects.create(
        owner=owner, page="papers", name="Thông báo", query="ky_hieu=TB"
    )
    return {"pk": kept.pk, "deed": "bo"}
