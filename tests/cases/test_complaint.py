"""A complaint settled level by level: what it comes to stands in the discipline's own file, in its own chain."""

from datetime import date

import pytest

from cases.models import FileRow, RecordPaper, StepRecord
from cases.reading import Reader, read_file
from cases.verification import verify
from tests.cases.complaints import (
    FIRST,
    HANDLED_BY,
    OPENED,
    SETTLED,
    complaint,
    reprimanded,
)
from tests.cases.discipline import World, refused_whole
from workflows.reviews import Effect, standing_of


@pytest.fixture
def world(db):
    return World()


@pytest.fixture
def discipline(world):
    return reprimanded(world)


def facts_of(matter, on):
    return read_file(matter.case.pk, Reader(matter.world.who("chu").pk, on, on)).facts


def told(matter):
    """What the discipline's file was told, in order."""
    rows = FileRow.objects.filter(case=matter.case, kind="ket_qua_xem_lai").order_by("number")
    return [row.facts["said"] for row in rows]


def numbers(matter):
    held = RecordPaper.objects.filter(case=matter.case, paper__number__isnull=False)
    return [one.paper.number_text for one in held.order_by("paper_id")]


def test_from_the_letter_to_the_annulled_form_and_its_trace_in_the_discipline(discipline):
    matter = complaint(discipline).checked()
    matter.answer(FIRST, on=OPENED, value=HANDLED_BY[FIRST])
    matter.set_up().looked_into().voted(khong=4, khien_trach=1).announced()
    matter.take("deposit", by="giam", on=SETTLED)

    assert matter.stage == "da_cong_bo"
    assert numbers(matter)[-1] == "02-QĐ/UBKTĐU"
    assert told(discipline) == ["thu_ly", "xoa_bo"]
    standing = standing_of(facts_of(discipline, SETTLED))
    assert (standing.effect, standing.form, standing.since) == (Effect.ANNULLED, None, SETTLED)
    assert standing.source == matter.case.reference
    record = StepRecord.objects.filter(case=discipline.case, step="note_annulment").get()
    assert record.body == discipline.world.bodies["ubkt_an"]
    assert record.actor == discipline.world.who("doan")
    assert not verify().faults


def test_a_letter_in_doubt_is_handled_and_one_late_by_every_reading_is_not(discipline):
    """Received on 4/3/2026: the last day is 3/4, or 15/4 where working days are meant."""
    doubtful = complaint(
        discipline, on=date(2026, 4, 15), sent_on="2026-04-14", arrived_on="2026-04-15"
    )
    doubtful.checked(date(2026, 4, 15), proposal="qua_han")
    doubtful.answer("complaint.not_handled", on=date(2026, 4, 15), value="quá thời hạn")
    doubtful.take("draft_refuse", by="soan", on=date(2026, 4, 15))
    with refused_whole("còn nghi ngờ thì phải nhận giải quyết"):
        doubtful.take("refuse", by="chu", on=date(2026, 4, 15))


def test_who_decided_does_not_settle_and_who_voted_is_not_on_the_team(discipline):
    with refused_whole("không tự giải quyết"):
        complaint(discipline, procedure="P7.CU", body="dang_uy_hoa", by="hoa_bt")
