"""P2.BAN – Cơ quan tham mưu, giúp việc kiểm tra trong lĩnh vực được giao: its head signs, nobody is counted."""

from workflows.conclusions.of_programme import WITHOUT_DISCIPLINE
from workflows.conditions import programme as rules
from workflows.drafts import may_draft
from workflows.offices import (
    area_officer,
    organ_drafters,
    organ_hands,
    organ_heads,
    organ_heads_off_the_team,
    secretaries,
)
from workflows.procedures.programme.of_committee import ProgrammeInspection
from workflows.questions import programme as ask
from workflows.variants import varied


class OrganProgrammeInspection(ProgrammeInspection):
    """Ban, văn phòng của cấp ủy kiểm tra theo chương trình trong lĩnh vực được giao."""

    code = "P2.BAN"
    label = "Cơ quan tham mưu kiểm tra theo chương trình"
    follows = frozenset({"P1.TXB"})
    bodies = frozenset({"ban"})
    levels = frozenset()
    answers_law = organ_heads_off_the_team
    disciplined_from = frozenset()
    stage = varied(
        ProgrammeInspection,
        cast={area_officer: organ_hands, secretaries: organ_heads, may_draft: organ_drafters},
        rules={
            rules.the_body_has_met_on_the_result: rules.the_leaders_have_met_on_the_result,
            rules.more_than_half_of_the_body_agree: None,
        },
        without=WITHOUT_DISCIPLINE,
        changed={
            "decide": {
                "sentence": "Trưởng ban, hoặc phó trưởng ban ký thay, ký quyết định lập đoàn và kế hoạch kiểm tra.",
                "inputs": [*ask.PLAN_WITHOUT_SEAL, ask.FIELD],
                "when": [
                    *ProgrammeInspection.steps["decide"].when,
                    rules.the_field_is_the_organs_own,
                ],
            },
            "consider_result": {
                "label": "Lãnh đạo ban họp xem xét",
                "inputs": ask.LEADERS_MEETING,
                "when": [],
            },
            "decide_to_inspect": {
                "label": "Báo cáo, đề nghị kiểm tra khi có dấu hiệu vi phạm",
                "sentence": "Ban không kiểm tra khi có dấu hiệu vi phạm; báo cáo cấp ủy, ủy ban kiểm tra kiểm tra.",
            },
        },
    )
