"""Papers of a removal from the list of members: the warning, the calls, the votes, the decision, what follows."""

from documents.catalogue import SignedBy, register

_SESSION = {"subject", "held_on", "venue", "chair", "recorder", "present", "subject_present"}
_VOTE = {
    "subject", "held_on", "venue", "chair", "recorder", "asked", "voting_way", "attendance", "slips",
    "vote_result", "arithmetic", "outcome", "conclusion",
}  # fmt: skip
_PROPOSAL = {
    "subject", "addressee", "member", "asked", "removal_ground", "vote_result", "attendance", "signatory",
}  # fmt: skip
_TO_ALL = ("{committee} (để báo cáo)", "Như Điều 3", "Lưu {keeper}, hồ sơ đảng viên")

REMOVAL_WARNING = register(
    "BB-01.XT",
    "Biên bản nhắc nhở, giáo dục đảng viên",
    heading="BIÊN BẢN",
    abstract="nhắc nhở, giáo dục {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={*_SESSION, "removal_ground", "matters"},
    takes={"started", "ended", "subject_opinion", "other_side"},
    blocks=("viec-phai-nhac-nho", "bien-phap-giao-duc", "dang-vien-cam-ket"),
)

CRITICISM_CALL = register(
    "GM-02",
    "Giấy yêu cầu tự kiểm điểm",
    heading="GIẤY YÊU CẦU",
    abstract="{subject} tự kiểm điểm trước chi bộ",
    signed_by=SignedBy.CELL,
    needs={"subject", "questions", "due_on", "venue", "signatory"},
    takes={"times"},
    blocks=("yeu-cau-viet-kiem-diem", "dieu-phai-kiem-diem", "neu-khong-kiem-diem"),
    recipients=("{subject}", "Lưu chi bộ"),
    of_cell=True,
)

MOTION_MINUTES = register(
    "BB-05.XT",
    "Biên bản hội nghị xem xét xóa tên, cho ra khỏi Đảng",
    heading="BIÊN BẢN",
    abstract="hội nghị xem xét, biểu quyết {asked} đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs=_VOTE,
    takes={
        "meeting", "started", "ended", "present", "absent", "observers", "electorate", "removal_ground",
        "self_criticism", "opinions", "tellers",
    },
    blocks=(
        "nguoi-du-tinh-bieu-quyet",
        "ho-so-da-nghe",
        "hoi-nghi-thao-luan",
        "bieu-quyet-mot-viec",
        "hoi-nghi-ket-luan",
    ),
)  # fmt: skip

CELL_RESOLUTION = register(
    "NQ-01",
    "Nghị quyết của chi bộ đề nghị xóa tên, cho ra khỏi Đảng",
    heading="NGHỊ QUYẾT",
    abstract="đề nghị {asked} đối với {subject}",
    symbol="NQ",
    signed_by=SignedBy.CELL,
    needs={*_PROPOSAL, "held_on"},
    takes={"self_criticism", "attached"},
    blocks=("chi-bo-da-hop", "su-viec-chi-bo-ket-luan", "chi-bo-quyet-nghi", "gui-kem-nghi-quyet"),
    recipients=("{addressee} (để báo cáo)", "Lưu chi bộ"),
    of_cell=True,
)

BASE_RESOLUTION = register(
    "NQ-02",
    "Nghị quyết của đảng ủy cơ sở đề nghị xóa tên, cho ra khỏi Đảng",
    heading="NGHỊ QUYẾT",
    abstract="đề nghị {asked} đối với {subject}",
    symbol="NQ",
    signed_by=SignedBy.COMMITTEE,
    needs={*_PROPOSAL, "levels"},
    takes={"held_on", "self_criticism", "attached", "appraised"},
    blocks=("dang-uy-da-xet", "ket-qua-o-cap-duoi", "dang-uy-quyet-nghi", "ho-so-dang-uy-gui"),
    recipients=("{addressee} (để báo cáo)", "Lưu {keeper}"),
    of_cell=False,
)

CELL_SHORTFALL_REPORT = register(
    "BC-07.CB",
    "Báo cáo của chi bộ về kết quả biểu quyết không đủ tỷ lệ",
    heading="BÁO CÁO",
    abstract="kết quả biểu quyết {asked} đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.CELL,
    needs=_PROPOSAL,
    takes={"held_on", "self_criticism", "attached"},
    blocks=("chi-bo-bao-cao-ket-qua", "khong-du-ty-le-o-chi-bo", "chi-bo-xin-quyet-dinh"),
    recipients=("Như trên", "Lưu chi bộ"),
    of_cell=True,
)

