"""Papers that report, conclude and close an inspection of the year's programme, and a cell's own supervision."""

from documents.catalogue import Head, SignedBy, register

PROGRAMME_CONFERENCE_MINUTES = register(
    "BB-04.CH",
    "Biên bản hội nghị thông qua dự thảo báo cáo kiểm tra theo chương trình",
    heading="BIÊN BẢN",
    abstract="hội nghị thông qua dự thảo báo cáo kết quả kiểm tra {content}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "content", "host", "held_on", "venue", "chair", "recorder", "present",
        "subject_present", "opinions", "conclusion",
    },
    takes={"started", "ended", "absent", "subject_opinion", "other_side"},
    blocks=(
        "doc-bao-cao-tu-kiem-tra",
        "gop-y-du-thao-kiem-tra",
        "don-vi-noi-ve-du-thao",
        "chu-tri-ket-luan-du-thao",
    ),
    head=Head.HOST,
)  # fmt: skip

PROGRAMME_REPORT = register(
    "BC-02.CH",
    "Báo cáo kết quả kiểm tra theo chương trình",
    heading="BÁO CÁO",
    abstract="kết quả kiểm tra {content} đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "period", "decision", "results", "strengths", "proposals", "signatory"},
    takes={"background", "faults", "causes", "dissent"},
    blocks=(
        "tinh-hinh-don-vi-duoc-kiem-tra",
        "ket-qua-theo-noi-dung-kiem-tra",
        "danh-gia-viec-chap-hanh",
        "kien-nghi-cua-doan-kiem-tra",
        "y-kien-con-khac-nhau",
    ),
    recipients=("{body}", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
)  # fmt: skip

CELL_INSPECTION_RESULT = register(
    "DX-02.CB",
    "Dự thảo kết quả kiểm tra của chi bộ không lập tổ",
    heading="DỰ THẢO KẾT QUẢ KIỂM TRA",
    abstract="{content} đối với {subject}",
    signed_by=SignedBy.CELL,
    needs={"subject", "content", "period", "results", "strengths", "proposals", "signatory"},
    takes={"faults", "causes"},
    blocks=("bi-thu-nghien-cuu", "nhan-xet-cua-bi-thu", "dua-ra-chi-bo-ket-luan"),
    of_cell=True,
)

PROGRAMME_COMMITTEE_MINUTES = register(
    "BB-05.CH",
    "Biên bản họp xem xét, kết luận kiểm tra theo chương trình",
    heading="BIÊN BẢN",
    abstract="họp xem xét, kết luận kiểm tra {content} đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "content", "held_on", "venue", "chair", "recorder", "present", "report",
        "subject_opinion", "conclusion",
    },
    takes={"started", "ended", "absent", "opinions", "votes"},
    blocks=(
        "thanh-phan-hop-kiem-tra-chuong-trinh",
        "nghe-bao-cao-kiem-tra-chuong-trinh",
        "nghe-y-kien-don-vi",
        "tap-the-thao-luan-bieu-quyet",
        "ket-luan-hop-chuong-trinh",
    ),
)  # fmt: skip

CELL_PROGRAMME_MINUTES = register(
    "BB-05.CH.CB",
    "Biên bản hội nghị chi bộ xem xét, kết luận kiểm tra",
    heading="BIÊN BẢN",
    abstract="hội nghị chi bộ xem xét, kết luận kiểm tra đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "content", "held_on", "venue", "chair", "recorder", "present", "votes",
        "subject_opinion", "conclusion",
    },
    takes={"started", "ended", "absent", "opinions", "report"},
    blocks=(
        "dang-vien-du-xem-xet-kiem-tra",
        "chi-bo-nghe-ket-qua-kiem-tra",
        "dang-vien-duoc-kiem-tra-phat-bieu",
        "chi-bo-ket-luan-kiem-tra",
    ),
    of_cell=True,
)  # fmt: skip

