"""Other ways out of the list: on probation, on request, never arrived, wrongly admitted; complained of and undone."""

from datetime import date

import pytest

from cases import services
from cases.verification import verify
from registry import register
from registry.exits import counted, exit_of
from registry.models import Membership
from tests.cases.discipline import World, in_the_cell, refused_whole
from tests.cases.removals import (
    CELL,
    DECIDED,
    RAISED,
    SAID,
    TOLD,
    TRIED,
    Removal,
    announced,
    called,
    decided,
    raised,
    resolved_at_the_base,
    resolved_in_the_cell,
    with_organ,
)
from tests.cases.supervision import refused
from tests.cases.test_removal import numbers
from tests.scenarios.matters import words_of
from workflows import removals
from workflows.removals import Ground

LATER = date(2026, 2, 20)


@pytest.fixture
def world(db):
    found = World()
    with_organ(found)
    return found


def asked_to_leave(world, **said):
    """A request to leave, registered by the cell."""
    return raised(world, procedure="P8.XR", written_on="2026-01-05", **said)


def answered(removal, on=CELL):
    removal.answer("vote.exit", on=on, value="từ 2/3", by="ky")


def test_a_probationary_member_is_voted_on_three_times_before_it_goes_up(world):
    world.joins("du", "xuong", status="du_bi")
    with refused_whole("Quy trình này dành cho đảng viên chính thức"):
        raised(world, subject="du")
    removal = raised(
        world, procedure="P8.DB", subject="du", ground="het_du_bi", probation_ended="2026-01-05"
    )
    clocks = {one.name: one.last_day for one in removal.case.deadlines.all()}
    assert clocks == {"xet_du_bi": date(2026, 2, 23)}
    removal.take("prove", by="xuong2", on=RAISED, paper="Nhận xét của chi ủy")
    removal.take("request", by="xuong1", on=RAISED)
    removal.take("receive_self_criticism", by="xuong2", on=RAISED)

    for day in (CELL, date(2026, 1, 16)):
        resolved_in_the_cell(removal, 5, 6, on=day, sends=False)
    with refused("Chưa đủ số lần biểu quyết không đạt tỷ lệ"):
        removal.sign("report_shortfall", draft="xuong2", by="xuong1", on=date(2026, 1, 16))
    resolved_in_the_cell(removal, 5, 6, on=date(2026, 1, 17), sends=False)
    waiting = removal.case.filerows.filter(kind="trinh_ky").latest("number").number
    removal.take(
        "return_draft", by="xuong1", on=date(2026, 1, 17), draft=waiting, reason="Soạn lại."
    )
    removal.sign("report_shortfall", draft="xuong2", by="xuong1", on=date(2026, 1, 17))

    for day in (date(2026, 1, 20), date(2026, 1, 21)):
        resolved_at_the_base(removal, 5, 3, on=day, sends=False)
    with refused("Chưa đủ số lần biểu quyết không đạt tỷ lệ"):
        removal.sign("report_from_level", draft="hoa_pbt", by="hoa_bt", on=date(2026, 1, 21))
    resolved_at_the_base(removal, 5, 3, on=date(2026, 1, 22), sends=False)
    waiting = removal.case.filerows.filter(kind="trinh_ky").latest("number").number
    removal.take(
        "return_draft", by="hoa_bt", on=date(2026, 1, 22), draft=waiting, reason="Soạn lại."
    )
    removal.sign("report_from_level", draft="hoa_pbt", by="hoa_bt", on=date(2026, 1, 22))

    announced(decided(removal))
    assert exit_of(world.who("du"), TOLD).kind == "xoa_ten"


@pytest.mark.parametrize("request_first", [True, False])
def test_a_request_to_leave_waits_for_discipline_in_either_order_of_filing(world, request_first):
    def discipline():
        matter = in_the_cell(world, "thu", RAISED, "plan", "chi_bo_xuong", "xuong1", "xuong2")
        return matter.case

    leaving = asked_to_leave(world) if request_first else None
    other = discipline()
    leaving = leaving or asked_to_leave(world)
    leaving.take("warn", by="xuong2", on=RAISED)
    answered(leaving)

    with refused("đang được xem xét về vi phạm ở", other.reference):
        resolved_in_the_cell(leaving, sends=False)
    assert leaving.stage == "du_dieu_kien"


