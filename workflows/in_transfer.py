"""A unit that passes from one superior to another: between the two acts neither side decides a case on it."""

from __future__ import annotations

import law
from law import Reason
from workflows.facts import Facts
from workflows.stages import Step

RULE = "organisation.transfer"


def against(step: Step, facts: Facts) -> list[Reason]:
    """Whatever votes, concludes or issues a paper waits; records and moves without either go on."""
    if not facts.in_transfer or not (step.votes or step.issues or step.about_finding):
        return []
    hit = law.rule(RULE, on=facts.acted_on)
    return [
        Reason(
            "unit.in_transfer",
            "Tổ chức đảng của đối tượng đang được chuyển giao: chưa bên nào quyết định việc của tổ chức này.",
            hit.cited,
            hit.confidence,
            "Chờ cấp trên nơi chuyển đến quyết định tiếp nhận.",
        )
    ]
