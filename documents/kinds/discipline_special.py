"""Papers of disciplines out of the ordinary: at the central level, on a judgment, together with an inspection."""

from documents.catalogue import Head, SignedBy, register

CIRCULATION_SLIP = register(
    "PC-01.TW",
    "Phiếu gửi hồ sơ đề nghị thi hành kỷ luật",
    heading="PHIẾU GỬI",
    abstract="hồ sơ đề nghị thi hành kỷ luật đối với {subject}",
    signed_by=SignedBy.HANDOVER,
    needs={"subject", "addressee", "attached", "handed_by"},
    takes={"content", "contents"},
    blocks=("noi-nhan-ho-so-trinh", "ho-so-sao-gui", "yeu-cau-nghien-cuu-truoc-khi-hop"),
    of_cell=False,
)

CENTRAL_HEARING_REPORT = register(
    "BC-10.TW",
    "Báo cáo kết quả nghe đảng viên trình bày ý kiến",
    heading="BÁO CÁO",
    abstract="kết quả nghe {subject} trình bày ý kiến",
    signed_by=SignedBy.OFFICER,
    needs={"subject", "held_on", "venue", "present", "subject_present", "matters", "statement", "signatory"},
    takes={"wishes", "started", "ended"},
    blocks=("viec-duoc-phan-cong-nghe", "y-kien-trinh-bay-day-du", "de-nghi-bao-cao-cuoc-hop"),
    recipients=("{committee}", "Lưu hồ sơ"),
    of_cell=False,
)  # fmt: skip

EXPULSION_ON_JUDGMENT = register(
    "QD-04.BA",
    "Quyết định khai trừ đảng viên theo bản án đã có hiệu lực",
    heading="QUYẾT ĐỊNH",
    abstract="khai trừ ra khỏi Đảng đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={
        "grounds", "subject", "member", "judgment", "effect", "complaint", "handover", "signatory",
    },
    takes={"executors", "violation"},
    blocks=(
        "can-cu", "ban-an-lam-can-cu", "khong-theo-quy-trinh-xem-xet", "khieu-nai-quyet-dinh-theo-ban-an",
        "thong-bao-chi-bo-va-noi-lien-quan",
    ),
    recipients=("{committee} (để báo cáo)", "Như Điều 3", "Lưu {keeper}, hồ sơ đảng viên"),
    of_cell=False,
)  # fmt: skip

MERGING_REQUEST = register(
    "BC-03.KH",
    "Báo cáo của đoàn đề nghị xem xét kỷ luật cùng với kiểm tra",
    heading="BÁO CÁO",
    abstract="đề nghị xem xét kỷ luật cùng với kiểm tra đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "violation", "admission", "signatory"},
    takes={"decision"},
    blocks=("vi-pham-da-ro", "dang-vien-da-nhan", "de-nghi-lam-cung-mot-cuoc"),
    recipients=("{committee}", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
    of_cell=False,
)

MERGING_LETTER = register(
    "CV-01.KH",
    "Công văn cho phép xem xét kỷ luật cùng với kiểm tra",
    heading="",
    abstract="cho phép xem xét kỷ luật cùng với kiểm tra đối với {subject}",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "content", "report", "signatory"},
    takes={"reason"},
    blocks=("viec-cho-phep-lam-cung", "bao-dam-khong-bo", "hai-van-ban-rieng"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
    of_cell=False,
)
