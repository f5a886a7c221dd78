"""Scenarios of rights and gates: the hearing, the self-criticism, the three choices of a signer."""

from datetime import date, timedelta

import pytest

from cases import services
from cases.models import Attachment, RecordPaper, StepRecord
from registry.models import VotingStatus
from tests.cases.discipline import (
    CUMULATION,
    DECIDED,
    DECIDES,
    HEARD,
    LIGHT,
    OPENED,
    POWER,
    PROPOSED,
    SAID,
    SERVED,
    in_the_cell,
    level_by_level,
    refused_whole,
)
from tests.cases.test_varied_disciplines import opened
from tests.scenarios.matters import of_a_cell, words_of

DIRECT = "criminal.direct_expulsion"


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


@pytest.fixture
def judgment(db) -> dict[str, object]:
    """The judgment as it is handed in: text and day."""
    Attachment.objects.create(
        sha256="ba" * 32, name="ban-an.pdf", kind="application/pdf", size=4, content=b"%PDF"
    )
    scan = {"sha256": "ba" * 32, "name": "ban-an.pdf", "size": 4}
    return {**SAID["take_in"], "scan": scan}


def test_29_a_final_judgment_expels_without_the_procedure_and_the_record_shows_why(world, judgment):
    def take_in(subject="thu", on=OPENED, **said):
        return opened(world, "P5.BA", "btv_an", "nghe", subject, on=on, **{**judgment, **said})

    world.joins("moi", "truong", status="du_bi")
    with refused_whole("Chưa nhập"):
        take_in(scan=None)
    with refused_whole("không thuộc trường hợp khai trừ ngay") as caught:
        take_in(penalty="phat_tien")
    assert "296-QĐ/TW Điều 16.3" in caught.value.reasons[0].citation
    assert "bỏ phiếu kín" in caught.value.reasons[0].remedy
    with refused_whole("Đảng viên dự bị không bị khai trừ") as caught:
        take_in("moi")
    assert "xóa tên" in caught.value.reasons[0].remedy
    with refused_whole("chưa có hiệu lực pháp luật"):
        take_in(final_on="2026-03-20")

    matter = take_in(penalty="cai_tao")
    with refused_whole("chưa họp thống nhất", "Chưa có dự thảo", POWER):
        matter.take("decide", by="ky", on=OPENED)
    matter.take("agree", by="nghe", on=DECIDED, present=9, yes=4, no=5)
    matter.answer(POWER, on=DECIDED, by="ky", value=DECIDES)
    said = {"executors": "Chi bộ Phân xưởng 2", "handover": "Chi bộ thu thẻ đảng viên."}
    matter.take("draft_decide", by="nghe", on=DECIDED, **said)
    with refused_whole("Chưa được quá nửa số thành viên"):
        matter.take("decide", by="ky", on=DECIDED)
    matter.take("agree", by="nghe", on=SERVED, present=9, yes=9, no=0)
    matter.sign("decide", draft="nghe", by="ky", on=SERVED, **said)

    hits = StepRecord.objects.get(case=matter.case, step="decide").hits
    (shown,) = [hit for hit in hits if hit["rule"] == DIRECT]
    assert shown["citation"] == "296-QĐ/TW Điều 16.3"
    matter.number(on=SERVED)
    decision = words_of(matter.case.papers.get(paper__kind="QD-04.BA").paper)
    assert "Căn cứ Bản án số 12/2026/HS-PT, ngày 10/02/2026" in decision
    assert "không phải theo quy trình xem xét, thi hành kỷ luật" in decision
    matter.take("hand_over", by="nghe", on=SERVED)
    matter.sign("notify", draft="nghe", by="ky", on=SERVED)
    with refused_whole("Thời hạn khiếu nại chưa hết"):
        matter.take("close_window", by="nghe", on=date(2026, 5, 14))
    matter.take("close_window", by="nghe", on=date(2026, 5, 15))
    matter.take("end_watch", by="nghe", on=date(2026, 5, 15))
    assert matter.stage == "da_ket_thuc"


def test_before_the_row_there_was_no_exception_and_nobody_answers_one_into_being(world, judgment):
    day = date(2025, 5, 29)
    with refused_whole("không thuộc trường hợp khai trừ ngay"):
        opened(
            world, "P5.BA", "btv_an", "nghe", on=day,
            **{**judgment, "judged_on": "2025-05-01", "final_on": "2025-05-20"},
        )  # fmt: skip
