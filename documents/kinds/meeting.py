"""The paper of a whole meeting: who was there, each item with what came of it, the conclusion."""

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
