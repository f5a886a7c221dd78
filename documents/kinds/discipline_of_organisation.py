"""Papers of the discipline of an organisation: how it criticised itself, was heard, was decided on, dissolved."""

from documents.catalogue import Head, SignedBy, register
from documents.fields import DECIDES

ORGANISATION_SELF_CRITICISM_GUIDE = register(
    "DC-01.KD.TC",
    "Gợi ý nội dung kiểm điểm tập thể",
    heading="GỢI Ý",
    abstract="nội dung kiểm điểm tập thể đối với {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "questions", "signatory"},
    takes={"notice", "due_on"},
    blocks=(
        "tinh-hinh-to-chuc-dang", "noi-dung-kiem-diem-tap-the", "trach-nhiem-tap-the-ca-nhan",
        "hop-kiem-diem-tap-the",
    ),
    recipients=("{subject}", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
    of_cell=False,
)  # fmt: skip

ORGANISATION_APPRAISAL_MINUTES = register(
    "BB-03.KL.TC",
    "Biên bản thẩm tra đề nghị thi hành kỷ luật tổ chức đảng",
    heading="BIÊN BẢN",
    abstract="thẩm tra đề nghị thi hành kỷ luật tổ chức đảng đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "matters", "verified",
        "conclusion",
    },
    takes={"started", "ended", "absent", "levels", "dissent"},
    blocks=("tham-tra-de-nghi-ve-to-chuc", "ket-qua-tham-tra-to-chuc", "nhan-xet-ve-to-chuc-dang"),
    head=Head.INSPECTION_TEAM,
)  # fmt: skip

ORGANISATION_HEARING_MINUTES = register(
    "BB-10.TC",
    "Biên bản nghe đại diện tổ chức đảng trình bày ý kiến",
    heading="BIÊN BẢN",
    abstract="nghe đại diện {subject} trình bày ý kiến trước khi xem xét, quyết định kỷ luật",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "matters", "statement",
    },
    takes={"started", "ended", "wishes", "papers_given", "other_side"},
    blocks=("thong-bao-truoc-cho-to-chuc", "dai-dien-trinh-bay-day-du", "de-nghi-cua-to-chuc-dang"),
)  # fmt: skip

ORGANISATION_DISCIPLINE_MINUTES = register(
    "BB-05.KL.TC",
    "Biên bản kỳ họp, hội nghị xem xét kỷ luật tổ chức đảng",
    heading="BIÊN BẢN",
    abstract="xem xét, biểu quyết {motion} tổ chức đảng đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "attendance", "motion",
        "self_criticism", "conclusion", "slips", "vote_result", "arithmetic", "outcome",
    },
    takes={
        "report", "meeting", "started", "ended", "absent", "observers", "electorate", "subject_opinion",
        "opinions", "tellers", "limitation", "responsible",
    },
    needs_when={("motion", DECIDES): {"hearing"}},
    blocks=(
        "thanh-phan-xem-xet-to-chuc",
        "bao-cao-kiem-diem-tap-the",
        "thao-luan-ve-to-chuc-dang",
        "bo-phieu-kin-ve-to-chuc",
        "ket-qua-va-trach-nhiem",
    ),
    of_cell=False,
)  # fmt: skip

ORGANISATION_PROPOSAL = register(
    "BC-03.TC",
    "Báo cáo đề nghị thi hành kỷ luật tổ chức đảng",
    heading="BÁO CÁO",
    abstract="đề nghị thi hành kỷ luật tổ chức đảng đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.COMMITTEE,
    needs={
        "subject", "addressee", "organisation", "violation", "verified", "self_criticism",
        "responsible", "levels", "outcome", "signatory",
    },
    takes={"form", "ground", "notice", "statement", "attached"},
    blocks=(
        "to-chuc-dang-duoc-xem-xet", "vi-pham-cua-to-chuc", "kiem-diem-va-trach-nhiem-nguoi-dung-dau",
        "y-kien-va-bieu-quyet", "de-nghi-ky-luat-to-chuc",
    ),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
    of_cell=False,
)  # fmt: skip

