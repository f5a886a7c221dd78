"""Where the bars of a picture lie: plain numbers, which a template draws as SVG in the colours of the theme.

Every picture stands beside or above a table of the same figures. A bar is as long as its figure; what is not nothing
is never drawn as nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: The longest bar; what is not nothing is at least so long.
LONGEST, SHORTEST = 100.0, 0.6
#: Series told apart by colour in one picture.
MOST = 5

_LEFT, _TOP, _WIDTH, _HEIGHT, _BELOW = 46.0, 14.0, 666.0, 190.0, 30.0
_LINES = 4


def length(figure: int, greatest: int) -> float:
    """The length of a lying bar, of 100 for the greatest figure of the picture."""
    return max(round(LONGEST * figure / greatest, 2), SHORTEST) if figure and greatest else 0.0


@dataclass(frozen=True)
class Bar:
    """One bar: its corner, width and height, which series it is of, what is written over it."""

    x: float
    y: float
    width: float
    height: float
    series: int
    text: str
    partial: bool

    @property
    def middle(self) -> float:
        """Where its text stands."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class Label:
    """A word at a place."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Standing:
    """Groups of standing bars over a line, with their scale at the left and their names below."""

    title: str
    bars: Sequence[Bar]
    names: Sequence[Label]
    scale: Sequence[Label]
    legend: Sequence[str]
    #: Of the whole picture, and where its lines begin and end.
    width: float = _LEFT + _WIDTH + 8
    height: float = _TOP + _HEIGHT + _BELOW
    left: float = _LEFT
    right: float = _LEFT + _WIDTH
    ground: float = _TOP + _HEIGHT


def standing(
    title: str, groups: Sequence[tuple[str, bool]], series: Mapping[str, Sequence[int]]
) -> Standing:
    """Return the picture of figures by group, each group with whether it is only a part of what its name says.

    `series` has one figure for each group; of more than five series the first five are drawn.
    """
    shown = list(series.items())[:MOST]
    top = _scale(max((figure for _name, figures in shown for figure in figures), default=0))
    room = _WIDTH / max(len(groups), 1)
    width = min(room * 0.72 / max(len(shown), 1), 46.0)
    bars, names = [], []
    for place, (name, partial) in enumerate(groups):
        middle = _LEFT + room * (place + 0.5)
        names.append(Label(round(middle, 1), _TOP + _HEIGHT + 20, name))
        for number, (_name, figures) in enumerate(shown):
            height = round(_HEIGHT * figures[place] / top, 1)
            left = middle + (number - len(shown) / 2) * width
            bars.append(
                Bar(
                    round(left + 1, 1), round(_TOP + _HEIGHT - height, 1), round(width - 2, 1), height,
                    number + 1, f"{figures[place]:,}".replace(",", "."), partial,
                )
            )  # fmt: skip
    scale = [
        Label(_LEFT - 8, round(_TOP + _HEIGHT * (1 - n / _LINES), 1), f"{top * n // _LINES:,}".replace(",", "."))
        for n in range(_LINES + 1)
    ]  # fmt: skip
    return Standing(title, bars, names, scale, [name for name, _figures in shown])


def _scale(greatest: int) -> int:
    """The number at the top of the scale: at least the greatest, and parted into whole numbers by the lines."""
    step = 1
    while step * _LINES < greatest:
        step = next(n for n in _steps(step) if n > step)
    return step * _LINES


def _steps(above: int):
    """1, 2, 5, 10, 20, 50 … from the power of ten of a number on."""
    power = 10 ** (len(str(above)) - 1)
    return (power, 2 * power, 5 * power, 10 * power)
