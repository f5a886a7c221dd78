"""Papers beside the path of an inspection: before it is proposed, upward, to experts, and with its conclusion."""

from documents.catalogue import Head, SignedBy, register

SITUATION_REPORT = register(
    "DX-02.NT",
    "Báo cáo nắm tình hình về dấu hiệu vi phạm",
    heading="BÁO CÁO",
    abstract="nắm tình hình về dấu hiệu vi phạm đối với {subject}",
    signed_by=SignedBy.OFFICER,
    needs={"subject", "content", "period", "source", "assessment", "proposals", "signatory"},
    takes={"addressee"},
    blocks=("viec-nam-tinh-hinh", "tinh-hinh-ve-dau-hieu", "huong-xu-ly-dau-hieu"),
    recipients=("Như trên", "Lưu hồ sơ"),
)

UPWARD_REPORT = register(
    "BC-06.KT",
    "Báo cáo cấp có thẩm quyền về dấu hiệu vi phạm",
    heading="BÁO CÁO",
    abstract="về dấu hiệu vi phạm đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "addressee", "signs", "reason", "signatory"},
    blocks=("dau-hieu-bao-cao-len", "vi-sao-ngoai-tham-quyen", "de-nghi-cap-tren-kiem-tra"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
    of_cell=False,
)

CELL_UPWARD_REPORT = register(
    "BC-06.KT.CB",
    "Báo cáo của chi bộ về dấu hiệu vi phạm",
    heading="BÁO CÁO",
    abstract="về dấu hiệu vi phạm đối với {subject}",
    symbol="BC",
    signed_by=SignedBy.CELL,
    needs={"subject", "content", "addressee", "signs", "reason", "signatory"},
    blocks=("chi-bo-nam-duoc", "chi-bo-khong-kiem-tra", "chi-bo-de-nghi-cap-tren"),
    recipients=("Như trên", "Lưu chi bộ"),
    of_cell=True,
)

EXAMINATION_LETTER = register(
    "CV-01.GD",
    "Công văn đề nghị giám định, cho ý kiến chuyên môn",
    heading="",
    abstract="đề nghị giám định, cho ý kiến chuyên môn",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "content", "requests", "attached", "signatory"},
    takes={"decision"},
    blocks=("viec-can-giam-dinh", "cau-hoi-chuyen-mon", "tai-lieu-giam-dinh", "ket-qua-giam-dinh"),
    recipients=("Như trên", "Lưu {keeper}"),
)

NEW_SIGNS_REPORT = register(
    "DX-03.KT",
    "Báo cáo đề xuất kiểm tra đối tượng khác có dấu hiệu vi phạm",
    heading="BÁO CÁO",
    abstract="dấu hiệu vi phạm của đối tượng khác qua kiểm tra {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "others", "signs", "proposals", "signatory"},
    takes={"decision", "addressee"},
    blocks=("doi-tuong-khac", "dau-hieu-qua-tham-tra", "de-xuat-mo-ho-so-khac"),
    recipients=("Như trên", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
)

CRIME_REPORT = register(
    "DX-04.KT",
    "Báo cáo đề nghị chuyển hồ sơ có dấu hiệu tội phạm",
    heading="BÁO CÁO",
    abstract="dấu hiệu tội phạm qua kiểm tra {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "signs", "attached", "proposals", "signatory"},
    takes={"decision", "addressee"},
    blocks=("dau-hieu-toi-pham", "tai-lieu-lam-co-so", "viec-kiem-tra-van-tiep-tuc"),
    recipients=("Như trên", "Lưu hồ sơ"),
    head=Head.INSPECTION_TEAM,
)

LOWER_BODY_LETTER = register(
    "CV-01.YC",
    "Công văn yêu cầu xem xét, thi hành kỷ luật theo thẩm quyền",
    heading="",
    abstract="yêu cầu xem xét, thi hành kỷ luật theo thẩm quyền",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "subject", "requests", "attached", "lower_body_due_on", "signatory"},
    takes={"notice"},
    blocks=("can-cu-yeu-cau-cap-duoi", "noi-dung-yeu-cau-cap-duoi", "qua-han-khong-xem-xet"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
)

COORDINATION_LETTER = register(
    "CV-01.PHX",
    "Công văn đề nghị phối hợp, xem xét theo thẩm quyền",
    heading="",
    abstract="đề nghị phối hợp, xem xét theo thẩm quyền",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "subject", "content", "signs", "requests", "signatory"},
    takes={"notice"},
    blocks=("viec-ngoai-pham-vi-xem-xet", "noi-dung-de-nghi-phoi-hop", "trao-doi-ket-qua-phoi-hop"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
)

ALIGNMENT_LETTER = register(
    "CV-01.DB",
    "Công văn đề nghị xử lý kỷ luật chính quyền, đoàn thể đồng bộ",
    heading="",
    abstract="đề nghị xem xét kỷ luật về chính quyền, đoàn thể đồng bộ với kỷ luật đảng",
    symbol="CV",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "subject", "requests", "signatory"},
    takes={"notice"},
    blocks=("ket-luan-cua-dang", "viec-xu-ly-dong-bo", "thong-bao-lai-to-chuc-dang"),
    recipients=("Như trên", "{committee} (để báo cáo)", "Lưu {keeper}"),
)
