"""Story (a), part B, 2017: the sign found in supervision is inspected; the cell is asked to discipline."""

from datetime import date

from cases.models import Case
from cases.stories.teller import Teller
from registry.provinces import Province

THEME = "việc chấp hành quy định báo cáo khi ra nước ngoài"
PERIOD = {"period_from": "2017-01-01", "period_to": "2017-06-30"}


def tell(teller: Teller, province: Province, origin: Case) -> None:
    """Tell the inspection of Bàn Văn Ví, from the conclusion of the supervision to its announcement."""
    people, ubkt = province.people, province.bodies["ubkt_thuong"]
    kiem, xet, vi, lo, ban = (people[name] for name in ("kiem", "xet", "vi", "lo", "ban"))
    doan = "Đinh Văn Xét, Trưởng đoàn\nLò Văn Chứng, Thư ký đoàn\nTạ Văn Mẫu, thành viên đoàn"
    cell = "Bàn Văn Ví, đảng viên\nLường Văn Thử, Bí thư Chi bộ"
    place = "Nhà văn hóa thôn Mẫu Đoài"
    session = {
        "place": place,
        "chair": "Đinh Văn Xét, Trưởng đoàn",
        "attendance": doan,
        "subject_side": cell,
    }

    teller.opens(
        "P3.DV", step="follow_up_sign", origin=origin, body=ubkt, subjects=[ban], by=vi,
        on=date(2017, 8, 8), theme=THEME, **PERIOD,
    )  # fmt: skip
    teller.takes(
        "draft_decide", by=vi, on=date(2017, 8, 8), theme=THEME, **PERIOD, days=45, unit="working_day",
        team=[
            {"person": xet.pk, "role": "truong_doan"},
            {"person": lo.pk, "role": "thu_ky_doan"},
            {"person": people["ta"].pk, "role": "thanh_vien_doan"},
        ],
    )  # fmt: skip
    teller.takes("decide", by=kiem, on=date(2017, 8, 8))
    teller.takes(
        "prepare", by=xet, on=date(2017, 8, 8),
        outline="Chuyến đi nước ngoài từ 10/3 đến 19/3/2017: mục đích, thời gian.\n"
        "Việc báo cáo chi bộ trước và sau chuyến đi.\nTự nhận xét, nguyên nhân.",
        schedule="Ngày 11/8/2017: triển khai\nNgày 25/8/2017: nhận báo cáo giải trình\n"
        "Tháng 9/2017: thẩm tra, trao đổi, họp chi bộ",
        tasks="Đinh Văn Xét: chỉ đạo chung\nLò Văn Chứng: ghi biên bản, tổng hợp\n"
        "Tạ Văn Mẫu: đối chiếu biên bản sinh hoạt",
    )  # fmt: skip
    teller.takes(
        "open", by=xet, on=date(2017, 8, 11), **session,
        proceedings="Công bố quyết định, kế hoạch; thông báo các quyền; giao đề cương giải trình.",
    )  # fmt: skip
    teller.takes(
        "receive_explanation", by=lo, on=date(2017, 8, 25), subject=1,
        summary="Có đi thăm thân từ 10/3 đến 19/3/2017, không báo cáo chi bộ do chủ quan.",
    )  # fmt: skip
    teller.takes(
        "verify", by=lo, on=date(2017, 9, 8), place=place, chair="Đinh Văn Xét, Trưởng đoàn",
        met="Lường Văn Thử, Bí thư Chi bộ", matters="Biên bản sinh hoạt chi bộ từ 01 đến 6/2017.",
        verified="Không biên bản nào ghi việc đồng chí Bàn Văn Ví báo cáo chuyến đi.",
    )  # fmt: skip
    teller.takes(
        "verify_further", by=lo, on=date(2017, 9, 8), place=place, chair="Đinh Văn Xét, Trưởng đoàn",
        met="Bàn Văn Ví, đảng viên", matters="Dấu xuất, nhập cảnh do đồng chí tự xuất trình.",
        verified="Xuất cảnh 10/3/2017, nhập cảnh 19/3/2017.",
    )  # fmt: skip
    teller.takes(
        "record_finding", by=xet, on=date(2017, 9, 15), subject=1,
        content="Ra nước ngoài từ 10/3 đến 19/3/2017, không báo cáo chi bộ trước và sau chuyến đi.",
        counted_as="quan_he_nuoc_ngoai",
    )  # fmt: skip
    teller.takes(
        "exchange", by=lo, on=date(2017, 9, 15), **session,
        proceedings="Trao đổi kết quả thẩm tra; gửi dự thảo báo cáo.",
        opinions="Bàn Văn Ví: nhất trí với kết quả thẩm tra, nhận khuyết điểm.",
    )  # fmt: skip
    teller.takes(
        "confer", by=lo, on=date(2017, 9, 22), **{**session, "chair": "Lường Văn Thử, Bí thư Chi bộ"},
        opinions="Quách Thị Mẫu: nhất trí với dự thảo.\nBàn Văn Ví: không có ý kiến bảo lưu.",
        conclusion="Hội nghị nhất trí với dự thảo báo cáo kết quả kiểm tra.",
    )  # fmt: skip
    teller.takes(
        "finalise", by=xet, on=date(2017, 9, 26),
        strengths="Tham gia sinh hoạt, đóng đảng phí đầy đủ.",
        faults="Không báo cáo chi bộ trước và sau chuyến đi nước ngoài.",
        causes="Chủ quan, chưa nắm quy định.",
        proposals="Kết luận có vi phạm, yêu cầu chi bộ xem xét, thi hành kỷ luật theo thẩm quyền.",
    )  # fmt: skip
    teller.takes(
        "consider_result", by=vi, on=date(2017, 9, 28), present=5, yes=5, no=0,
        place="Trụ sở Đảng ủy xã Mẫu Thượng", chair="Hà Thị Kiểm, Chủ nhiệm Ủy ban Kiểm tra",
        attendance="Hà Thị Kiểm, Chủ nhiệm\nĐinh Văn Xét, Phó Chủ nhiệm\nVi Thị Nghiệm, Ủy viên\n"
        "Lò Văn Chứng, Ủy viên\nTạ Văn Mẫu, Ủy viên",
        subject_opinion="Tôi nhận khuyết điểm, xin rút kinh nghiệm.",
        opinions="Tạ Văn Mẫu: nhất trí với báo cáo của đoàn.",
        conclusion="Vi phạm đã rõ, đến mức phải xem xét kỷ luật; chi bộ có thẩm quyền.",
    )  # fmt: skip
    teller.takes(
        "ask_lower_body", by=kiem, on=date(2017, 9, 28), finding=1,
        grounds="Vi phạm đã rõ, đến mức phải xem xét kỷ luật.",
        asked_body="Chi bộ thôn Mẫu Đoài", due="2017-10-31",
    )  # fmt: skip
    teller.takes(
        "draft_conclude", by=vi, on=date(2017, 9, 29),
        strengths="Tham gia sinh hoạt, đóng đảng phí đầy đủ.",
        faults="Không báo cáo chi bộ trước và sau chuyến đi nước ngoài.",
        demands="Chi bộ thôn Mẫu Đoài xem xét, thi hành kỷ luật theo thẩm quyền.",
    )  # fmt: skip
    teller.takes("conclude", by=kiem, on=date(2017, 9, 29))
    teller.takes(
        "announce", by=xet, on=date(2017, 10, 3), **session,
        proceedings="Đồng chí Bàn Văn Ví tiếp thu kết luận.",
    )  # fmt: skip


def close(teller: Teller, province: Province, decision: str) -> None:
    """Write the cell's decision back to the finding and hand the file in, once the discipline is done."""
    vi, lo = (province.people[name] for name in ("vi", "lo"))
    teller.takes(
        "record_discipline", by=vi, on=date(2017, 10, 25), finding=1, result="khien_trach",
        decision=decision,
    )  # fmt: skip
    teller.takes("close", by=lo, on=date(2017, 10, 25), archive="HS-KT-01/2017")