def test_whoever_may_not_see_the_other_file_is_not_told_its_number(world):
    leaving = asked_to_leave(world)
    leaving.take("warn", by="xuong2", on=RAISED)
    services.open_case(
        "P5.DV", body=world.bodies["ubkt_an"], subjects=[world.who("thu")], actor=world.who("soan"),
        acted_on=RAISED, today=RAISED,
        inputs={"route": "tu_phat_hien", "theme": "việc kê khai", "violation": "Kê khai không đúng.",
                "proposing": [], "deciding": world.bodies["btv_an"].pk},
    )  # fmt: skip
    answered(leaving)

    with refused("ở một hồ sơ khác chưa kết thúc") as caught:
        resolved_in_the_cell(leaving, sends=False)

    assert "KL-2026" not in str(caught.value.reasons)


def test_whoever_asks_leaves_with_a_certificate_and_may_take_the_request_back(world):
    back = asked_to_leave(world, subject="xuong3")
    back.take("recover", by="xuong1", on=RAISED, note="Đã suy nghĩ lại.")
    leaving = asked_to_leave(world)
    leaving.take("warn", by="xuong2", on=RAISED)
    with refused("vote.exit"):
        resolved_in_the_cell(leaving, sends=False)
    answered(leaving)

    resolved_at_the_base(resolved_in_the_cell(leaving, on=date(2026, 1, 16)))
    announced(decided(leaving))
    leaving.sign("certify", draft="viec", by="ky", on=TOLD, **SAID["draft_certify"])
    leaving.number(on=TOLD)

    assert back.stage == "da_tien_bo"
    assert numbers(leaving) == [
        "01-NQ/CB", "01-NQ/ĐU", "01-TTr/BXDĐ", "01-QĐ/ĐU", "01-GXN/ĐU",
    ]  # fmt: skip
    assert counted(TOLD)["xin_ra"] == 1
    decision = words_of(leaving.case.papers.get(paper__kind="QD-11").paper)
    assert "Cho ra khỏi Đảng theo đơn đối với đồng chí Đặng Văn Thử" in decision
    assert "khiếu nại" not in decision  # no text read so far gives one


def newcomer(world, **said):
    """Taken up by the standing committee of the commune where the papers never arrived."""
    case = services.open_case(
        "P8.CS", body=world.bodies["btv_an"], subjects=[world.who("thu")], actor=world.who("nghe"),
        acted_on=RAISED, today=RAISED,
        inputs={"violation": "khong", "left_on": "2025-10-02", "from_cell": "Chi bộ Phân xưởng 2",
                "summary": "Chưa nộp hồ sơ.", "deciding": world.bodies["btv_an"].pk,
                "assisting": world.bodies["ban_an"].pk, **said},
    )  # fmt: skip
    return Removal(world, case)


def test_papers_that_never_arrived_end_it_without_a_cell_and_the_old_cell_is_told(world):
    with refused_whole("Chưa quá thời hạn nộp hồ sơ"):
        newcomer(world, left_on="2025-10-06")
    removal = newcomer(world)
    removal.sign("enquire", draft="viec", by="ky", on=RAISED, **SAID["draft_enquire"])
    removal.number(on=RAISED)
    with refused("Chưa có xác nhận"):
        removal.sign("submit", draft="viec", by="to", on=RAISED)
    removal.take("record_confirmation", by="nghe", on=CELL)
    removal.take("submit", by="to", on=CELL)
    meeting = world.meets("btv_an", "nghe", CELL, removal.case)
    removal.votes("vote_to_decide", meeting, 6, 3)
    removal.sign("decide", draft="viec", by="ky", on=CELL)
    removal.number(on=CELL)
    announced(removal, on=DECIDED, by="nghe")
    removal.take("send_file", by="nghe", on=DECIDED)
    over = date(2026, 3, 20)
    with refused_whole("Chưa thông báo cho chi bộ nơi chuyển đi"):
        removal.take("close", by="nghe", on=over)
    removal.sign("notify_sender", draft="viec", by="ky", on=over, **SAID["draft_notify_sender"])
    removal.number(on=over)
    removal.take("close", by="nghe", on=over)

    assert removal.stage == "da_nop_luu"
    assert numbers(removal) == ["01-CV/ĐU", "01-TTr/BXDĐ", "01-QĐ/ĐU", "01-TB/ĐU"]
    assert exit_of(world.who("thu"), over).kind == "xoa_ten"


