"""What a complaint, or a superior, made of a decision: told to the discipline's own file, in its own chain."""

from __future__ import annotations

from typing import Any

from permissions.predicates import told_by_a_review
from workflows.everyday.declaring import give, with_end
from workflows.forms import Form
from workflows.inputs import BodyOf, CaseOf, Choice, Text
from workflows.reviews import Outcome, Tells
from workflows.rows import RowKind
from workflows.stages import Stages

NOTE, ANNUL = "note_review", "note_annulment"
#: The end of a discipline whose decision was annulled.
ANNULLED = "da_xoa_bo"
_NAME, _LABEL = "ANNULLED", "Hình thức kỷ luật đã bị xóa bỏ"
#: What may be told: how a review goes on, and what it came to.
SAID = [
    *((one.value, str(one.label)) for one in Tells if one is not Tells.SETTLED),
    *((one.value, str(one.label)) for one in Outcome),
]
FORM = Choice(
    name="form",
    label="Hình thức kỷ luật còn hiệu lực",
    options=[(one.value, str(one.label)) for one in Form],
    required=False,
)


def note_review(_self: Any) -> None:
    """Việc khiếu nại, xem xét lại quyết định này và kết quả được ghi vào chính hồ sơ kỷ luật."""


def note_annulment(_self: Any) -> None:
    """Hình thức kỷ luật đã bị xóa bỏ thì hồ sơ kỷ luật kết thúc; mọi việc đã ghi được giữ nguyên."""


def step_for(said: str) -> str:
    """The code of the step by which the discipline's file learns this."""
    return ANNUL if said == Outcome.ANNULLED else NOTE


def declare_reviewing(procedure: Any, stages: Stages) -> None:
    """Let the file of a discipline learn at any stage, its ends too, what another file made of its decision."""
    if not procedure.disciplines:
        return
    end = with_end(stages, _NAME, ANNULLED, _LABEL)
    others = [one for one in stages.enum if one != end]
    told: dict[str, Any] = {
        "by": told_by_a_review, "door_only": True, "lays": RowKind.REVIEW, "inputs": [
            CaseOf(name="source", label="Hồ sơ giải quyết"),
            Choice(name="said", label="Tình hình, kết quả", options=SAID),
            FORM,
            Text(name="decision", label="Văn bản", personal=False, most=200, required=False),
            BodyOf(name="body", label="Cơ quan giải quyết"),
        ],
    }  # fmt: skip
    give(
        procedure, stages, list(stages.enum), note_review,
        label="Ghi việc giải quyết khiếu nại, xem xét lại", **told,
    )  # fmt: skip
    give(
        procedure, stages, others, note_annulment, target=end,
        label="Ghi việc xóa bỏ hình thức kỷ luật", aside=True, **told,
    )  # fmt: skip
