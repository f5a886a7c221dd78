"""The four marks of a paper signed electronically, in their order, and where each stands on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

#: Where a box lies: page from 1, then x1, y1, x2, y2 in points from the lower left corner.
Box = tuple[int, float, float, float, float]


class Mark(Enum):
    """A signature of the paper: the person's first, then three of the organ's.

    `across` names the boxes whose left and right edges it keeps, the first one that the page has;
    `line` the box whose height it takes: a gap left in a line is as high as the line.
    """

    PERSON = "chu_ky", "Signature1", "Ô 7c: chữ ký", ("o-7c",), ""
    NUMBER = "so", "Signature2", "Ô 3: số văn bản", ("o-3-gap",), "o-3"
    DAY = "ngay", "Signature3", "Ô 4: ngày ban hành", ("o-4-gap",), "o-4"
    SEAL = "con_dau", "Signature4", "Ô 8: con dấu", ("o-8", "o-8-above"), ""

    def __init__(self, value: str, field: str, tip: str, across: tuple[str, ...], line: str):
        self._value_ = value
        self.field, self.tip = field, tip
        self.across, self.line = across, line


@dataclass(frozen=True)
class Place:
    """Where one mark goes: the rectangle of its field, on a page counted from 1."""

    mark: Mark
    page: int
    box: tuple[float, float, float, float]


def places_in(boxes: Mapping[str, Box]) -> Iterator[Place]:
    """Yield the marks that a page with these boxes has room for, in the order of signing."""
    for mark in Mark:
        name = next((one for one in mark.across if one in boxes), None)
        if name is not None:
            page, left, low, right, high = boxes[name]
            if mark.line:
                _, _, low, _, high = boxes[mark.line]
            yield Place(mark, page, (left, low, right, high))
