"""A working day, role by role: each story is made with the mouse, and again with nothing but the keyboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth import get_user_model

from cases.incoming_models import IncomingEntry
from cases.models import Case, FileRow, ReadEntry, StepRecord
from cases.stories import documents
from cases.stories.demo import Committee, Matter, supervise
from cases.verification import verify
from registry import clock
from registry.guidance_models import Directive
from registry.models import PaperOnly
from tests import campaign
from tests.desk.concerned import Quiet, announce
from tests.desk.world import begin_two_step
from workflows.rows import RowKind

pytestmark = [pytest.mark.browser, campaign.only]

TO_COMMITTEE = "Trình ký: ban hành quyết định, kế hoạch giám sát"


def last(case: Case) -> tuple[str, str]:
    """The last step of a file and who took it, as its history tells."""
    record = StepRecord.objects.filter(case=case).latest("sequence")
    return record.step, record.actor.full_name


def quiet() -> Quiet:
    """Who brings a matter as far as a story begins, without a word."""
    return Quiet(lambda _line: None, Path("/nonexistent"))


def laid(case: Case, kind: RowKind) -> FileRow:
    return FileRow.objects.get(case=case, kind=kind, superseded_by=None)


def test_an_officer_opens_a_supervision_from_the_programme_and_carries_it_to_the_chair(
    hands, world
):
    hands.signs_in("canbo")
    hands.goes_by("Kế hoạch và theo dõi", "Chương trình năm")
    hands.presses("việc thu, nộp, quản lý đảng phí")
    hands.presses("Giám sát chuyên đề")
    hands.chooses("Đối tượng là tổ chức đảng", "Chi bộ thôn Thử Hai")
    hands.writes("Mốc thời gian giám sát, từ ngày", "01/01/2026")
    hands.writes("đến ngày", "30/09/2026")
    hands.writes("Tình hình, lý do đề xuất", "Theo chương trình năm.")
    hands.presses("Ghi đề xuất")
    hands.sees("Đã lập hồ sơ", "Mục 03/2026")

    hands.presses(TO_COMMITTEE)
    hands.presses("Ghi bước này")
    hands.sees("Có chỗ cần sửa")
    hands.writes("Thời gian giám sát", "30")
    hands.chooses("Đơn vị", "ngày")
    for who, role in (
        ("Đỗ Văn Mẫu Phó", "Trưởng đoàn"),
        ("Phạm Thị Mẫu Ủy", "Thư ký đoàn"),
        ("Lê Văn Thử Viên", "Thành viên đoàn"),
    ):
        hands.chooses(who, role)
    hands.presses("Ghi bước này")

    case = Case.objects.latest("pk")
    hands.sees(case.reference, "Đã ghi: Trình ký")
    assert last(case) == ("draft_decide", "Trần Thị Thử Soạn")
    assert case.work.filter(step="decide", role="chu_nhiem").exists()
    hands.signs_in("chunhiem")
    hands.presses("Chờ tôi duyệt")
    hands.sees(case.reference)


@pytest.mark.bare
def test_a_team_lead_writes_what_was_found_and_drafts_the_report(hands, world):
    case = world.case("thon2")

    hands.signs_in("phochunhiem")
    hands.presses("Giám sát chuyên đề: Chi bộ thôn Thử Hai")
    hands.presses("Ghi nội dung được giám sát")
    hands.presses("Ghi bước này")
    hands.sees("Có chỗ cần sửa", "Nội dung và kết quả xem xét")
    hands.chooses("Đối tượng", "Chi bộ thôn Thử Hai")
    hands.writes("Nội dung và kết quả xem xét", "Sinh hoạt đủ kỳ; sổ ghi chưa đủ.")
    hands.presses("Ghi bước này")
    hands.presses("Dự thảo báo cáo")
    hands.writes("Nội dung dự thảo", "Dự thảo báo cáo kết quả giám sát.")
    hands.presses("Ghi bước này")
    hands.sees("Đã dự thảo báo cáo")

    case.refresh_from_db()
    assert last(case) == ("draft", "Đỗ Văn Mẫu Phó")
    assert case.filerows.filter(
        superseded_by=None, words__content="Sinh hoạt đủ kỳ; sổ ghi chưa đủ."
    ).exists()


def test_a_chair_approves_a_bundle_after_reading_it(hands, world):
    places, us = world.province.organisations, Committee.of(world.province)
    other = Matter("truong", "việc học tập nghị quyết", 3, "draft_decide")
    supervise(quiet(), us, places["truong"], other, clock.today())
    waiting = [world.case("thon3"), Case.objects.latest("pk")]

    hands.signs_in("chunhiem")
    hands.presses("Chờ tôi duyệt")
    hands.presses("Giám sát chuyên đề: Chi bộ thôn Thử Ba")
    hands.sees("Bạn đang duyệt điều gì", "việc thực hiện nghị quyết về xây dựng nông thôn")
    hands.presses("Chờ tôi duyệt")
    hands.presses("Giám sát chuyên đề: Chi bộ Trường Trung học Thử Đông")
    hands.sees("việc học tập nghị quyết")
    hands.presses("Chờ tôi duyệt")
    hands.ticks(
        *(f"Chọn Ban hành quyết định, kế hoạch giám sát, {one.reference}" for one in waiting)
    )
    hands.presses("Ký, ký nháy các dự thảo đã chọn")
    hands.sees("Đánh dấu")
    hands.ticks("Tôi đã mở và đọc từng dự thảo đã chọn")
    hands.presses("Ký, ký nháy các dự thảo đã chọn")
    hands.confirms()
    hands.sees("Đã thực hiện 2 trên 2 dự thảo đã chọn")

    assert [last(one) for one in waiting] == [("decide", "Vũ Thị Mẫu Chủ")] * 2
    hands.presses("Về danh sách chờ duyệt")
    hands.sees("Không có dự thảo nào chờ bạn")


def test_a_cell_secretary_holds_the_meeting_and_writes_down_the_ballot(hands, world):
    case, meeting = world.matter("P5.CB"), world.matter("HN")
    teller, today, base = quiet(), clock.today(), "vote.base.members_meeting"
    teller.case = case
    teller.takes(
        "answer_rule", by=world.province.people["chunhiem"], on=today, rule=base,
        value=documents.proposed(base, today), source=documents.sample("tra_loi_mau"),
    )  # fmt: skip

    hands.signs_in("bithu2")
    hands.presses("Kỳ họp, hội nghị: Chi bộ thôn Thử Hai")
    hands.presses("Khai mạc, điểm danh")
    hands.chooses("Dương Văn Thử Cần", "Vắng mặt có lý do")
    hands.presses("Ghi bước này")
    hands.sees("Có mặt")
    hands.presses("Chi bộ xem xét, thi hành kỷ luật: đồng chí Lâm Văn Thử Giang")
    hands.presses("Hội nghị chi bộ bỏ phiếu kín")
    hands.chooses("Cuộc họp", meeting.reference)
    for label, text in BALLOT.items():
        hands.writes(label, text)
    hands.writes("Phiếu thu vào", "6")
    hands.presses("Ghi bước này")
    hands.sees("Phiếu")
    hands.writes("Phiếu thu vào", "7")
    hands.presses("Ghi bước này")

    assert last(case) == ("vote_to_decide", "Phan Thị Thử Hai")
    hands.sees("Đã biểu quyết")
    assert last(meeting) == ("open_session", "Phan Thị Thử Hai")


BALLOT = {
    "Ý kiến phát biểu, cả ý kiến khác": "Các đảng viên: nhất trí.",
    "Kết luận về nội dung, tính chất, mức độ, tác hại, nguyên nhân": "Vi phạm ít nghiêm trọng.",
    "Tổ kiểm phiếu, từ hai người": "Hồ Văn Thử Anh, Tổ trưởng\nNgô Thị Mẫu Bình, Thư ký",
    "Phiếu phát ra": "7",
    "Phiếu hợp lệ": "7",
    "Phiếu không hợp lệ": "0",
    "Số phiếu: Không kỷ luật": "0",
    "Số phiếu: Khiển trách": "7",
    "Niêm phong, nơi giữ phiếu": "Phong bì niêm phong, bí thư giữ.",
}


@pytest.mark.bare
def test_a_clerk_takes_in_a_letter_and_numbers_what_was_signed(hands, world):
    decided = Case.objects.get(reference="GS-2026-0005")

    hands.signs_in("vanthu")
    hands.goes_by("Văn bản, kỳ họp, đơn thư", "Sổ đơn, thư đến")
    hands.presses("Vào sổ đơn, thư mới")
    hands.chooses("Loại đơn, nguồn thông tin", "Đơn phản ánh, kiến nghị")
    hands.writes("Ngày đến", "19/11/2026")
    hands.chooses("Người gửi", "Không rõ")
    hands.writes("Trích yếu nội dung", "Phản ánh việc sử dụng nhà văn hóa thôn.")
    hands.presses("Tiếp nhận, vào sổ")
    hands.sees("Đã vào sổ")
    assert last(IncomingEntry.objects.get().case) == ("register", "Ngô Văn Mẫu Thư")

    hands.presses("Việc của tôi")
    hands.presses("Giám sát chuyên đề: Đảng ủy cơ sở Hợp tác xã Thử Thịnh")
    for kind in ("Quyết định giám sát chuyên đề", "Kế hoạch giám sát chuyên đề"):
        hands.presses("Lấy số văn bản")
        hands.chooses("Văn bản", kind)
        hands.presses("Ghi bước này")
    hands.sees("Bạn không có việc nào ở hồ sơ này lúc này")
    assert last(decided) == ("number_paper", "Ngô Văn Mẫu Thư")
    numbers = set(decided.papers.values_list("paper__number_text", flat=True)) - {""}
    assert len(numbers) == 2


def test_an_auditor_signs_in_with_two_steps_and_traces_a_file(hands, world):
    begin_two_step(world)
    account = world.province.people["giamsat"].account
    code = RecoveryCodes(account.authenticator_set.get(type="recovery_codes")).get_unused_codes()[0]
    case = world.case("thon2")

    hands.signs_in("giamsat")
    hands.writes("Mã", code)
    hands.presses("Đăng nhập")
    hands.goes_by("Hệ thống", "Nhật ký lưu vết")
    hands.writes("Số hồ sơ", case.reference)
    hands.presses("Lọc")
    hands.sees(f"{case.reference}")
    hands.sees_no("GS-2026-0001")
    hands.presses(f"Nhìn lại {case.reference} 9/9")
    hands.sees("Đã thẩm tra, xác minh")
    hands.presses(case.reference)
    hands.presses("Ai đã đọc")
    hands.sees("Tô Thị Thử Soát")
    hands.presses(case.reference)
    hands.presses("Xuất toàn bộ hồ sơ")
    hands.sees("Mục đích")

    assert ReadEntry.objects.filter(case=case, person=world.province.people["giamsat"]).exists()
    assert not verify().faults


@pytest.mark.bare
def test_a_member_reads_what_was_served_hands_in_a_statement_and_asks_to_reconsider(hands, world):
    case = world.matter("P3.DV")
    teller = quiet()
    teller.case = case
    announce(teller, world.province)

    hands.signs_in("dangvien")
    hands.presses("Hồ sơ vụ việc")
    hands.presses("Kiểm tra khi có dấu hiệu vi phạm: đồng chí Bàn Thị Mẫu Viên")
    hands.sees("Hồ sơ của bạn đang ở đâu", "Đã công bố")
    hands.presses("Quyết định kiểm tra khi có dấu hiệu vi phạm đối với đồng chí Bàn Thị Mẫu Viên")
    hands.presses(case.reference)
    hands.presses("Nộp giải trình, chứng cứ")
    hands.writes("Nộp gì", "Giấy tờ về đất")
    hands.writes("Nội dung", "Tôi nộp bản chính giấy tờ của thửa đất.")
    hands.hands_in("Tệp kèm theo")
    hands.presses("Nộp")
    hands.sees("Tôi nộp bản chính giấy tờ của thửa đất.")
    hands.presses("Đề nghị xem xét lại kết luận")
    hands.presses("Nộp")
    hands.sees("Có chỗ cần sửa")
    hands.writes("Lý do", "Kết luận chưa xét giấy tờ mới.")
    hands.presses("Nộp")
    hands.sees("Kết luận chưa xét giấy tờ mới.")

    assert laid(case, RowKind.STATEMENT).laid_by.actor == world.province.people["dangvien"]
    assert case.work.filter(step="answer_request").exists()
    hands.presses("Xem tất cả")
    hands.sees("Chính bạn")


def test_an_officer_enters_the_meeting_of_a_cell_that_has_no_computer(hands, world):
    bodies, meeting = world.province.bodies, world.matter("HN")
    PaperOnly.objects.create(
        body=bodies["chi_bo_thon2"], entered_by=bodies["ubkt"], first_day=date(2026, 10, 1),
        document="Quyết định số 12-QĐ/ĐU (mẫu)",
    )  # fmt: skip

    hands.signs_in("canbo")
    hands.goes_by("Văn bản, kỳ họp, đơn thư", "Kỳ họp, biểu quyết")
    hands.presses("Hội nghị Chi bộ thôn Thử Hai")
    hands.presses("Khai mạc, điểm danh")
    hands.chooses("Dương Văn Thử Cần", "Vắng mặt có lý do")
    hands.presses("Ghi bước này")
    hands.sees("Có chỗ cần sửa", "Số, ký hiệu văn bản giấy", "Bản chụp văn bản giấy đã ký")
    hands.writes("Số, ký hiệu văn bản giấy", "03-BB/CB")
    hands.writes("Ngày của văn bản giấy", "20/11/2026")
    hands.hands_in("Bản chụp văn bản giấy đã ký")
    hands.presses("Ghi bước này")
    hands.sees("Có mặt")

    record = StepRecord.objects.filter(case=meeting).latest("sequence")
    assert (record.step, record.actor.full_name) == ("open_session", "Trần Thị Thử Soạn")
    assert record.on_behalf_of == bodies["chi_bo_thon2"]


def test_the_secretary_of_a_higher_level_enters_a_directive_and_who_carries_it_out(hands, world):
    hands.signs_in("bithuxa")
    hands.goes_by("Kế hoạch và theo dõi", "Văn bản chỉ đạo")
    hands.presses("Ghi văn bản")
    hands.presses("Ghi lại")
    hands.sees("Có chỗ cần sửa")
    hands.chooses("Loại văn bản", "Nghị quyết")
    hands.writes("Số, ký hiệu", "05-NQ/ĐU (mẫu)")
    hands.writes("Ngày văn bản", "10/11/2026")
    hands.writes("Trích yếu, chủ đề", "Tăng cường quản lý đảng phí")
    hands.writes("Có hiệu lực từ ngày", "15/11/2026")
    hands.presses("Ghi lại")
    hands.sees("05-NQ/ĐU (mẫu)", "Tăng cường quản lý đảng phí")

    assert Directive.objects.get(number="05-NQ/ĐU (mẫu)").theme == "Tăng cường quản lý đảng phí"
    hands.goes_by("Kế hoạch và theo dõi", "Văn bản chỉ đạo")
    hands.presses("05-NQ/ĐU (mẫu)")


def test_an_administrator_of_the_site_keeps_the_account_safe_and_sees_no_file(hands, world):
    get_user_model().objects.create_superuser("kythuat", password="mat-khau-cua-kiem-thu")

    hands.signs_in("kythuat", "mat-khau-cua-kiem-thu")
    hands.sees("Tài khoản chưa gắn với ai trong danh bạ")
    hands.presses("Phiên đăng nhập")
    hands.sees("Phiên")
    hands.goes_to("/")
    hands.presses("Đổi mật khẩu")
    hands.writes("Mật khẩu hiện tại", "mat-khau-cua-kiem-thu")
    hands.writes("Mật khẩu mới", "mot-mat-khau-moi-tinh")
    hands.writes("Mật khẩu mới (nhập lại)", "mot-mat-khau-moi-tinh")
    hands.presses("Đổi mật khẩu")

    account = get_user_model().objects.get(username="kythuat")
    assert account.check_password("mot-mat-khau-moi-tinh")
    assert not ReadEntry.objects.filter(person__account=account).exists()


def test_the_archive_lends_a_deposited_file_and_takes_it_back(hands, world):
    case = Case.objects.get(reference="GS-2026-0007")

    hands.signs_in("vanthu")
    hands.presses("Hồ sơ vụ việc")
    hands.presses("Giám sát chuyên đề: Đảng ủy cơ sở Hợp tác xã Thử Thịnh", near=case.reference)
    hands.unfolds("Việc khác ngoài trình tự")
    hands.presses("Cho mượn hồ sơ")
    hands.writes(
        "Người mượn: họ tên, chức vụ, đơn vị", "Lý Văn Mượn, cán bộ Ban Xây dựng Đảng (mẫu)"
    )
    hands.writes("Mục đích, phạm vi được xem", "Đối chiếu kết luận.")
    hands.writes("Người cho phép", "Vũ Thị Mẫu Chủ, Chủ nhiệm")
    hands.writes("Hạn trả", "01/11/2026")
    hands.presses("Ghi bước này")
    hands.sees("Hạn trả không được trước ngày mượn")
    hands.writes("Hạn trả", "30/11/2026")
    hands.presses("Ghi bước này")
    hands.unfolds("Việc khác ngoài trình tự")
    hands.presses("Nhận lại hồ sơ cho mượn")
    hands.chooses("Lần mượn", "Mượn hồ sơ")
    hands.writes("Tình trạng khi trả", "Đủ, nguyên vẹn.")
    hands.presses("Ghi bước này")

    assert last(case) == ("give_back_file", "Ngô Văn Mẫu Thư")


def test_a_voter_reads_the_invitation_and_the_papers_and_votes_on_paper(hands, world):
    meeting, case = world.matter("HN"), world.matter("P5.CB")

    hands.signs_in("thon2a")
    hands.goes_by("Văn bản, kỳ họp, đơn thư", "Kỳ họp, biểu quyết")
    hands.presses("Hội nghị Chi bộ thôn Thử Hai")
    hands.sees("Bỏ phiếu kín chỉ làm trên giấy", "Chờ họp", "Nhà văn hóa thôn")
    hands.unfolds("3 tài liệu")
    hands.presses("Kế hoạch xem xét, thi hành kỷ luật đối với đồng chí Lâm Văn Thử Giang")
    hands.sees("Kế hoạch xem xét, thi hành kỷ luật")
    hands.goes_by("Văn bản, kỳ họp, đơn thư", "Kỳ họp, biểu quyết")
    hands.presses("Hội nghị Chi bộ thôn Thử Hai")
    assert hands.page.locator("main form, main .btn-act").count() == 0

    assert ReadEntry.objects.filter(case=case, person=world.province.people["thon2a"]).exists()
    assert not StepRecord.objects.filter(
        case=meeting, actor=world.province.people["thon2a"]
    ).exists()
