"""Cấp trên rút hồ sơ lên: the direct superior decides itself, without going bottom-up; the lower file ends whole."""

from __future__ import annotations

from typing import Any

from law import Hit
from permissions.roles import Relation
from workflows.conditions.answered_here import answered_here
from workflows.everyday.declaring import before_the_finish, give, open_stages, with_end
from workflows.inputs import Choice, LawSource, Text
from workflows.offices import leaders_of
from workflows.rows import RowKind
from workflows.stages import Stages

RULE = "authority.superior_takeover"
TAKE_OVER = "take_over_file"
#: The end of a file whose matter the direct superior decides itself.
ENDS_AS = "cap_tren_rut_len"
_NAME, _LABEL = "TAKEN_UP_ABOVE", "Cấp trên đã rút lên xem xét"


@answered_here(
    RULE, remedy="Yêu cầu cấp dưới xem xét; nêu văn bản cho phép cấp trên trực tiếp xem xét."
)
def the_superior_may_take_over(_facts: Any, hit: Hit) -> bool:
    """Quy định không cho cấp trên trực tiếp rút hồ sơ của cấp dưới lên xem xét."""
    return bool(hit.value)


def take_over_file(_self: Any) -> None:
    """Cấp dưới không xem xét hoặc xử lý quá nhẹ thì cấp trên trực tiếp tự xem xét, không làm lại từ cấp dưới."""


def declare_taking_over(procedure: Any, stages: Stages) -> None:
    """Let the direct superior end the lower file and go on in one of its own; a decided discipline stays below."""
    if not procedure.subjects:
        return
    end = with_end(stages, _NAME, ENDS_AS, _LABEL)
    at = before_the_finish(stages) if procedure.disciplines else open_stages(stages)
    give(
        procedure, stages, at, take_over_file, target=end,
        label="Cấp trên rút hồ sơ lên xem xét", short="Cấp trên rút lên",
        by=leaders_of(Relation.ABOVE), at=Relation.ABOVE, lays=RowKind.TAKEN_OVER, aside=True,
        inputs=[
            Choice(
                name="why", label="Cấp dưới",
                options=[
                    ("khong_xem_xet", "Không xem xét, không xử lý"),
                    ("qua_nhe", "Xử lý không đúng mức"),
                ],
            ),
            Text(name="reason", label="Lý do", long=True),
            Text(name="responsibility", label="Trách nhiệm của cấp dưới cần xem xét", long=True),
            Text(name="document", label="Văn bản của cấp trên: số, ngày", personal=False, most=200),
            LawSource(name="source", label="Quy định cho phép cấp trên trực tiếp xem xét"),
        ],
        when=[the_superior_may_take_over],
    )  # fmt: skip


def same_line(lower: Any, upper: Any) -> bool:
    """Whether a superior's procedure goes on with the matter of the lower one: of one kind, for its subjects."""
    return bool(
        lower.code.partition(".")[0] == upper.code.partition(".")[0]
        and lower.subjects & upper.subjects
    )
