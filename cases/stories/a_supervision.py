"""Story (a), part A, 2017: a commune's inspection committee supervises a village cell and finds a sign."""

from datetime import date

from cases.stories import books
from cases.stories.teller import Teller
from registry.provinces import Province

#: The state of the organ's books before the story begins: the last number given, by kind.
LAST_NUMBERS = {"QĐ": 2, "KH": 3, "TB": 5}


def tell(teller: Teller, province: Province) -> None:
    """Tell the supervision of Chi bộ thôn Mẫu Đoài, from proposal to closed file."""
    people, ubkt = province.people, province.bodies["ubkt_thuong"]
    kiem, xet, vi, lo = (people[name] for name in ("kiem", "xet", "vi", "lo"))
    books.opened(ubkt, date(2017, 6, 1), LAST_NUMBERS)

    teller.opens(
        "P1.CD",
        body=ubkt,
        subjects=[province.organisations["doai"]],
        by=vi,
        on=date(2017, 6, 12),
        source="chuong_trinh_nam",
        theme="việc quản lý đảng viên đi làm ăn xa, ra nước ngoài",
        period_from="2016-01-01",
        period_to="2017-05-31",
        reasons="Chi bộ có nhiều đảng viên đi làm ăn xa; qua theo dõi, việc báo cáo khi đi chưa đều.",
    )
    teller.takes(
        "consider_proposal", by=vi, on=date(2017, 6, 15), present=5, yes=5, no=0,
        proceedings="Ủy ban nghe báo cáo đề xuất, thống nhất giám sát theo chương trình năm.",
    )  # fmt: skip
    teller.takes(
        "draft_decide", by=vi, on=date(2017, 6, 15),
        theme="việc quản lý đảng viên đi làm ăn xa, ra nước ngoài",
        period_from="2016-01-01", period_to="2017-05-31", days=45, unit="day",
        team=[
            {"person": xet.pk, "role": "truong_doan"},
            {"person": lo.pk, "role": "thu_ky_doan"},
            {"person": people["ta"].pk, "role": "thanh_vien_doan"},
        ],
    )  # fmt: skip
    teller.takes("decide", by=kiem, on=date(2017, 6, 15))
    teller.takes(
        "prepare", by=xet, on=date(2017, 6, 15),
        outline="Công tác quản lý đảng viên đi làm ăn xa từ 01/2016 đến 5/2017.\n"
        "Việc đảng viên báo cáo khi ra nước ngoài.\nTự đánh giá ưu điểm, hạn chế, nguyên nhân.",
        schedule="Ngày 20/6/2017: triển khai quyết định, kế hoạch\nNgày 30/6/2017: nhận báo cáo của chi bộ\n"
        "Tháng 7/2017: làm việc, dự thảo báo cáo, họp thông qua",
        tasks="Đinh Văn Xét: chỉ đạo chung, làm việc với chi ủy\nLò Văn Chứng: ghi biên bản, tổng hợp\n"
        "Tạ Văn Mẫu: đối chiếu danh sách, biên bản sinh hoạt",
    )  # fmt: skip
    chi_uy = "Lường Văn Thử, Bí thư Chi bộ\nQuách Thị Mẫu, Phó Bí thư Chi bộ"
    doan = "Đinh Văn Xét, Trưởng đoàn\nLò Văn Chứng, Thư ký đoàn\nTạ Văn Mẫu, thành viên đoàn"
    teller.takes(
        "open", by=xet, on=date(2017, 6, 20), place="Nhà văn hóa thôn Mẫu Đoài",
        chair="Vi Thị Nghiệm, Ủy viên Ủy ban Kiểm tra", attendance=doan, subject_side=chi_uy,
        proceedings="Công bố quyết định, kế hoạch; phổ biến đề cương; thống nhất lịch làm việc.",
    )  # fmt: skip
    teller.takes(
        "receive_report", by=lo, on=date(2017, 6, 30), subject=1, number="02-BC/CB",
        summary="Chi bộ có 03 đảng viên đi làm ăn xa; chưa có sổ theo dõi đảng viên ra nước ngoài.",
    )  # fmt: skip
    teller.takes(
        "verify", by=lo, on=date(2017, 7, 7), place="Nhà văn hóa thôn Mẫu Đoài",
        chair="Đinh Văn Xét, Trưởng đoàn", attendance=doan, subject_side=chi_uy,
        proceedings="Đối chiếu danh sách đảng viên ra nước ngoài với biên bản sinh hoạt chi bộ.",
        opinions="Lường Văn Thử: chi bộ không nhận được báo cáo của đồng chí Bàn Văn Ví trước và sau chuyến đi.",
    )  # fmt: skip
    teller.takes(
        "record_finding", by=xet, on=date(2017, 7, 14), subject=1,
        content="Chi bộ chưa lập sổ theo dõi, chưa nhắc nhở đảng viên báo cáo khi đi làm ăn xa, ra nước ngoài.",
    )  # fmt: skip
    teller.takes(
        "record_finding", by=xet, on=date(2017, 7, 14), subject=1,
        content="Một đảng viên ra nước ngoài từ 10/3 đến 19/3/2017, không thấy báo cáo chi bộ trước và sau chuyến đi.",
    )  # fmt: skip
    teller.takes(
        "draft",
        by=xet,
        on=date(2017, 7, 14),
        draft="Dự thảo báo cáo kết quả giám sát, gửi chi bộ trước hội nghị.",
    )
    teller.takes(
        "confer", by=lo, on=date(2017, 7, 21), place="Nhà văn hóa thôn Mẫu Đoài",
        chair="Lường Văn Thử, Bí thư Chi bộ", attendance=doan, subject_side=chi_uy,
        opinions="Quách Thị Mẫu: nhất trí với dự thảo, chi bộ sẽ lập sổ theo dõi.",
        conclusion="Hội nghị nhất trí với dự thảo báo cáo kết quả giám sát.",
    )  # fmt: skip
    teller.takes(
        "finalise", by=xet, on=date(2017, 7, 25),
        strengths="Chi bộ duy trì sinh hoạt, phân công đảng viên phụ trách hộ.",
        faults="Chưa lập sổ theo dõi đảng viên đi làm ăn xa; chưa nhắc nhở việc báo cáo.",
        causes="Chi ủy chưa phân công người theo dõi.",
        proposals="Nhắc nhở chi bộ, yêu cầu khắc phục; xem xét dấu hiệu vi phạm đối với một đảng viên.",
    )  # fmt: skip
    teller.takes(
        "consider_result", by=vi, on=date(2017, 7, 28), present=5, yes=5, no=0,
        place="Trụ sở Đảng ủy xã Mẫu Thượng", chair="Hà Thị Kiểm, Chủ nhiệm Ủy ban Kiểm tra",
        attendance="Hà Thị Kiểm, Chủ nhiệm\nĐinh Văn Xét, Phó Chủ nhiệm\nVi Thị Nghiệm, Ủy viên\n"
        "Lò Văn Chứng, Ủy viên\nTạ Văn Mẫu, Ủy viên",
        opinions="Tạ Văn Mẫu: nhất trí với báo cáo của đoàn.",
        conclusion="Nhắc nhở chi bộ, yêu cầu báo cáo khắc phục trước ngày 30/9/2017. "
        "Kiểm tra khi có dấu hiệu vi phạm đối với một đảng viên.",
    )  # fmt: skip
    teller.takes(
        "find_shortcoming", by=kiem, on=date(2017, 7, 28), finding=1,
        grounds="Khuyết điểm trong theo dõi đảng viên đi làm ăn xa.",
        demand="Lập sổ theo dõi, nhắc nhở đảng viên báo cáo khi ra nước ngoài.", due="2017-09-30",
    )  # fmt: skip
    teller.takes(
        "find_signs", by=kiem, on=date(2017, 7, 28), finding=2,
        grounds="Không có báo cáo trước và sau chuyến đi nước ngoài.",
    )  # fmt: skip
    teller.takes("decide_to_inspect", by=kiem, on=date(2017, 7, 28), finding=2)
    teller.takes(
        "draft_conclude", by=vi, on=date(2017, 7, 28),
        strengths="Chi bộ duy trì sinh hoạt, phân công đảng viên phụ trách hộ.",
        faults="Chưa lập sổ theo dõi đảng viên đi làm ăn xa; chưa nhắc nhở việc báo cáo khi ra nước ngoài.",
        demands="Lập sổ theo dõi, nhắc nhở đảng viên báo cáo; báo cáo kết quả khắc phục.",
    )  # fmt: skip
    teller.takes("conclude", by=kiem, on=date(2017, 7, 28))
    teller.takes(
        "announce", by=xet, on=date(2017, 8, 1), place="Nhà văn hóa thôn Mẫu Đoài",
        chair="Vi Thị Nghiệm, Ủy viên Ủy ban Kiểm tra", attendance=doan, subject_side=chi_uy,
        proceedings="Chi bộ tiếp thu thông báo, hứa khắc phục đúng hạn.",
    )  # fmt: skip
    teller.takes(
        "receive_remedy", by=vi, on=date(2017, 9, 29), demand=_demand(teller), number="03-BC/CB",
        summary="Chi bộ đã lập sổ theo dõi và quán triệt việc báo cáo khi ra nước ngoài.",
    )  # fmt: skip
    teller.takes(
        "check_remedy", by=lo, on=date(2017, 9, 29), demand=_demand(teller), result="dat",
        note="Xem sổ theo dõi, biên bản sinh hoạt chi bộ tháng 9: đã lập sổ, đã quán triệt.",
    )  # fmt: skip
    teller.takes("follow_up", by=vi, on=date(2017, 9, 29))
    teller.takes("close", by=lo, on=date(2017, 9, 29), archive="HS-GS-01/2017")


def _demand(teller: Teller) -> int:
    assert teller.case is not None
    return teller.case.filerows.get(kind="yeu_cau", superseded_by=None).number
