"""Scenarios of rights and gates: the hearing, the self-criticism, the three choices of a signer."""

from datetime import timedelta

from cases import services
from cases.models import RecordPaper
from tests.cases.discipline import (
    CUMULATION,
    LIGHT,
    OPENED,
    SERVED,
    in_the_cell,
    level_by_level,
    refused_whole,
)
from tests.scenarios.matters import of_a_cell


def test_25_no_vote_without_a_hearing_but_a_recorded_refusal_lets_the_matter_go_on(world):
    world.cell_of(9)
    matter = in_the_cell(world, until="receive_self_criticism")
    meeting = world.meets("chi_bo_truong", "hieu", OPENED, matter.case)
    matter.answer(LIGHT, on=OPENED)

    with refused_whole("right.heard.before_meeting"):
        matter.vote("vote_to_decide", meeting, khien_trach=9)
    with refused_whole("không đến trình bày sau nhiều lần mời"):
        matter.take("proceed_unheard", by="hieu", on=OPENED)
    matter.take("record_no_hearing", by="hieu", on=OPENED)
    matter.take("proceed_unheard", by="hieu", on=OPENED)
    matter.vote("vote_to_decide", meeting, khien_trach=9)

    assert matter.stage == "da_bieu_quyet"


def test_26_a_refused_self_criticism_is_minuted_and_blocks_nothing(world):
    world.cell_of(9)
    matter = in_the_cell(world, until="plan")
    matter.take("record_no_self_criticism", by="hieu", on=OPENED)
    matter.take("proceed_without_self_criticism", by="hieu", on=OPENED)
    matter.take("hear", by="hieu", on=OPENED)
    meeting = world.meets("chi_bo_truong", "hieu", OPENED, matter.case)
    matter.answer(LIGHT, on=OPENED)

    matter.vote("vote_to_decide", meeting, khien_trach=9)
    record = matter.take("compare_limitation", by="hieu", on=OPENED)

    minutes = RecordPaper.objects.get(record_id=record.pk).paper.values
    assert minutes["self_criticism"][0] == "Đảng viên không tự kiểm điểm, đã lập biên bản"


def test_30_a_signer_signs_returns_or_puts_it_to_another_vote_and_never_refuses(world):
    matter = level_by_level(world, until="compare_limitation")
    matter.take("draft_decide", by="soan", on=SERVED)
    draft = matter.case.filerows.filter(kind="trinh_ky").latest("number").number
    offered = services.catalogue.get("P5.DV").steps
    at_the_vote = {code for code, step in offered.items() if "da_bieu_quyet" in step.source}
    assert not {code for code in at_the_vote if "refuse" in code}

    matter.take("return_draft", by="ky", on=SERVED, draft=draft, reason="Khác biên bản.")
    with refused_whole("Chưa có dự thảo trình ký"):
        matter.take("decide", by="ky", on=SERVED)
    matter.take("vote_again", by="ky", on=SERVED)

    assert matter.stage == "da_nghe"


def test_30_voting_again_takes_another_meeting_and_keeps_both_minutes(world):
    matter, meeting = of_a_cell(world, 9)
    matter.vote("vote_to_decide", meeting, khien_trach=9)
    matter.take("vote_again", by="hieu", on=OPENED)

    with refused_whole("Cuộc họp này đã bỏ phiếu về hồ sơ này"):
        matter.vote("vote_to_decide", meeting, khien_trach=9)
    another = world.meets("chi_bo_truong", "hieu", OPENED + timedelta(days=1), matter.case)
    matter.answer(CUMULATION, on=another.on)
    matter.vote("vote_to_decide", another, canh_cao=9)

    rows = matter.case.filerows.filter(kind="bo_phieu", superseded_by=None).order_by("number")
    assert [row.facts["form"] for row in rows] == ["khien_trach", "canh_cao"]
