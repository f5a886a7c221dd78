"""Papers of the vote on discipline: slips, the count, the minutes of the meeting."""

from documents.catalogue import SignedBy, register
from documents.fields import DECIDES

PROPOSAL_BALLOT = register(
    "PH-01",
    "Phiếu biểu quyết đề nghị thi hành kỷ luật",
    heading="PHIẾU BIỂU QUYẾT",
    abstract="đề nghị thi hành kỷ luật đối với {subject}",
    signed_by=SignedBy.NOBODY,
    needs={"subject", "options"},
    takes={"content", "meeting", "held_on"},
    blocks=("nguoi-duoc-de-nghi", "hinh-thuc-de-nghi", "cach-ghi-phieu-de-nghi"),
)

DISCIPLINE_BALLOT = register(
    "PH-02",
    "Phiếu biểu quyết thi hành kỷ luật",
    heading="PHIẾU BIỂU QUYẾT",
    abstract="thi hành kỷ luật đối với {subject}",
    signed_by=SignedBy.NOBODY,
    needs={"subject", "options"},
    takes={"content", "meeting", "held_on"},
    blocks=("nguoi-duoc-xem-xet", "hinh-thuc-ky-luat", "cach-ghi-phieu-ky-luat"),
)

COUNT_MINUTES = register(
    "BB-07",
    "Biên bản kiểm phiếu",
    heading="BIÊN BẢN KIỂM PHIẾU",
    abstract="biểu quyết {motion} đối với {subject}",
    signed_by=SignedBy.TELLERS,
    needs={
        "subject", "held_on", "venue", "motion", "attendance", "tellers", "recorder", "slips",
        "vote_result", "arithmetic",
    },
    takes={"meeting", "started", "ended", "absent", "electorate", "outcome", "envelope"},
    blocks=("nguoi-bieu-quyet", "to-kiem-phieu", "so-phieu", "phieu-tung-hinh-thuc", "tinh-ket-qua"),
)  # fmt: skip

DISCIPLINE_MINUTES = register(
    "BB-05.KL",
    "Biên bản kỳ họp, hội nghị xem xét kỷ luật",
    heading="BIÊN BẢN",
    abstract="xem xét, biểu quyết {motion} đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "present", "attendance", "motion",
        "report", "self_criticism", "conclusion", "slips", "vote_result", "arithmetic", "outcome",
    },
    takes={
        "meeting", "started", "ended", "absent", "observers", "electorate", "subject_opinion",
        "opinions", "tellers", "limitation", "proposals",
    },
    needs_when={("motion", DECIDES): {"hearing"}},
    blocks=(
        "thanh-phan-xem-xet-ky-luat",
        "bao-cao-va-tu-kiem-diem",
        "thao-luan-ky-luat",
        "bieu-quyet-phieu-kin",
        "ket-luan-ky-luat",
    ),
    of_cell=False,
)  # fmt: skip

CELL_DISCIPLINE_MINUTES = register(
    "BB-05.KL.CB",
    "Biên bản hội nghị chi bộ xem xét kỷ luật",
    heading="BIÊN BẢN",
    abstract="hội nghị chi bộ xem xét, biểu quyết {motion} đối với {subject}",
    signed_by=SignedBy.CHAIR_AND_RECORDER,
    needs={
        "subject", "held_on", "venue", "chair", "recorder", "attendance", "motion",
        "self_criticism", "conclusion", "slips", "vote_result", "arithmetic", "outcome",
    },
    takes={
        "started", "ended", "present", "absent", "observers", "electorate", "subject_opinion",
        "opinions", "tellers", "limitation", "effect", "proposals",
    },
    needs_when={("motion", DECIDES): {"hearing"}},
    blocks=(
        "dang-vien-chi-bo-du-hop",
        "dang-vien-tu-kiem-diem",
        "chi-bo-thao-luan",
        "chi-bo-bo-phieu",
        "chu-tri-cong-bo-ket-qua",
    ),
    of_cell=True,
)  # fmt: skip
