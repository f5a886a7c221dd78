"""What the law says of grades: the points of each, the share that may be excellent, who is graded at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

import law
from law import Hit
from registry.grade_models import Grade

SCALE, CAP, NOT_EVALUATED = "grade.scale", "grade.cap", "grade.not_evaluated"
_LABELS = {one.value: str(one.label).lower() for one in Grade.Level}


@dataclass(frozen=True)
class Scheme:
    """A regulation on grading, and the days on which it held."""

    code: str
    start: date
    end: date | None

    def held_on(self, day: date) -> bool:
        """Whether it held that day."""
        return self.start <= day and (self.end is None or day <= self.end)


def schemes() -> Mapping[str, Scheme]:
    """Every regulation under which the law knows a scale, read or not, by its number."""
    cited = (cite.instrument for row in law.book().parameter(SCALE).rows for cite in row.cites)
    found = {code: law.book().instruments.get(code) for code in cited}
    return {code: Scheme(code, one.start, one.end) for code, one in found.items()}


def contradictions(
    scheme: Scheme, level: str, points: Decimal | None, late: Decimal | None, beyond: Decimal | None
) -> Iterator[str]:
    """In what the points and shares handed in contradict the grade decided, by the scale of its scheme.

    Nothing where the scale was not read, or where the list told no points: no grade is derived.
    """
    hit = law.rule(SCALE, on=scheme.start)
    if not hit.gives_verdict:
        return
    band = _band(hit.value, level)
    if points is not None and not _within(points, band):
        yield f"{_said(points)} điểm, xếp loại {_LABELS[level]} ({_band_in_words(band)})"
    if late is not None and "late_at_most" in band and late > band["late_at_most"]:
        yield f"việc chậm {_said(late)}%, xếp loại {_LABELS[level]} (không quá {band['late_at_most']}%)"
    if beyond is not None and "beyond_at_least" in band and beyond < band["beyond_at_least"]:
        least = band["beyond_at_least"]
        yield f"vượt yêu cầu {_said(beyond)}%, xếp loại {_LABELS[level]} (từ {least}% trở lên)"


def _band(scale: Mapping[str, int], level: str) -> Mapping[str, int]:
    """What the scale asks of one grade: its points, what may be late, what must go beyond; nothing late if not said."""
    best, good, done = scale["excellent_from"], scale["good_from"], scale["done_from"]
    beyond = scale["excellent_beyond"]
    bands = {
        Grade.Level.EXCELLENT: {"from": best, "late_at_most": 0, "beyond_at_least": beyond},
        Grade.Level.GOOD: {"from": good, "below": best, "late_at_most": 0},
        Grade.Level.DONE: {"from": done, "below": good, "late_at_most": scale["done_late"]},
        Grade.Level.NOT_DONE: {"from": 0, "below": done},
    }
    return bands[Grade.Level(level)]


def _within(points: Decimal, band: Mapping[str, int]) -> bool:
    return band["from"] <= points and ("below" not in band or points < band["below"])


def _band_in_words(band: Mapping[str, int]) -> str:
    below = f" đến dưới {band['below']}" if "below" in band else " trở lên"
    return f"từ {band['from']}{below} điểm"


def _said(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")


@dataclass(frozen=True)
class Cap:
    """How the excellent ones of a base organisation stand to the share the law allows.

    `over` by the reading the law's row takes for its own, `over_else` by the other one; both None where the share is
    not known on that day.
    """

    excellent: int
    good: int
    hit: Hit
    over: bool | None
    over_else: bool | None

    @property
    def in_words(self) -> str:
        """What is found, for whoever puts it right; empty where nothing is."""
        if not (self.over or self.over_else):
            return ""
        share, both = self.hit.value, self.excellent + self.good
        if self.over:
            return f"{self.excellent} xuất sắc trên {both} hoàn thành tốt trở lên, quá {share}"
        return f"{self.excellent} xuất sắc trên {self.good} hoàn thành tốt, quá {share} nếu không tính số xuất sắc"


def cap_of(excellent: int, good: int, day: date) -> Cap:
    """Hold the counts of one base organisation against the share of that day."""
    hit = law.rule(CAP, on=day)
    if not hit.gives_verdict:
        return Cap(excellent, good, hit, None, None)
    over = _over(excellent, excellent + good, hit.value)
    other = hit.other_reading
    return Cap(
        excellent, good, hit, over, _over(excellent, good, other["value"]) if other else None
    )


def _over(excellent: int, whole: int, value: str) -> bool:
    return excellent > Fraction(value) * whole
