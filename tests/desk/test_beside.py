"""What the pages offer beside a file: a team from all bodies of a committee, a discipline beside its inspection."""

from datetime import timedelta

import pytest

from cases.reading import Reader, read_file
from desk.gathering.beside import beside
from desk.questions import Known
from desk.views.steps import _whose_people
from tests.cases.discipline import OPENED, SAID, World
from tests.cases.test_merged_discipline import EXPLAINED, inspection_of, merged_with
from tests.cases.test_varied_disciplines import Centre, opened
from workflows.catalogue import PROCEDURES

LATER = EXPLAINED + timedelta(days=1)


@pytest.fixture
def laid(db) -> World:
    return World()


def test_a_committee_names_its_team_from_all_bodies_beside_it(laid):
    def offered(body, procedure):
        asked = PROCEDURES[procedure].steps["draft_assign_team"].inputs
        return {number for number, _name in Known.of(laid.bodies[body], EXPLAINED, asked).people}

    assert {laid.who("doan").pk, laid.who("btv1").pk} <= offered("btv_an", "P5.CU")
    assert laid.who("btv1").pk not in offered("ubkt_an", "P5.DV")


def test_an_inspection_that_runs_offers_the_discipline_beside_it_until_it_is_opened(laid):
    def offered(matter, who="soan", related=()):
        file = read_file(matter.case.pk, Reader(laid.who(who).pk, LATER, LATER))
        return [one.url for one in beside(matter.case, file, related)]

    inspection = inspection_of(laid, until="open")
    assert offered(inspection) == []
    inspection.take("receive_explanation", by="giam", on=EXPLAINED, subject=1, summary="Nhận.")

    (url,) = offered(inspection)
    assert url.endswith(f"P5.KH/{laid.bodies['ubkt_an'].pk}/?tu={inspection.case.reference}")
    assert offered(inspection, who="nghe") == []  # another body
    assert offered(inspection, related=[merged_with(laid, inspection).case]) == []


def test_who_hears_at_the_centre_is_chosen_among_the_members_of_the_body_that_decides(laid):
    Centre(laid)
    ids = {name: body.pk for name, body in laid.bodies.items()}
    matter = opened(
        laid, "P5.TW", "ubkttw", "tw_ktv", "dien", **SAID["take_up"], proposing=[ids["bct"]],
        deciding=ids["bch"],
    )  # fmt: skip
    file = read_file(matter.case.pk, Reader(laid.who("tw_ktv").pk, OPENED, OPENED))
    steps = PROCEDURES["P5.TW"].steps

    assert _whose_people(matter.case, steps["assign_hearer"], file) == laid.bodies["bch"]
    assert _whose_people(matter.case, steps["vote_to_decide"], file) == laid.bodies["ubkttw"]
