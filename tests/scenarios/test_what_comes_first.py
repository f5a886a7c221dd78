"""Scenarios of rights and gates: the hearing, the self-criticism, the three choices of a signer."""

from datetime import date, timedelta

from cases import services
from cases.models import RecordPaper
from registry.models import VotingStatus
from tests.cases.discipline import (
    CUMULATION,
    DECIDED,
    HEARD,
    LIGHT,
    OPENED,
    PROPOSED,
    SAID,
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


def test_28_a_detained_members_matter_goes_on_without_verdict_and_without_lifting_the_suspension(
    world,
):
    VotingStatus.objects.create(
        person=world.who("thu"),
        status="dinh_chi",
        document="Quyết định đình chỉ (mẫu)",
        first_day=OPENED,
    )
    matter = level_by_level(world, until="present", proposing=[])
    noted = {"act": "tam_giam", "done_on": "2026-03-02"}
    with refused_whole("không được sau ngày nhận thông báo"):
        matter.take("note_proceedings", by="soan", on=OPENED, act="tam_giam", done_on="2026-03-05")
    matter.take("note_proceedings", by="soan", on=OPENED, **noted)

    matter.take("record_no_self_criticism", by="giam", on=date(2026, 3, 9))
    matter.take("proceed_without_self_criticism", by="chu", on=date(2026, 3, 9))
    matter.take("appraise", by="doan", on=date(2026, 3, 18))
    matter.take("hear", by="nghe", on=HEARD)  # in the place of detention
    ours = world.meets("ubkt_an", "soan", PROPOSED, matter.case, purpose="de_nghi")
    matter.vote("vote_to_submit", ours, khai_tru=5)

    assert matter.laid("bo_phieu")["form"] == "khai_tru"
    record = matter.case.history.get(step="vote_to_submit")
    assert "proceed_without_accused" in {hit["rule"] for hit in record.hits}
    said = {name: SAID["note_proceedings"][name] for name in ("document", "authority")}
    assert matter.laid("to_tung") == {**noted, **said}
    matter.take(
        "note_proceedings", by="soan", on=DECIDED, act="khong_co_toi", done_on="2026-03-25"
    )  # fmt: skip
    assert matter.laid("to_tung")["act"] == "khong_co_toi"


def test_a_member_who_dies_before_the_decision_leaves_a_conclusion_once_it_is_known_how_far_to_go(
    world,
):
    matter = level_by_level(world, until="present", proposing=[])
    said = {"cause": "qua_doi", "since": "2026-03-10", "conclusion": "Vi phạm đã rõ."}
    with refused_whole("discipline.member_gone"):
        matter.take("record_gone", by="chu", on=PROPOSED, **said)
    matter.answer("discipline.member_gone", on=PROPOSED, value="chỉ ghi kết luận")
    with refused_whole("vẫn còn trong Đảng"):
        matter.take("record_gone", by="chu", on=OPENED, **said)
    matter.take("record_gone", by="chu", on=PROPOSED, **said)

    assert matter.stage == "chi_ghi_ket_luan"
    assert not matter.case.filerows.filter(kind="bo_phieu").exists()
