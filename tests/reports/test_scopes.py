"""By which tree a figure is summed: of the time, of today, or both; never twice, and nothing lost."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.counted_models import Counted, What
from reports.form import get
from reports.periods import free
from reports.scopes import Part, Tree, scope
from reports.tables import fill, fill_by_branch
from tests.reports.worlds import laid

TODAY = date(2026, 11, 20)
BEFORE, AFTER = date(2020, 5, 4), date(2026, 5, 4)
UNITS = ("tinh", "huyen", "xa_a", "xa_b", "xa_c", "chi_bo")


@pytest.fixture
def tree(db):
    return laid()


def figure(tree, unit, *, by=Tree.THEN, part=Part.ALL, first=date(2015, 1, 1), last=TODAY):
    period = free(first, last)
    form = get("ho-so", period)
    of = scope(tree.units[unit].pk, TODAY, by, part)
    return fill(form, period, of).figures["tong", "tong"]


def opened(tree, unit, day, number):
    return tree.row(unit, day, What.OPENED, procedure="P3.DV", person=tree.person(number))


def test_a_matter_of_a_merged_commune_counts_once_for_the_province_by_every_tree(tree):
    tree.lays(opened(tree, "xa_a", BEFORE, 0), opened(tree, "xa_c", AFTER, 1))

    for by in Tree:
        assert figure(tree, "tinh", by=by) == 2


def test_the_old_unit_has_its_own_by_the_tree_of_the_time_and_its_heir_by_todays(tree):
    tree.lays(opened(tree, "xa_a", BEFORE, 0), opened(tree, "xa_c", AFTER, 1))

    assert figure(tree, "xa_a") == 1
    assert figure(tree, "huyen") == 1
    assert figure(tree, "xa_c") == 1
    assert figure(tree, "xa_c", by=Tree.NOW) == 2
    assert figure(tree, "xa_c", by=Tree.BOTH) == 2
    assert figure(tree, "xa_c", by=Tree.NOW, part=Part.OWN) == 2


def test_a_unit_that_moved_counts_where_it_stood_on_the_day(tree):
    tree.lays(opened(tree, "xa_b", BEFORE, 0), opened(tree, "xa_b", AFTER, 1))

    assert figure(tree, "huyen") == 1
    assert figure(tree, "tinh") == 2


def test_the_last_day_is_in_and_the_day_after_is_out(tree):
    tree.lays(opened(tree, "xa_b", date(2018, 6, 30), 0), opened(tree, "xa_b", date(2018, 7, 1), 1))

    assert figure(tree, "tinh", first=date(2015, 1, 1), last=date(2018, 6, 30)) == 1


def test_days_before_the_register_began_count_where_the_unit_first_stood(tree):
    tree.lays(opened(tree, "chi_bo", date(1999, 1, 1), 0))

    assert figure(tree, "huyen", first=date(1990, 1, 1)) == 1


@pytest.mark.parametrize("by", list(Tree))
@given(
    rows=st.lists(
        st.tuples(st.sampled_from(UNITS), st.integers(0, 4200), st.integers(0, 5)), max_size=12
    ),
    top=st.sampled_from(UNITS),
)
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_own_and_direct_children_make_the_total_of_every_unit(tree, by, rows, top):
    Counted.objects.all().delete()
    start = date(2015, 1, 1)
    tree.lays(*(opened(tree, unit, start + timedelta(days), n) for unit, days, n in rows))
    period = free(start, TODAY)
    form, of = get("ho-so", period), scope(tree.units[top].pk, TODAY, by)

    table = fill_by_branch(form, period, of)

    parts = [table.figures[str(branch), "tong"] for branch in of.branches]
    assert sum(parts) == fill(form, period, of).figures["tong", "tong"]
    own = scope(tree.units[top].pk, TODAY, by, Part.OWN)
    below = scope(tree.units[top].pk, TODAY, by, Part.BELOW)
    assert parts[0] == fill(form, period, own).figures["tong", "tong"]
    assert sum(parts[1:]) == fill(form, period, below).figures["tong", "tong"]
