"""Scenario 12: a superior finds the cell too lenient, decides itself, and the cell answers for it."""

from datetime import date

from cases.lapsing import lapse_what_has_run_out
from cases.verification import verify
from tests.cases.complaints import reprimanded, review
from tests.cases.discipline import DECIDES, refused_whole
from tests.cases.test_complaint import POWER_OF_UBKT, facts_of, told
from tests.cases.test_lapse import DAY_AFTER, LAST_DAY, VOTED
from workflows.reviews import Effect, standing_of

TAKEOVER = "authority.superior_takeover"
FOUND, CHANGED = date(2025, 8, 4), date(2025, 8, 18)
CLOSED = date(2025, 11, 3)


def test_12_a_superior_decides_over_a_lenient_cell_which_answers_for_it_and_the_time_served_counts(
    world,
):
    """Nobody below votes again; the first day of the effect stays that of the cell's vote."""
    reprimand = reprimanded(world, on=VOTED)
    matter = review(reprimand, body="ubkt_an", by="soan", on=FOUND)

    matter.set_up(FOUND).looked_into(FOUND).voted(CHANGED, canh_cao=5)
    matter.answer(POWER_OF_UBKT, on=CHANGED, value=DECIDES)
    matter.announced(CHANGED)

    assert told(reprimand) == ["dua_ra", "thay_doi"]
    assert not reprimand.case.history.filter(step="vote_to_propose").exists()
    standing = standing_of(facts_of(reprimand, CHANGED))
    assert (standing.effect, standing.form) == (Effect.CHANGED, "canh_cao")
    with refused_whole(TAKEOVER):  # no text after 30-QĐ/TW was read on it
        matter.take("close_window", by="soan", on=CLOSED)
    matter.answer(TAKEOVER, on=CLOSED)
    with refused_whole("Chưa xem xét trách nhiệm của nơi đã xử lý không đúng mức"):
        matter.take("close_window", by="soan", on=CLOSED)
    matter.take("answer_for", by="chu", on=CLOSED, result="kiem_diem", reason="Nể nang khi họp.")
    matter.take("close_window", by="soan", on=CLOSED)
    assert matter.stage == "da_giai_quyet"

    reprimand.take("close_window", by="hieu", on=CLOSED)
    assert lapse_what_has_run_out(LAST_DAY) == []
    assert lapse_what_has_run_out(DAY_AFTER) == [reprimand.case.reference]
    assert standing_of(facts_of(reprimand, DAY_AFTER)).effect == Effect.LAPSED
    assert not verify().faults
