"""A member whom another committee manages than when the file began: who decides may have changed, a head confirms."""

from __future__ import annotations

from law import Reason
from workflows.facts import Facts
from workflows.guards import look_up, spoken
from workflows.rows import RowKind
from workflows.stages import Step

RULE = "cadre.management.changed"


def against(step: Step, facts: Facts) -> list[Reason]:
    """Whatever votes, concludes or issues a paper waits until a head says by which text the body stays competent.

    Said no, the file is not decided here.
    """
    if not (step.votes or step.issues or step.about_finding):
        return []
    if facts.managed_otherwise:
        return [_asked(facts)]
    answered = facts.last(RowKind.ANSWER, rule=RULE)
    if answered is None or look_up(RULE, facts).value is not False:
        return []
    hit = look_up(RULE, facts)
    return [
        Reason(
            RULE,
            "Người đứng đầu đã xác nhận: việc này không còn thuộc thẩm quyền của cơ quan thụ lý.",
            hit.cited,
            hit.confidence,
            "Chuyển hồ sơ đến cơ quan của cấp quản lý hiện nay.",
        )
    ]


def _asked(facts: Facts) -> Reason:
    hit = spoken(RULE, facts)
    return Reason(
        RULE,
        "Thẩm quyền có thể đã thay đổi: diện quản lý của đối tượng hôm nay khác với khi lập hồ sơ.",
        hit.cited,
        hit.confidence,
        "Chủ nhiệm hoặc phó chủ nhiệm ngoài đoàn xác nhận ở bước “Trả lời về quy định”, mã quy định "
        f"{RULE}, nêu văn bản: “có” là vẫn thuộc thẩm quyền; “không” thì chuyển cấp quản lý hiện nay.",
    )
