"""The addresses of the users' guide and of the tour of the first five minutes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def of_guides(Address: Any) -> Iterator[Any]:  # noqa: N803 -- a class
    """Everybody reads all of it; its pages are built alike."""
    yield Address("help", 3, costs={"concerned": 5})
    yield Address("tour", 3, costs={"concerned": 5})
    yield Address("guide", 3, lambda _world: {"slug": "can-bo"}, costs={"concerned": 5})
