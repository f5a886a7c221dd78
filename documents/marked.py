"""The named parts of the page a paper is printed from: what stands in each, and where in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint import HTML


@dataclass(frozen=True)
class Marked:
    """One element of a page: its names, its words without spaces, and where they start in the text.

    `names` are its id ("#o-2b"), its classes (".names") and the block it is ("can-cu").
    """

    names: frozenset[str]
    said: str
    start: int
    rows: tuple[str, ...]  # the words of each paragraph directly in it

    @property
    def text(self) -> str:
        """The words without any space."""
        return _bare(self.said)


def marked_up(page: str) -> list[Marked]:
    """Return every named element of the body of a page, inner ones before the outer."""
    body = HTML(string=page).etree_element.find("body")
    return list(_walk(body, 0)) if body is not None else []


def _walk(element: Any, at: int) -> Iterator[Marked]:
    inner = at + len(_bare(element.text))
    for child in element:
        yield from _walk(child, inner)
        inner += len(_bare(_said(child))) + len(_bare(child.tail))
    if names := _names(element):
        rows = tuple(_spaced(_said(row)) for row in element.iterfind("p"))
        yield Marked(names, _spaced(_said(element)), at, rows)


def _names(element: Any) -> frozenset[str]:
    names = {f".{name}" for name in element.get("class", "").split()}
    if element.get("id"):
        names.add(f"#{element.get('id')}")
    return frozenset(names | {element.get("data-block") or ""} - {""})


def _said(element: Any) -> str:
    return "".join(element.itertext())


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _bare(text: str | None) -> str:
    return "".join((text or "").split())
