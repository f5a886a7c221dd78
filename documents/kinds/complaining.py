"""Papers of a complaint against a discipline, and of a superior's own review: from the first report to the index."""

from documents.catalogue import Head, SignedBy, register

_SESSION = {"subject", "content", "held_on", "venue", "chair", "recorder", "present"}
_CLOCK = {"started", "ended", "other_side"}

COMPLAINT_PROPOSAL = register(
    "DX-01.KN",
    "Báo cáo đề xuất xử lý đơn khiếu nại kỷ luật",
    heading="BÁO CÁO",
    abstract="đề xuất xử lý đơn khiếu nại kỷ luật của {subject}",
    signed_by=SignedBy.OFFICER,
    needs={"subject", "letter", "discipline_standing", "complained_of", "assessment", "handling", "signatory"},
    takes={"complaint_ends", "addressee"},
    blocks=(
        "don-va-quyet-dinh-bi-khieu-nai", "noi-dung-don-khieu-nai", "doi-chieu-dieu-kien",
        "huong-xu-ly-don-khieu-nai",
    ),
    recipients=("Như trên", "Lưu hồ sơ"),
)  # fmt: skip

COMPLAINT_REFUSAL = register(
    "TB-03.KN",
    "Thông báo không giải quyết khiếu nại kỷ luật",
    heading="THÔNG BÁO",
    abstract="không giải quyết đơn khiếu nại kỷ luật của {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "letter", "discipline_standing", "not_handled", "reason", "signatory"},
    blocks=(
        "da-nhan-don-khieu-nai",
        "truong-hop-khong-giai-quyet",
        "hieu-luc-khi-khong-giai-quyet",
    ),
    recipients=("{subject}", "{committee} (để báo cáo)", "Lưu {keeper}"),
)

COMPLAINT_SLIP = register(
    "PC-01.KN",
    "Phiếu chuyển đơn khiếu nại kỷ luật",
    heading="PHIẾU CHUYỂN",
    abstract="đơn khiếu nại kỷ luật của {subject}",
    symbol="PC",
    signed_by=SignedBy.COMMITTEE,
    needs={
        "subject",
        "addressee",
        "letter",
        "discipline_standing",
        "reason",
        "attached",
        "signatory",
    },
    blocks=(
        "don-khieu-nai-chuyen",
        "tham-quyen-giai-quyet-khieu-nai",
        "tai-lieu-kem-don-khieu-nai",
    ),
    recipients=("Như trên", "{subject} (để biết)", "Lưu {keeper}"),
)

COMPLAINT_DECISION = register(
    "QD-08",
    "Quyết định thành lập đoàn giải quyết khiếu nại, xem xét lại kỷ luật",
    heading="QUYẾT ĐỊNH",
    abstract="thành lập Đoàn {content}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "content", "discipline_standing", "complained_of", "duration", "team", "signatory"},
    takes={"letter"},
    blocks=("can-cu", "lap-doan-xem-lai-ky-luat", "nhiem-vu-doan-xem-lai", "thi-hanh-quyet-dinh-xem-lai"),
    recipients=("{committee} (để báo cáo)", "{subject}", "Như Điều 1, Điều 3", "Lưu {keeper}"),
)  # fmt: skip

COMPLAINT_PLAN = register(
    "KH-01.KN",
    "Kế hoạch giải quyết khiếu nại, xem xét lại kỷ luật",
    heading="KẾ HOẠCH",
    abstract="{content}",
    symbol="KH",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "discipline_standing", "complained_of", "method", "duration", "team", "signatory"},
    blocks=(
        "yeu-cau-xem-lai-ky-luat", "noi-dung-xem-lai-ky-luat", "cac-buoc-xem-lai-ky-luat",
        "to-chuc-xem-lai-ky-luat",
    ),
    recipients=("{subject}", "Thành viên Đoàn", "Lưu {keeper}"),
)  # fmt: skip

