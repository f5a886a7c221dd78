"""The seven outcomes of a concluded violation: a view of where each finding stands in its own machine."""

from __future__ import annotations

from django.db.models import TextChoices


class Violation(TextChoices):
    """Where a concluded violation stands; each stands in one place only."""

    BELOW = "chua_den_muc", "Chưa đến mức kỷ luật"
    EXEMPTED = "mien", "Miễn kỷ luật"
    TIME_BARRED = "het_thoi_hieu", "Hết thời hiệu"
    DEFERRED = "tam_chua", "Chưa xem xét kỷ luật"
    REFERRED = "de_nghi_tren", "Đề nghị cấp trên"
    IN_PROGRESS = "dang_xem_xet", "Đang xem xét kỷ luật"
    DISCIPLINED = "da_ky_luat", "Đã thi hành kỷ luật"


#: By the stage of the finding. One that a superior voted not to discipline falls back below the level.
_OF_STAGE = {
    "c2": Violation.BELOW,
    "khong_ky_luat": Violation.BELOW,
    "c6_mien": Violation.EXEMPTED,
    "c5": Violation.TIME_BARRED,
    "c6": Violation.DEFERRED,
    "c6_het": Violation.DEFERRED,  # until the same content is concluded again
    "c4": Violation.REFERRED,
    "c3": Violation.IN_PROGRESS,
    "c3b": Violation.IN_PROGRESS,
    "da_ky_luat": Violation.DISCIPLINED,
}
#: No violation was concluded: still examined, none found, a shortcoming, or a sign that only an inspection answers.
_NO_VIOLATION = frozenset(
    {
        "xem_xet", "c0", "c1", "co_dau_hieu", "dh", "khong_kiem_tra", "chuyen",
        "sai", "khong_co_so", "nd_da_rut",  # of a denunciation
    }
)  # fmt: skip


def outcome_of(stage: str) -> Violation | None:
    """The outcome of a finding at this stage of its machine; None where no violation was concluded.

    Raises KeyError for a stage that nobody has placed.
    """
    return None if stage in _NO_VIOLATION else _OF_STAGE[stage]
