"""Story (b), part A, 2026: a false degree is inspected on signs of violation; the superior is asked to decide."""

from datetime import date

from cases.stories import books
from cases.stories.teller import Teller
from registry.provinces import Province

THEME = "việc sử dụng bằng đại học trong hồ sơ tuyển dụng và hồ sơ đảng viên"
PERIOD = {"period_from": "2019-01-01", "period_to": "2025-12-31"}
DOAN = "Ma Văn Đoàn, Trưởng đoàn\nNông Văn Giám, Thư ký đoàn\nHoàng Văn Tra, thành viên đoàn"
PLACE = "Trụ sở Công ty cổ phần Mẫu Hòa"
SESSION = {
    "place": PLACE,
    "chair": "Ma Văn Đoàn, Trưởng đoàn",
    "attendance": DOAN,
    "subject_side": "Đặng Văn Thử, đảng viên\nHứa Văn Mẫu Trưởng, Bí thư Chi bộ",
}


def tell(teller: Teller, province: Province) -> None:
    """Tell the inspection of Đặng Văn Thử, from the officer's proposal to the announced conclusion."""
    people, ubkt = province.people, province.bodies["ubkt_an"]
    soan, chu, doan, giam, van = (people[n] for n in ("soan", "chu", "doan", "giam", "van"))
    last = {"QĐ": 11, "KH": 8, "CV": 6, "TB": 9, "TTr": 5, "BC": 7}
    books.opened(ubkt, date(2026, 1, 4), last)

    teller.opens(
        "P3.DV", body=ubkt, subjects=[people["thu"]], by=soan, on=date(2026, 1, 5),
        source="nam_tinh_hinh", theme=THEME, **PERIOD,
        reasons="Qua rà soát hồ sơ của công ty, bằng đại học của đồng chí có dấu hiệu không do trường cấp.",
    )  # fmt: skip
    teller.takes(
        "draft_decide", by=soan, on=date(2026, 1, 7), theme=THEME, **PERIOD, days=50, unit="day",
        team=[
            {"person": doan.pk, "role": "truong_doan"},
            {"person": giam.pk, "role": "thu_ky_doan"},
            {"person": people["tra"].pk, "role": "thanh_vien_doan"},
        ],
    )  # fmt: skip
    teller.takes("decide", by=chu, on=date(2026, 1, 7))
    books.numbered(teller, van, date(2026, 1, 7))
    teller.takes(
        "prepare", by=doan, on=date(2026, 1, 8),
        outline="Quá trình học tập, nguồn gốc văn bằng.\nViệc kê khai trong hồ sơ tuyển dụng, hồ sơ đảng viên.\n"
        "Tự nhận xét, trách nhiệm.",
        schedule="Ngày 09/01/2026: triển khai\nNgày 19/01/2026: nhận báo cáo giải trình\n"
        "Tháng 01 và 02/2026: thẩm tra, trao đổi, họp chi bộ",
        tasks="Ma Văn Đoàn: chỉ đạo chung\nNông Văn Giám: ghi biên bản, tổng hợp\n"
        "Hoàng Văn Tra: xác minh tại nơi cấp văn bằng",
    )  # fmt: skip
    teller.takes(
        "open", by=doan, on=date(2026, 1, 9), **SESSION,
        proceedings="Công bố quyết định, kế hoạch; thông báo các quyền; nhắc không ghi âm, ghi hình trong các"
        " buổi làm việc.",
    )  # fmt: skip
    teller.takes(
        "receive_explanation", by=giam, on=date(2026, 1, 19), subject=1,
        summary="Khẳng định văn bằng là thật, do trường cấp.",
    )  # fmt: skip
    _verify(teller, province)
    _conclude(teller, province)


def close(teller: Teller, province: Province, decision: str) -> None:
    """Write the decision back to the finding and hand the file in."""
    people, day = province.people, date(2026, 4, 3)
    teller.takes(
        "record_discipline", by=people["soan"], on=day, finding=1, result="khai_tru",
        decision=decision,
    )  # fmt: skip
    teller.takes("close", by=people["giam"], on=day, archive="HS-KT-07/2026")


