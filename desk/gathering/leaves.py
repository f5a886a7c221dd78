"""Pages of long lists in an address: `?sau=` goes on after a row, `?truoc=` back before one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from django.http import QueryDict
from django.utils.translation import gettext as _

from cases.paging import Leaf, Place
from desk.pages.parts import Pager

#: Rows on one page of a long list.
PAGE = 25

AFTER, BEFORE = "sau", "truoc"

Key = TypeVar("Key")


def place_of(asked: Any, read: Callable[[str], Key]) -> Place[Key]:
    """Return the place an address asks for; one that `read` cannot make out is the first page."""
    for name in (AFTER, BEFORE):
        if written := asked.get(name):
            try:
                return Place(read(written), back=name == BEFORE)
            except ValueError:
                return Place()
    return Place()


def read_number(written: str) -> int:
    """Read the number of a row. Raises ValueError for anything that numbers none."""
    number = int(written)
    if not 0 <= number < 2**63:
        raise ValueError(written)
    return number


def read_dated(written: str) -> tuple[date, int]:
    """Read "2026-11-20.123", the place of a row in an order by days. Raises ValueError."""
    day, _dot, number = written.partition(".")
    return date.fromisoformat(day), read_number(number)


def pager_between(
    found: Leaf[Any], asked: Any, text: str, write: Callable[[Any], str]
) -> Pager | None:
    """Return the links around a page, keeping its filters; `write` is how a row stands in an address."""
    if not found.rows:
        return None

    def at(name: str, row: Any) -> str:
        kept = QueryDict(filters_of(asked), mutable=True)
        kept[name] = write(row)
        return f"?{kept.urlencode()}"

    return Pager(
        text,
        newer=at(BEFORE, found.rows[0]) if found.before else "",
        older=at(AFTER, found.rows[-1]) if found.after else "",
    )


def filters_of(asked: Any) -> str:
    """Return the filters of an address without the place in its list, as another address takes them."""
    kept = asked.copy()
    for place in (AFTER, BEFORE):
        kept.pop(place, None)
    return kept.urlencode()


def so_many(found: Leaf[Any], noun: str) -> str:
    """Say how much a page holds, and whether there is more: nothing is counted for it."""
    if found.before or found.after:
        return _("%(n)d %(noun)s trên trang này") % {"n": len(found.rows), "noun": noun}
    return f"{len(found.rows)} {noun}"
