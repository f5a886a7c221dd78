"""Papers of continuous supervision: who watches what, what was seen, who is reminded."""

from documents.catalogue import SignedBy, register

WATCH_ASSIGNMENT = register(
    "TB-04",
    "Thông báo phân công giám sát thường xuyên",
    heading="THÔNG BÁO",
    abstract="phân công giám sát thường xuyên {period}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"period", "assignments", "signatory"},
    takes={"grounds", "demands"},
    blocks=("can-cu-phan-cong", "bang-phan-cong-dia-ban", "trach-nhiem-theo-doi"),
    recipients=(
        "{committee} (để báo cáo)",
        "Các tổ chức đảng trực thuộc",
        "Người được phân công",
        "Lưu {keeper}",
    ),
)

WATCH_REPORT = register(
    "BC-04",
    "Báo cáo giám sát thường xuyên",
    heading="BÁO CÁO",
    abstract="giám sát thường xuyên đối với {subject} {period}",
    signed_by=SignedBy.OFFICER,
    needs={"subject", "period", "observed", "assessment", "proposals", "signatory"},
    takes={"ways", "addressee"},
    blocks=("cach-giam-sat", "viec-da-nam", "danh-gia-dia-ban", "kien-nghi-dia-ban"),
    recipients=("Như trên", "Lưu hồ sơ"),
)

REMINDER_LETTER = register(
    "CV-01.NN",
    "Công văn nhắc nhở, chấn chỉnh",
    heading="",
    abstract="nhắc nhở, chấn chỉnh trong thực hiện {content}",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "content", "faults", "demands", "signatory"},
    takes={"period", "due_on"},
    blocks=("tinh-hinh-qua-giam-sat", "han-che-can-nhac-nho", "yeu-cau-chan-chinh"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
)