def _verify(teller: Teller, province: Province) -> None:
    people = province.people
    soan, chu, doan, giam, van = (people[n] for n in ("soan", "chu", "doan", "giam", "van"))
    teller.takes(
        "verify", by=giam, on=date(2026, 1, 23), place=PLACE, chair="Ma Văn Đoàn, Trưởng đoàn",
        met="Đặng Văn Thử, đảng viên", matters="Nguồn gốc văn bằng, quá trình học.",
        verified="Đồng chí không đưa ra được tài liệu về quá trình học.",
    )  # fmt: skip
    teller.takes(
        "draft_ask_to_verify", by=soan, on=date(2026, 1, 23),
        addressee="Trường Đại học Mẫu Thành", content="việc cấp bằng đại học cho ông Đặng Văn Thử",
        requests="Trường có cấp văn bằng mang số hiệu gửi kèm hay không\nHọ tên người được cấp theo sổ gốc",
    )  # fmt: skip
    teller.takes("ask_to_verify", by=chu, on=date(2026, 1, 23))
    books.numbered(teller, van, date(2026, 1, 23))
    teller.takes(
        "add_evidence", by=giam, on=date(2026, 1, 30), dated="2026-01-29",
        title="Công văn trả lời: trường không cấp văn bằng này (văn bản đến số 18)",
        given_by="Trường Đại học Mẫu Thành",
    )  # fmt: skip
    teller.takes(
        "record_finding", by=doan, on=date(2026, 2, 9), subject=1,
        content="Từ năm 2019 sử dụng bằng đại học không do trường cấp trong hồ sơ tuyển dụng và hồ sơ đảng viên.",
        counted_as="van_bang_chung_chi",
    )  # fmt: skip


def _conclude(teller: Teller, province: Province) -> None:
    people = province.people
    soan, chu, doan, giam, van = (people[n] for n in ("soan", "chu", "doan", "giam", "van"))
    teller.takes(
        "exchange", by=giam, on=date(2026, 2, 9), **SESSION,
        proceedings="Trao đổi kết quả thẩm tra; đoàn không kết hợp xem xét kỷ luật trong cuộc kiểm tra.",
        opinions="Đặng Văn Thử: thừa nhận văn bằng không do trường cấp.",
    )  # fmt: skip
    teller.takes(
        "confer", by=giam, on=date(2026, 2, 12), **{**SESSION, "chair": "Hứa Văn Mẫu Trưởng, Bí thư Chi bộ"},
        opinions="Lý Thị Thử Phó: nhất trí với dự thảo.\nĐặng Văn Thử: không có ý kiến bảo lưu.",
        conclusion="Hội nghị nhất trí với dự thảo báo cáo kết quả kiểm tra.",
    )  # fmt: skip
    teller.takes(
        "finalise", by=doan, on=date(2026, 2, 25),
        strengths="Hoàn thành công việc chuyên môn được giao.",
        faults="Sử dụng bằng đại học không do trường cấp trong hồ sơ tuyển dụng và hồ sơ đảng viên.",
        causes="Thiếu trung thực.",
        proposals="Kết luận có vi phạm, đề nghị cấp có thẩm quyền thi hành kỷ luật.",
    )  # fmt: skip
    teller.takes(
        "consider_result", by=soan, on=date(2026, 2, 27), present=5, yes=5, no=0,
        place="Trụ sở Đảng ủy xã Mẫu An", chair="Lý Thị Chủ, Chủ nhiệm Ủy ban Kiểm tra",
        attendance="Lý Thị Chủ, Chủ nhiệm\nMa Văn Đoàn, Phó Chủ nhiệm\nNông Văn Giám, Ủy viên\n"
        "Triệu Thị Thẩm, Ủy viên\nHoàng Văn Tra, Ủy viên",
        subject_opinion="Tôi thừa nhận vi phạm, mong được xem xét.",
        opinions="Triệu Thị Thẩm: nhất trí với báo cáo của đoàn.",
        conclusion="Vi phạm đã rõ, đến mức phải thi hành kỷ luật, vượt thẩm quyền; đoàn tiếp tục xem xét kỷ luật.",
    )  # fmt: skip
    teller.takes(
        "propose_up", by=chu, on=date(2026, 2, 27), finding=1,
        grounds="Vi phạm đã rõ, đến mức phải thi hành kỷ luật, vượt thẩm quyền của ủy ban kiểm tra.",
    )  # fmt: skip
    teller.takes(
        "draft_conclude", by=soan, on=date(2026, 3, 2),
        strengths="Hoàn thành công việc chuyên môn được giao.",
        faults="Sử dụng bằng đại học không do trường cấp trong hồ sơ tuyển dụng và hồ sơ đảng viên.",
        demands="Đồng chí Đặng Văn Thử tự kiểm điểm; chi bộ, đảng ủy cơ sở xem xét, đề nghị kỷ luật.",
    )  # fmt: skip
    teller.takes("conclude", by=chu, on=date(2026, 3, 2))
    books.numbered(teller, van, date(2026, 3, 2))
    teller.takes(
        "announce", by=doan, on=date(2026, 3, 4), **SESSION,
        proceedings="Công bố kết luận; triển khai ngay việc xem xét kỷ luật.",
    )  # fmt: skip
