"""Papers that report, conclude and announce an inspection, and the index of its file."""

from documents.catalogue import Head, SignedBy, register

INSPECTION_REPORT = register(
    "BC-02.KT",
    "Báo cáo kết quả kiểm tra",
    heading="BÁO CÁO",
    abstract="kết quả kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "period", "decision", "results", "proposals", "signatory"},
    takes={"background", "strengths", "faults", "causes", "weighing", "dissent"},
    blocks=(
        "khai-quat-doi-tuong",
        "ket-qua-kiem-tra-tung-noi-dung",
        "danh-gia-vi-pham",
        "de-xuat-cua-doan-kiem-tra",
        "y-kien-khac-cua-doi-tuong",
    ),
    recipients=("{body}", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
)

INSPECTION_CONFERENCE_MINUTES = register(
    "BB-04.KT",
    "Biên bản hội nghị thông qua dự thảo báo cáo kết quả kiểm tra",
    heading="BIÊN BẢN",
    abstract="hội nghị thông qua dự thảo báo cáo kết quả kiểm tra",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "host", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "opinions", "conclusion",
    },
    takes={"started", "ended", "absent", "subject_opinion", "other_side"},
    blocks=(
        "doc-giai-trinh-va-du-thao",
        "thao-luan-du-thao-kiem-tra",
        "y-kien-cua-dang-vien",
        "ket-luan-hoi-nghi-kiem-tra",
    ),
    head=Head.HOST,
)  # fmt: skip

INSPECTION_COMMITTEE_MINUTES = register(
    "BB-05.KT",
    "Biên bản kỳ họp xem xét, kết luận kiểm tra",
    heading="BIÊN BẢN",
    abstract="xem xét, kết luận kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "attendance", "report",
        "subject_opinion", "finding_votes", "conclusion",
    },
    takes={"started", "ended", "absent", "opinions"},
    blocks=(
        "thanh-phan-ky-hop-kiem-tra",
        "nghe-ket-qua-kiem-tra",
        "doc-y-kien-doi-tuong",
        "thao-luan-ket-luan",
        "bieu-quyet-tung-noi-dung",
        "ket-luan-kiem-tra",
    ),
)  # fmt: skip

INSPECTION_NOTICE = register(
    "TB-01.KT",
    "Thông báo kết luận kiểm tra",
    heading="THÔNG BÁO",
    abstract="kết luận kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "period", "held_on", "findings", "signatory"},
    takes={
        "report", "strengths", "causes", "weighing", "demands", "due_on", "lower_body",
        "higher_body", "measures",
    },
    needs_when={("lower_body", None): {"lower_body_due_on"}},
    blocks=("xem-xet-kiem-tra", "ket-luan-tung-noi-dung", "xu-ly-sau-ket-luan", "thuc-hien-ket-luan"),
    recipients=("{committee} (để báo cáo)", "{subject}", "Lưu {keeper}, hồ sơ kiểm tra"),
)  # fmt: skip

INSPECTION_ANNOUNCEMENT_MINUTES = register(
    "BB-06.KT",
    "Biên bản công bố kết luận kiểm tra",
    heading="BIÊN BẢN",
    abstract="công bố kết luận kiểm tra đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "notice", "receipt",
    },
    takes={"started", "ended", "subject_opinion", "discipline_steps", "other_side"},
    blocks=("doc-ket-luan", "tiep-thu-ket-luan", "giao-nhan-ket-luan"),
)  # fmt: skip

INSPECTION_FILE_INDEX = register(
    "ML-01.KT",
    "Mục lục hồ sơ kiểm tra",
    heading="MỤC LỤC HỒ SƠ",
    abstract="kiểm tra khi có dấu hiệu vi phạm đối với {subject}",
    signed_by=SignedBy.HANDOVER,
    needs={"subject", "contents", "handed_by"},
    takes={"retention", "file_code", "file_title", "received_by"},
    blocks=("ho-so-kiem-tra", "van-ban-kiem-tra", "ket-thuc-ho-so-kiem-tra"),
)

TRANSFER_LETTER = register(
    "CV-01.CT",
    "Công văn chuyển hồ sơ có dấu hiệu tội phạm",
    heading="",
    abstract="chuyển hồ sơ, tài liệu để xem xét theo thẩm quyền",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "subject", "content", "signs", "attached", "signatory"},
    takes={"notice"},
    blocks=("ly-do-chuyen-ho-so", "dau-hieu-can-xem-xet", "ho-so-chuyen-kem"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
)

CADRE_LETTER = register(
    "CV-01.KN",
    "Công văn kiến nghị về công tác cán bộ",
    heading="",
    abstract="kiến nghị về công tác cán bộ qua kiểm tra",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "subject", "content", "proposals", "signatory"},
    takes={"notice"},
    blocks=("ket-luan-lam-co-so", "noi-dung-kien-nghi-can-bo", "bao-lai-viec-kien-nghi"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
)
