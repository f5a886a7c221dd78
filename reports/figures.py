"""How a figure is rounded and written: one rule for every count, share and average of every report.

A share is rounded half up to the decimals its report sets and written with a decimal comma, without the noughts at
its end: `16,2%`, `11,9%`, `100%`. What is not all is never written as all, nor what is something as nothing: 9.999 of
10.000 to one decimal is `99,9%`. A share of nothing has no value and is written as a dash, never as `0%`.
Whole numbers go in and no binary fraction is ever formed, so a figure is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

#: What stands where a share or an average has no value.
NO_VALUE = "—"

#: Decimals of a report that sets none of its own.
DECIMALS = 2

_ALL = 100


def count(number: int) -> str:
    """Return a whole number as a report writes it: thousands parted by points, `7.622`."""
    return f"{number:,}".replace(",", ".")


def part_of(part: int, whole: int) -> str:
    """Return a count and what it is counted out of: `326/2.008`."""
    return f"{count(part)}/{count(whole)}"


def percent(part: int, whole: int, decimals: int = DECIMALS) -> str:
    """Return the share `part` has of `whole`, to at most `decimals` decimals: `16,2%`, or a dash of nothing."""
    return written(share(part, whole), decimals)


def share(part: int, whole: int) -> Fraction | None:
    """Return the exact share of `part` in `whole` in per cent, or None where there is no whole."""
    return Fraction(part * _ALL, whole) if whole else None


def mean_of_shares(parts: Iterable[tuple[int, int]]) -> Fraction | None:
    """Return the mean of the shares of several years, each year weighing the same.

    A year without a whole has no share and does not count. It differs from `pooled_share` where the years' wholes
    differ; a report says which of the two it prints.
    """
    shares = [each for part, whole in parts if (each := share(part, whole)) is not None]
    return sum(shares, Fraction(0)) / len(shares) if shares else None


def pooled_share(parts: Iterable[tuple[int, int]]) -> Fraction | None:
    """Return the share of all the parts in all the wholes together."""
    pairs = list(parts)
    return share(sum(part for part, _ in pairs), sum(whole for _, whole in pairs))


def written(value: Fraction | None, decimals: int = DECIMALS) -> str:
    """Return a share in per cent as text, or a dash where it has no value."""
    if value is None:
        return NO_VALUE
    digits = f"{rounded(value, decimals):f}"
    whole, _, places = digits.partition(".")
    places = places.rstrip("0")
    return f"{count(int(whole))}{',' if places else ''}{places}%"


def rounded(value: Fraction, decimals: int = DECIMALS) -> Decimal:
    """Return a share of nought or more rounded half up, short of 100 and of 0 unless it is exactly that."""
    scale = 10**decimals
    steps = (value.numerator * scale * 2 + value.denominator) // (value.denominator * 2)
    if value < _ALL:
        steps = min(steps, _ALL * scale - 1)
    if value > 0:
        steps = max(steps, 1)
    return Decimal(steps).scaleb(-decimals)
