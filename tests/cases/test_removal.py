"""A member struck off the list: proved, called, voted on level by level; the register knows it from the same deed."""

from datetime import date

import pytest

from cases.models import RecordPaper
from cases.opened import parts_open
from cases.verification import verify
from permissions.ways import Part
from registry import register
from registry.exits import counted, exit_of
from registry.models import Membership, RegisterEntry
from tests.cases.discipline import World, refused_whole
from tests.cases.removals import (
    BASE,
    CELL,
    RAISED,
    TOLD,
    announced,
    called,
    decided,
    raised,
    resolved_at_the_base,
    resolved_in_the_cell,
    struck_off,
    with_organ,
)
from tests.cases.supervision import refused
from tests.scenarios.matters import words_of


@pytest.fixture
def world(db):
    return World()


def numbers(matter):
    """Every number that was given in the file, in order."""
    held = RecordPaper.objects.filter(case=matter.case, paper__number__isnull=False)
    return [one.paper.number_text for one in held.order_by("paper_id")]


def test_from_the_ground_to_the_archive(world):
    removal = struck_off(world)
    thu = world.who("thu")

    assert numbers(removal) == ["01-NQ/CB", "01-NQ/ĐU", "01-TTr/BXDĐ", "01-QĐ/ĐU"]
    membership = Membership.objects.get(person=thu)
    assert membership.last_day == TOLD
    found = exit_of(thu, TOLD)
    assert (found.kind, found.decision, found.decided_on) == (
        "xoa_ten", "Quyết định số 01-QĐ/ĐU, ngày 28/01/2026", date(2026, 1, 28),
    )  # fmt: skip
    assert counted(TOLD) == {"khai_tru": 0, "xoa_ten": 1, "xin_ra": 0, "huy_ket_nap": 0}
    (entry,) = RegisterEntry.objects.filter(person=thu)
    assert (entry.deed, entry.by) == (RegisterEntry.Deed.LEFT, world.who("xuong1"))

    decision = removal.case.papers.get(paper__kind="QD-10").paper
    said = words_of(decision)
    assert "Xóa tên trong danh sách đảng viên đối với đồng chí Đặng Văn Thử" in said
    assert "05, 06, 12" in said
    assert "30 ngày làm việc" in said
    assert "cho đến Ban Bí thư" in said

    removal.take("send_file", by="xuong2", on=date(2026, 2, 5))
    clocks = {one.name: one.last_day for one in removal.case.deadlines.all()}
    assert clocks == {"khieu_nai": date(2026, 3, 20)}
    with refused_whole("Thời hạn khiếu nại chưa hết"):
        removal.take("close", by="xuong2", on=date(2026, 3, 20))
    removal.take("close", by="xuong2", on=date(2026, 3, 23))

    assert removal.stage == "da_nop_luu"
    assert not list(register.faults())
    assert not verify().faults


def test_every_ground_asks_its_own_proof_and_counts_what_was_entered(world):
    with_organ(world)
    removal = raised(world)
    removal.take("prove", by="xuong2", on=RAISED, absent="05/2025, 06/2025", unpaid="2024-12")
    removal.take("request", by="xuong1", on=RAISED)
    removal.take("receive_self_criticism", by="xuong2", on=RAISED)

    with refused("Chứng cứ đã ghi chưa đủ mức"):
        resolved_in_the_cell(removal, sends=False)
    removal.take("prove", by="xuong2", on=CELL, absent=["2025-05", "2025-06", "2025-12"])
    resolved_in_the_cell(removal, on=date(2026, 1, 16))

    said = words_of(removal.case.papers.get(paper__kind="NQ-01").paper)
    assert "Các tháng bỏ sinh hoạt trong năm 2025: 05, 06, 12 (tổng số: 3)" in said
    assert (
        "đồng ý 09, không đồng ý 02, trên tổng số 12 đồng chí tính kết quả; đủ tỷ lệ theo quy định"
        in said
    )
    minutes = removal.case.papers.get(paper__kind="BB-05.XT").paper
    assert "3·9 = 27 ≥ 24 = 2·12" in words_of(minutes)


def test_three_calls_one_deliberate_refusal_or_a_place_that_asks_for_fewer(world):
    with_organ(world)
    removal = raised(world)
    removal.take("request", by="xuong1", on=RAISED)
    removal.take("record_refusal", by="xuong2", on=RAISED)
    with refused_whole("Chưa đủ số lần yêu cầu tự kiểm điểm"):
        removal.take("proceed_without", by="xuong1", on=RAISED)
    removal.take("record_refusal", by="xuong2", on=RAISED, about="khong_lien_lac")
    with refused_whole("Chưa đủ số lần yêu cầu tự kiểm điểm"):  # only a local row asks for fewer
        removal.take("proceed_without", by="xuong1", on=RAISED)

    removal.take("request_again", by="xuong1", on=RAISED)
    removal.take("request_again", by="xuong1", on=RAISED)
    removal.take("proceed_without", by="xuong1", on=RAISED)

    assert removal.stage == "du_dieu_kien"
    other = raised(world, subject="xuong3")
    other.take("request", by="xuong1", on=RAISED)
    other.take("record_refusal", by="xuong2", on=RAISED, about="co_tinh")
    other.take("proceed_without", by="xuong1", on=RAISED)
    assert other.stage == "du_dieu_kien"


