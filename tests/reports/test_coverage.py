"""How far a guiding document reached: of fourteen units, in two columns that say nothing of each other."""

from datetime import date, timedelta

import pytest

from registry.guidance.directives import UnlinkCascade
from reports.coverage import coverage
from tests.cases.programme import Walk
from tests.cases.test_guidance import TO_THE_END, Committee
from tests.registry.guidance.conftest import TODAY, Line

CUT_OFF = date(2018, 6, 30)


@pytest.fixture
def line(db):
    return Line(units=14)


def test_fourteen_of_fourteen_is_all_and_one_untied_is_named(line):
    directive = line.directive()
    cascades = [
        line.puts_into_effect(directive, one, type="cong_van" if n % 2 else "ke_hoach")
        for n, one in enumerate(line.units)
    ]
    assert coverage(directive, CUT_OFF).documents == "100%"

    line.does(
        UnlinkCascade(
            in_body=line.body, document="Báo cáo", cascade=cascades[5], reason="Văn bản khác.", day=TODAY
        )
    )  # fmt: skip

    found = coverage(directive, CUT_OFF)
    assert found.documents == "92,86%"
    assert found.without_document == [line.units[5]]


def test_a_unit_founded_after_the_day_is_not_counted_and_one_of_that_day_is(line):
    directive = line.directive()
    for one in line.units:
        line.puts_into_effect(directive, one)
    line.unit(15, first=CUT_OFF + timedelta(days=1))

    assert coverage(directive, CUT_OFF).documents == "100%"
    later = coverage(directive, CUT_OFF + timedelta(days=1))
    assert (len(later.units), later.documents) == (15, "93,33%")


def test_a_resolution_alone_puts_nothing_into_effect_and_a_later_plan_not_yet(line):
    directive = line.directive()
    line.puts_into_effect(directive, line.units[0], type="nghi_quyet")
    line.puts_into_effect(directive, line.units[1], dated=CUT_OFF + timedelta(days=1))

    assert coverage(directive, CUT_OFF).documents == "0%"
    assert coverage(directive, CUT_OFF + timedelta(days=1)).documents == "7,14%"


def test_without_units_a_share_has_no_value(line):
    directive = line.directive()

    assert coverage(directive, date(2009, 12, 31)).documents == "—"


def test_a_plan_without_an_inspection_counts_in_its_own_column_only(db):
    """Of three units under the commune one has inspected; a file that is only prepared is no inspection."""
    committee = Committee()
    directive, places = committee.directs(), committee.province.organisations
    for name in ("lang", "xom", "hop"):
        linking = Line.linking(
            committee_line(committee), directive, places[name], dated=date(2026, 1, 20)
        )
        committee.does(linking)
    today = date(2026, 4, 9)
    assert (coverage(directive, today).documents, coverage(directive, today).inspections) == (
        "100%",
        "0%",
    )

    walk = Walk(
        committee.province, "P2.CB", "chi_bo", "pho_lang", "bi_thu_lang", ("chi_uy_vien", "lang1"),
        {"consider_result": {"present": 7, "yes": 7}},
    ).opens(committee.member, step="instruct")  # fmt: skip
    walk.take("follow_guidance", "pho_lang", directive=directive.pk)
    assert coverage(directive, today).inspections == "0%"
    walk.goes(*(step for step in TO_THE_END if step != "give_notice"))

    found = coverage(directive, today)
    assert (found.documents, found.inspections) == ("100%", "33,33%")
    assert set(found.without_inspection) == {places["hop"], places["xom"]}


def committee_line(committee):
    """The commune as the one who links, for the sentence of another province."""
    line = object.__new__(Line)
    line.body = committee.body
    return line
