"""P2.CB – Chi bộ có chi ủy kiểm tra theo chương trình: a plan of its own, a tổ, and its meeting concludes."""

from typing import ClassVar

from documents import kinds
from workflows.clocks import Deadline, planned_end, remedies_due
from workflows.conditions import local
from workflows.offices import above_leads, area_officer, cell_hands, cell_leads, member_in_charge
from workflows.procedures.programme.of_committee import ProgrammeInspection
from workflows.questions import programme as ask
from workflows.variants import varied


class CellProgrammeInspection(ProgrammeInspection):
    """Chi bộ lập tổ kiểm tra đảng viên theo chương trình năm của chi bộ."""

    code = "P2.CB"
    label = "Chi bộ kiểm tra theo chương trình"
    follows = frozenset({"P1.TXC"})
    bodies = frozenset({"chi_bo"})
    levels = frozenset({"chi_bo"})
    subjects = frozenset({"person"})
    answers_law = above_leads
    clocks: ClassVar[tuple[Deadline, ...]] = (planned_end, remedies_due, local.published_in_time)
    stage = varied(
        ProgrammeInspection,
        cast={area_officer: cell_hands, member_in_charge: cell_leads},
        papers={
            kinds.PROGRAMME_DECISION: None,
            kinds.PROGRAMME_PLAN: kinds.CELL_PROGRAMME_PLAN,
            kinds.PROGRAMME_COMMITTEE_MINUTES: kinds.CELL_PROGRAMME_MINUTES,
            kinds.PROGRAMME_NOTICE: kinds.CELL_PROGRAMME_NOTICE,
        },
        without=["give_notice"],
        changed={
            "instruct": {
                "label": "Thực hiện chương trình của chi bộ",
                "sentence": "Chi ủy, bí thư nêu cuộc kiểm tra có trong chương trình năm của chi bộ.",
            },
            "decide": {
                "label": "Ban hành kế hoạch kiểm tra",
                "sentence": "Bí thư thay mặt chi bộ ký kế hoạch kiểm tra, lập tổ kiểm tra.",
                "inputs": ask.PLAN_WITHOUT_SEAL,
                "when": [
                    *ProgrammeInspection.steps["decide"].when,
                    local.the_inspection_is_short_enough,
                    local.the_period_is_not_too_long,
                    local.the_team_is_small_enough,
                ],
            },
            "consider_result": {
                "label": "Hội nghị chi bộ xem xét, kết luận",
                "sentence": "Chi bộ nghe tổ báo cáo, nghe đảng viên phát biểu, thảo luận, biểu quyết kết luận.",
            },
        },
    )
