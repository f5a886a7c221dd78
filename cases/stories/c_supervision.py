"""Story (c), 2026: a school cell is supervised under the newest regime and layout; no violation is found."""

from datetime import date

from cases.stories.teller import Teller
from registry.models import Person
from registry.provinces import Province

THEME = "việc thực hiện quy chế làm việc của chi bộ và quản lý thu, chi các khoản đóng góp"


def tell(teller: Teller, province: Province) -> None:
    """Tell the supervision of Chi bộ Trường Tiểu học Mẫu An, signed electronically, numbered by the clerk."""
    people, ubkt = province.people, province.bodies["ubkt_an"]
    soan, chu, doan, giam, van = (people[name] for name in ("soan", "chu", "doan", "giam", "van"))
    teller.opens(
        "P1.CD",
        body=ubkt,
        subjects=[province.organisations["truong"]],
        by=soan,
        on=date(2026, 9, 8),
        source="chuong_trinh_nam",
        theme=THEME,
        period_from="2025-08-01",
        period_to="2026-08-31",
        reasons="Chi bộ có trong chương trình kiểm tra, giám sát năm; chưa được giám sát trong hai năm qua.",
    )
    teller.takes(
        "draft_decide", by=soan, on=date(2026, 9, 10), theme=THEME,
        period_from="2025-08-01", period_to="2026-08-31", days=45, unit="day",
        team=[
            {"person": doan.pk, "role": "truong_doan"},
            {"person": giam.pk, "role": "thu_ky_doan"},
            {"person": people["tra"].pk, "role": "thanh_vien_doan"},
        ],
    )  # fmt: skip
    decided = teller.takes("decide", by=chu, on=date(2026, 9, 10))
    _number(teller, decided, van, date(2026, 9, 10))
    teller.takes(
        "prepare", by=doan, on=date(2026, 9, 11),
        outline="Việc ban hành, thực hiện quy chế làm việc.\nViệc quản lý thu, chi các khoản đóng góp.\n"
        "Tự đánh giá ưu điểm, hạn chế, nguyên nhân.",
        schedule="Ngày 15/9/2026: triển khai\nNgày 25/9/2026: nhận báo cáo\nTháng 10/2026: làm việc, họp thông qua",
        tasks="Ma Văn Đoàn: chỉ đạo chung\nNông Văn Giám: ghi biên bản, tổng hợp\nHoàng Văn Tra: đối chiếu sổ sách",
    )  # fmt: skip
    ours = "Ma Văn Đoàn, Trưởng đoàn\nNông Văn Giám, Thư ký đoàn\nHoàng Văn Tra, thành viên đoàn"
    theirs = "Phùng Thị Hiệu, Bí thư Chi bộ"
    session = {
        "place": "Trường Tiểu học Mẫu An",
        "chair": "Ma Văn Đoàn, Trưởng đoàn",
        "attendance": ours,
        "subject_side": theirs,
    }
    teller.takes(
        "open", by=doan, on=date(2026, 9, 15), **session,
        proceedings="Công bố quyết định, kế hoạch; phổ biến đề cương; thông báo các quyền của chi bộ.",
    )  # fmt: skip
    teller.takes(
        "receive_report", by=giam, on=date(2026, 9, 25), subject=1, number="11-BC/CB",
        summary="Chi bộ thực hiện đúng quy chế làm việc; các khoản thu, chi được công khai.",
    )  # fmt: skip
    teller.takes(
        "verify", by=giam, on=date(2026, 10, 2), **session,
        proceedings="Đối chiếu quy chế, nghị quyết, sổ thu, chi với báo cáo của chi bộ.",
        opinions="Phùng Thị Hiệu: chi bộ đã cung cấp đủ sổ sách.",
    )  # fmt: skip
    teller.takes(
        "record_finding", by=doan, on=date(2026, 10, 9), subject=1,
        content="Chi bộ thực hiện đúng quy chế làm việc; thu, chi các khoản đóng góp đúng quy định.",
    )  # fmt: skip
    teller.takes("draft", by=doan, on=date(2026, 10, 9), draft="Dự thảo báo cáo kết quả giám sát.")
    teller.takes(
        "confer", by=giam, on=date(2026, 10, 14), **{**session, "chair": "Phùng Thị Hiệu, Bí thư Chi bộ"},
        opinions="Phùng Thị Hiệu: nhất trí với dự thảo báo cáo.",
        conclusion="Hội nghị nhất trí với dự thảo báo cáo kết quả giám sát.",
    )  # fmt: skip
    teller.takes(
        "finalise", by=doan, on=date(2026, 10, 20),
        strengths="Thực hiện nền nếp quy chế làm việc; công khai các khoản thu, chi.",
        faults="Không có.",
        causes="Chi ủy phân công rõ, kiểm tra thường xuyên.",
        proposals="Đề nghị ủy ban thông báo kết quả giám sát, không có dấu hiệu vi phạm.",
    )  # fmt: skip
    teller.takes(
        "consider_result", by=soan, on=date(2026, 10, 27), present=5, yes=5, no=0,
        place="Trụ sở Đảng ủy xã Mẫu An", chair="Lý Thị Chủ, Chủ nhiệm Ủy ban Kiểm tra",
        attendance="Lý Thị Chủ, Chủ nhiệm\nMa Văn Đoàn, Phó Chủ nhiệm\nNông Văn Giám, Ủy viên\n"
        "Triệu Thị Thẩm, Ủy viên\nHoàng Văn Tra, Ủy viên",
        opinions="Triệu Thị Thẩm: nhất trí với báo cáo của đoàn.",
        conclusion="Chi bộ không có dấu hiệu vi phạm; ban hành thông báo kết quả giám sát.",
    )  # fmt: skip
    teller.takes(
        "find_no_violation", by=chu, on=date(2026, 10, 27), finding=1,
        grounds="Các nội dung được giám sát đều thực hiện đúng quy định.",
    )  # fmt: skip
    teller.takes(
        "draft_conclude", by=soan, on=date(2026, 10, 27),
        strengths="Thực hiện nền nếp quy chế làm việc; công khai các khoản thu, chi.",
        faults="Không có.",
        demands="Tiếp tục phát huy, duy trì việc công khai.",
    )  # fmt: skip
    concluded = teller.takes("conclude", by=chu, on=date(2026, 10, 27))
    _number(teller, concluded, van, date(2026, 10, 27))
    teller.takes(
        "announce", by=doan, on=date(2026, 10, 29), **session,
        proceedings="Chi bộ nhất trí với thông báo kết quả giám sát.",
    )  # fmt: skip
    teller.takes("close", by=giam, on=date(2026, 10, 30), archive="HS-GS-07/2026")


def _number(teller: Teller, record, clerk: Person, day: date) -> None:
    """The clerk enters number and day of each paper the step signed."""
    for paper in teller.papers_of(record):
        teller.takes("number_paper", by=clerk, on=day, paper=paper)