SHORTFALL_REPORT = register(
    "BC-07",
    "Báo cáo về kết quả biểu quyết không đủ tỷ lệ",
    heading="BÁO CÁO",
    abstract="kết quả biểu quyết {asked} đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.COMMITTEE,
    needs={*_PROPOSAL, "levels"},
    takes={"held_on", "self_criticism", "attached", "appraised"},
    blocks=("toan-bo-ket-qua-cac-cap", "khong-du-ty-le-o-cap-uy", "cap-uy-xin-quyet-dinh"),
    recipients=("Như trên", "Lưu {keeper}"),
    of_cell=False,
)

ORGAN_SUBMISSION = register(
    "TT-03",
    "Tờ trình của cơ quan tổ chức về việc đảng viên ra khỏi danh sách",
    heading="TỜ TRÌNH",
    abstract="đề nghị {asked} đối với {subject}",
    symbol="TTr",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "member", "asked", "removal_ground", "verified", "attached", "signatory"},
    takes={"levels", "appraised", "self_criticism"},
    blocks=("co-quan-to-chuc-trinh", "ket-qua-cac-cap-da-xet", "tham-dinh-ho-so", "de-nghi-xem-xet-quyet-dinh"),
    recipients=("Như trên", "Lưu {keeper}"),
    of_cell=False,
)  # fmt: skip

REMOVAL_DECISION = register(
    "QD-10",
    "Quyết định xóa tên trong danh sách đảng viên",
    heading="QUYẾT ĐỊNH",
    abstract="xóa tên trong danh sách đảng viên đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "member", "removal_ground", "complaint", "signatory"},
    takes={"executors"},
    blocks=("can-cu", "xoa-ten-dang-vien", "khieu-nai-ve-xoa-ten", "thi-hanh-xoa-ten"),
    recipients=_TO_ALL,
    of_cell=False,
)

REMOVAL_MINUTES = register(
    "BB-08.XT",
    "Biên bản công bố quyết định cho ra khỏi danh sách đảng viên",
    heading="BIÊN BẢN",
    abstract="công bố, trao quyết định đối với {subject}, thu thẻ đảng viên",
    signed_by=SignedBy.BOTH_SIDES,
    needs={*_SESSION, "removal_decision", "received_on", "handover"},
    takes={
        "started", "ended", "complaint", "complaint_ends", "subject_opinion", "refusal", "other_side",
    },
    needs_when={("refusal", None): {"witnesses"}},
    blocks=("cong-bo-tai-chi-bo", "nhan-quyet-dinh-ra-khoi", "thu-the-xoa-khoi-danh-sach", "y-kien-khi-ra-khoi"),
)  # fmt: skip

REMOVAL_FILE_INDEX = register(
    "ML-01.XT",
    "Mục lục hồ sơ đảng viên ra khỏi danh sách",
    heading="MỤC LỤC HỒ SƠ",
    abstract="{asked} đối với {subject}",
    signed_by=SignedBy.HANDOVER,
    needs={"subject", "asked", "contents", "handed_by"},
    takes={"file_code", "file_title", "received_by"},
    blocks=("ho-so-ra-khoi-danh-sach", "van-ban-ra-khoi-danh-sach", "ket-thuc-ho-so-ra-khoi"),
)

LEAVE_DECISION = register(
    "QD-11",
    "Quyết định cho ra khỏi Đảng",
    heading="QUYẾT ĐỊNH",
    abstract="cho ra khỏi Đảng đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "member", "removal_ground", "signatory"},
    takes={"executors"},
    blocks=("can-cu", "cho-ra-khoi-dang", "viec-phai-lam-khi-ra", "thi-hanh-cho-ra-khoi-dang"),
    recipients=_TO_ALL,
    of_cell=False,
)

PERSUASION_MINUTES = register(
    "BB-01.XR",
    "Biên bản trao đổi với đảng viên xin ra khỏi Đảng",
    heading="BIÊN BẢN",
    abstract="trao đổi với {subject} về đơn xin ra khỏi Đảng",
    signed_by=SignedBy.BOTH_SIDES,
    needs={*_SESSION, "removal_ground", "matters"},
    takes={"started", "ended", "other_side"},
    blocks=("ly-do-trong-don", "viec-trao-doi-voi-nguoi-xin-ra", "don-duoc-dua-ra-chi-bo"),
)

AGE_CERTIFICATE = register(
    "XN-01",
    "Giấy xác nhận tuổi đảng",
    heading="GIẤY XÁC NHẬN",
    abstract="tuổi đảng của {subject}",
    symbol="GXN",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "removal_decision", "admitted_on", "party_age", "signatory"},
    takes={"recognised_on"},
    blocks=("xac-nhan-ai", "thoi-gian-trong-dang", "cap-theo-de-nghi"),
    recipients=("{subject}", "Lưu {keeper}"),
    of_cell=False,
)

TRANSFER_ENQUIRY = register(
    "CV-01.CS",
    "Công văn xác minh việc chuyển sinh hoạt đảng",
    heading="",
    abstract="xác minh việc chuyển sinh hoạt đảng của {subject}",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "removal_ground", "requests", "signatory"},
    takes={"from_cell"},
    blocks=("viec-chuyen-sinh-hoat-can-xac-minh", "de-nghi-xac-nhan", "gui-lai-xac-nhan"),
    recipients=("Như trên", "Lưu {keeper}"),
    of_cell=False,
)

