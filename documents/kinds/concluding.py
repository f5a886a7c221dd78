"""Papers that report, conclude, announce and follow up, and the index of the closed file."""

from documents.catalogue import Head, SignedBy, register

RESULT_REPORT = register(
    "BC-02",
    "Báo cáo kết quả giám sát",
    heading="BÁO CÁO",
    abstract="kết quả giám sát chuyên đề đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.TEAM_LEADER,
    needs={
        "subject",
        "content",
        "period",
        "decision",
        "results",
        "strengths",
        "proposals",
        "signatory",
    },
    takes={"background", "faults", "causes", "dissent"},
    blocks=(
        "khai-quat",
        "ket-qua-tung-noi-dung",
        "danh-gia-chung",
        "de-xuat-cua-doan",
        "y-kien-bao-luu",
    ),
    recipients=("{body}", "Lưu hồ sơ"),
    head=Head.TEAM,
)

CONFERENCE_MINUTES = register(
    "BB-04",
    "Biên bản hội nghị thông qua dự thảo báo cáo kết quả giám sát",
    heading="BIÊN BẢN",
    abstract="hội nghị thông qua dự thảo báo cáo kết quả giám sát chuyên đề",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "host", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "opinions", "conclusion",
    },
    takes={"started", "ended", "absent", "subject_opinion", "other_side"},
    blocks=("trinh-bay-du-thao", "tham-gia-du-thao", "y-kien-cua-doi-tuong", "tiep-thu-giai-trinh"),
    head=Head.HOST,
)  # fmt: skip

COMMITTEE_MINUTES = register(
    "BB-05",
    "Biên bản họp ủy ban kiểm tra xem xét kết quả giám sát",
    heading="BIÊN BẢN",
    abstract="họp xem xét kết quả giám sát chuyên đề đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "report", "votes",
        "conclusion",
    },
    takes={"started", "ended", "absent", "opinions", "subject_opinion"},
    blocks=("thanh-phan-ky-hop", "nghe-bao-cao", "thao-luan", "bieu-quyet", "ket-luan-ky-hop"),
)  # fmt: skip

RESULT_NOTICE = register(
    "TB-01",
    "Thông báo kết quả giám sát",
    heading="THÔNG BÁO",
    abstract="kết quả giám sát chuyên đề đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "period", "held_on", "strengths", "signatory"},
    takes={"report", "faults", "causes", "demands", "due_on", "signs"},
    blocks=("xem-xet-ket-qua", "uu-diem-ghi-nhan", "khuyet-diem-ket-luan", "yeu-cau-sau-giam-sat"),
    recipients=("{committee} (để báo cáo)", "{subject}", "Lưu {keeper}, hồ sơ giám sát"),
)

ANNOUNCEMENT_MINUTES = register(
    "BB-06",
    "Biên bản thông báo kết quả giám sát",
    heading="BIÊN BẢN",
    abstract="thông báo kết quả giám sát chuyên đề đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "notice", "receipt",
    },
    takes={"started", "ended", "subject_opinion", "other_side"},
    blocks=("doc-thong-bao", "y-kien-tiep-thu", "giao-nhan-thong-bao"),
)  # fmt: skip

REMEDY_REPORT = register(
    "BC-01.KP",
    "Báo cáo kết quả khắc phục sau giám sát",
    heading="BÁO CÁO",
    abstract="kết quả khắc phục hạn chế, khuyết điểm sau giám sát",
    symbol="BC",
    signed_by=SignedBy.SUBJECT,
    needs={"host", "notice", "remedied", "signatory"},
    takes={"proposals", "sender_number", "addressee"},
    blocks=("quan-triet-thong-bao", "ket-qua-khac-phuc", "cam-ket-tiep-theo"),
    recipients=("{body}", "Lưu {host}"),
    head=Head.HOST,
    received=True,
)

FILE_INDEX = register(
    "ML-01",
    "Mục lục hồ sơ",
    heading="MỤC LỤC HỒ SƠ",
    abstract="giám sát chuyên đề đối với {subject}",
    signed_by=SignedBy.HANDOVER,
    needs={"subject", "contents", "handed_by"},
    takes={"retention", "file_code", "file_title", "received_by"},
    blocks=("ky-hieu-ho-so", "bang-van-ban", "chung-tu-ket-thuc"),
)
