"""P9.TDT through the one door: a superior annuls a cell's warning, nobody having complained."""

from datetime import date

import pytest

from cases.reading import Reader, read_file
from cases.verification import verify
from tests.cases.complaints import Review, review
from tests.cases.discipline import World, refused_whole
from tests.cases.organisations import LIGHT_OF_ORGANISATIONS, warned_cell
from tests.cases.superiors import standing_committee_of_the_province
from workflows.catalogue import PROCEDURES
from workflows.inputs import BallotTotals
from workflows.reviews import Effect, standing_of

LOOKED_AT = date(2026, 4, 21)


@pytest.fixture
def warned(db):
    """The school's cell warned by the commune's standing committee, with the province's above it."""
    world = World()
    standing_committee_of_the_province(world)
    return warned_cell(world)


def looked_into(warned) -> Review:
    looking = review(
        warned, body="btv_tinh", by="tinh3", on=LOOKED_AT, subject="truong", procedure="P9.TDT"
    )
    looking.set_up(LOOKED_AT, draft="tinh3", by="tinh1", team=("tinh4", "tinh5"))
    looking.looked_into(LOOKED_AT, lead="tinh4", hand="tinh5")
    for rule in ("vote.base.committee", LIGHT_OF_ORGANISATIONS):
        looking.answer(rule, on=LOOKED_AT, by="tinh1")
    return looking


def test_a_superior_annuls_a_warning_of_a_cell_and_the_cells_file_is_told(warned):
    with refused_whole("không tự giải quyết khiếu nại, xem xét lại quyết định của mình"):
        review(warned, body="btv_an", by="nghe", on=LOOKED_AT, subject="truong", procedure="P9.TDT")
    looking = looked_into(warned)

    looking.voted(LOOKED_AT, body="btv_tinh", by="tinh2", answers=(), khong=4, khien_trach=1)
    looking.announced(LOOKED_AT, draft="tinh3", by="tinh1", hands="tinh4")
    looking.take("deposit", by="tinh5", on=LOOKED_AT)

    facts = read_file(warned.case.pk, Reader(0, LOOKED_AT, LOOKED_AT)).facts
    standing = standing_of(facts)
    assert (standing.effect, standing.form, standing.since) == (Effect.ANNULLED, None, LOOKED_AT)
    assert standing.source == looking.case.reference
    assert facts.stage == "da_xoa_bo"
    said = looking.case.papers.get(paper__kind="QD-09").paper.values
    assert "Chi bộ" in str(said)
    assert not verify().faults


def test_a_superior_votes_on_the_forms_of_an_organisation():
    asked = PROCEDURES["P9.TDT"].steps["vote"].inputs
    (ballot,) = [one for one in asked if isinstance(one, BallotTotals)]

    assert [value for value, _label in ballot.options] == [
        "khong",
        "khien_trach",
        "canh_cao",
        "giai_tan",
    ]
