"""Every right of the person concerned is kept by a step of the procedure, on a rule that exists."""

from __future__ import annotations

from collections.abc import Iterator

from workflows.matter import Matter
from workflows.own_steps import is_own
from workflows.promises.broken import Broken
from workflows.promises.steps import faults_of_rule


def every_right_has_the_step_that_keeps_it(procedure: type[Matter]) -> Iterator[Broken]:
    """The step that keeps it exists; one the person uses alone is open to that person and nobody else."""
    for right in procedure.rights:
        where = f"quyền “{right.words}”"
        if procedure.step(right.kept_by) is None:
            yield Broken(
                procedure.code,
                where,
                f"không có bước “{right.kept_by}” bảo đảm quyền này.",
                "Khai bước đó, hoặc sửa `kept_by`.",
            )
        own = procedure.step(right.or_by) if right.or_by else None
        if right.or_by and (own is None or not is_own(own)):
            yield Broken(
                procedure.code,
                where,
                f"đối tượng không tự làm được bước “{right.or_by}”.",
                "Khai bước của chính đối tượng (workflows/own_steps.py).",
            )
        if right.rule and (fault := faults_of_rule(right.rule)):
            yield Broken(
                procedure.code, where, f"{fault}.", "Nêu một quy tắc có dẫn văn bản trong law/."
            )
    if procedure.disciplines and not procedure.rights:
        yield Broken(
            procedure.code,
            "quyền của đối tượng",
            "quy trình kỷ luật không nêu quyền nào.",
            "Khai `rights` của quy trình.",
        )
