"""Papers that open a supervision: proposal, decision, plan, outline, and changes of the team."""

from documents.catalogue import Head, SignedBy, register

SUPERVISION_PROPOSAL = register(
    "DX-01",
    "Báo cáo đề xuất giám sát",
    heading="BÁO CÁO",
    abstract="đề xuất giám sát chuyên đề đối với {subject}",
    signed_by=SignedBy.OFFICER,
    needs={"subject", "content", "period", "source", "assessment", "team", "signatory"},
    takes={"duration", "addressee"},
    blocks=("co-so-de-xuat", "nhan-dinh-tinh-hinh", "noi-dung-de-xuat", "du-kien-doan"),
    recipients=("Như trên", "Lưu hồ sơ"),
)

SUPERVISION_DECISION = register(
    "QD-01",
    "Quyết định giám sát, thành lập đoàn giám sát",
    heading="QUYẾT ĐỊNH",
    abstract="giám sát chuyên đề đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "content", "period", "duration", "team", "signatory"},
    takes={"seal"},
    blocks=("can-cu", "doi-tuong-noi-dung", "lap-doan", "nhiem-vu-doan", "thi-hanh-quyet-dinh"),
    recipients=("{committee} (để báo cáo)", "Như Điều 4", "Lưu {keeper}"),
)

SUPERVISION_PLAN = register(
    "KH-01",
    "Kế hoạch giám sát",
    heading="KẾ HOẠCH",
    abstract="giám sát chuyên đề đối với {subject}",
    symbol="KH",
    signed_by=SignedBy.COMMITTEE,
    needs={"subject", "content", "period", "duration", "team", "signatory"},
    takes={"decision", "purpose", "method", "venue", "arrangements"},
    blocks=("muc-dich-yeu-cau", "pham-vi-giam-sat", "phuong-phap-tien-hanh", "to-chuc-thuc-hien"),
    recipients=(
        "{committee} (để báo cáo)",
        "{subject}",
        "Thành viên Đoàn giám sát",
        "Lưu {keeper}",
    ),
)

REPORT_OUTLINE = register(
    "DC-01",
    "Đề cương gợi ý báo cáo",
    heading="ĐỀ CƯƠNG",
    abstract="gợi ý báo cáo phục vụ giám sát chuyên đề đối với {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "content", "period", "questions", "signatory"},
    takes={"decision", "due_on"},
    blocks=("thong-tin-can-neu", "cau-hoi-goi-y", "tu-danh-gia-goi-y", "gui-bao-cao"),
    recipients=("{subject}", "Lưu hồ sơ"),
    head=Head.TEAM,
)

TEAM_PLAN = register(
    "KH-02",
    "Kế hoạch chi tiết, lịch làm việc và phân công của đoàn giám sát",
    heading="KẾ HOẠCH",
    abstract="chi tiết giám sát chuyên đề đối với {subject}",
    signed_by=SignedBy.TEAM_LEADER,
    needs={"subject", "assignments", "timetable", "signatory"},
    takes={"decision", "rules"},
    blocks=("phan-cong-nhiem-vu", "lich-lam-viec", "noi-quy-doan"),
    recipients=("{subject}", "Thành viên Đoàn giám sát", "Lưu hồ sơ"),
    head=Head.TEAM,
)

TEAM_EXTENSION = register(
    "QD-02",
    "Quyết định gia hạn thời gian giám sát",
    heading="QUYẾT ĐỊNH",
    abstract="gia hạn thời gian giám sát chuyên đề đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "decision", "old_limit", "new_limit", "reason", "signatory"},
    blocks=("gia-han", "ly-do-gia-han", "noi-dung-giu-nguyen"),
    recipients=("{committee} (để báo cáo)", "{subject}", "Đoàn giám sát", "Lưu {keeper}"),
)

TEAM_CHANGE = register(
    "QD-02.TV",
    "Quyết định thay đổi thành viên đoàn giám sát",
    heading="QUYẾT ĐỊNH",
    abstract="thay đổi thành viên Đoàn giám sát chuyên đề đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "decision", "leaving", "joining", "reason", "signatory"},
    blocks=("thoi-tham-gia", "bo-sung-thanh-vien", "ban-giao-viec"),
    recipients=(
        "{committee} (để báo cáo)",
        "{subject}",
        "Đoàn giám sát",
        "Như Điều 1",
        "Lưu {keeper}",
    ),
)
