"""Papers that take a denunciation up: the denouncer by an alias, the decision, the team, whom it is about."""

from documents.catalogue import Head, SignedBy, register

SENDER_MINUTES = register(
    "BB-03.TO",
    "Biên bản làm việc với người tố cáo",
    heading="BIÊN BẢN",
    abstract="làm việc với người tố cáo",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={"sender", "held_on", "venue", "chair", "recorder", "outcome", "matters", "protection"},
    takes={"letter", "papers_given", "started", "ended"},
    blocks=(
        "danh-tinh-trong-phong-bi",
        "noi-dung-nguoi-to-cao-xac-dinh",
        "chung-cu-nguoi-to-cao-giao",
        "giu-bi-mat-nguoi-to-cao",
    ),
)

SETTLEMENT_PROPOSAL = register(
    "DX-01.TO",
    "Báo cáo đề xuất giải quyết tố cáo",
    heading="BÁO CÁO",
    abstract="đề xuất giải quyết tố cáo đối với {subject}",
    signed_by=SignedBy.OFFICER,
    needs={"letter", "subject", "content", "period", "assessment", "team", "signatory"},
    takes={"addressee", "nature"},
    blocks=("don-to-cao-da-nhan", "noi-dung-to-cao-de-xuat", "huong-giai-quyet-to-cao"),
    recipients=("Như trên", "Lưu hồ sơ"),
)

SETTLEMENT_DECISION = register(
    "QD-01.TO",
    "Quyết định thụ lý, thành lập đoàn giải quyết tố cáo",
    heading="QUYẾT ĐỊNH",
    abstract="thụ lý, thành lập đoàn giải quyết tố cáo đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "content", "period", "duration", "team", "signatory"},
    blocks=(
        "can-cu",
        "thu-ly-to-cao",
        "lap-doan-giai-quyet",
        "nhiem-vu-doan-giai-quyet",
        "thi-hanh-quyet-dinh-thu-ly",
    ),
    recipients=("{committee} (để báo cáo)", "Như Điều 4", "Lưu {keeper}"),
    of_cell=False,
)

SETTLEMENT_PLAN = register(
    "KH-01.TO",
    "Kế hoạch giải quyết tố cáo",
    heading="KẾ HOẠCH",
    abstract="giải quyết tố cáo đối với {subject}",
    symbol="KH",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "period", "duration", "team", "signatory"},
    takes={"decision", "purpose", "method", "venue"},
    blocks=("yeu-cau-giai-quyet", "noi-dung-giai-quyet", "buoc-giai-quyet", "to-chuc-giai-quyet"),
    recipients=(
        "{committee} (để báo cáo)",
        "{subject}",
        "Thành viên Đoàn giải quyết tố cáo",
        "Lưu {keeper}",
    ),
    of_cell=False,
)

CELL_SETTLEMENT_PLAN = register(
    "KH-01.TO.CB",
    "Kế hoạch giải quyết tố cáo của chi bộ",
    heading="KẾ HOẠCH",
    abstract="giải quyết tố cáo đối với {subject}",
    symbol="KH",
    signed_by=SignedBy.CELL,
    needs={"subject", "content", "period", "duration", "team", "signatory"},
    blocks=("chi-bo-thu-ly", "to-giai-quyet-cua-chi-bo", "buoc-giai-quyet-cua-chi-bo"),
    recipients=("Đảng ủy, Ủy ban Kiểm tra Đảng ủy (để báo cáo)", "{subject}", "Lưu chi bộ"),
    of_cell=True,
)

ACCUSED_OUTLINE = register(
    "DC-01.TO",
    "Đề cương gợi ý báo cáo giải trình nội dung tố cáo",
    heading="ĐỀ CƯƠNG",
    abstract="gợi ý báo cáo giải trình đối với {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "period", "questions", "signatory"},
    takes={"decision", "due_on"},
    blocks=("so-luoc-nguoi-giai-trinh", "tung-noi-dung-can-giai-trinh", "gui-giai-trinh-to-cao"),
    recipients=("{subject}", "Lưu hồ sơ"),
    head=Head.SETTLING_TEAM,
)

SETTLEMENT_TEAM_PLAN = register(
    "KH-02.TO",
    "Lịch làm việc, phân công của đoàn giải quyết tố cáo",
    heading="KẾ HOẠCH",
    abstract="chi tiết giải quyết tố cáo đối với {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "assignments", "timetable", "signatory"},
    takes={"decision"},
    blocks=("phan-cong-giai-quyet", "lich-giai-quyet", "giu-bi-mat-trong-doan"),
    recipients=("Thành viên Đoàn giải quyết tố cáo", "Lưu hồ sơ"),
    head=Head.SETTLING_TEAM,
)

