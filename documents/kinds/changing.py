"""Papers of any matter while it runs: its decision adjusted, its file passed from one officer to another."""

from documents.catalogue import SignedBy, register

SCOPE_CHANGE = register(
    "QD-02.DC",
    "Quyết định điều chỉnh, bổ sung quyết định, kế hoạch kiểm tra, giám sát",
    heading="QUYẾT ĐỊNH",
    abstract="điều chỉnh, bổ sung nội dung, đối tượng, mốc thời gian đối với {subject}",
    symbol="QĐ",
    signed_by=SignedBy.COMMITTEE,
    needs={"grounds", "subject", "decision", "adjusted", "reason", "signatory"},
    blocks=("dieu-chinh-bo-sung", "ly-do-dieu-chinh", "phan-khong-dieu-chinh"),
    recipients=("{committee} (để báo cáo)", "{subject}", "Đoàn kiểm tra, giám sát", "Lưu {keeper}"),
)

FILE_HANDOVER = register(
    "BB-BG",
    "Biên bản bàn giao hồ sơ",
    heading="BIÊN BẢN",
    abstract="bàn giao hồ sơ {file_code}",
    signed_by=SignedBy.HANDOVER,
    needs={"file_code", "file_title", "contents", "handed_by", "received_by", "held_on", "reason"},
    takes={"work_left", "remarks"},
    blocks=("hai-ben-ban-giao", "danh-muc-ban-giao", "viec-con-lai", "trach-nhiem-sau-ban-giao"),
)
