"""The addresses of looking for things, of the calendar as programs read it, and of what an account chose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cases import search_words
from permissions.models import CalendarAddress
from tests.desk.world import World


def of_search(Address: Any) -> Iterator[Any]:  # noqa: N803 -- a class
    """The one box, over everything and over files alone."""
    yield Address("search", 4, costs={"concerned": 5})
    less = {"clerk": 13, "concerned": 13}  # who reads neither members nor organisations
    yield Address("search", 15, _read, query="?q=giam+sat", mark=" everything", costs=less)
    yield Address("search", 8, _read, query="?q=giam+sat&loai=ho-so&state=mo", mark=" files")
    # Where a team has planned a day its people are named to whoever reads what lies in the file.
    unnamed = dict.fromkeys(("clerk", "stranger", "secretary", "concerned", "keeper"), 9)
    yield Address("calendar", 10, costs=unnamed)
    yield Address("calendar", 10, query="?xem=tuan&cua=toi", mark=" week")
    yield Address("calendar", 10, query="?xem=danh-sach", mark=" list", costs=unnamed, alike=True)
    yield Address("calendar-file", 8, page=False, costs={"concerned": 7})
    yield Address("calendar-address", 5, costs={"concerned": 6})
    yield Address("calendar-feed", 7, _secret, nobody=200, page=False)
    yield Address("account_choices", 4, costs={"concerned": 6})


def _read(_world: World) -> dict[str, object]:
    search_words.refresh_all()
    return {}


def _secret(world: World) -> dict[str, object]:
    return {"secret": CalendarAddress.make(world.province.people["canbo"])}
