"""Papers before the vote on discipline: plan, guide, self-criticism, appraisal, hearing, invitation."""

from documents.catalogue import Head, SignedBy, register

DISCIPLINE_TEAM_DECISION = register(
    "QD-03",
    "Quyết định lập đoàn xem xét, thi hành kỷ luật",
    heading="QUYẾT ĐỊNH",
    abstract="lập đoàn xem xét, thi hành kỷ luật đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "content", "duration", "team", "signatory"},
    takes={"notice"},
    blocks=(
        "can-cu", "viec-xem-xet-ky-luat", "lap-doan-xem-xet", "nhiem-vu-doan-xem-xet",
        "thi-hanh-quyet-dinh-lap-doan",
    ),
    recipients=("{committee} (để báo cáo)", "Như Điều 4", "Lưu {keeper}"),
    of_cell=False,
)  # fmt: skip

COMMITTEE_TEAM_DECISION = register(
    "QD-03.CU",
    "Quyết định của cấp ủy lập đoàn xem xét, thi hành kỷ luật",
    heading="QUYẾT ĐỊNH",
    abstract="lập đoàn xem xét, thi hành kỷ luật đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "content", "duration", "team", "signatory"},
    takes={"notice"},
    blocks=(
        "can-cu", "viec-cap-uy-xem-xet", "doan-cua-cap-uy", "quyen-han-doan-cua-cap-uy",
        "thi-hanh-quyet-dinh-cua-cap-uy",
    ),
    recipients=("Cấp ủy cấp trên (để báo cáo)", "Như Điều 4", "Lưu {keeper}"),
    of_cell=False,
)  # fmt: skip

DISCIPLINE_PLAN = register(
    "KH-01.KL",
    "Kế hoạch xem xét, thi hành kỷ luật",
    heading="KẾ HOẠCH",
    abstract="xem xét, thi hành kỷ luật đối với {subject}",
    symbol="KH",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "team", "signatory"},
    takes={"notice", "purpose", "method", "duration", "arrangements"},
    blocks=("yeu-cau-xem-xet-ky-luat", "trinh-tu-xem-xet", "phan-cong-xem-xet"),
    recipients=("{committee} (để báo cáo)", "{subject}", "Tổ chức đảng có liên quan", "Lưu {keeper}"),
    of_cell=False,
)  # fmt: skip

CELL_DISCIPLINE_PLAN = register(
    "KH-01.KL.CB",
    "Kế hoạch xem xét, thi hành kỷ luật của chi bộ",
    heading="KẾ HOẠCH",
    abstract="xem xét, thi hành kỷ luật đối với {subject}",
    symbol="KH",
    signed_by=SignedBy.CELL,
    needs={"subject", "content", "assignments", "timetable", "signatory"},
    takes={"notice", "purpose"},
    blocks=("viec-chi-bo-xem-xet", "phan-cong-trong-chi-bo", "lich-cua-chi-bo"),
    recipients=("Đảng ủy, Ủy ban Kiểm tra Đảng ủy (để báo cáo)", "{subject}", "Lưu chi bộ"),
    of_cell=True,
)

SELF_CRITICISM_GUIDE = register(
    "DC-01.KD",
    "Gợi ý nội dung tự kiểm điểm",
    heading="GỢI Ý",
    abstract="nội dung tự kiểm điểm đối với {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "questions", "signatory"},
    takes={"notice", "due_on"},
    blocks=("phan-ban-than-kiem-diem", "noi-dung-kiem-diem", "tu-nhan-trach-nhiem", "noi-nhan-kiem-diem"),
    recipients=("{subject}", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
    of_cell=False,
)  # fmt: skip

CELL_SELF_CRITICISM_GUIDE = register(
    "DC-01.KD.CB",
    "Gợi ý nội dung tự kiểm điểm của chi bộ",
    heading="GỢI Ý",
    abstract="nội dung tự kiểm điểm đối với {subject}",
    signed_by=SignedBy.CELL,
    needs={"subject", "content", "questions", "signatory"},
    takes={"notice", "due_on"},
    blocks=("kiem-diem-truoc-chi-bo", "dieu-chi-bo-goi-y", "hinh-thuc-tu-nhan", "gui-chi-uy"),
    recipients=("{subject}", "Lưu chi bộ"),
    of_cell=True,
)

SELF_CRITICISM = register(
    "BC-01.KD",
    "Bản tự kiểm điểm",
    heading="BẢN TỰ KIỂM ĐIỂM",
    abstract="về {content}",
    signed_by=SignedBy.SUBJECT,
    needs={"content", "host", "member", "answers", "faults", "proposed_form", "signatory"},
    takes={"causes", "proposals", "weighing"},
    blocks=("ban-than-nguoi-kiem-diem", "dien-bien-su-viec", "tu-nhan-vi-pham", "tu-nhan-hinh-thuc"),
    recipients=("{host}",),
    head=Head.HOST,
    received=True,
)  # fmt: skip

APPRAISAL_MINUTES = register(
    "BB-03.KL",
    "Biên bản thẩm tra đề nghị thi hành kỷ luật",
    heading="BIÊN BẢN",
    abstract="thẩm tra đề nghị thi hành kỷ luật đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "matters", "verified",
        "conclusion",
    },
    takes={"started", "ended", "absent", "levels", "dissent"},
    blocks=("de-nghi-duoc-tham-tra", "ket-qua-tham-tra-de-nghi", "nhan-xet-tham-tra"),
    head=Head.INSPECTION_TEAM,
)  # fmt: skip

HEARING_MINUTES = register(
    "BB-10",
    "Biên bản nghe đảng viên trình bày ý kiến",
    heading="BIÊN BẢN",
    abstract="nghe {subject} trình bày ý kiến trước khi xem xét, quyết định kỷ luật",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "matters", "statement",
    },
    takes={"started", "ended", "wishes", "papers_given", "other_side"},
    blocks=("dieu-thong-bao-truoc", "loi-trinh-bay-day-du", "de-nghi-cua-dang-vien"),
)  # fmt: skip

INVITATION = register(
    "GM-01",
    "Giấy mời họp",
    heading="GIẤY MỜI",
    abstract="dự {meeting}",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "meeting", "content", "held_on", "started", "venue", "signatory"},
    takes={"chair", "requests"},
    blocks=("thoi-gian-dia-diem-hop", "noi-dung-cuoc-hop", "tai-lieu-mang-theo"),
    recipients=("Như trên", "Lưu {keeper}"),
)
