"""Papers of a removal from the list of members: the warning, the calls, the votes, the decision, what follows."""

from documents.catalogue import SignedBy, register

_SESSION = {"subject", "held_on", "venue", "chair", "recorder", "present", "subject_present"}
_VOTE = {
    "subject", "held_on", "venue", "chair", "recorder", "asked", "voting_way", "attendance", "slips",
    "vote_result", "arithmetic", "outcome", "conclusion",
}  # fmt: skip
_PROPOSAL = {
    "subject", "addressee", "member", "asked", "removal_ground", "vote_result", "arithmetic", "signatory",
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
    abstract="{asked} đối với {subject}",
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
    abstract="{asked} đối với {subject}",
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
    abstract="{asked} đối với {subject}",
    symbol="TTr",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "member", "asked", "removal_ground", "verified", "attached", "signatory"},
    takes={"levels", "appraised", "self_criticism"},
    blocks=("co-quan-to-chuc-trinh", "ket-qua-cac-cap-da-xet", "tham-dinh-ho-so-trinh-tu", "de-nghi-xem-xet-quyet-dinh"),
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
