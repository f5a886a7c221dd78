"""P1.BAN – Cơ quan tham mưu, giúp việc giám sát chuyên đề trong lĩnh vực được giao: its head signs."""

from permissions.predicates import may_sign
from workflows.conditions.programme import OF_AN_ORGAN, the_field_is_the_organs_own
from workflows.drafts import may_draft
from workflows.offices import (
    area_officer,
    organ_drafters,
    organ_hands,
    organ_heads,
    organ_heads_off_the_team,
)
from workflows.procedures.supervision.thematic import ThematicSupervision
from workflows.questions import programme as ask
from workflows.questions import supervision
from workflows.variants import varied


class OrganSupervision(ThematicSupervision):
    """Ban, văn phòng của cấp ủy giám sát chuyên đề trong lĩnh vực được giao."""

    code = "P1.BAN"
    label = "Cơ quan tham mưu giám sát chuyên đề"
    follows = frozenset({"P1.TXB"})
    bodies = frozenset({"ban"})
    answers_law = organ_heads_off_the_team
    stage = varied(
        ThematicSupervision,
        cast={area_officer: organ_hands, may_sign: organ_heads, may_draft: organ_drafters},
        rules=OF_AN_ORGAN,
        without=["consider_proposal"],
        changed={
            "decide": {
                "sentence": "Trưởng ban, hoặc phó trưởng ban ký thay, ký quyết định và kế hoạch giám sát.",
                "inputs": [*supervision.PLAN, ask.FIELD],
                "when": [*ThematicSupervision.steps["decide"].when, the_field_is_the_organs_own],
            },
            "consider_result": {
                "label": "Lãnh đạo ban họp xem xét kết quả",
                "sentence": "Lãnh đạo ban họp nghe báo cáo kết quả; trưởng ban kết luận.",
                "inputs": ask.LEADERS_REVIEW,
                "when": [],
            },
            "decide_to_inspect": {
                "label": "Báo cáo, đề nghị kiểm tra khi có dấu hiệu vi phạm",
                "sentence": "Ban không kiểm tra khi có dấu hiệu vi phạm; báo cáo cấp ủy, ủy ban kiểm tra kiểm tra.",
            },
        },
    )