PROGRAMME_NOTICE = register(
    "TB-01.CH",
    "Thông báo kết luận kiểm tra theo chương trình",
    heading="THÔNG BÁO",
    abstract="kết luận kiểm tra {content} đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "period", "held_on", "strengths", "findings", "signatory"},
    takes={"report", "causes", "demands", "due_on"},
    blocks=(
        "xem-xet-kiem-tra-chuong-trinh",
        "uu-diem-qua-kiem-tra",
        "khuyet-diem-vi-pham-qua-kiem-tra",
        "yeu-cau-sau-kiem-tra",
    ),
    recipients=("{committee} (để báo cáo)", "{subject}", "Lưu {keeper}, hồ sơ kiểm tra"),
)

CELL_PROGRAMME_NOTICE = register(
    "TB-01.CH.CB",
    "Thông báo kết luận kiểm tra của chi bộ",
    heading="THÔNG BÁO",
    abstract="kết luận kiểm tra {content} đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.CELL,
    needs={"subject", "content", "period", "held_on", "strengths", "findings", "signatory"},
    takes={"causes", "demands", "due_on"},
    blocks=("chi-bo-da-xem-xet-kiem-tra", "chi-bo-nhan-xet-dang-vien", "chi-bo-yeu-cau-sau-kiem-tra"),
    recipients=(
        "Ủy ban kiểm tra cấp trên trực tiếp (để báo cáo)",
        "{subject}",
        "Lưu hồ sơ chi bộ",
    ),
    of_cell=True,
)  # fmt: skip

PROGRAMME_FILE_INDEX = register(
    "ML-01.CH",
    "Mục lục hồ sơ kiểm tra theo chương trình",
    heading="MỤC LỤC HỒ SƠ",
    abstract="kiểm tra {content} đối với {subject}",
    signed_by=SignedBy.HANDOVER,
    needs={"subject", "content", "contents", "handed_by"},
    takes={"file_code", "file_title", "received_by"},
    blocks=("ho-so-chuong-trinh", "van-ban-chuong-trinh", "ket-thuc-ho-so-chuong-trinh"),
)

# A cell's thematic supervision: a plan and no decision, its own meeting, its own notice.

CELL_SUPERVISION_PLAN = register(
    "KH-01.CB",
    "Kế hoạch giám sát của chi bộ",
    heading="KẾ HOẠCH",
    abstract="giám sát {content} đối với {subject}",
    symbol="KH",
    signed_by=SignedBy.CELL,
    needs={"subject", "content", "period", "duration", "team", "signatory"},
    blocks=("chi-bo-quyet-dinh-giam-sat", "to-giam-sat-cua-chi-bo", "chi-bo-to-chuc-giam-sat"),
    recipients=(
        "Ủy ban kiểm tra cấp trên trực tiếp (để báo cáo)",
        "{subject}",
        "Thành viên Tổ giám sát",
        "Lưu hồ sơ chi bộ",
    ),
    of_cell=True,
)

CELL_SUPERVISION_MINUTES = register(
    "BB-05.CB",
    "Biên bản hội nghị chi bộ xem xét kết quả giám sát",
    heading="BIÊN BẢN",
    abstract="hội nghị chi bộ xem xét kết quả giám sát đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "report", "votes",
        "conclusion",
    },
    takes={"started", "ended", "absent", "opinions"},
    blocks=("dang-vien-du-xem-xet-giam-sat", "chi-bo-nghe-ket-qua-giam-sat", "chi-bo-ket-luan-giam-sat"),
    of_cell=True,
)  # fmt: skip

CELL_SUPERVISION_NOTICE = register(
    "TB-01.CB",
    "Thông báo kết luận giám sát của chi bộ",
    heading="THÔNG BÁO",
    abstract="kết luận giám sát {content} đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.CELL,
    needs={"subject", "content", "period", "held_on", "strengths", "signatory"},
    takes={"report", "faults", "demands", "due_on"},
    blocks=("chi-bo-da-xem-xet-giam-sat", "nhan-xet-qua-giam-sat-chi-bo", "chi-bo-yeu-cau-sau-giam-sat"),
    recipients=(
        "Ủy ban kiểm tra cấp trên trực tiếp (để báo cáo)",
        "{subject}",
        "Lưu hồ sơ chi bộ",
    ),
    of_cell=True,
)  # fmt: skip
