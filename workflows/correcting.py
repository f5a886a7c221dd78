"""What may be corrected, and by whom: a step that stayed and laid a fact, by a second person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from law import Reason
from workflows import own_steps
from workflows.facts import Facts
from workflows.procedure import Procedure
from workflows.rows import RowKind
from workflows.stages import Step


def against_correcting(
    procedure: type[Procedure], step: Step, facts: Facts, person: int, answers: Mapping[str, Any]
) -> list[Reason]:
    """Only a step that stayed and laid a fact is corrected, and only by a second person."""
    if step.lays is not RowKind.CORRECTION:
        return []
    laid = [row for row in facts.rows if str(row.laid_by) == str(answers.get("record"))]
    wrong = procedure.step(laid[0].step) if laid else None
    if wrong is None or wrong.moves or wrong.issues or wrong.lays is RowKind.CORRECTION:
        return [
            Reason(
                "correct.what",
                "Bước này không đính chính được: chỉ đính chính bước ghi thêm dữ kiện mà không chuyển giai đoạn.",
                remedy="Văn bản đã ký sai thì ban hành văn bản mới; bước chuyển sai thì xin ý kiến người ký.",
            )
        ]
    if own_steps.is_own(wrong):
        return [
            Reason(
                "correct.own",
                "Ý kiến, chứng cứ đảng viên tự nộp được giữ nguyên; không ai đính chính thay.",
                remedy="Đảng viên nộp thêm bản mới; đoàn nêu nhận xét ở bước của mình.",
            )
        ]
    if any(row.by == person for row in laid):
        return [
            Reason(
                "correct.alone",
                "Người đã ghi bước này không tự đính chính; phải có người khác xác nhận chỗ sai.",
                remedy="Người khác trong đoàn, hoặc cán bộ theo dõi địa bàn, ghi bước đính chính.",
            )
        ]
    return []
