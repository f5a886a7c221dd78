"""Decisions lapse by themselves where nobody disputes the day; a person confirms the others, and nothing is deleted."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from cases.lapsing import NAME, lapse_what_has_run_out
from cases.verification import verify
from tests.cases.complaints import complaint, reprimanded
from tests.cases.discipline import LIGHT, World, in_the_cell, refused_whole
from tests.cases.test_complaint import facts_of
from tests.scenarios.matters import decided
from workflows.reviews import Effect, standing_of

VOTED, LATER, WINDOW_OVER = date(2025, 7, 14), date(2025, 7, 21), date(2025, 9, 10)
LAST_DAY, DAY_AFTER = date(2026, 7, 14), date(2026, 7, 15)


@pytest.fixture
def world(db):
    return World()


def in_force(world, **said):
    matter = reprimanded(world, on=VOTED, **said)
    matter.take("close_window", by="hieu", on=WINDOW_OVER)
    return matter


def test_the_nightly_job_records_the_lapse_on_the_first_day_after_it(world):
    matter = in_force(world)
    assert lapse_what_has_run_out(LAST_DAY) == []

    said = StringIO()
    call_command("decisions", "lapse", "--on", DAY_AFTER.isoformat(), stdout=said)

    assert said.getvalue().splitlines() == [matter.case.reference, "decisions: 1 lapsed"]
    assert lapse_what_has_run_out(DAY_AFTER) == []
    assert matter.stage == "het_hieu_luc"
    record = matter.case.history.latest("sequence")
    assert (record.step, record.actor.full_name) == ("lapse_by_law", NAME)
    assert [hit["rule"] for hit in record.hits if hit["rule"] == "decision.lapse"]
    standing = standing_of(facts_of(matter, DAY_AFTER))
    assert (standing.effect, standing.form) == (Effect.LAPSED, "khien_trach")
    assert not verify().faults


def test_a_disputed_day_waits_for_a_person_and_nobody_takes_the_laws_own_step(world):
    matter = in_force(world, handed=LATER)

    assert lapse_what_has_run_out(date(2026, 7, 22)) == []
    with refused_whole("phần mềm tự ghi"):
        matter.take("lapse_by_law", by="hieu", on=date(2026, 7, 22))
    matter.take("record_lapse", by="hieu", on=date(2026, 7, 22))

    assert matter.stage == "het_hieu_luc"


def test_neither_a_complaint_nor_a_newer_discipline_lets_it_lapse(world):
    matter = in_force(world)
    second = in_the_cell(world, on=date(2026, 3, 2))
    meeting = world.meets("chi_bo_truong", "hieu", date(2026, 3, 2), second.case)
    second.answer(LIGHT, on=date(2026, 3, 2))
    second.vote("vote_to_decide", meeting, canh_cao=9)
    meeting.ends()
    decided(second, date(2026, 3, 2))
    second.take("hand_over", by="hieu", on=date(2026, 3, 2))

    assert lapse_what_has_run_out(DAY_AFTER) == []
    with refused_whole(f"quyết định kỷ luật mới ({second.case.reference})"):
        matter.take("record_lapse", by="hieu", on=DAY_AFTER)

    complained = complaint(
        matter, on=DAY_AFTER, sent_on="2025-08-01", arrived_on=DAY_AFTER.isoformat()
    )
    with refused_whole("hồ sơ chờ kết quả giải quyết khiếu nại", "quyết định kỷ luật mới"):
        matter.take("record_lapse", by="hieu", on=DAY_AFTER)
    assert complained.stage == "da_nhan"