def test_a_wrong_admission_is_taken_back_by_who_admitted_or_succeeded_with_consent(world):
    said = {
        "violation": "khong", "ground": "cong_nhan_sai", "admission": "Quyết định số 12-QĐ/ĐU",
        "summary": "Chưa đủ thời gian dự bị.", "deciding": world.bodies["btv_an"].pk,
        "assisting": world.bodies["ban_an"].pk,
    }  # fmt: skip

    def opened(**more):
        case = services.open_case(
            "P8.HB", body=world.bodies["btv_an"], subjects=[world.who("thu")],
            actor=world.who("nghe"), acted_on=RAISED, today=RAISED, inputs={**said, **more},
        )  # fmt: skip
        return Removal(world, case)

    with refused_whole("nơi kế thừa được cấp trên đồng ý"):
        opened(by="ke_thua")
    removal = opened(by="ke_thua", consent="Công văn số 5-CV/TU")
    removal.take("explain", by="viec", on=RAISED)
    removal.sign("submit", draft="viec", by="to", on=TRIED)
    meeting = world.meets("btv_an", "nghe", TRIED, removal.case)
    removal.votes("vote_to_decide", meeting, 5, 4)
    removal.sign("decide", draft="viec", by="ky", on=TRIED)
    removal.number(on=TRIED)
    announced(removal, by="nghe")
    removal.take("send_file", by="nghe", on=TOLD)
    removal.take("close", by="nghe", on=TOLD)

    assert counted(TOLD)["huy_ket_nap"] == 1
    said = words_of(removal.case.papers.get(paper__kind="QD-12").paper)
    assert "hủy quyết định công nhận đảng viên chính thức, xóa tên" in said
    assert "Hủy Quyết định số 12-QĐ/ĐU" in said


@pytest.mark.parametrize(
    ("ground", "asked"),
    [
        (Ground.WRONG_STANDARD, "hủy quyết định kết nạp, xóa tên trong danh sách đảng viên"),
        (Ground.WRONG_READMISSION, "hủy quyết định kết nạp lại, xóa tên trong danh sách đảng viên"),
        (Ground.CARD, "xóa tên trong danh sách đảng viên"),
    ],
)
def test_a_body_is_asked_what_is_taken_back(ground, asked):
    assert removals.asked("xóa tên trong danh sách đảng viên", ground) == asked


def complained(world, origin, **said):
    """A complaint that the commune's organ takes in; its standing committee settles it."""
    case = services.open_case(
        "P8.KN", body=world.bodies["ban_an"], subjects=[world.who("thu")], actor=world.who("to"),
        acted_on=LATER, today=LATER, origin=origin and origin.case,
        inputs={"decision": "Quyết định số 01-QĐ/ĐU, ngày 28/01/2026", "received_on": "2026-01-30",
                "sent_on": "2026-02-12", "by": "chinh_minh", "state": "co_quyet_dinh",
                "summary": "Tính sai số tháng.", "deciding": world.bodies["btv_an"].pk, **said},
    )  # fmt: skip
    return Removal(world, case)


