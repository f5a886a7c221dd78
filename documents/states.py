"""The life of a paper: its states, and the only ways from one to another."""

from django.db.models import TextChoices


class State(TextChoices):
    """The life of a paper (vòng đời văn bản)."""

    DRAFT = "du_thao", "Dự thảo"
    SUBMITTED = "da_trinh", "Đã trình"
    SIGNED = "da_ky", "Đã ký, chưa có số"
    READY = "cho_in", "Đã có số, chưa in"
    ISSUED = "da_ban_hanh", "Đã in, đã ban hành"
    SERVED = "da_tong_dat", "Đã tống đạt"
    RECEIVED = "da_tiep_nhan", "Đã tiếp nhận"
    CANCELLED = "da_huy", "Đã hủy"


#: Until then the words may still change.
OPEN = (State.DRAFT, State.SUBMITTED)

WAYS = (
    (State.DRAFT, State.SUBMITTED),
    (State.SUBMITTED, State.DRAFT),  # returned
    (State.DRAFT, State.SIGNED),
    (State.SUBMITTED, State.SIGNED),
    (State.DRAFT, State.READY),  # kinds without a book number
    (State.SUBMITTED, State.READY),
    (State.SIGNED, State.READY),
    (State.READY, State.ISSUED),
    (State.ISSUED, State.SERVED),
    (State.DRAFT, State.CANCELLED),
    (State.SUBMITTED, State.CANCELLED),
    (State.SIGNED, State.CANCELLED),
    (State.READY, State.CANCELLED),
    (State.ISSUED, State.CANCELLED),
)
