"""Biên bản làm việc: each session has its chair, its recorder, the subject's side; who will not sign is on record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from documents.catalogue import SignedBy
from workflows.everyday.declaring import asking_also, transitions
from workflows.facts import Facts
from workflows.guards import guard
from workflows.inputs import Choice, Text
from workflows.refused import SIGNED, UNSIGNED
from workflows.stages import Stages, Step

SIGNING = Choice(
    name="signing",
    label="Phía đối tượng ký biên bản",
    options=[(SIGNED, "Đã ký"), (UNSIGNED, "Từ chối ký")],
    required=False,
)
QUESTIONS = (
    Text(
        name="recorder", label="Người ghi biên bản",
        help="Họ và tên, chức vụ; để trống thì là người ghi bước này.", most=200, required=False,
    ),
    SIGNING,
    Text(
        name="refusal_to_sign", label="Nếu từ chối ký: lý do, người chứng kiến", long=True, most=1000,
        required=False,
    ),
)  # fmt: skip


@guard(remedy="Ghi lý do và người chứng kiến việc từ chối ký.", reads_inputs=True)
def the_unsigned_minutes_say_why(facts: Facts) -> bool:
    """Biên bản không có chữ ký của đối tượng mà chưa nêu lý do."""
    return facts.inputs.get("signing") != UNSIGNED or bool(facts.inputs.get("refusal_to_sign"))


def is_session(step: Step) -> bool:
    """Whether the step is a working session with the subject: its minutes are signed by both sides."""
    return any(kind.signed_by is SignedBy.BOTH_SIDES for kind in step.writes)


def declare_sessions(procedure: Any, stages: Stages) -> None:
    """Ask every session who wrote its minutes, and whether the subject's side signed them."""
    del stages
    for move in transitions(procedure):
        step: Step = move.custom["step"]
        if is_session(step):
            guards = (
                () if the_unsigned_minutes_say_why in step.when else (the_unsigned_minutes_say_why,)
            )
            move.custom["step"] = replace(asking_also(step, QUESTIONS), when=(*step.when, *guards))