COMPLAINT_ACCEPTANCE = register(
    "TB-03.TLKN",
    "Thông báo thụ lý giải quyết khiếu nại kỷ luật",
    heading="THÔNG BÁO",
    abstract="thụ lý giải quyết khiếu nại kỷ luật của {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "letter", "discipline_standing", "complained_of", "signatory"},
    takes={"due_on"},
    blocks=("thu-ly-don-khieu-nai", "thoi-han-giai-quyet-khieu-nai", "chap-hanh-trong-khi-cho"),
    recipients=("{subject}", "Nơi đã quyết định kỷ luật", "Lưu {keeper}"),
)

COMPLAINT_OPENING_MINUTES = register(
    "BB-01.KN",
    "Biên bản triển khai quyết định, kế hoạch giải quyết khiếu nại, xem xét lại kỷ luật",
    heading="BIÊN BẢN",
    abstract="triển khai quyết định, kế hoạch {content}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={*_SESSION, "subject_present", "agreed_timetable"},
    takes={*_CLOCK, "decision", "plan", "rights"},
    blocks=("cong-bo-quyet-dinh-xem-lai", "quyen-nguoi-khieu-nai", "thong-nhat-lich-xem-lai"),
    head=Head.INSPECTION_TEAM,
)

COMPLAINT_WORKING_MINUTES = register(
    "BB-03.KN",
    "Biên bản làm việc, trao đổi khi giải quyết khiếu nại, xem xét lại kỷ luật",
    heading="BIÊN BẢN",
    abstract="làm việc phục vụ {content}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={*_SESSION, "met", "matters", "verified"},
    takes={*_CLOCK, "met_as"},
    blocks=("ben-lam-viec-ve-khieu-nai", "noi-dung-lam-viec-ve-khieu-nai", "y-kien-ben-lam-viec"),
    head=Head.INSPECTION_TEAM,
)

COMPLAINT_CONFERENCE_MINUTES = register(
    "BB-04.KN",
    "Biên bản hội nghị thông qua dự thảo báo cáo giải quyết khiếu nại, xem xét lại kỷ luật",
    heading="BIÊN BẢN",
    abstract="hội nghị thông qua dự thảo báo cáo {content}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={*_SESSION, "subject_present", "opinions", "conclusion"},
    takes=_CLOCK,
    blocks=("doc-du-thao-xem-lai", "thao-luan-du-thao-xem-lai", "ket-luan-hoi-nghi-xem-lai"),
    head=Head.INSPECTION_TEAM,
)

COMPLAINT_REPORT = register(
    "BC-02.KN",
    "Báo cáo kết quả giải quyết khiếu nại, xem xét lại kỷ luật",
    heading="BÁO CÁO",
    abstract="kết quả {content}",
    symbol="BC",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "discipline_standing", "results", "assessment", "proposals", "signatory"},
    takes={"decision", "letter", "dissent"},
    blocks=("qua-trinh-bi-ky-luat", "tham-tra-tung-diem-khieu-nai", "nhan-xet-ve-khieu-nai", "de-nghi-ve-hinh-thuc"),
    recipients=("{body}", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
)  # fmt: skip

COMPLAINT_MINUTES = register(
    "BB-05.KN",
    "Biên bản họp giải quyết khiếu nại, xem xét lại kỷ luật",
    heading="BIÊN BẢN",
    abstract="họp {content}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "content", "held_on", "venue", "chair", "recorder", "present", "attendance", "statement",
        "opinions", "slips", "vote_result", "outcome",
    },
    takes={
        "started", "ended", "absent", "observers", "report", "conclusion", "arithmetic", "electorate", "meeting",
    },
    blocks=(
        "nghe-bao-cao-xem-lai", "y-kien-nguoi-khieu-nai-duoc-bao-cao", "thao-luan-ve-hinh-thuc",
        "bo-phieu-ve-hinh-thuc",
    ),
)  # fmt: skip

