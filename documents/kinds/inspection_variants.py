"""Papers that an inspection words otherwise: of an organisation, and by a cell of its own member."""

from documents.catalogue import Head, SignedBy, register

# Of an organisation

ORGANISATION_INSPECTION_DECISION = register(
    "QD-01.KT.TC",
    "Quyết định kiểm tra tổ chức đảng khi có dấu hiệu vi phạm, thành lập đoàn kiểm tra",
    heading="QUYẾT ĐỊNH",
    abstract="kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "content", "period", "duration", "team", "signatory"},
    blocks=(
        "can-cu",
        "to-chuc-duoc-kiem-tra",
        "doan-kiem-tra-to-chuc",
        "nhiem-vu-kiem-tra-to-chuc",
        "tap-the-thi-hanh",
    ),
    recipients=("{committee} (để báo cáo)", "Như Điều 4", "Lưu {keeper}"),
    of_cell=False,
)

ORGANISATION_INSPECTION_PLAN = register(
    "KH-01.KT.TC",
    "Kế hoạch kiểm tra tổ chức đảng khi có dấu hiệu vi phạm",
    heading="KẾ HOẠCH",
    abstract="kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    symbol="KH",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "period", "duration", "team", "signatory"},
    takes={"decision", "purpose", "method", "venue", "arrangements"},
    blocks=(
        "yeu-cau-kiem-tra-to-chuc",
        "noi-dung-kiem-tra-to-chuc",
        "cach-kiem-tra-to-chuc",
        "trach-nhiem-tap-the-va-doan",
    ),
    recipients=(
        "{committee} (để báo cáo)",
        "{subject}",
        "Thành viên Đoàn kiểm tra",
        "Lưu {keeper}",
    ),
    of_cell=False,
)

COLLECTIVE_OUTLINE = register(
    "DC-01.KT.TC",
    "Đề cương gợi ý báo cáo giải trình của tập thể",
    heading="ĐỀ CƯƠNG",
    abstract="gợi ý báo cáo giải trình đối với {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "period", "questions", "signatory"},
    takes={"decision", "due_on"},
    blocks=(
        "tap-the-can-neu",
        "noi-dung-tap-the-giai-trinh",
        "trach-nhiem-nguoi-dung-dau-can-neu",
        "tap-the-thong-qua-giai-trinh",
    ),
    recipients=("{subject}", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
)

FULL_CONFERENCE_MINUTES = register(
    "BB-04.KT.TC",
    "Biên bản hội nghị tập thể tổ chức đảng thông qua dự thảo báo cáo kết quả kiểm tra",
    heading="BIÊN BẢN",
    abstract="hội nghị tập thể thông qua dự thảo báo cáo kết quả kiểm tra",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "host", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "roll", "opinions", "conclusion",
    },
    takes={"started", "ended", "absent", "subject_opinion", "other_side"},
    blocks=(
        "so-thanh-vien-du",
        "tap-the-doc-giai-trinh",
        "tap-the-thao-luan-du-thao",
        "tap-the-bao-luu-y-kien",
        "ket-luan-hoi-nghi-tap-the",
    ),
    head=Head.HOST,
)  # fmt: skip

ORGANISATION_INSPECTION_REPORT = register(
    "BC-02.KT.TC",
    "Báo cáo kết quả kiểm tra tổ chức đảng",
    heading="BÁO CÁO",
    abstract="kết quả kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "period", "decision", "results", "proposals", "signatory"},
    takes={"background", "strengths", "faults", "causes", "weighing", "dissent", "head_answers"},
    blocks=(
        "tinh-hinh-to-chuc-dang",
        "ket-qua-kiem-tra-to-chuc-dang",
        "trach-nhiem-tap-the",
        "trach-nhiem-nguoi-dung-dau",
        "de-xuat-ve-to-chuc-dang",
    ),
    recipients=("{body}", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
)

ORGANISATION_INSPECTION_NOTICE = register(
    "TB-01.KT.TC",
    "Thông báo kết luận kiểm tra tổ chức đảng",
    heading="THÔNG BÁO",
    abstract="kết luận kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "period", "held_on", "findings", "signatory"},
    takes={
        "report", "strengths", "causes", "weighing", "demands", "due_on", "lower_body",
        "higher_body", "measures", "head_answers",
    },
    needs_when={("lower_body", None): {"lower_body_due_on"}},
    blocks=(
        "xem-xet-to-chuc-dang",
        "ket-luan-ve-to-chuc-dang",
        "ket-luan-ve-nguoi-dung-dau",
        "yeu-cau-doi-voi-tap-the",
    ),
    recipients=("{committee} (để báo cáo)", "{subject}", "Lưu {keeper}, hồ sơ kiểm tra"),
    of_cell=False,
)  # fmt: skip

# By a cell

CELL_INSPECTION_PLAN = register(
    "KH-01.KT.CB",
    "Kế hoạch kiểm tra khi có dấu hiệu vi phạm của chi bộ",
    heading="KẾ HOẠCH",
    abstract="kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    symbol="KH",
    signed_by=SignedBy.CELL,
    needs={"subject", "content", "period", "duration", "team", "signatory"},
    takes={"purpose"},
    blocks=("chi-bo-kiem-tra", "to-kiem-tra-dau-hieu", "buoc-kiem-tra-cua-chi-bo"),
    recipients=("Đảng ủy, Ủy ban Kiểm tra Đảng ủy (để báo cáo)", "{subject}", "Lưu chi bộ"),
    of_cell=True,
)

CELL_INSPECTION_REPORT = register(
    "BC-02.KT.CB",
    "Báo cáo kết quả kiểm tra của tổ kiểm tra chi bộ",
    heading="BÁO CÁO",
    abstract="kết quả kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "period", "results", "proposals", "signatory"},
    takes={"plan", "strengths", "faults", "causes", "dissent"},
    blocks=("to-kiem-tra-da-lam", "viec-da-ro-tai-chi-bo", "to-kiem-tra-de-xuat"),
    recipients=("{body}", "Lưu chi bộ"),
    head=Head.INSPECTION_TEAM,
    of_cell=True,
)

CELL_INSPECTION_MINUTES = register(
    "BB-05.KT.CB",
    "Biên bản hội nghị chi bộ xem xét, kết luận kiểm tra",
    heading="BIÊN BẢN",
    abstract="hội nghị chi bộ kết luận kiểm tra đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "attendance", "report",
        "subject_opinion", "finding_votes", "conclusion",
    },
    takes={"started", "ended", "absent", "opinions"},
    blocks=(
        "dang-vien-du-hoi-nghi-kiem-tra",
        "to-kiem-tra-bao-cao-chi-bo",
        "chi-bo-nghe-dang-vien",
        "chi-bo-bieu-quyet-ket-luan",
    ),
    of_cell=True,
)  # fmt: skip

CELL_INSPECTION_NOTICE = register(
    "TB-01.KT.CB",
    "Thông báo kết luận kiểm tra của chi bộ",
    heading="THÔNG BÁO",
    abstract="kết luận kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.CELL,
    needs={"subject", "content", "period", "held_on", "findings", "signatory"},
    takes={"strengths", "causes", "demands", "due_on"},
    blocks=("chi-bo-da-hop-kiem-tra", "chi-bo-ket-luan", "chi-bo-yeu-cau"),
    recipients=("Đảng ủy, Ủy ban Kiểm tra Đảng ủy (để báo cáo)", "{subject}", "Lưu chi bộ"),
    of_cell=True,
)
