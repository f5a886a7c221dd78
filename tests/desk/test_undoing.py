"""A discipline that was announced offers what undoes it; the first form of that names who left and what has ended."""

from datetime import date

import pytest

from cases.reading import Reader, read_file
from desk.gathering.beside import undoing
from desk.views.opening import Proposal
from registry.models import Membership
from tests.cases.discipline import SERVED, World, level_by_level
from workflows.catalogue import PROCEDURES

LATER = date(2026, 5, 4)


@pytest.fixture
def laid(db) -> World:
    return World()


def test_what_undoes_a_discipline_is_offered_once_it_was_announced(laid):
    def offered(matter, who="soan"):
        file = read_file(matter.case.pk, Reader(laid.who(who).pk, SERVED, SERVED))
        return [one.url for one in undoing(matter.case, file)]

    expelled = level_by_level(laid, until="decide")
    assert offered(expelled) == []
    expelled.number(on=SERVED).take("hand_over", by="nghe", on=SERVED)

    (url,) = offered(expelled)
    assert url.endswith(f"P9.OAN/{laid.bodies['ubkt_an'].pk}/?tu={expelled.case.reference}")
    assert offered(expelled, who="xuong1") == []  # of a body that only proposed


def test_the_first_form_names_members_who_left_and_organisations_that_have_ended(laid):
    def offered(procedure, what):
        step = PROCEDURES[procedure].steps[PROCEDURES[procedure].opens]
        form = Proposal(PROCEDURES[procedure], step, laid.bodies["btv_an"], LATER)
        return set(form.fields[what].queryset)

    cell = laid.province.organisations["xuong"]
    cell.last_day = date(2025, 12, 31)
    cell.save()
    cell.placements.filter(last_day=None).update(last_day=cell.last_day)
    Membership.objects.filter(cell=cell).update(last_day=cell.last_day)

    assert laid.who("thu") in offered("P9.OAN", "person")
    assert laid.who("thu") not in offered("P5S.DV", "person")
    assert {cell, laid.province.organisations["thuong"]} <= offered("P9.OANT", "organisation")
    assert not {cell, laid.province.organisations["an"]} & offered("P5S.TC", "organisation")