TRANSFER_NOTICE = register(
    "TB-06",
    "Thông báo việc xóa tên đến nơi chuyển đi",
    heading="THÔNG BÁO",
    abstract="việc xóa tên đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "removal_decision", "removal_ground", "requests", "signatory"},
    takes={"from_cell"},
    blocks=("da-xoa-ten-nguoi-chuyen-di", "ly-do-bao-noi-chuyen-di", "de-nghi-noi-chuyen-di"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
    of_cell=False,
)

ANNULMENT_DECISION = register(
    "QD-12",
    "Quyết định hủy quyết định kết nạp, công nhận đảng viên",
    heading="QUYẾT ĐỊNH",
    abstract="{asked} đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "member", "asked", "removal_ground", "annulled", "signatory"},
    takes={"executors"},
    blocks=(
        "can-cu",
        "huy-quyet-dinh-ket-nap",
        "xoa-ten-nguoi-ket-nap-sai",
        "thi-hanh-quyet-dinh-huy",
    ),
    recipients=_TO_ALL,
    of_cell=False,
)

EXPLANATION_MINUTES = register(
    "BB-10.HK",
    "Biên bản nghe giải trình về việc kết nạp, công nhận đảng viên",
    heading="BIÊN BẢN",
    abstract="nghe {subject} giải trình về việc kết nạp, công nhận đảng viên",
    signed_by=SignedBy.BOTH_SIDES,
    needs={*_SESSION, "removal_ground", "statement"},
    takes={"started", "ended", "wishes", "other_side"},
    blocks=("viec-ket-nap-bi-neu", "giai-trinh-ve-ket-nap", "y-kien-nguoi-gioi-thieu"),
)

REMOVAL_COMPLAINT_NOT_HANDLED = register(
    "CV-01.KX",
    "Công văn trả lời không giải quyết khiếu nại về xóa tên",
    heading="",
    abstract="khiếu nại về xóa tên của {subject}",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "letter", "reason", "signatory"},
    blocks=("don-khieu-nai-xoa-ten", "vi-sao-khong-giai-quyet", "quyet-dinh-van-thi-hanh"),
    recipients=("Như trên", "Lưu {keeper}"),
    of_cell=False,
)

REMOVAL_COMPLAINT_REPORT = register(
    "BC-08",
    "Báo cáo kết quả thẩm tra khiếu nại về xóa tên",
    heading="BÁO CÁO",
    abstract="kết quả thẩm tra khiếu nại về xóa tên của {subject}",
    symbol="BC",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "annulled", "complained", "verified", "proposals", "signatory"},
    takes={"statement", "attached"},
    blocks=(
        "noi-dung-khieu-nai-xoa-ten",
        "ket-qua-tham-tra-khieu-nai",
        "de-xuat-giai-quyet-khieu-nai",
    ),
    recipients=("Như trên", "Lưu {keeper}"),
    of_cell=False,
)

REMOVAL_COMPLAINT_DECISION = register(
    "QD-13",
    "Quyết định giải quyết khiếu nại về xóa tên",
    heading="QUYẾT ĐỊNH",
    abstract="giải quyết khiếu nại về xóa tên của {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "annulled", "answer", "reason", "signatory"},
    takes={"executors"},
    blocks=(
        "can-cu",
        "giu-nguyen-hay-huy",
        "khieu-nai-len-cap-tren",
        "thi-hanh-giai-quyet-khieu-nai",
    ),
    recipients=("{committee} (để báo cáo)", "Như Điều 3", "Lưu {keeper}"),
    of_cell=False,
)

RESTORATION_DECISION = register(
    "QD-14",
    "Quyết định phục hồi quyền đảng viên",
    heading="QUYẾT ĐỊNH",
    abstract="phục hồi quyền đảng viên đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "annulled", "restored_from", "reason", "signatory"},
    takes={"executors"},
    blocks=("can-cu", "phuc-hoi-quyen", "tuoi-dang-lien-tuc", "thi-hanh-phuc-hoi"),
    recipients=_TO_ALL,
    of_cell=False,
)

RESTORATION_MINUTES = register(
    "BB-08.PH",
    "Biên bản công bố quyết định phục hồi quyền đảng viên",
    heading="BIÊN BẢN",
    abstract="công bố quyết định phục hồi quyền đảng viên đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={*_SESSION, "removal_decision", "restored_from"},
    takes={"started", "ended", "subject_opinion", "other_side"},
    blocks=("doc-quyet-dinh-phuc-hoi", "dua-lai-vao-danh-sach", "y-kien-nguoi-duoc-phuc-hoi"),
)