SETTLEMENT_EXTENSION = register(
    "QD-02.TO",
    "Quyết định gia hạn giải quyết tố cáo",
    heading="QUYẾT ĐỊNH",
    abstract="gia hạn giải quyết tố cáo đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "decision", "old_limit", "new_limit", "reason", "signatory"},
    blocks=("gia-han-giai-quyet", "ly-do-gia-han-giai-quyet", "bao-nguoi-to-cao-gia-han"),
    recipients=("{committee} (để báo cáo)", "{subject}", "Đoàn giải quyết tố cáo", "Lưu {keeper}"),
)

SETTLEMENT_TEAM_CHANGE = register(
    "QD-02.TO.TV",
    "Quyết định thay đổi thành viên đoàn giải quyết tố cáo",
    heading="QUYẾT ĐỊNH",
    abstract="thay đổi thành viên Đoàn giải quyết tố cáo đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "decision", "leaving", "joining", "reason", "signatory"},
    blocks=("thoi-doan-giai-quyet", "bo-sung-doan-giai-quyet", "ban-giao-doan-giai-quyet"),
    recipients=(
        "{committee} (để báo cáo)",
        "{subject}",
        "Đoàn giải quyết tố cáo",
        "Như Điều 1",
        "Lưu {keeper}",
    ),
)

SETTLEMENT_OPENING_MINUTES = register(
    "BB-01.TO",
    "Biên bản triển khai quyết định, kế hoạch giải quyết tố cáo",
    heading="BIÊN BẢN",
    abstract="triển khai quyết định, kế hoạch giải quyết tố cáo đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "decision",
    },
    takes={"plan", "content", "started", "ended", "agreed_timetable", "other_side", "rights"},
    blocks=("neu-noi-dung-to-cao", "quyen-nguoi-bi-to-cao", "khong-tim-hieu-nguoi-to-cao", "lich-lam-viec-to-cao"),
    head=Head.SETTLING_TEAM,
)  # fmt: skip

SETTLEMENT_WORKING_MINUTES = register(
    "BB-02.TO",
    "Biên bản làm việc, trao đổi với người bị tố cáo",
    heading="BIÊN BẢN",
    abstract="làm việc, trao đổi kết quả từng nội dung đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "matters", "opinions",
    },
    takes={"results", "started", "ended", "papers_given", "other_side"},
    blocks=("ket-qua-trao-doi", "y-kien-nguoi-bi-to-cao", "diem-con-khac-nhau"),
    head=Head.SETTLING_TEAM,
)  # fmt: skip

SETTLEMENT_VERIFICATION_MINUTES = register(
    "BB-03.TO.XM",
    "Biên bản thẩm tra, xác minh nội dung tố cáo",
    heading="BIÊN BẢN",
    abstract="thẩm tra, xác minh nội dung tố cáo đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={"subject", "held_on", "venue", "chair", "recorder", "met", "matters", "verified"},
    takes={"started", "ended", "present", "papers_given", "other_side"},
    blocks=("nguoi-duoc-hoi", "noi-dung-duoc-hoi", "dieu-da-xac-minh"),
    head=Head.SETTLING_TEAM,
)

WITHDRAWAL_MINUTES = register(
    "BB-03.TO.RT",
    "Biên bản về việc người tố cáo rút nội dung tố cáo",
    heading="BIÊN BẢN",
    abstract="làm việc về việc rút nội dung tố cáo",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={"sender", "held_on", "venue", "chair", "recorder", "withdrawal", "matters"},
    takes={"letter", "started", "ended"},
    blocks=("nguoi-rut-duoi-bi-danh", "noi-dung-duoc-rut", "rut-co-tu-nguyen-khong"),
)

SETTLEMENT_STOPPED = register(
    "TB-06.TO",
    "Thông báo thôi giải quyết tố cáo",
    heading="THÔNG BÁO",
    abstract="thôi giải quyết tố cáo đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "reason", "signatory"},
    takes={"decision"},
    blocks=("thoi-giai-quyet", "ly-do-thoi-giai-quyet", "sau-khi-thoi-giai-quyet"),
    recipients=("{committee} (để báo cáo)", "{subject}", "Lưu {keeper}"),
)

NEXT_TERM_LIST = register(
    "BC-07.TO",
    "Báo cáo, danh mục đơn tố cáo chuyển cấp ủy khóa mới",
    heading="BÁO CÁO",
    abstract="danh mục đơn tố cáo tạm dừng giải quyết trước đại hội",
    symbol="BC",
    signed_by=SignedBy.COMMITTEE,
    needs={"letter", "sender", "subject", "content", "congress", "addressee", "reason", "signatory"},
    takes={"decision"},
    blocks=("dai-hoi-va-thoi-gian", "don-chuyen-khoa-moi", "giao-cap-uy-khoa-moi"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
)  # fmt: skip
