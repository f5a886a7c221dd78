"""Papers that undo a wrongful discipline. No official form of them was found: the wording is our own."""

from documents.catalogue import SignedBy, register
from documents.fields import EQUIVALENT_POST, POST_GIVEN_BACK, REFOUNDED

_WRONGED = {"subject", "imposed", "wrong_decision"}
_SIGNED = {"grounds", "signatory"}
_TO_ALL = ("{committee} (để báo cáo)", "Như Điều 3", "Lưu {keeper}, hồ sơ kỷ luật oan")

WRONGFUL_DECISION = register(
    "QD-07.XD",
    "Quyết định xác định kỷ luật oan",
    heading="QUYẾT ĐỊNH",
    abstract="xác định kỷ luật oan đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={*_WRONGED, *_SIGNED, "decider", "reason"},
    blocks=("can-cu", "xac-dinh-la-oan", "trach-nhiem-huy-xin-loi", "thi-hanh-xac-dinh-oan"),
    recipients=_TO_ALL,
    of_cell=False,
)

WRONGFUL_ANNULMENT = register(
    "QD-07.HB",
    "Quyết định hủy quyết định kỷ luật oan",
    heading="QUYẾT ĐỊNH",
    abstract="hủy quyết định kỷ luật oan đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={*_WRONGED, *_SIGNED, "executors"},
    blocks=("can-cu", "huy-quyet-dinh-oan", "he-qua-cua-viec-huy", "thi-hanh-huy-quyet-dinh"),
    recipients=_TO_ALL,
    of_cell=False,
)

WRONGFUL_NOTICE = register(
    "TB-06.OAN",
    "Thông báo về việc bị kỷ luật oan, xin lỗi, phục hồi quyền lợi",
    heading="THÔNG BÁO",
    abstract="việc xin lỗi, phục hồi quyền lợi do kỷ luật oan đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={*_WRONGED, "confirmation", "addressee", "apology_forms", "due_on", "signatory"},
    takes={"annulment", "applies"},
    blocks=("da-xac-dinh-oan", "quyen-khi-bi-ky-luat-oan", "de-nghi-neu-nguyen-vong"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
    of_cell=False,
)

WRONGFUL_PLAN = register(
    "KH-03.XL",
    "Kế hoạch xin lỗi và phục hồi quyền lợi",
    heading="KẾ HOẠCH",
    abstract="xin lỗi và phục hồi quyền lợi của {subject} bị kỷ luật oan",
    symbol="KH",
    signed_by=SignedBy.COMMITTEE,
    needs={
        *_WRONGED, "annulment", "apology_forms", "considered", "apology_due_on", "restoration_due_on",
        "restored", "arrangements", "signatory",
    },
    blocks=("yeu-cau-xin-loi", "cach-xin-loi", "quyen-loi-se-phuc-hoi", "phan-cong-xin-loi"),
    recipients=("{committee} (để báo cáo)", "Bên được xin lỗi", "Lưu {keeper}"),
    of_cell=False,
)  # fmt: skip

WRONGFUL_APOLOGY_MINUTES = register(
    "BB-11.XL",
    "Biên bản hội nghị công khai xin lỗi",
    heading="BIÊN BẢN",
    abstract="hội nghị công khai xin lỗi {subject} bị kỷ luật oan",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        *_WRONGED, "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "annulment", "apology_words",
    },
    takes={"started", "ended", "subject_opinion", "other_side"},
    blocks=("cong-bo-viec-huy-ky-luat", "loi-xin-loi", "y-kien-ben-duoc-xin-loi"),
)  # fmt: skip

WRONGFUL_PUBLICATION = register(
    "TB-06.XL",
    "Thông báo công khai xin lỗi, cải chính",
    heading="THÔNG BÁO",
    abstract="công khai xin lỗi, cải chính việc kỷ luật oan đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={*_WRONGED, "annulment", "apology_words", "published_in", "published_on", "signatory"},
    blocks=("cai-chinh-viec-ky-luat", "loi-xin-loi-dang-tai", "noi-dang-loi-xin-loi"),
    recipients=("Các tổ chức đảng trực thuộc", "Bên được xin lỗi", "Lưu {keeper}"),
    of_cell=False,
)

WRONGFUL_RESTORATION = register(
    "QD-07.PH",
    "Quyết định phục hồi quyền lợi của đảng viên bị kỷ luật oan",
    heading="QUYẾT ĐỊNH",
    abstract="phục hồi quyền lợi của {subject} bị kỷ luật oan",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={*_WRONGED, *_SIGNED, "annulment", "restored_by", "restored", "executors"},
    needs_when={
        ("restored_by", POST_GIVEN_BACK): {"new_post"},
        ("restored_by", EQUIVALENT_POST): {"new_post"},
    },
    blocks=("can-cu", "phuc-hoi-dang-vien", "quyen-loi-dang-vien", "thi-hanh-phuc-hoi-dang-vien"),
    recipients=(*_TO_ALL[:2], "Lưu {keeper}, hồ sơ đảng viên"),
    of_cell=False,
)

WRONGFUL_ORGANISATION_RESTORATION = register(
    "QD-07.PH.TC",
    "Quyết định phục hồi tổ chức đảng bị kỷ luật oan",
    heading="QUYẾT ĐỊNH",
    abstract="phục hồi quyền lợi của {subject} bị kỷ luật oan",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={*_WRONGED, *_SIGNED, "annulment", "restored_by", "restored", "executors"},
    takes={"provisional_committee"},
    needs_when={("restored_by", REFOUNDED): {"provisional_committee"}},
    blocks=("can-cu", "phuc-hoi-to-chuc", "quyen-loi-to-chuc", "thi-hanh-phuc-hoi-to-chuc"),
    recipients=_TO_ALL,
    of_cell=False,
)

WRONGFUL_RESULT = register(
    "TB-06.KQ",
    "Thông báo kết quả giải quyết kỷ luật oan",
    heading="THÔNG BÁO",
    abstract="kết quả giải quyết kỷ luật oan đối với {subject}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={*_WRONGED, "addressee", "conclusion", "requests", "signatory"},
    takes={"annulment"},
    blocks=("viec-da-xem-xet-oan", "ket-qua-giai-quyet-oan", "de-nghi-ve-ket-qua-oan"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
    of_cell=False,
)

WRONGFUL_FILE_INDEX = register(
    "ML-01.OAN",
    "Mục lục hồ sơ giải quyết kỷ luật oan",
    heading="MỤC LỤC HỒ SƠ",
    abstract="giải quyết kỷ luật oan đối với {subject}",
    signed_by=SignedBy.HANDOVER,
    needs={"subject", "wrong_decision", "contents", "handed_by"},
    takes={"file_code", "file_title", "received_by"},
    blocks=("ho-so-ky-luat-oan", "van-ban-ky-luat-oan", "ket-thuc-ho-so-oan"),
)
