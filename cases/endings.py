"""How each concluded violation ends: in exactly one of the seven ways a committee answers for.

A finding that found no violation, or is not concluded yet, has no ending; every other has one, also
while its discipline runs.
"""

from __future__ import annotations

from enum import Enum

from django.db.models import TextChoices

from workflows.conclusions.of_inspection import Outcome
from workflows.conclusions.of_supervision import Outcome as Supervised


class Ending(TextChoices):
    """Kết quả xử lý một vi phạm đã kết luận."""

    BELOW = "chua_den_muc", "Chưa đến mức kỷ luật"
    EXEMPTED = "mien", "Miễn kỷ luật"
    TIME_BARRED = "het_thoi_hieu", "Hết thời hiệu"
    DEFERRED = "chua_xem_xet", "Chưa xem xét"
    REFERRED_UP = "de_nghi_cap_tren", "Đề nghị cấp trên"
    IN_PROGRESS = "dang_xem_xet", "Đang xem xét kỷ luật"
    DISCIPLINED = "da_ky_luat", "Đã thi hành kỷ luật"


#: Not settled yet: something has still to happen to them.
OPEN = frozenset({Ending.DEFERRED, Ending.REFERRED_UP, Ending.IN_PROGRESS})


class Without(Enum):
    """Why a finding has no ending: it is not concluded, or it is no violation."""

    NOT_CONCLUDED = "chua_ket_luan"
    NO_VIOLATION = "khong_vi_pham"


#: Every stage a finding can be in, in any procedure; a test holds that none is missing.
_OF_STAGE: dict[str, Ending | Without] = {
    Outcome.EXAMINED: Without.NOT_CONCLUDED,
    Outcome.NO_VIOLATION: Without.NO_VIOLATION,
    Outcome.SHORTCOMING: Without.NO_VIOLATION,
    Outcome.BELOW_DISCIPLINE: Ending.BELOW,
    Outcome.OWN_DISCIPLINE: Ending.IN_PROGRESS,
    Outcome.LOWER_ASKED: Ending.IN_PROGRESS,
    Outcome.PROPOSED_UP: Ending.REFERRED_UP,
    Outcome.TIME_BARRED: Ending.TIME_BARRED,
    Outcome.DEFERRED: Ending.DEFERRED,
    Outcome.RESUMED: Ending.IN_PROGRESS,
    Outcome.EXEMPTED: Ending.EXEMPTED,
    Outcome.DISCIPLINED: Ending.DISCIPLINED,
    Outcome.NOT_DISCIPLINED: Ending.BELOW,  # voted on and found below it
    # Of a denunciation: what is false or unfounded is no violation, what was withdrawn is not concluded.
    "sai": Without.NO_VIOLATION,
    "khong_co_so": Without.NO_VIOLATION,
    "nd_da_rut": Without.NOT_CONCLUDED,
    # A sign is no violation: an inspection has still to conclude it.
    Supervised.SIGNS: Without.NOT_CONCLUDED,
    Supervised.TO_BE_INSPECTED: Without.NOT_CONCLUDED,
    Supervised.NOT_INSPECTED: Without.NOT_CONCLUDED,
    Supervised.REFERRED: Without.NOT_CONCLUDED,
}


def ending_of(stage: str) -> Ending | None:
    """Return the one ending of a finding at `stage`, None where there is no concluded violation.

    Raises KeyError for a stage that no finding can be in.
    """
    found = _OF_STAGE[stage]
    return found if isinstance(found, Ending) else None