def test_short_of_its_share_the_whole_result_goes_up_and_the_competent_body_decides(world):
    with_organ(world)
    removal = resolved_in_the_cell(called(raised(world)), 6, 5, sends=False)
    with refused("Kết quả biểu quyết của chi bộ chưa đủ tỷ lệ"):
        removal.sign("send_proposal", draft="xuong2", by="xuong1", on=CELL)

    removal.sign("report_shortfall", draft="xuong2", by="xuong1", on=CELL)
    resolved_at_the_base(removal)
    decided(removal)

    assert numbers(removal) == ["01-BC/CB", "01-NQ/ĐU", "01-TTr/BXDĐ", "01-QĐ/ĐU"]
    said = words_of(removal.case.papers.get(paper__kind="BC-07.CB").paper)
    assert "đồng ý 06, không đồng ý 05" in said
    assert "trên tổng số 12 đồng chí tính kết quả" in said


def test_a_delegated_base_committee_decides_itself_and_refers_up_what_falls_short(world):
    with_organ(world)
    base = world.bodies["dang_uy_hoa"].pk
    removal = raised(world, proposing=[], deciding=base, assisting="")
    resolved_in_the_cell(called(removal))
    removal.sign("submit", draft="hoa_pbt", by="hoa_bt", on=BASE)
    meeting = world.meets("dang_uy_hoa", "hoa_bt", BASE, removal.case, absent=("hoa6",))
    with refused_whole("Cơ quan này không có thẩm quyền quyết định"):
        removal.votes("vote_to_decide", meeting, 5, 3)

    removal.take(
        "record_delegation", by="hoa_bt", on=BASE, document="Quyết định số 9-QĐ/ĐU", first_day="2026-01-01"
    )  # fmt: skip
    removal.votes("vote_to_decide", meeting, 5, 3)
    with refused_whole("kết quả phải báo cáo lên trên"):
        removal.take("record_kept", by="hoa_bt", on=BASE)
    removal.take(
        "refer_up", by="hoa_bt", on=BASE, proposing=[base], deciding=world.bodies["btv_an"].pk,
        assisting=world.bodies["ban_an"].pk, reason="Không đủ tỷ lệ.",
    )  # fmt: skip

    assert removal.stage == "chi_bo_da_gui"


def test_an_act_at_the_level_of_expulsion_is_for_discipline_first(world):
    with_organ(world)

    with refused_whole("Có vi phạm đến mức khai trừ thì không xóa tên") as caught:
        raised(world, violation="khai_tru")

    assert "không thay cho khai trừ" in caught.value.reasons[0].remedy


def test_an_inspection_committee_is_no_organ_of_a_removal(world):
    with_organ(world)

    with refused_whole("không phải cơ quan tham mưu về tổ chức"):
        raised(world, assisting=world.bodies["ubkt_an"].pk)


def test_whoever_is_struck_off_keeps_no_office(world):
    with_organ(world)
    removal = raised(world, subject="xuong2", by="xuong1")
    removal.take("prove", by="xuong1", on=RAISED, absent="05/2025, 06/2025, 12/2025")
    removal.take("request", by="xuong1", on=RAISED)
    removal.take("receive_self_criticism", by="xuong1", on=RAISED)

    with refused_whole("permission"):
        removal.take("prove", by="xuong2", on=RAISED, absent="05/2025")


def test_the_announcement_needs_the_number_and_the_card(world):
    with_organ(world)
    removal = resolved_at_the_base(resolved_in_the_cell(called(raised(world))))
    removal.sign("submit", draft="viec", by="to", on=TOLD)
    meeting = world.meets("btv_an", "nghe", TOLD, removal.case)
    removal.votes("vote_to_decide", meeting, 5, 4)
    removal.sign("decide", draft="viec", by="ky", on=TOLD)

    with refused_whole("chưa được lấy số", "Chưa thu thẻ đảng viên"):
        announced(removal, card="khong_thu")
    assert Membership.objects.get(person=world.who("thu")).last_day is None


def test_the_member_reads_the_file_once_called_and_the_organ_from_the_first_day(world):
    with_organ(world)
    removal = raised(world)
    thu, head = world.who("thu"), world.who("to")
    assert not parts_open(removal.case.pk, thu, RAISED)
    assert Part.HEADER in parts_open(removal.case.pk, head, RAISED)
    assert not parts_open(removal.case.pk, world.who("doan"), RAISED)

    removal.take("request", by="xuong1", on=RAISED)

    assert Part.HEADER in parts_open(removal.case.pk, thu, RAISED)
