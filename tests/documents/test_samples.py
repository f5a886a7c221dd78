"""Invented values write every kind of paper on any day, on the law of that day."""

import re
from datetime import date

import pytest

from documents.checker import check
from documents.drafting import draft
from documents.grounds import named
from documents.kinds import every_kind
from documents.pages import Issue, page_of
from documents.press import press
from documents.proofs import Proof, Source
from documents.samples import procedure_of, sample_body, sample_values

#: Under each procedure regulation there was, and on both sides of the day of the newer layout.
DAYS = [
    date(2016, 6, 1), date(2019, 6, 1), date(2023, 6, 1), date(2026, 2, 1), date(2026, 6, 15),
]  # fmt: skip
KINDS = list(every_kind())
#: One kind in so many is pressed too, another one on each day.
PRESSED = 35


def drafted_on(kind, on):
    return draft(kind, sample_values(kind, on), body=sample_body(kind), on=on)


def source_of(kind, on):
    drafted = drafted_on(kind, on)
    issue = Issue(on, number=3 if kind.numbered else None)
    return Source(kind, drafted.layout, issue, page_of(kind, drafted.layout, drafted.values, issue))


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_every_kind_is_written_and_nothing_unknown_refuses_it(on):
    written = {kind.code for kind in KINDS if source_of(kind, on).text_of(kind.blocks[0])}

    assert written == {kind.code for kind in KINDS}


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_what_rests_on_the_procedure_cites_the_regulation_of_its_day(on):
    regulation = named(procedure_of(on))
    rests_elsewhere = re.compile(r"NQ-0|QD-1\d|XN-")

    with_grounds = [kind for kind in KINDS if "grounds" in kind.needs]
    cited = {
        kind.code: any(regulation in one for one in drafted_on(kind, on).values["grounds"])
        for kind in with_grounds
    }

    assert len(cited) >= 20
    assert {
        code for code, said in cited.items() if not said and not rests_elsewhere.match(code)
    } == set()


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_no_paper_speaks_of_a_year_to_come(on):
    late = {}
    for kind in KINDS:
        years = {int(year) for year in re.findall(r"\b20\d\d\b", source_of(kind, on).text)}
        if beyond := {year for year in years if year > on.year + 5}:
            late[kind.code] = beyond

    assert late == {}


@pytest.mark.parametrize("place", range(len(DAYS)))
def test_some_of_them_are_pressed_and_are_as_they_should_be(place):
    on = DAYS[place]
    found = []
    for kind in KINDS[place * 7 :: PRESSED]:
        source = source_of(kind, on)
        found += check(kind.code, Proof(press(source.page), source))[1]

    assert found == []
