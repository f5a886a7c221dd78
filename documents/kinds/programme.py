"""Papers that open an inspection of the year's programme and find its facts."""

from documents.catalogue import Head, SignedBy, register

PROGRAMME_DECISION = register(
    "QD-01.CH",
    "Quyết định kiểm tra theo chương trình, thành lập đoàn kiểm tra",
    heading="QUYẾT ĐỊNH",
    abstract="kiểm tra {content} đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "content", "period", "duration", "team", "signatory"},
    takes={"seal"},
    blocks=(
        "can-cu",
        "kiem-tra-theo-chuong-trinh",
        "lap-doan-theo-chuong-trinh",
        "nhiem-vu-doan-theo-chuong-trinh",
        "thi-hanh-kiem-tra-chuong-trinh",
    ),
    recipients=("{committee} (để báo cáo)", "Như Điều 4", "Lưu {keeper}"),
)

PROGRAMME_PLAN = register(
    "KH-01.CH",
    "Kế hoạch kiểm tra theo chương trình",
    heading="KẾ HOẠCH",
    abstract="kiểm tra {content} đối với {subject}",
    symbol="KH",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "period", "duration", "team", "programme", "signatory"},
    takes={"decision", "purpose", "method", "venue", "arrangements"},
    blocks=(
        "muc-dich-kiem-tra-chuong-trinh",
        "pham-vi-kiem-tra-chuong-trinh",
        "tien-trinh-kiem-tra-chuong-trinh",
        "thuc-hien-kiem-tra-chuong-trinh",
    ),
    recipients=(
        "{committee} (để báo cáo)",
        "{subject}",
        "Thành viên Đoàn kiểm tra",
        "Lưu {keeper}",
    ),
)

CELL_PROGRAMME_PLAN = register(
    "KH-01.CH.CB",
    "Kế hoạch kiểm tra của chi bộ",
    heading="KẾ HOẠCH",
    abstract="kiểm tra {content} đối với {subject}",
    symbol="KH",
    signed_by=SignedBy.CELL,
    needs={"subject", "content", "period", "duration", "team", "programme", "signatory"},
    blocks=("chi-bo-quyet-dinh-kiem-tra", "to-kiem-tra-cua-chi-bo", "chi-bo-to-chuc-kiem-tra"),
    recipients=(
        "Ủy ban kiểm tra cấp trên trực tiếp (để báo cáo)",
        "{subject}",
        "Thành viên Tổ kiểm tra",
        "Lưu hồ sơ chi bộ",
    ),
    of_cell=True,
)

SELF_INSPECTION_OUTLINE = register(
    "DC-01.CH",
    "Đề cương gợi ý báo cáo tự kiểm tra",
    heading="ĐỀ CƯƠNG",
    abstract="gợi ý báo cáo tự kiểm tra đối với {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "period", "questions", "signatory"},
    takes={"decision", "due_on"},
    blocks=("don-vi-can-neu", "noi-dung-tu-kiem-tra", "tu-ket-luan-gop-y", "gui-bao-cao-tu-kiem-tra"),
    recipients=("{subject}", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
)  # fmt: skip

PROGRAMME_TEAM_PLAN = register(
    "KH-02.CH",
    "Kế hoạch chi tiết, lịch làm việc của đoàn kiểm tra theo chương trình",
    heading="KẾ HOẠCH",
    abstract="chi tiết kiểm tra {content} đối với {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "assignments", "timetable", "signatory"},
    takes={"decision", "rules"},
    blocks=("chia-viec-kiem-tra-chuong-trinh", "lich-lam-viec-chuong-trinh", "ky-luat-lam-viec-doan"),
    recipients=("{subject}", "Thành viên Đoàn kiểm tra", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
)  # fmt: skip

INSPECTION_LETTER = register(
    "CV-01.PH",
    "Công văn thông báo kiểm tra, đề nghị phối hợp",
    heading="",
    abstract="thông báo kiểm tra, đề nghị phối hợp",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "subject", "content", "requests", "decision", "signatory"},
    takes={"due_on"},
    blocks=("bao-viec-kiem-tra", "viec-de-nghi-phoi-hop", "dau-moi-phoi-hop"),
    recipients=("Như trên", "Đoàn kiểm tra", "Lưu {keeper}"),
)

PROGRAMME_OPENING_MINUTES = register(
    "BB-01.CH",
    "Biên bản triển khai quyết định, kế hoạch kiểm tra theo chương trình",
    heading="BIÊN BẢN",
    abstract="triển khai kiểm tra {content} đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "content", "held_on", "venue", "chair", "recorder", "present",
        "subject_present",
    },
    takes={"decision", "plan", "started", "ended", "opinions", "agreed_timetable", "other_side", "rights"},
    blocks=(
        "cong-bo-kiem-tra-chuong-trinh",
        "quyen-khi-duoc-kiem-tra",
        "giao-de-cuong-tu-kiem-tra",
        "hen-ngay-bao-cao-tu-kiem-tra",
    ),
    head=Head.INSPECTION_TEAM,
)  # fmt: skip

PROGRAMME_VERIFICATION_MINUTES = register(
    "BB-03.CH",
    "Biên bản thẩm tra, xác minh phục vụ kiểm tra theo chương trình",
    heading="BIÊN BẢN",
    abstract="thẩm tra, xác minh phục vụ kiểm tra {content}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "content", "held_on", "venue", "chair", "recorder", "met", "matters",
        "verified",
    },
    takes={"started", "ended", "present", "papers_given", "other_side"},
    blocks=("ben-duoc-xac-minh", "diem-doi-chieu-bao-cao", "su-viec-da-doi-chieu", "tai-lieu-da-xem"),
    head=Head.INSPECTION_TEAM,
)  # fmt: skip

RECONCILIATION_MINUTES = register(
    "BB-03.TC",
    "Biên bản đối chiếu sổ sách, chứng từ tài chính đảng",
    heading="BIÊN BẢN",
    abstract="đối chiếu sổ sách, chứng từ tài chính đảng của {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "period", "held_on", "venue", "chair", "recorder", "present",
        "subject_present", "books", "vouchers", "verified",
    },
    takes={"started", "ended", "differences", "other_side"},
    blocks=("so-sach-da-doi-chieu", "chung-tu-da-kiem", "so-lieu-thong-nhat", "chenh-lech-can-lam-ro"),
    head=Head.INSPECTION_TEAM,
)  # fmt: skip
