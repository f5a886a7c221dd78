"""The whole ledger: every figure of the published article out of case records, by both readings where there are two."""

from dataclasses import replace

import pytest

from cases import verification
from cases.conformance import replaying
from cases.conformance.books import Books
from cases.models import Case
from cases.stories.ledger.building import build
from cases.stories.ledger.plan import FIRST, LAST, Figures, orders
from proof.reader import as_the_system
from reports.counting import keeping
from reports.ledger import by_year, lines
from reports.periods import free, years_of
from tests import campaign
from tests.reports.opened import refused

WHOLE = free(FIRST, LAST)
#: What was printed, line by line.
PRINTED = {
    "F-01": "100%", "F-02": "7.622", "F-03": "4", "F-04": "4", "F-05": "11,9%", "F-06": "76,09%", "F-07": "11,64%",
    "F-08": "0,37%", "F-09": "2.337", "F-10": "4.003", "F-11": "458", "F-12": "180", "F-13": "22", "F-14": "9",
    "F-15": "342", "F-16": "80", "F-17": "204", "F-18": "58", "F-19": "326/2.008", "F-20": "16,2%", "F-21": "4,49%",
}  # fmt: skip


def test_the_files_that_are_ordered_add_up_to_the_figures():
    for figures in (Figures(), replace(Figures(), expelled_inside=False)):
        about = {}
        for order in orders(figures):
            name = order.kind.telling.__name__
            about[name] = about.get(name, 0) + order.number * order.kind.subjects
        inspected = ("inspected", "inspected_on_theme", "violated", "disciplined", "signs_inspected",
                     "inspected_and_expelled")  # fmt: skip
        assert sum(about.get(one, 0) for one in inspected) == figures.inspected
        assert about["supervised"] + about["signs"] + about["signs_inspected"] == figures.supervised
        assert about["asked_to_leave"] == figures.asked
        assert about["struck_off"] == figures.struck_off


@campaign.only
@pytest.mark.parametrize(
    ("inside", "among_them", "of_any_source"), [(True, "58", "180"), (False, "0", "238")]
)
def test_every_published_figure_comes_out_of_the_records(db, inside, among_them, of_any_source):
    province = build(replace(Figures(), expelled_inside=inside)).organisation
    keeping.refresh_all()
    told = {one.id: one for one in lines(province, WHOLE)}

    assert {name: one.text for name, one in told.items()} == PRINTED
    readings = {name: {r.head: r.text for r in one.readings} for name, one in told.items()}
    assert readings["F-12"] == {
        "qua kiểm tra": "180", "mọi nguồn": of_any_source, "khai trừ trong số qua kiểm tra": among_them,
    }  # fmt: skip
    assert readings["F-09"]["số người"] == "2.332"
    assert readings["F-09"]["trong đó từ giám sát"] == "9"
    assert readings["F-01"] == {
        "có kế hoạch hoặc công văn": "100%",
        "đã kiểm tra chuyên đề": "100%",
    }
    years = by_year(province, WHOLE)
    for name in (
        "F-02",
        "F-03",
        "F-09",
        "F-10",
        "F-11",
        "F-12",
        "F-13",
        "F-14",
        "F-15",
        "F-16",
        "F-17",
        "F-18",
    ):
        of_years = [one.value for ours in years.values() for one in ours if one.id == name]
        assert sum(of_years) == told[name].value
        assert all(of_years), name
    assert len(years_of(WHOLE)) == len(years) == 4
    assert not verification.verify().faults

    cases = Case.objects.order_by("?")[:20]
    assert refused(cases) == []
    with as_the_system():
        again = list(replaying.weighed(cases, replaying.engine(), Books()))
    assert {one.case.reference: one.deviations for one in again if one.count} == {}
