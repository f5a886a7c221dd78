"""Figures: rounded half up, written the Vietnamese way, and never more certain than they are."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.figures import (
    NO_VALUE,
    count,
    mean_of_shares,
    part_of,
    percent,
    pooled_share,
    rounded,
    share,
    written,
)


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "text"),
    [
        (14, 14, 2, "100%"),
        (13, 14, 2, "92,86%"),
        (326, 2008, 1, "16,2%"),
        (326, 2008, 2, "16,24%"),
        (1190, 10000, 2, "11,9%"),
        (7609, 10000, 2, "76,09%"),
        (37, 10000, 2, "0,37%"),
        (458, 2337, 2, "19,6%"),
        (180, 458, 2, "39,3%"),
        (22, 4003, 2, "0,55%"),
        (9, 22, 2, "40,91%"),
        (342, 7622, 2, "4,49%"),
        (5187, 9246, 1, "56,1%"),
        (29223, 41737, 2, "70,02%"),
        (0, 9, 2, "0%"),
        (1, 8, 2, "12,5%"),
        (1, 16, 2, "6,25%"),
        (1, 32, 2, "3,13%"),
    ],
)
def test_a_share_is_written_as_the_press_writes_it(part, whole, decimals, text):
    assert percent(part, whole, decimals) == text


@pytest.mark.parametrize(("decimals", "text"), [(0, "99%"), (1, "99,9%"), (2, "99,99%")])
def test_what_is_not_all_is_never_written_as_all(decimals, text):
    assert percent(99_999, 100_000, decimals) == text


def test_what_is_something_is_never_written_as_nothing():
    assert percent(1, 1_000_000) == "0,01%"


def test_a_share_of_nothing_is_a_dash_and_not_nought():
    assert percent(0, 0) == NO_VALUE
    assert written(mean_of_shares([(0, 0)])) == NO_VALUE


def test_counts_part_their_thousands_and_say_out_of_how_many():
    assert count(7622) == "7.622"
    assert count(1284000) == "1.284.000"
    assert part_of(326, 2008) == "326/2.008"


def test_the_mean_of_three_years_is_not_the_years_together_where_their_sizes_differ():
    even = [(1190, 10000)] * 3
    uneven = [(10, 100), (300, 1000)]

    assert written(mean_of_shares(even)) == written(pooled_share(even)) == "11,9%"
    assert written(mean_of_shares(uneven)) == "20%"
    assert written(pooled_share(uneven)) == "28,18%"


@given(st.integers(1, 5000), st.integers(0, 5000), st.integers(0, 4))
def test_rounding_is_half_up_and_keeps_its_ends_apart(whole, part, decimals):
    exact = Fraction(min(part, whole) * 100, whole)

    value = rounded(exact, decimals)

    assert abs(Fraction(value) - exact) <= Fraction(1, 10**decimals)
    assert (value == Decimal(100)) == (exact == 100)
    assert (value == 0) == (exact == 0)


def test_an_exact_share_stays_exact_until_it_is_written():
    assert share(1, 3) == Fraction(100, 3)
    assert rounded(Fraction(100, 3), 3) == Decimal("33.333")
