"""A complaint settled level by level: what it comes to stands in the discipline's own file, in its own chain."""

from datetime import date

import pytest

from cases import services
from cases.models import FileRow, RecordPaper, StepRecord
from cases.reading import Reader, read_file
from cases.verification import verify
from tests.cases.complaints import (
    CAME,
    FIRST,
    HANDLED_BY,
    NEXT,
    OPENED,
    SETTLED,
    Review,
    complaint,
    reprimanded,
    review,
)
from tests.cases.discipline import DECIDES, World, refused_whole
from tests.cases.supervision import refused
from tests.scenarios.matters import words_of
from workflows.reviews import Effect, complaint_is_open, standing_of


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


def settled_at_the_first_level(discipline, **votes):
    """A complaint that the committee above the cell has settled and announced."""
    matter = complaint(discipline).checked()
    matter.answer(FIRST, on=OPENED, value=HANDLED_BY[FIRST])
    return matter.set_up().looked_into().voted(**votes).announced()


def test_from_the_letter_to_the_annulled_form_and_its_trace_in_the_discipline(discipline):
    matter = complaint(discipline).checked()
    assert complaint_is_open(facts_of(discipline, CAME))
    matter.take("draft_open_file", by="soan", on=OPENED, team=matter.team("doan", "giam"))
    with refused_whole(FIRST):  # nobody has read which level comes first under this regulation
        matter.take("open_file", by="chu", on=OPENED)
    matter.answer(FIRST, on=OPENED, value=HANDLED_BY[FIRST])
    matter.take("open_file", by="chu", on=OPENED)
    matter.take("present", by="doan", on=OPENED)
    with refused_whole("chưa làm việc với người khiếu nại", "chưa làm việc với tổ chức đảng đã quyết định",
                       "nơi sinh hoạt", "Điểm về hình thức kỷ luật chưa được thẩm tra"):  # fmt: skip
        matter.take("exchange", by="doan", on=OPENED)
    with refused_whole("Đơn không khiếu nại về nội dung này"):
        matter.take("examine_ground", by="giam", on=OPENED, about="thu_tuc")
    matter.looked_into(presented=True).voted(khong=4, khien_trach=1).announced()
    matter.take("deposit", by="giam", on=SETTLED)

    assert numbers(matter) == [
        "01-QĐ/UBKTĐU", "01-KH/UBKTĐU", "01-TB/UBKTĐU", "01-BC/ĐKT", "02-QĐ/UBKTĐU",
    ]  # fmt: skip
    assert told(discipline) == ["thu_ly", "xoa_bo"]
    assert discipline.stage == "da_xoa_bo"
    standing = standing_of(facts_of(discipline, SETTLED))
    assert (standing.effect, standing.form, standing.since) == (Effect.ANNULLED, None, SETTLED)
    assert standing.source == matter.case.reference
    record = StepRecord.objects.get(case=discipline.case, step="note_annulment")
    assert record.body == discipline.world.bodies["ubkt_an"]
    assert record.actor == discipline.world.who("doan")
    said = words_of(matter.case.papers.get(paper__kind="QD-09").paper)
    assert "Xóa bỏ hình thức kỷ luật khiển trách đối với đồng chí Mẫu Thị M2" in said
    assert not verify().faults


def test_33_a_letter_in_doubt_is_handled_and_one_late_by_every_reading_is_not(discipline):
    """Received on 4/3/2026: the last day is 3/4, or 15/4 where working days are meant; the postmark decides."""
    last, after = date(2026, 4, 15), date(2026, 4, 16)
    in_doubt = complaint(
        discipline, on=after, sent_on=last.isoformat(), arrived_on=after.isoformat()
    )
    in_doubt.checked(after, proposal="qua_han")
    in_doubt.answer("complaint.not_handled", on=after, value="quá thời hạn")
    in_doubt.take("draft_refuse", by="soan", on=after)
    with refused_whole("còn nghi ngờ thì phải nhận giải quyết"):
        in_doubt.take("refuse", by="chu", on=after)
    in_doubt.take("withdraw", by="soan", on=after, letter_on=after.isoformat())

    late = complaint(discipline, on=after, sent_on=after.isoformat(), arrived_on=after.isoformat())
    late.checked(after)
    late.answer(FIRST, on=after, value=HANDLED_BY[FIRST])
    late.take("draft_open_file", by="soan", on=after, team=late.team("doan", "giam"))
    with refused_whole("sau ngày cuối của thời hạn khiếu nại theo cách tính dài nhất") as caught:
        late.take("open_file", by="chu", on=after)
    assert "296-QĐ/TW Điều 25.1" in str([one.citation for one in caught.value.reasons])
    late.take("return_check", by="chu", on=after, reason="Đối chiếu lại thời hạn.")
    late.checked(after, proposal="qua_han")
    late.answer("complaint.not_handled", on=after, value="quá thời hạn")
    late.sign("refuse", draft="soan", by="chu", on=after)
    said = words_of(late.number(on=after).case.papers.get(paper__kind="TB-03.KN").paper)
    late.take("file_away", by="soan", on=after, note="Đã gửi.")

    assert (late.stage, told(discipline)) == (
        "da_luu", ["thu_ly", "rut_don", "thu_ly", "khong_giai_quyet"],
    )  # fmt: skip
    assert not complaint_is_open(facts_of(discipline, after))
    assert "quá thời hạn khiếu nại" in said


