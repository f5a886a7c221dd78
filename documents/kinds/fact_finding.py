"""Papers by which the facts are found: opening, reports, work with the subject, verification."""

from documents.catalogue import Head, SignedBy, register

OPENING_MINUTES = register(
    "BB-01",
    "Biên bản triển khai quyết định, kế hoạch giám sát",
    heading="BIÊN BẢN",
    abstract="triển khai quyết định, kế hoạch giám sát chuyên đề đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject",
        "held_on",
        "venue",
        "chair",
        "recorder",
        "present",
        "subject_present",
        "decision",
    },
    takes={"plan", "started", "ended", "opinions", "agreed_timetable", "other_side"},
    blocks=("cong-bo-quyet-dinh", "pho-bien-de-cuong", "thong-nhat-lich"),
    head=Head.TEAM,
)

SUBJECT_REPORT = register(
    "BC-01",
    "Báo cáo của đối tượng giám sát",
    heading="BÁO CÁO",
    abstract="phục vụ giám sát chuyên đề về {content}",
    symbol="BC",
    signed_by=SignedBy.SUBJECT,
    needs={"content", "host", "identity", "answers", "strengths", "faults", "signatory"},
    takes={"period", "decision", "causes", "proposals", "sender_number"},
    blocks=("dac-diem-don-vi", "tra-loi-de-cuong", "tu-nhan-xet", "kien-nghi-cua-doi-tuong"),
    recipients=("Đoàn giám sát", "Lưu {host}"),
    head=Head.HOST,
    received=True,
)

WORKING_MINUTES = register(
    "BB-02",
    "Biên bản làm việc với đối tượng giám sát",
    heading="BIÊN BẢN",
    abstract="làm việc với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "matters", "opinions",
    },
    takes={"started", "ended", "papers_given", "other_side"},
    blocks=("noi-dung-trao-doi", "loi-trinh-bay", "tai-lieu-giao-nop"),
    head=Head.TEAM,
)  # fmt: skip

VERIFICATION_MINUTES = register(
    "BB-03",
    "Biên bản thẩm tra, xác minh",
    heading="BIÊN BẢN",
    abstract="thẩm tra, xác minh phục vụ giám sát chuyên đề đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={"subject", "held_on", "venue", "chair", "recorder", "met", "matters", "verified"},
    takes={"started", "ended", "present", "papers_given", "other_side"},
    blocks=(
        "nguoi-duoc-xac-minh",
        "noi-dung-can-xac-minh",
        "ket-qua-xac-minh",
        "tai-lieu-doi-chieu",
    ),
    head=Head.TEAM,
)

REQUEST_LETTER = register(
    "CV-01",
    "Công văn yêu cầu báo cáo, cung cấp hồ sơ, tài liệu",
    heading="",
    abstract="yêu cầu báo cáo, cung cấp hồ sơ, tài liệu",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "content", "requests", "due_on", "signatory"},
    takes={"decision"},
    blocks=("ly-do-yeu-cau", "tai-lieu-yeu-cau", "thoi-han-cung-cap"),
    recipients=("Như trên", "Lưu {keeper}"),
)