ORGANISATION_SUBMISSION = register(
    "TT-01.TC",
    "Tờ trình đề nghị thi hành kỷ luật tổ chức đảng",
    heading="TỜ TRÌNH",
    abstract="đề nghị thi hành kỷ luật tổ chức đảng đối với {subject}",
    symbol="TTr",
    signed_by=SignedBy.COMMITTEE,
    needs={
        "subject", "addressee", "organisation", "violation", "levels", "outcome", "attached",
        "signatory",
    },
    takes={"form", "ground", "notice", "statement", "self_criticism"},
    blocks=(
        "to-chuc-dang-va-vi-pham", "tu-nhan-va-bieu-quyet", "hinh-thuc-trinh-ve-to-chuc",
        "ho-so-trinh-ve-to-chuc",
    ),
    recipients=("Như trên", "Lưu {keeper}"),
    of_cell=False,
)  # fmt: skip

ORGANISATION_DECISION = register(
    "QD-05",
    "Quyết định thi hành kỷ luật tổ chức đảng",
    heading="QUYẾT ĐỊNH",
    abstract="thi hành kỷ luật đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={
        "grounds", "subject", "organisation", "form", "violation", "effect", "complaint",
        "signatory",
    },
    takes={"executors", "responsible"},
    blocks=(
        "can-cu", "ky-luat-to-chuc-dang", "hieu-luc-va-khieu-nai-cua-to-chuc",
        "thi-hanh-va-khac-phuc",
    ),
    recipients=("{committee} (để báo cáo)", "Như Điều 3", "Lưu {keeper}, hồ sơ tổ chức đảng"),
    of_cell=False,
    of_dissolution=False,
)  # fmt: skip

DISSOLUTION_DECISION = register(
    "QD-05.GT",
    "Quyết định giải tán tổ chức đảng",
    heading="QUYẾT ĐỊNH",
    abstract="giải tán {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={
        "grounds", "subject", "organisation", "form", "ground", "violation", "effect", "complaint",
        "handover", "signatory",
    },
    takes={"executors", "responsible"},
    blocks=(
        "can-cu", "giai-tan-to-chuc-dang", "dang-vien-ho-so-con-dau", "hieu-luc-giai-tan-khieu-nai",
        "thi-hanh-giai-tan",
    ),
    recipients=(
        "{committee} (để báo cáo)",
        "Như Điều 4",
        "Lưu {keeper}, hồ sơ tổ chức đảng",
    ),
    of_cell=False,
    of_dissolution=True,
)  # fmt: skip

ORGANISATION_SERVICE_MINUTES = register(
    "BB-08.TC",
    "Biên bản công bố và trao quyết định kỷ luật tổ chức đảng",
    heading="BIÊN BẢN",
    abstract="công bố và trao quyết định kỷ luật tổ chức đảng đối với {subject}",
    signed_by=SignedBy.BOTH_SIDES,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "subject_present",
        "discipline_decision", "received_on", "complaint", "complaint_ends",
    },
    takes={
        "started", "ended", "complaint_starts", "subject_opinion", "refusal", "other_side",
    },
    needs_when={("refusal", None): {"witnesses"}},
    blocks=(
        "cong-bo-truoc-to-chuc-dang", "trao-cho-dai-dien", "quyen-khieu-nai-cua-to-chuc",
        "y-kien-cua-dai-dien",
    ),
)  # fmt: skip

ORGANISATION_LETTER = register(
    "CV-01.TC",
    "Công văn thông báo việc thi hành kỷ luật tổ chức đảng",
    heading="",
    abstract="thông báo thi hành kỷ luật tổ chức đảng đối với {subject}",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "addressee", "organisation", "form", "discipline_decision", "signatory"},
    takes={"violation", "requests", "due_on"},
    blocks=("thong-bao-ve-to-chuc-dang", "de-nghi-lien-quan-to-chuc", "bao-lai-viec-khac-phuc"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
)

DISSOLUTION_REPORT = register(
    "BC-05.GT",
    "Báo cáo việc giải tán tổ chức đảng",
    heading="BÁO CÁO",
    abstract="việc giải tán {subject}",
    symbol="BC",
    signed_by=SignedBy.COMMITTEE,
    needs={
        "subject", "addressee", "organisation", "ground", "discipline_decision", "levels",
        "arithmetic", "signatory",
    },
    takes={"violation", "proposals", "received_on"},
    blocks=("bao-cao-quyet-dinh-giai-tan", "de-nghi-va-bieu-quyet-giai-tan", "viec-sau-giai-tan"),
    recipients=("Như trên", "Lưu {keeper}"),
    of_cell=False,
)  # fmt: skip
