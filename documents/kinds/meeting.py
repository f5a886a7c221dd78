"""The papers of a whole meeting: its minutes, and the notice of what came of it and who has to do what by when."""

from documents.catalogue import SignedBy, register

MEETING_MINUTES = register(
    "BB-05.HN",
    "Biên bản kỳ họp, hội nghị",
    heading="BIÊN BẢN",
    abstract="{meeting}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "meeting", "held_on", "venue", "chair", "recorder", "roll", "present", "agenda", "conclusion",
    },
    takes={"started", "ended", "absent", "electorate"},
    blocks=("thanh-phan-ca-cuoc-hop", "tung-noi-dung-chuong-trinh", "ket-luan-ca-cuoc-hop"),
)  # fmt: skip

MEETING_RESULTS = register(
    "TB-08.HN",
    "Thông báo kết quả kỳ họp, hội nghị",
    heading="THÔNG BÁO",
    abstract="kết quả {meeting}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "meeting", "held_on", "agenda", "conclusion", "signatory"},
    takes={"tasks", "venue"},
    blocks=("ket-qua-tung-viec-da-hop", "ket-luan-thong-bao", "viec-giao-sau-cuoc-hop"),
    recipients=("{addressee}", "Lưu {keeper}"),
)  # fmt: skip
