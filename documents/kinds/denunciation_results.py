"""Papers that conclude a denunciation content by content, and what its denouncer may be told."""

from documents.catalogue import Head, SignedBy, register

SETTLEMENT_CONFERENCE_MINUTES = register(
    "BB-04.TO",
    "Biên bản hội nghị thông qua dự thảo báo cáo kết quả giải quyết tố cáo",
    heading="BIÊN BẢN",
    abstract="hội nghị thông qua dự thảo báo cáo kết quả giải quyết tố cáo",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "host", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "opinions", "conclusion",
    },
    takes={"roll", "started", "ended", "absent", "other_side"},
    blocks=(
        "nghe-giai-trinh-tung-noi-dung",
        "gop-y-du-thao-giai-quyet",
        "tiep-thu-cua-doan-giai-quyet",
    ),
    head=Head.HOST,
)  # fmt: skip

SETTLEMENT_REPORT = register(
    "BC-02.TO",
    "Báo cáo kết quả giải quyết tố cáo",
    heading="BÁO CÁO",
    abstract="kết quả giải quyết tố cáo đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "period", "results", "proposals", "signatory"},
    takes={"decision", "assessment", "head_answers", "dissent"},
    blocks=(
        "viec-doan-da-lam",
        "tung-noi-dung-to-cao",
        "danh-gia-sau-xac-minh",
        "de-xuat-ket-luan-to-cao",
    ),
    recipients=("{body}", "Lưu hồ sơ"),
    head=Head.SETTLING_TEAM,
)

SETTLEMENT_COMMITTEE_MINUTES = register(
    "BB-05.TO",
    "Biên bản họp xem xét, kết luận giải quyết tố cáo",
    heading="BIÊN BẢN",
    abstract="họp xem xét, kết luận giải quyết tố cáo đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "attendance", "report",
        "subject_opinion", "finding_votes", "conclusion",
    },
    takes={"started", "ended", "absent", "opinions"},
    blocks=(
        "thanh-phan-hop-ket-luan-to-cao",
        "doc-y-kien-nguoi-bi-to-cao",
        "bieu-quyet-tung-noi-dung-to-cao",
        "ket-luan-hop-ve-to-cao",
    ),
)  # fmt: skip

SETTLEMENT_NOTICE = register(
    "TB-02",
    "Thông báo kết luận giải quyết tố cáo",
    heading="THÔNG BÁO",
    abstract="kết luận giải quyết tố cáo đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "period", "held_on", "findings", "signatory"},
    takes={
        "report", "assessment", "demands", "due_on", "lower_body", "lower_body_due_on",
        "head_answers",
    },
    needs_when={("lower_body", None): {"lower_body_due_on"}},
    blocks=(
        "da-xem-xet-to-cao",
        "ket-luan-tung-noi-dung-to-cao",
        "yeu-cau-sau-ket-luan-to-cao",
        "thuc-hien-ket-luan-to-cao",
    ),
    recipients=("{committee} (để báo cáo)", "{subject}", "Lưu {keeper}, hồ sơ giải quyết tố cáo"),
)  # fmt: skip

SETTLEMENT_ANNOUNCEMENT_MINUTES = register(
    "BB-06.TO",
    "Biên bản công bố kết luận giải quyết tố cáo",
    heading="BIÊN BẢN",
    abstract="công bố kết luận giải quyết tố cáo đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "notice", "receipt",
    },
    takes={"subject_opinion", "started", "ended", "other_side"},
    blocks=("cong-bo-ket-luan-to-cao", "nguoi-bi-to-cao-tiep-thu", "giao-ket-luan-to-cao"),
    head=Head.BODY,
)  # fmt: skip

DENOUNCER_NOTICE = register(
    "TB-02.NTC",
    "Thông báo kết quả giải quyết tố cáo gửi người tố cáo",
    heading="THÔNG BÁO",
    abstract="kết quả giải quyết {letter}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"letter", "addressee", "findings", "signatory"},
    takes={"message"},
    blocks=("don-to-cao-duoc-tra-loi", "ket-qua-bao-nguoi-to-cao", "gioi-han-thong-bao"),
    recipients=("Như trên, qua phong bì danh tính", "Lưu {keeper}"),
)

FALSE_DENUNCIATION_REPORT = register(
    "DX-03.TO",
    "Báo cáo dấu hiệu cố ý tố cáo sai",
    heading="BÁO CÁO",
    abstract="dấu hiệu cố ý tố cáo sai",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"sender", "content", "signs", "proposals", "signatory"},
    takes={"decision", "addressee"},
    blocks=("noi-dung-to-cao-sai", "dau-hieu-co-y", "xem-xet-o-ho-so-rieng"),
    recipients=("Như trên", "Lưu hồ sơ"),
    head=Head.SETTLING_TEAM,
)

SETTLEMENT_FILE_INDEX = register(
    "ML-01.TO",
    "Mục lục hồ sơ giải quyết tố cáo",
    heading="MỤC LỤC HỒ SƠ",
    abstract="giải quyết tố cáo đối với {subject}",
    signed_by=SignedBy.HANDOVER,
    needs={"subject", "contents", "handed_by"},
    takes={"retention", "file_code", "file_title", "received_by"},
    blocks=("ho-so-giai-quyet-to-cao", "van-ban-giai-quyet-to-cao", "phong-bi-khong-nam-trong-ho-so"),
)  # fmt: skip
