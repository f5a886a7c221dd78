"""Papers of a suspension: the request, the hearing, the decision, its service, the notice, the end of it."""

from documents.catalogue import SignedBy, register

_SESSION = {"subject", "held_on", "venue", "chair", "recorder", "present", "subject_present"}
_TO_ALL = ("{committee} (để báo cáo)", "Như Điều 3", "Lưu {keeper}, hồ sơ đình chỉ")

SUSPENSION_SUBMISSION = register(
    "TT-02",
    "Tờ trình đề nghị đình chỉ",
    heading="TỜ TRÌNH",
    abstract="đề nghị đình chỉ {suspended_from} đối với {subject}",
    symbol="TTr",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "content", "suspended_from", "signs", "attached", "signatory"},
    takes={"act_paper", "statement"},
    blocks=("viec-dang-xem-xet", "can-cu-de-nghi-dinh-chi", "noi-dung-de-nghi-dinh-chi", "kem-de-nghi-dinh-chi"),
    recipients=("Như trên", "Lưu {keeper}"),
    of_cell=False,
)  # fmt: skip

CELL_SUSPENSION_SUBMISSION = register(
    "BC-06.CB",
    "Báo cáo của chi bộ đề nghị đình chỉ sinh hoạt đảng",
    heading="BÁO CÁO",
    abstract="đề nghị đình chỉ {suspended_from} đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.CELL,
    needs={"subject", "addressee", "content", "suspended_from", "signs", "attached", "signatory"},
    takes={"act_paper", "statement"},
    blocks=("tinh-hinh-tai-chi-bo", "viec-chi-bo-thay", "chi-bo-de-nghi-dinh-chi"),
    recipients=("Như trên", "Lưu chi bộ"),
    of_cell=True,
)

SUSPENSION_HEARING_MINUTES = register(
    "BB-10.DC",
    "Biên bản nghe trình bày trước khi quyết định đình chỉ",
    heading="BIÊN BẢN",
    abstract="nghe {subject} trình bày trước khi xem xét, quyết định đình chỉ {suspended_from}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={*_SESSION, "suspended_from", "signs", "statement"},
    takes={"started", "ended", "wishes", "papers_given", "other_side"},
    blocks=("ly-do-de-nghi-duoc-neu", "doi-tuong-trinh-bay", "mong-muon-cua-doi-tuong"),
)

SUSPENSION_DECISION = register(
    "QD-06",
    "Quyết định đình chỉ sinh hoạt đảng, sinh hoạt cấp ủy",
    heading="QUYẾT ĐỊNH",
    abstract="đình chỉ {suspended_from} đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "member", "suspended_from", "reason", "term", "signatory"},
    takes={"effect", "complaint", "executors"},
    blocks=("can-cu", "dinh-chi-dang-vien", "thoi-han-dinh-chi-dang-vien", "thi-hanh-dinh-chi-dang-vien"),
    recipients=(*_TO_ALL[:2], "Lưu {keeper}, hồ sơ đảng viên"),
    of_cell=False,
)  # fmt: skip

ORGANISATION_SUSPENSION_DECISION = register(
    "QD-06.TC",
    "Quyết định đình chỉ hoạt động tổ chức đảng",
    heading="QUYẾT ĐỊNH",
    abstract="đình chỉ hoạt động đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "reason", "term", "signatory"},
    takes={"effect", "complaint", "executors"},
    blocks=("can-cu", "dinh-chi-to-chuc", "thoi-han-dinh-chi-to-chuc", "thi-hanh-dinh-chi-to-chuc"),
    recipients=_TO_ALL,
    of_cell=False,
)

SUSPENSION_EXTENSION = register(
    "QD-06.GH",
    "Quyết định gia hạn thời hạn đình chỉ",
    heading="QUYẾT ĐỊNH",
    abstract="gia hạn thời hạn đình chỉ {suspended_from} đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "suspended_from", "suspension", "term", "reason", "signatory"},
    takes={"executors"},
    blocks=("can-cu", "gia-han-dinh-chi", "ly-do-gia-han-dinh-chi", "thi-hanh-gia-han-dinh-chi"),
    recipients=_TO_ALL,
    of_cell=False,
)

SUSPENSION_END = register(
    "QD-06.TL",
    "Quyết định cho trở lại sinh hoạt, hoạt động",
    heading="QUYẾT ĐỊNH",
    abstract="cho trở lại {suspended_from} đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={
        "grounds", "subject", "suspended_from", "suspension", "returns_on", "reason", "signatory",
    },
    takes={"executors"},
    blocks=("can-cu", "cho-tro-lai", "ly-do-cho-tro-lai", "thi-hanh-cho-tro-lai"),
    recipients=_TO_ALL,
    of_cell=False,
)  # fmt: skip

SUSPENSION_MINUTES = register(
    "BB-08.DC",
    "Biên bản công bố quyết định về đình chỉ",
    heading="BIÊN BẢN",
    abstract="công bố, trao quyết định về việc đình chỉ {suspended_from} đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={*_SESSION, "suspended_from", "suspension", "received_on"},
    takes={
        "started", "ended", "term", "effect", "complaint", "complaint_ends", "returns_on",
        "subject_opinion", "refusal", "other_side",
    },
    needs_when={("refusal", None): {"witnesses"}},
    blocks=(
        "doc-quyet-dinh-dinh-chi",
        "giao-quyet-dinh-dinh-chi",
        "dieu-phai-biet-khi-dinh-chi",
        "y-kien-khi-cong-bo-dinh-chi",
    ),
)  # fmt: skip

SUSPENSION_NOTICE = register(
    "TB-05",
    "Thông báo việc đình chỉ",
    heading="THÔNG BÁO",
    abstract="việc đình chỉ {suspended_from} đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "suspended_from", "suspension", "requests", "signatory"},
    takes={"term", "effect"},
    blocks=("viec-dinh-chi", "he-qua-cua-dinh-chi", "de-nghi-khi-dinh-chi"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
    of_cell=False,
)

SUSPENSION_FILE_INDEX = register(
    "ML-01.DC",
    "Mục lục hồ sơ đình chỉ",
    heading="MỤC LỤC HỒ SƠ",
    abstract="đình chỉ {suspended_from} đối với {subject}",
    signed_by=SignedBy.HANDOVER,
    needs={"subject", "suspended_from", "contents", "handed_by"},
    takes={"file_code", "file_title", "received_by"},
    blocks=("ho-so-dinh-chi", "van-ban-dinh-chi", "ket-thuc-ho-so-dinh-chi"),
)
