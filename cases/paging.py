"""Pages by keyset: the rows after one row or before it, however deep, without counting any."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
Key = TypeVar("Key")


@dataclass(frozen=True)
class Place(Generic[Key]):
    """Where a page begins: after the row with `key`, or before it when `back`. No key: at the end."""

    key: Key | None = None
    back: bool = False


@dataclass(frozen=True)
class Leaf(Generic[Row]):
    """The rows of one page in their order, and whether there are pages before and after it."""

    rows: Sequence[Row]
    before: bool = False
    after: bool = False


#: Reads at most so many rows from a place on, the nearest first (backwards when the place says so).
Read = Callable[[Place[Key], int], Sequence[Row]]


def leaf(read: Read[Key, Row], place: Place[Key], size: int) -> Leaf[Row]:
    """Return the page of at most `size` rows at `place`.

    One reading; a second only where the list has changed under the reader: a page that would be empty
    becomes the last one, and a page before which less than a page is left becomes the first one.
    """
    found = read(place, size + 1)
    rows, more = list(found[:size]), len(found) > size
    if place.back and place.key is not None:
        if len(rows) < size:
            return leaf(read, Place(), size)
        return Leaf(rows[::-1], before=more, after=True)
    if place.back:
        return Leaf(rows[::-1], before=more)
    if place.key is not None and not rows:
        return leaf(read, Place(back=True), size)
    return Leaf(rows, before=place.key is not None, after=more)