COMPLAINT_SUBMISSION = register(
    "TT-03.KN",
    "Tờ trình đề nghị quyết định hình thức nặng hơn khi giải quyết khiếu nại, xem xét lại",
    heading="TỜ TRÌNH",
    abstract="{content}, đề nghị quyết định hình thức kỷ luật",
    symbol="TTr",
    signed_by=SignedBy.COMMITTEE,
    needs={
        "subject", "addressee", "content", "discipline_standing", "vote_result", "outcome", "reason",
        "attached", "signatory",
    },
    blocks=("viec-xem-lai-da-lam", "ket-qua-vuot-tham-quyen", "de-nghi-cap-tren-quyet-dinh"),
    recipients=("Như trên", "Lưu {keeper}"),
)  # fmt: skip

COMPLAINT_REFERRAL_NOTICE = register(
    "TB-06.KN",
    "Thông báo việc chuyển cấp có thẩm quyền quyết định",
    heading="THÔNG BÁO",
    abstract="việc trình cấp có thẩm quyền quyết định khi {content}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "content", "discipline_standing", "signatory"},
    blocks=("ket-qua-phai-trinh-len", "noi-se-quyet-dinh", "chap-hanh-khi-cho-cap-tren"),
    recipients=("{subject}", "Lưu {keeper}"),
)

COMPLAINT_RESOLUTION = register(
    "QD-09",
    "Quyết định giải quyết khiếu nại, xem xét lại kỷ luật",
    heading="QUYẾT ĐỊNH",
    abstract="{content}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={
        "grounds", "subject", "content", "discipline_standing", "resolved", "reason", "effect", "complaint",
        "executors", "signatory",
    },
    takes={"report", "posts_removed"},
    blocks=("can-cu", "ket-qua-xem-lai-hinh-thuc", "hieu-luc-sau-xem-lai", "thi-hanh-ket-qua-xem-lai"),
    recipients=("{committee} (để báo cáo)", "{subject}", "Như Điều 3", "Lưu {keeper}, hồ sơ đảng viên"),
)  # fmt: skip

COMPLAINT_ANNOUNCEMENT = register(
    "BB-09",
    "Biên bản thông báo, trao quyết định giải quyết khiếu nại, xem xét lại kỷ luật",
    heading="BIÊN BẢN",
    abstract="thông báo, trao quyết định {content}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={*_SESSION, "subject_present", "resolution", "resolved", "received_on", "complaint"},
    takes={*_CLOCK, "complaint_starts", "complaint_ends", "subject_opinion", "refusal"},
    needs_when={("refusal", None): {"witnesses"}},
    blocks=(
        "doc-quyet-dinh-giai-quyet", "trao-quyet-dinh-giai-quyet", "quyen-khieu-nai-tiep",
        "phat-bieu-khi-nhan-ket-qua",
    ),
)  # fmt: skip

COMPLAINT_EXTENSION = register(
    "TB-07.KN",
    "Thông báo gia hạn giải quyết khiếu nại kỷ luật",
    heading="THÔNG BÁO",
    abstract="gia hạn {content}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "extended", "reason", "signatory"},
    takes={"letter"},
    blocks=("viec-chua-giai-quyet-xong", "thoi-gian-gia-han-khieu-nai", "chap-hanh-khi-gia-han"),
    recipients=("{subject}", "{committee} (để báo cáo)", "Lưu {keeper}"),
)

COMPLAINT_FILE_INDEX = register(
    "ML-01.KN",
    "Mục lục hồ sơ giải quyết khiếu nại, xem xét lại kỷ luật",
    heading="MỤC LỤC HỒ SƠ",
    abstract="{content}",
    signed_by=SignedBy.HANDOVER,
    needs={"subject", "content", "contents", "handed_by"},
    takes={"retention", "file_code", "file_title", "received_by"},
    blocks=("ho-so-xem-lai-ky-luat", "van-ban-xem-lai-ky-luat", "ket-thuc-ho-so-xem-lai"),
)
