"""Papers that open an inspection on signs of violation and find its facts."""

from documents.catalogue import Head, SignedBy, register

INSPECTION_PROPOSAL = register(
    "DX-01.KT",
    "Báo cáo đề xuất kiểm tra khi có dấu hiệu vi phạm",
    heading="BÁO CÁO",
    abstract="đề xuất kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    signed_by=SignedBy.OFFICER,
    needs={"subject", "content", "period", "source", "assessment", "team", "signatory"},
    takes={"duration", "addressee"},
    blocks=("nguon-thong-tin", "dau-hieu-vi-pham", "de-xuat-kiem-tra", "du-kien-doan-kiem-tra"),
    recipients=("Như trên", "Lưu hồ sơ"),
)

INSPECTION_DECISION = register(
    "QD-01.KT",
    "Quyết định kiểm tra khi có dấu hiệu vi phạm, thành lập đoàn kiểm tra",
    heading="QUYẾT ĐỊNH",
    abstract="kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "content", "period", "duration", "team", "signatory"},
    blocks=(
        "can-cu",
        "doi-tuong-kiem-tra",
        "lap-doan-kiem-tra",
        "nhiem-vu-doan-kiem-tra",
        "thi-hanh-quyet-dinh-kiem-tra",
    ),
    recipients=("{committee} (để báo cáo)", "Như Điều 4", "Lưu {keeper}"),
)

INSPECTION_PLAN = register(
    "KH-01.KT",
    "Kế hoạch kiểm tra khi có dấu hiệu vi phạm",
    heading="KẾ HOẠCH",
    abstract="kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    symbol="KH",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "period", "duration", "team", "signatory"},
    takes={"decision", "purpose", "method", "venue", "arrangements"},
    blocks=(
        "muc-dich-kiem-tra",
        "pham-vi-kiem-tra",
        "cac-buoc-kiem-tra",
        "to-chuc-kiem-tra",
    ),
    recipients=(
        "{committee} (để báo cáo)",
        "{subject}",
        "Thành viên Đoàn kiểm tra",
        "Lưu {keeper}",
    ),
)

EXPLANATION_OUTLINE = register(
    "DC-01.KT",
    "Đề cương gợi ý báo cáo giải trình",
    heading="ĐỀ CƯƠNG",
    abstract="gợi ý báo cáo giải trình đối với {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "period", "questions", "signatory"},
    takes={"decision", "due_on"},
    blocks=("ban-than-can-neu", "noi-dung-giai-trinh", "tu-nhan-xet-vi-pham", "gui-giai-trinh"),
    recipients=("{subject}", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
)

INSPECTION_TEAM_PLAN = register(
    "KH-02.KT",
    "Kế hoạch chi tiết, lịch làm việc và phân công của đoàn kiểm tra",
    heading="KẾ HOẠCH",
    abstract="chi tiết kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "assignments", "timetable", "signatory"},
    takes={"decision", "rules"},
    blocks=("phan-cong-kiem-tra", "lich-kiem-tra", "noi-quy-doan-kiem-tra"),
    recipients=("{subject}", "Thành viên Đoàn kiểm tra", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
)

INSPECTION_EXTENSION = register(
    "QD-02.KT",
    "Quyết định gia hạn thời gian kiểm tra",
    heading="QUYẾT ĐỊNH",
    abstract="gia hạn thời gian kiểm tra đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "decision", "old_limit", "new_limit", "reason", "signatory"},
    blocks=("gia-han-kiem-tra", "ly-do-gia-han-kiem-tra", "giu-nguyen-noi-dung-kiem-tra"),
    recipients=("{committee} (để báo cáo)", "{subject}", "Đoàn kiểm tra", "Lưu {keeper}"),
)

INSPECTION_TEAM_CHANGE = register(
    "QD-02.KT.TV",
    "Quyết định thay đổi thành viên đoàn kiểm tra",
    heading="QUYẾT ĐỊNH",
    abstract="thay đổi thành viên Đoàn kiểm tra đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "decision", "leaving", "joining", "reason", "signatory"},
    blocks=("thoi-doan-kiem-tra", "bo-sung-doan-kiem-tra", "ban-giao-trong-doan-kiem-tra"),
    recipients=(
        "{committee} (để báo cáo)",
        "{subject}",
        "Đoàn kiểm tra",
        "Như Điều 1",
        "Lưu {keeper}",
    ),
)

INSPECTION_OPENING_MINUTES = register(
    "BB-01.KT",
    "Biên bản triển khai quyết định, kế hoạch kiểm tra",
    heading="BIÊN BẢN",
    abstract="triển khai quyết định, kế hoạch kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "decision",
    },
    takes={
        "plan", "started", "ended", "opinions", "agreed_timetable", "other_side", "rights",
        "duties",
    },
    blocks=(
        "cong-bo-quyet-dinh-kiem-tra",
        "quyen-cua-doi-tuong",
        "trach-nhiem-cua-doi-tuong",
        "thong-nhat-lich-kiem-tra",
    ),
    head=Head.INSPECTION_TEAM,
)  # fmt: skip

EXPLANATION_REPORT = register(
    "BC-01.GT",
    "Báo cáo giải trình của đối tượng kiểm tra",
    heading="BÁO CÁO GIẢI TRÌNH",
    abstract="về {content}",
    signed_by=SignedBy.SUBJECT,
    needs={"content", "host", "identity", "answers", "signatory"},
    takes={"period", "decision", "faults", "causes", "proposals", "papers_given"},
    blocks=("so-luoc-ban-than", "giai-trinh-tung-noi-dung", "tu-nhan-khuyet-diem", "de-nghi-va-cam-ket"),
    recipients=("Đoàn kiểm tra", "{host}"),
    head=Head.HOST,
    received=True,
)  # fmt: skip

INSPECTION_WORKING_MINUTES = register(
    "BB-02.KT",
    "Biên bản làm việc, trao đổi với đối tượng kiểm tra",
    heading="BIÊN BẢN",
    abstract="làm việc, trao đổi với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "matters", "opinions",
    },
    takes={"started", "ended", "subject_opinion", "papers_given", "other_side"},
    blocks=("dieu-can-lam-ro", "giai-trinh-tai-cho", "diem-thong-nhat", "chung-cu-giao-nop"),
    head=Head.INSPECTION_TEAM,
)  # fmt: skip

INSPECTION_VERIFICATION_MINUTES = register(
    "BB-03.KT",
    "Biên bản thẩm tra, xác minh phục vụ kiểm tra",
    heading="BIÊN BẢN",
    abstract="thẩm tra, xác minh phục vụ kiểm tra đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={"subject", "held_on", "venue", "chair", "recorder", "met", "matters", "verified"},
    takes={"started", "ended", "present", "papers_given", "other_side"},
    blocks=("nguoi-cung-cap", "dau-hieu-can-xac-minh", "su-that-xac-minh", "chung-cu-thu-thap"),
    head=Head.INSPECTION_TEAM,
)

VERIFICATION_LETTER = register(
    "CV-01.XM",
    "Công văn đề nghị phối hợp xác minh",
    heading="",
    abstract="đề nghị phối hợp xác minh, cung cấp thông tin, tài liệu",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "content", "requests", "signatory"},
    takes={"decision", "due_on"},
    blocks=("viec-can-xac-minh", "thong-tin-de-nghi", "cach-tra-loi"),
    recipients=("Như trên", "Đoàn kiểm tra", "Lưu {keeper}"),
)
