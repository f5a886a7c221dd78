"""A table to be published: no figure of a unit below the province by which single people are known."""

from datetime import date

import pytest

from reports.counted_models import What
from reports.form import get
from reports.periods import month
from reports.public import FEW, HIDDEN, published
from reports.scopes import scope
from reports.tables import Table, fill, fill_by_branch
from tests.reports.worlds import laid

PERIOD = month(2026, 3)
TODAY = date(2026, 11, 20)


@pytest.fixture
def tree(db):
    return laid()


def shown(tree, counts):
    """What is published of so many exits in each unit, for the province."""
    for unit, number in counts.items():
        tree.copies(
            tree.row(unit, date(2026, 3, 3), What.LEFT, form="xoa_ten", body_kind="btv"), number
        )
    form, of = get("ra-khoi-dang", PERIOD), scope(tree.units["tinh"].pk, TODAY)
    units = fill_by_branch(form, PERIOD, of)
    whole = fill(form, PERIOD, of)
    total = {
        ("", column): figure for (row, column), figure in whole.figures.items() if row == "tong"
    }
    levels = {str(one): unit.kind for one, unit in ((u.pk, u) for u in tree.units.values())
              if one in of.branches}  # fmt: skip
    table = Table(form, PERIOD, of, {**units.figures, **total})
    texts = published(table, {**levels, "": "tinh"}, total="")
    return lambda unit, column: texts["" if not unit else str(tree.units[unit].pk), column]


def test_a_small_figure_of_a_commune_is_hidden_and_the_province_shows_its_own(tree):
    cell = shown(tree, {"xa_b": 3, "xa_c": 2})

    assert cell("xa_b", "tong") == FEW == "<5"
    assert cell("xa_c", "tong") == FEW
    assert cell("", "tong") == "5"


def test_a_single_hidden_figure_takes_another_with_it_so_that_no_difference_tells_it(tree):
    cell = shown(tree, {"xa_b": 3, "xa_c": 20})

    assert cell("xa_b", "xoa_ten") == FEW
    assert cell("xa_c", "xoa_ten") == HIDDEN
    assert cell("", "xoa_ten") == "23"


def test_nought_and_what_is_large_enough_are_shown(tree):
    cell = shown(tree, {"xa_b": 5, "xa_c": 20})

    assert (cell("xa_b", "tong"), cell("xa_c", "tong"), cell("xa_b", "xin_ra")) == ("5", "20", "0")
