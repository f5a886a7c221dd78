"""P1.CB – Chi bộ giám sát chuyên đề: the cell decides itself, in its meeting, and its secretary signs."""

from documents import kinds
from permissions.predicates import may_sign
from workflows.clocks import planned_end, remedies_due
from workflows.conditions import local
from workflows.conditions.programme import OF_A_BODY, the_cell_may_supervise_a_theme
from workflows.offices import (
    above_leads,
    area_officer,
    cell_hands,
    cell_leads,
    cell_secretary,
    member_in_charge,
)
from workflows.procedures.supervision.thematic import ThematicSupervision
from workflows.questions import programme as ask
from workflows.questions import supervision
from workflows.variants import varied


class CellSupervision(ThematicSupervision):
    """Chi bộ giám sát chuyên đề đối với đảng viên của chi bộ."""

    code = "P1.CB"
    label = "Chi bộ giám sát chuyên đề"
    follows = frozenset({"P1.TXC"})
    bodies = frozenset({"chi_bo"})
    subjects = frozenset({"person"})
    answers_law = above_leads
    clocks = (planned_end, remedies_due, local.published_in_time)
    stage = varied(
        ThematicSupervision,
        cast={
            area_officer: cell_hands,
            may_sign: cell_secretary,
            member_in_charge: cell_leads,
        },
        papers={
            kinds.SUPERVISION_DECISION: None,
            kinds.SUPERVISION_PLAN: kinds.CELL_SUPERVISION_PLAN,
            kinds.COMMITTEE_MINUTES: kinds.CELL_SUPERVISION_MINUTES,
            kinds.RESULT_NOTICE: kinds.CELL_SUPERVISION_NOTICE,
        },
        rules=OF_A_BODY,
        without=["consider_proposal"],
        changed={
            "decide": {
                "label": "Ban hành kế hoạch giám sát",
                "sentence": "Chi bộ quyết định; bí thư thay mặt chi bộ ký kế hoạch, lập tổ giám sát.",
                "inputs": [*supervision.PLAN, ask.CONDITION],
                "when": [
                    *ThematicSupervision.steps["decide"].when,
                    the_cell_may_supervise_a_theme,
                    local.the_supervision_is_short_enough,
                    local.the_period_is_not_too_long,
                    local.the_team_is_small_enough,
                ],
            },
            "consider_result": {
                "label": "Hội nghị chi bộ xem xét kết quả",
                "sentence": "Chi bộ họp nghe tổ báo cáo, thảo luận, biểu quyết kết luận từng nội dung.",
            },
            "conclude": {"label": "Thông báo kết luận giám sát"},
        },
    )
