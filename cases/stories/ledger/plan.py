"""How many files of which kind the ledger holds, in which of its four years, and about whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cases.models import Case
from cases.stories.ledger import tellings

FIRST, LAST = date(2015, 1, 1), date(2018, 6, 30)
#: Each year's blanks are told on its first day here; their copies begin within so many days after it. No copy leaves
#: its year, and the last one is decided within the ledger's last half-year.
YEARS: Mapping[int, tuple[date, int]] = {
    2015: (date(2015, 1, 12), 260),
    2016: (date(2016, 8, 1), 60),
    2017: (date(2017, 1, 9), 110),
    2018: (date(2018, 1, 8), 80),
}
INSIDE, OUTSIDE = "trong", "ngoai"


@dataclass(frozen=True)
class Kind:
    """A kind of file: how it is told, about how many members, and whether the member leaves by it."""

    telling: Callable[..., list[Case]]
    subjects: int = 1
    leaves: bool = False
    how: Mapping[str, Any] = field(default_factory=dict)
    #: The years in which some are told; of the others none.
    years: tuple[int, ...] = tuple(YEARS)

    @property
    def supervised(self) -> bool:
        """Whether it only supervises: then its members may be inspected too."""
        return self.telling in (tellings.supervised, tellings.signs)

    @property
    def once_a_district(self) -> bool:
        """Whether each district has one."""
        return self.telling is tellings.inspected_on_theme

    @property
    def repeats(self) -> bool:
        """Whether it may be about somebody who was inspected before."""
        return self.telling is tellings.violated

    @property
    def about_a_journey(self) -> bool:
        """Whether it is about a journey abroad that was not reported."""
        by_form = self.telling is tellings.signs_inspected and bool(self.how)
        return by_form or self.telling is tellings.considered


@dataclass(frozen=True)
class Order:
    """So many files of one kind in one year, evenly over it, or each so many days after its blank as `days` says."""

    kind: Kind
    year: int
    number: int
    days: Sequence[int] = ()

    def begins(self, place: int) -> int:
        """How many days after the blank the file of that place begins."""
        return self.days[place] if self.days else place * YEARS[self.year][1] // self.number


@dataclass(frozen=True)
class Figures:
    """The figures that the records have to give; `expelled_inside`: whoever was expelled is among the disciplined."""

    inspected: int = 2337
    violated: int = 458
    disciplined: int = 180
    supervised: int = 4003
    signs: int = 22
    signs_inspected: int = 9
    asked: int = 80
    struck_off: int = 204
    expelled: int = 58
    abroad: int = 4
    considered: int = 4
    admitted: int = 7622
    away: int = 2008
    undeclared: int = 326
    repeated: int = 5
    units: int = 14
    graded: tuple[int, int, int, int] = (1190, 7609, 1164, 37)
    expelled_inside: bool = True
    together: int = 10
    quiet: int = 420


def leaving(f: Figures) -> int:
    """How many leave the Party."""
    return f.asked + f.struck_off + f.expelled


def orders(figures: Figures) -> Iterator[Order]:
    """Yield how many files of each kind are told in each year, so that all of them give the figures."""
    for kind, number in _kinds(figures):
        yield from _over(kind, number)


def _kinds(f: Figures) -> Iterator[tuple[Kind, int]]:
    yield from _together(tellings.supervised, f.supervised - f.signs, f.together)
    yield from _together(tellings.inspected, f.inspected - f.violated - f.units, f.together)
    yield Kind(tellings.inspected_on_theme), f.units
    yield from _signs(f)
    in_cells = f.disciplined - f.abroad - (f.expelled if f.expelled_inside else 0)
    for form, number in (("khien_trach", in_cells - in_cells // 3), ("canh_cao", in_cells // 3)):
        years = (2015, 2017) if form == "canh_cao" else tuple(YEARS)
        yield Kind(tellings.disciplined, how={"form": form}, years=years), number
    expelled = tellings.inspected_and_expelled if f.expelled_inside else tellings.expelled_alone
    yield Kind(expelled, leaves=True), f.expelled
    yield from _not_disciplined(f.violated - f.disciplined - (f.signs_inspected - f.abroad))
    yield Kind(tellings.considered, years=(2018,)), f.considered
    yield Kind(tellings.asked_to_leave, leaves=True), f.asked
    yield from _struck_off(f.struck_off)


def _signs(f: Figures) -> Iterator[tuple[Kind, int]]:
    yield Kind(tellings.signs_inspected, how={"form": "khien_trach"}), f.abroad
    yield Kind(tellings.signs_inspected), f.signs_inspected - f.abroad
    others = f.signs - f.signs_inspected
    referred = others // 3
    yield Kind(tellings.signs, how={"answer": "refer_sign"}, years=(2016, 2018)), referred
    yield Kind(tellings.signs, how={"answer": "decide_not_to_inspect"}), others - referred


def _together(
    telling: Callable[..., list[Case]], people: int, size: int
) -> Iterator[tuple[Kind, int]]:
    """Files about `size` members each, and one about whoever is left."""
    yield Kind(telling, size, how={"number": size}), people // size
    if rest := people % size:
        yield Kind(telling, rest, how={"number": rest}, years=(2017,)), 1


#: The outcomes of a violation beside discipline, each told in some of the years.
_OUTCOMES = {
    "ask_lower_body": (2018,), "propose_up": (2016,), "record_time_barred": (2015,), "defer": (2017,),
    "exempt": (2015,),
}  # fmt: skip
_GROUNDS = {
    "bo_sinh_hoat": (2015, 2018), "tra_the": (2016,), "giam_sut": (2017,), "tu_cach": (2015, 2017),
    "tieu_chuan": (2016, 2018),
}  # fmt: skip


def _not_disciplined(number: int) -> Iterator[tuple[Kind, int]]:
    each = number // 10
    for step, years in _OUTCOMES.items():
        yield Kind(tellings.violated, how={"step": step}, years=years), each
    below = number - each * len(_OUTCOMES)
    yield Kind(tellings.violated, how={"step": "find_violation_below_discipline"}), below


def _struck_off(number: int) -> Iterator[tuple[Kind, int]]:
    shares = _split(number, len(_GROUNDS))
    for (ground, years), share in zip(_GROUNDS.items(), shares, strict=True):
        yield Kind(tellings.struck_off, leaves=True, how={"ground": ground}, years=years), share


def _over(kind: Kind, number: int) -> Iterator[Order]:
    for year, share in zip(kind.years, _split(number, len(kind.years)), strict=True):
        if share:
            yield Order(kind, year, share)


def _split(number: int, parts: int) -> Sequence[int]:
    """A number in so many parts that differ by one at most, the greater first."""
    return [number // parts + (place < number % parts) for place in range(parts)]
