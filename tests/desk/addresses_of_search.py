"""The addresses of looking for things, of the calendar as programs read it, and of what an account chose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cases import search_words
from tests.desk.world import World


def of_search(Address: Any) -> Iterator[Any]:  # noqa: N803 -- a class
    """The one box, over everything and over files alone."""
    yield Address("search", 3)
    yield Address("search", 3, _read, query="?q=giam+sat", mark=" everything")
    yield Address("search", 3, _read, query="?q=giam+sat&loai=ho-so&state=mo", mark=" files")


def _read(_world: World) -> dict[str, object]:
    search_words.refresh_all()
    return {}