def test_the_next_level_may_change_what_the_first_one_kept_and_nobody_judges_twice(discipline):
    first = settled_at_the_first_level(discipline, khien_trach=4, khong=1)
    assert standing_of(facts_of(discipline, SETTLED)).form == "khien_trach"
    first.take("receive_further", by="soan", on=date(2026, 4, 20), sent_on="2026-04-18")

    with refused_whole("không tự giải quyết"):
        complaint(discipline, origin=first.case, on=date(2026, 4, 21), **_letter("2026-04-18"))
    day = date(2026, 4, 21)
    further = complaint(
        discipline, procedure="P7.CU", body="btv_an", by="nghe", origin=first.case, on=day, **_letter("2026-04-18")
    )  # fmt: skip
    further.checked(day, by="nghe")
    further.answer(NEXT, on=day, value=HANDLED_BY[NEXT], by="ky")
    with refused_whole("đã tham gia quyết định"):
        further.take("draft_open_file", by="nghe", on=day, team=further.team("doan", "btv1"))
    further.set_up(day, draft="nghe", by="ky", team=("btv1", "btv2"))
    further.looked_into(day, lead="btv1", hand="btv2")
    further.voted(day, body="btv_an", by="nghe", answers=(BASE,), canh_cao=9)
    further.take("draft_decide", by="btv2", on=day)
    with refused_whole("authority."):  # a heavier form needs the power to decide it
        further.take("decide", by="ky", on=day)
    further.sign("refer_up", draft="btv2", by="ky", on=day)

    assert further.stage == "da_trinh_len"
    assert told(discipline) == ["thu_ly", "giu_nguyen", "thu_ly", "trinh_len"]
    assert complaint_is_open(facts_of(discipline, day))
    assert not verify().faults


POWER_OF_UBKT = "authority.ubkt_tren_co_so"
#: Who counts at a vote after 7/4/2026: nobody has read it, and the committee answers.
BASE = "vote.base.committee"


def _letter(sent):
    return {"sent_on": sent, "arrived_on": "2026-04-20"}


def test_a_superior_changes_a_decision_without_a_complaint(discipline):
    world = discipline.world
    with refused_whole("không phải cấp trên"):
        review(discipline, body="dang_uy_hoa", by="hoa_bt")
    matter = review(discipline, body="ubkt_an", by="soan")
    assert not complaint_is_open(facts_of(discipline, OPENED))  # nobody complained
    matter.set_up().looked_into().voted(canh_cao=5)
    matter.take("draft_decide", by="giam", on=SETTLED)
    with refused_whole("authority."):
        matter.take("decide", by="chu", on=SETTLED)
    matter.answer(POWER_OF_UBKT, on=SETTLED, value=DECIDES)
    matter.take("decide", by="chu", on=SETTLED)
    matter.number(on=SETTLED)
    matter.take("hand_over", by="doan", on=SETTLED)

    standing = standing_of(facts_of(discipline, SETTLED))
    assert (standing.effect, standing.form) == (Effect.CHANGED, "canh_cao")
    assert told(discipline) == ["dua_ra", "thay_doi"]
    record = StepRecord.objects.filter(case=discipline.case, step="note_review").last()
    assert record.actor == world.who("doan")


def test_42_a_letter_that_waits_for_this_procedure_opens_it_and_no_other_letter_does(discipline):
    """The complaint part of a letter goes on here; the file of the letter and that of the complaint stay two."""
    world = discipline.world
    letter = services.open_case(
        "P0.TN", body=world.bodies["ubkt_an"], subjects=[world.who("m2")], actor=world.who("van"),
        acted_on=CAME, today=CAME,
        inputs={
            "source": "khieu_nai", "arrived_on": CAME.isoformat(), "postmarked_on": "2026-03-20",
            "sender_kind": "ca_nhan", "sender": "Mẫu Thị M2", "summary": "Khiếu nại hình thức kỷ luật.",
        },
    )  # fmt: skip
    file = Review(world, letter)
    named = {"origin": letter, "discipline": discipline.case.reference}
    with refused("chưa ở giai đoạn mở được") as caught:
        complaint(discipline, **named)
    assert "Chờ quy trình giải quyết khiếu nại" in str(caught.value.reasons)
    file.take(
        "classify", by="soan", on=CAME, nature="khieu_nai", route="giai_quyet_khieu_nai",
        standing="ro_rang", concrete="co", settled="chua", competent="Ủy ban Kiểm tra", reason="Đúng thẩm quyền.",
    )  # fmt: skip
    file.take("decide_route", by="giam", on=CAME, route="giai_quyet_khieu_nai", opinion="Đồng ý.")
    file.take("accept_complaint", by="chu", on=CAME, content="Hình thức kỷ luật.")
    with refused_whole("Chưa xác định được hồ sơ kỷ luật của đối tượng này"):
        complaint(discipline, origin=letter, discipline="KL-2026-0099")

    matter = complaint(discipline, **named)

    assert matter.case.origin == letter
    assert told(discipline) == ["thu_ly"]
    assert file.stage == "cho_khieu_nai"
