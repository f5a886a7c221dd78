"""Papers that propose, decide, hand over and report discipline, and the index of its file."""

from documents.catalogue import SignedBy, register
from documents.fields import EXPULSION, REMOVAL

_ONLY_WITH = {("form", REMOVAL): {"posts_removed"}}

DISCIPLINE_PROPOSAL = register(
    "BC-03",
    "Báo cáo đề nghị thi hành kỷ luật",
    heading="BÁO CÁO",
    abstract="đề nghị thi hành kỷ luật đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "member", "violation", "verified", "levels", "outcome", "signatory"},
    takes={"form", "notice", "weighing", "causes", "statement", "attached", "dissent"},
    needs_when=_ONLY_WITH,
    blocks=("ly-lich-dang-vien", "vi-pham-va-nguyen-nhan", "qua-trinh-xem-xet", "hinh-thuc-de-nghi-cap-tren"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
    of_cell=False,
)  # fmt: skip

CELL_DISCIPLINE_PROPOSAL = register(
    "BC-03.CB",
    "Báo cáo của chi bộ đề nghị thi hành kỷ luật",
    heading="BÁO CÁO",
    abstract="đề nghị thi hành kỷ luật đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.CELL,
    needs={"subject", "addressee", "member", "violation", "arithmetic", "outcome", "signatory"},
    takes={"form", "notice", "held_on", "self_criticism", "weighing", "vote_result", "attached"},
    needs_when=_ONLY_WITH,
    blocks=("dang-vien-cua-chi-bo", "chi-bo-da-kiem-diem", "ket-qua-de-nghi-cua-chi-bo", "ho-so-chi-bo-gui"),
    recipients=("Như trên", "Lưu chi bộ"),
    of_cell=True,
)  # fmt: skip

SUBMISSION = register(
    "TT-01",
    "Tờ trình đề nghị thi hành kỷ luật",
    heading="TỜ TRÌNH",
    abstract="đề nghị thi hành kỷ luật đối với {subject}",
    symbol="TTr",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "member", "violation", "levels", "outcome", "attached", "signatory"},
    takes={"form", "notice", "weighing", "statement"},
    needs_when=_ONLY_WITH,
    blocks=("su-viec-trinh", "bieu-quyet-cac-cap", "noi-dung-trinh", "tai-lieu-kem-to-trinh"),
    recipients=("Như trên", "Lưu {keeper}"),
    of_cell=False,
)  # fmt: skip

DISCIPLINE_DECISION = register(
    "QD-04",
    "Quyết định thi hành kỷ luật đảng viên",
    heading="QUYẾT ĐỊNH",
    abstract="thi hành kỷ luật đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={
        "grounds", "subject", "member", "form", "violation", "effect", "complaint", "signatory",
    },
    takes={"executors", "handover"},
    needs_when={**_ONLY_WITH, ("form", EXPULSION): {"handover"}},
    blocks=(
        "can-cu",
        "hinh-thuc-thi-hanh",
        "hieu-luc-va-khieu-nai",
        "noi-thi-hanh-ky-luat",
    ),
    recipients=("{committee} (để báo cáo)", "Như Điều 3", "Lưu {keeper}, hồ sơ đảng viên"),
    of_cell=False,
)  # fmt: skip

CELL_DISCIPLINE_DECISION = register(
    "QD-04.CB",
    "Quyết định thi hành kỷ luật đảng viên của chi bộ",
    heading="QUYẾT ĐỊNH",
    abstract="thi hành kỷ luật đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.CELL,
    needs={
        "grounds", "subject", "member", "form", "violation", "effect", "complaint", "signatory",
    },
    takes={"executors"},
    blocks=(
        "can-cu",
        "chi-bo-thi-hanh-ky-luat",
        "hieu-luc-tu-ket-qua-bieu-quyet",
        "thi-hanh-trong-chi-bo",
    ),
    recipients=(
        "Đảng ủy, Ủy ban Kiểm tra Đảng ủy (để báo cáo)",
        "Như Điều 3",
        "Lưu chi bộ, hồ sơ đảng viên",
    ),
    of_cell=True,
)  # fmt: skip

SERVICE_MINUTES = register(
    "BB-08",
    "Biên bản công bố và trao quyết định kỷ luật",
    heading="BIÊN BẢN",
    abstract="công bố và trao quyết định kỷ luật đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "discipline_decision", "received_on", "complaint", "complaint_ends",
    },
    takes={
        "started", "ended", "complaint_starts", "subject_opinion", "handover", "refusal",
        "other_side",
    },
    needs_when={("refusal", None): {"witnesses"}},
    blocks=("cong-bo-toan-van", "trao-quyet-dinh", "quyen-khieu-nai", "y-kien-sau-cong-bo"),
)  # fmt: skip

DISCIPLINE_LETTER = register(
    "CV-01.TB",
    "Công văn thông báo việc thi hành kỷ luật đảng viên",
    heading="",
    abstract="thông báo thi hành kỷ luật đảng viên đối với {subject}",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "member", "form", "discipline_decision", "signatory"},
    takes={"violation", "requests", "due_on", "handover"},
    needs_when=_ONLY_WITH,
    blocks=("thong-bao-quyet-dinh", "de-nghi-noi-nhan", "bao-lai-ket-qua"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
)

CELL_DISCIPLINE_REPORT = register(
    "BC-05.CB",
    "Báo cáo của chi bộ về việc thi hành kỷ luật",
    heading="BÁO CÁO",
    abstract="việc thi hành kỷ luật đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.CELL,
    needs={
        "subject", "addressee", "member", "form", "discipline_decision", "received_on",
        "signatory",
    },
    takes={"notice", "violation", "arithmetic", "subject_opinion", "proposals"},
    blocks=("chi-bo-da-quyet-dinh", "da-cong-bo-va-trao", "theo-doi-sau-ky-luat"),
    recipients=("Như trên", "Lưu chi bộ, hồ sơ đảng viên"),
    of_cell=True,
)  # fmt: skip

DISCIPLINE_FILE_INDEX = register(
    "ML-01.KL",
    "Mục lục hồ sơ kỷ luật",
    heading="MỤC LỤC HỒ SƠ",
    abstract="xem xét, thi hành kỷ luật đối với {subject}",
    signed_by=SignedBy.HANDOVER,
    needs={"subject", "contents", "handed_by"},
    takes={"retention", "file_code", "file_title", "received_by", "envelope"},
    blocks=("ho-so-ky-luat", "van-ban-ky-luat", "ket-thuc-ho-so-ky-luat"),
)
