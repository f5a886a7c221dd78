"""Two at once on one discipline: one vote, one decision; the other reads that somebody came first."""

from __future__ import annotations

from unittest import mock

import pytest

from cases import services
from cases.models import FileRow, StepRecord
from cases.refused import StepRefused
from documents.models import BookEntry
from tests.cases.discipline import (
    CELL,
    LIGHT,
    OPENED,
    World,
    ballot,
    in_the_cell,
    level_by_level,
)
from tests.cases.test_races import _race

pytestmark = pytest.mark.django_db(transaction=True)
CLIENTS = 8


@pytest.fixture(autouse=True)
def _unprinted():
    """What is tried is the door, not the press."""
    with mock.patch("cases.telling.tell"):
        yield


def votes_at(matter, meeting, step, actors, sheets):
    """Let everybody record their own sheet of the same meeting at the same moment."""
    return _race(
        lambda n: services.take_step(
            matter.case.pk, step, actor=matter.world.who(actors[n % len(actors)]), acted_on=meeting.on,
            today=meeting.on, inputs=ballot(meeting.reference, **sheets[n % len(sheets)]),
        ).pk,
        CLIENTS,
    )  # fmt: skip


def test_two_sheets_of_a_deciding_ballot_leave_one_result():
    world = World()
    world.cell_of(9)
    matter = in_the_cell(world)
    meeting = world.meets("chi_bo_truong", "hieu", OPENED, matter.case)
    matter.answer(LIGHT, on=OPENED)
    sheets = [{"khien_trach": 9}, {"canh_cao": 8, "khong": 1}]

    won, lost = votes_at(matter, meeting, "vote_to_decide", ["hieu", "m1"], sheets)

    assert len(won) == 1
    assert all(isinstance(error, StepRefused) for error in lost)
    (row,) = FileRow.objects.filter(case=matter.case, kind="bo_phieu")
    assert row.laid_by_id == won[0]
    assert matter.stage == "da_bieu_quyet"


def test_two_sheets_of_a_proposing_ballot_leave_one_result_though_the_file_does_not_move():
    world = World()
    matter = level_by_level(world, until="receive_self_criticism")
    meeting = world.meets(
        "chi_bo_xuong",
        "xuong1",
        CELL,
        matter.case,
        purpose="de_nghi",
        absent=("xuong12", "xuong13"),
    )
    sheets = [{"khai_tru": 12}, {"khai_tru": 9, "canh_cao": 3}]

    won, lost = votes_at(matter, meeting, "vote_to_propose", ["xuong1", "xuong2"], sheets)

    assert len(won) == 1
    assert all(isinstance(error, StepRefused) for error in lost)
    assert FileRow.objects.filter(case=matter.case, kind="bo_phieu").count() == 1


def test_two_signatures_give_one_decision_with_one_number():
    world = World()
    world.cell_of(9)
    matter = in_the_cell(world)
    meeting = world.meets("chi_bo_truong", "hieu", OPENED, matter.case)
    matter.answer(LIGHT, on=OPENED)
    matter.vote("vote_to_decide", meeting, khien_trach=9)
    matter.take("compare_limitation", by="hieu", on=OPENED)
    matter.take("draft_decide", by="m1", on=OPENED)
    numbers = BookEntry.objects.count()

    won, lost = _race(
        lambda _n: (
            services.take_step(
                matter.case.pk, "decide", actor=world.who("hieu"), acted_on=OPENED, today=OPENED
            ).pk
        ),
        CLIENTS,
    )

    assert len(won) == 1
    assert all(isinstance(error, StepRefused) for error in lost)
    assert StepRecord.objects.filter(case=matter.case, step="decide").count() == 1
    assert matter.case.papers.filter(paper__kind="QD-04.CB").count() == 1
    assert BookEntry.objects.count() == numbers + 1
