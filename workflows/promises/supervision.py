"""Supervision reminds and corrects; what it finds may lead to an inspection, never to discipline itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from workflows.conditions.powers import PowerGuard
from workflows.editions import describe_step
from workflows.forms import Form
from workflows.matter import Matter
from workflows.promises.broken import Broken, at_step
from workflows.rows import RowKind
from workflows.stages import Step

#: What only a matter of discipline, or an inspection that leads to one, lays in its file.
OF_DISCIPLINE = frozenset(
    {
        RowKind.REQUEST, RowKind.OUTCOME, RowKind.LEVELS, RowKind.BALLOT, RowKind.SENT, RowKind.HEARING,
        RowKind.APPRAISAL, RowKind.LIMITATION, RowKind.HANDED_OVER, RowKind.NOTIFIED,
    }
)  # fmt: skip
_FORMS = tuple(form.label.lower() for form in Form if form is not Form.NONE)


def supervises(procedure: type[Matter]) -> bool:
    """Whether it is one of supervision: it neither inspects, disciplines, removes nor gives back."""
    acts = procedure.inspects or procedure.disciplines or procedure.restores or procedure.question
    return not (acts or procedure.is_meeting)


def supervision_leads_to_inspection_only(procedures: Sequence[type[Matter]]) -> Iterator[Broken]:
    """No procedure of discipline opens out of a file of supervision."""
    supervised = [one for one in procedures if supervises(one)]
    for procedure in (one for one in procedures if one.disciplines):
        for before in (one.code for one in supervised if procedure.comes_after(one)):
            yield Broken(
                procedure.code,
                "mở hồ sơ (`follows`)",
                f"giám sát ({before}) dẫn thẳng đến kỷ luật.",
                "Có dấu hiệu vi phạm thì kiểm tra trước; bỏ mã giám sát khỏi `follows`.",
            )


def supervision_does_not_speak_of_discipline(procedure: type[Matter]) -> Iterator[Broken]:
    """No step of supervision, or of its findings, weighs, votes on, asks for or records a discipline."""
    if not supervises(procedure):
        return
    for machine in procedure.machines():
        for step in machine.steps.values():
            if said := _discipline_in(step):
                yield at_step(
                    machine,
                    step,
                    f"giám sát dẫn thẳng đến kỷ luật: {said}.",
                    "Kết luận “có dấu hiệu vi phạm” rồi chuyển kiểm tra.",
                )


def _discipline_in(step: Step) -> str:
    words = json.dumps(describe_step(step), ensure_ascii=False).lower()
    if form := next((form for form in _FORMS if form in words), None):
        return f"nhắc hình thức “{form}”"
    if step.votes:
        return "bỏ phiếu kỷ luật"
    if step.lays in OF_DISCIPLINE:
        return f"lập “{step.lays.label}”" if step.lays else ""
    if any(isinstance(guard, PowerGuard) for guard in step.when):
        return "xét thẩm quyền kỷ luật"
    return ""
