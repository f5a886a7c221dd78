"""The right to sign by the state of an election: who signs at once, and who only once approved."""

from __future__ import annotations

import law
from cases.reading import File
from law import Reason
from registry.models import Position
from workflows.guards import asking
from workflows.stages import Step

RULE = "signing.before_approval"


def about_approval(file: File, step: Step) -> list[Reason]:
    """Nobody signs by a post whose election awaits approval, unless the law lets that office sign."""
    position = file.standing.unapproved.get(step.at) if step.drafted else None
    if position is None:
        return []
    hit = law.rule(RULE, on=file.facts.acted_on)
    if hit.force == "ask":
        return [asking(hit)]
    if position in hit.value:
        return []
    return [
        Reason(
            RULE,
            f"{Position(position).label} chưa được chuẩn y vào ngày ký nên chưa ký được văn bản.",
            hit.cited,
            hit.confidence,
            "Người đã được chuẩn y ký, hoặc ký sau ngày chuẩn y.",
        )
    ]
