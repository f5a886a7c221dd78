"""Papers of intake: what is proposed about a letter, where it is sent on, what whoever sent it is told."""

from documents.catalogue import SignedBy, register

LETTER_PROPOSAL = register(
    "DX-02",
    "Phiếu đề xuất xử lý đơn, thông tin",
    heading="PHIẾU ĐỀ XUẤT",
    abstract="xử lý {letter}",
    signed_by=SignedBy.OFFICER,
    needs={"letter", "sender", "content", "nature", "reason", "handling", "signatory"},
    takes={"addressee", "subject", "competent"},
    blocks=(
        "so-don-den",
        "noi-dung-don",
        "phan-loai-don",
        "de-xuat-huong-xu-ly",
        "y-kien-phe-duyet",
    ),
    recipients=("Như trên", "Lưu hồ sơ"),
)

FORWARDING_SLIP = register(
    "PC-01",
    "Phiếu chuyển đơn",
    heading="PHIẾU CHUYỂN",
    abstract="{letter}",
    symbol="PC",
    signed_by=SignedBy.COMMITTEE,
    needs={"letter", "sender", "addressee", "content", "reason", "attached", "signatory"},
    takes={"subject"},
    blocks=("don-duoc-chuyen", "ly-do-chuyen-don", "tai-lieu-chuyen-theo", "de-nghi-noi-nhan-don"),
    recipients=("Như trên", "Lưu {keeper}"),
)

SENDER_NOTICE = register(
    "TB-03",
    "Thông báo xử lý đơn gửi người gửi đơn",
    heading="THÔNG BÁO",
    abstract="xử lý {letter}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"letter", "addressee", "handling", "message", "signatory"},
    blocks=("don-da-nhan", "ket-qua-xu-ly-don", "loi-thong-bao-nguoi-gui"),
    recipients=("Người gửi đơn", "Lưu {keeper}"),
)

REFUSAL_LETTER = register(
    "CV-01.KTL",
    "Công văn về việc không thụ lý đơn",
    heading="",
    abstract="không thụ lý {letter}",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"letter", "addressee", "reason", "message", "signatory"},
    blocks=("don-da-xem-xet", "ly-do-khong-thu-ly", "tra-loi-nguoi-gui"),
    recipients=("Như trên", "Lưu {keeper}"),
)

SPLIT_GUIDANCE = register(
    "CV-01.HD",
    "Công văn hướng dẫn tách đơn",
    heading="",
    abstract="hướng dẫn gửi riêng nội dung tố cáo trong {letter}",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"letter", "addressee", "message", "signatory"},
    blocks=("don-co-hai-noi-dung", "phan-duoc-xu-ly", "huong-dan-to-cao-rieng"),
    recipients=("Như trên", "Lưu {keeper}"),
)

INFORMATION_REPORT = register(
    "BC-04.NT",
    "Báo cáo nắm tình hình",
    heading="BÁO CÁO",
    abstract="nắm tình hình qua thông tin tiếp nhận",
    signed_by=SignedBy.OFFICER,
    needs={"letter", "content", "assessment", "purpose", "proposals", "signatory"},
    takes={"addressee", "subject"},
    blocks=(
        "nguon-thong-tin",
        "tinh-hinh-nam-duoc",
        "nhan-dinh-su-dung",
        "de-xuat-su-dung-thong-tin",
    ),
    recipients=("Như trên", "Lưu hồ sơ"),
)

MEMBER_ANSWER = register(
    "CV-01.TLDV",
    "Công văn trả lời phê bình, chất vấn, kiến nghị của đảng viên",
    heading="",
    abstract="trả lời {letter}",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"letter", "addressee", "message", "signatory"},
    blocks=("dieu-dang-vien-hoi", "tra-loi-tung-dieu", "con-y-kien-khac"),
    recipients=("Như trên", "Lưu {keeper}"),
)