def test_only_a_reason_of_the_closed_list_keeps_a_complaint_out(world):
    for said in (
        {"sent_on": "2026-03-23", "received_on": "2026-01-30"},
        {"by": "thay_nguoi_khac"},
        {"state": "chua_co"},
        {"state": "cap_cao_nhat"},
    ):
        matter = complained(world, None, **said)
        with refused_whole("Khiếu nại thuộc trường hợp không giải quyết"):
            matter.take("accept", by="to", on=LATER, note="Thụ lý.")
    matter.sign(
        "refuse", draft="viec", by="to", on=LATER, addressee="Ông Đặng Văn Thử", reason="Đã kết luận."
    )  # fmt: skip
    good = complained(world, None)
    good.take("draft_refuse", by="viec", on=LATER, addressee="Ông Thử", reason="Không rõ.")

    with refused_whole("không thuộc trường hợp nào được từ chối"):
        good.take("refuse", by="to", on=LATER)
    assert matter.stage == "khong_giai_quyet"


def test_the_organ_of_one_committee_settles_nothing_for_another(world):
    with refused_whole("không phải cơ quan tham mưu về tổ chức"):
        complained(world, None, deciding=world.bodies["dang_uy_hoa"].pk)


def test_an_annulled_removal_is_restored_without_a_gap_and_without_an_erasure(world):
    removal = struck_off_here(world)
    thu, settled = world.who("thu"), date(2026, 3, 2)
    removal.take("receive_complaint", by="viec", on=LATER, sent_on="2026-02-12")
    matter = complained(world, removal)
    matter.take("accept", by="to", on=LATER, note="Thụ lý.")
    clocks = {one.name: one.last_day for one in matter.case.deadlines.all()}
    assert list(clocks) == ["giai_quyet_kn"]
    matter.take(
        "verify", by="viec", on=LATER, place="Trụ sở", chair="Trưởng ban", attendance="Người thứ nhất",
        verified="Tháng 12 có đơn xin phép.",
    )  # fmt: skip
    matter.sign(
        "report", draft="viec", by="to", on=LATER, proposals="Hủy quyết định.", attached="Biên bản"
    )  # fmt: skip
    meeting = world.meets("btv_an", "nghe", settled, matter.case)
    matter.votes("vote_to_decide", meeting, 6, 3, answer="huy")
    matter.sign("decide", draft="viec", by="ky", on=settled, reason="Tính sai.", executors="Chi bộ")
    matter.number(on=settled)
    session = {**SAID["warn"], "result": "da_nhan"}
    del session["proceedings"]
    matter.take("hand_over", by="to", on=settled, **session)
    removal.take(
        "record_answer", by="viec", on=settled, answer="huy", decision="Quyết định số 02-QĐ/ĐU"
    )
    removal.take("record_undone", by="viec", on=settled)

    back = Removal(world, services.open_case(
        "P8.PH", body=world.bodies["btv_an"], subjects=[thu], actor=world.who("nghe"), acted_on=settled,
        today=settled, origin=matter.case,
        inputs={"route": "khieu_nai", "annulling": "Quyết định số 02-QĐ/ĐU, ngày 02/3/2026",
                "wrong": "Quyết định số 01-QĐ/ĐU, ngày 28/01/2026", "summary": "Đã hủy."},
    ))  # fmt: skip
    back.said = {}
    back.answer("basis.restoration", on=settled, value="có", by="ky")
    back.sign("decide", draft="nghe", by="ky", on=settled, reason="Đã hủy.", executors="Chi bộ")
    back.number(on=settled)
    back.take("announce", by="nghe", on=settled, **session)

    first, second = Membership.objects.filter(person=thu).order_by("first_day")
    assert (first.last_day, second.first_day, second.last_day) == (TOLD, date(2026, 1, 31), None)
    assert (first.cell, first.status) == (second.cell, second.status)
    assert counted(date(2026, 3, 1))["xoa_ten"] == 1  # what the books said that day stays said
    assert counted(settled)["xoa_ten"] == 0
    assert exit_of(thu, settled) is None
    assert (removal.stage, back.stage) == ("da_bi_huy", "da_phuc_hoi")
    assert "31/01/2026" in words_of(back.case.papers.get(paper__kind="QD-14").paper)
    assert not list(register.faults())
    assert not verify().faults


def struck_off_here(world):
    """Struck off in the world that already has its organ."""
    removal = resolved_at_the_base(resolved_in_the_cell(called(raised(world))))
    return announced(decided(removal))
