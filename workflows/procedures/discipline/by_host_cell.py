"""P5.ST – Chi bộ nơi sinh hoạt tạm thời: up to a warning, and the member's own cell is told."""

from dataclasses import replace

from permissions.roles import Relation
from workflows.conditions.ballot import conditions
from workflows.conditions.discipline import (
    a_form_has_passed,
    the_body_has_voted,
    the_decision_follows_the_vote,
)
from workflows.conditions.limitation import limitation_has_been_compared, the_time_has_not_run_out
from workflows.conditions.powers import may_decide_the_form
from workflows.conditions.reporting import the_committees_were_told, the_own_cell_was_told
from workflows.conditions.service import (
    no_complaint_is_open,
    the_effect_of_the_vote_is_known,
    the_window_has_closed,
    the_window_is_known,
)
from workflows.forms import Part
from workflows.procedures.discipline.by_cell import CellDiscipline
from workflows.variants import varied

#: The same question, asked of the body by the word the table of authority has for it.
a_host_may_decide = replace(may_decide_the_form, word="chi_bo_sinh_hoat_tam_thoi")


class HostCellDiscipline(CellDiscipline):
    """Chi bộ nơi đảng viên sinh hoạt tạm thời xem xét, kỷ luật đến cảnh cáo, báo chi bộ nơi sinh hoạt chính thức."""

    code = "P5.ST"
    label = "Chi bộ nơi sinh hoạt tạm thời xem xét kỷ luật"
    of_guests = True
    follows = frozenset()
    stage = varied(
        CellDiscipline,
        changed={
            "vote_to_decide": {
                "when": [*conditions(Part.DECIDES, Relation.HANDLING), a_host_may_decide],
            },
            "decide": {
                "when": [
                    the_body_has_voted,
                    a_form_has_passed,
                    the_decision_follows_the_vote,
                    limitation_has_been_compared,
                    the_time_has_not_run_out,
                    a_host_may_decide,
                    the_effect_of_the_vote_is_known,
                    the_window_is_known,
                ],
            },
            "report_up": {
                "label": "Thông báo chi bộ nơi sinh hoạt chính thức",
                "sentence": "Chi bộ gửi báo cáo đến đảng ủy cấp trên và chi bộ nơi đảng viên sinh hoạt chính thức.",
            },
            "close_window": {
                "when": [
                    the_window_has_closed,
                    no_complaint_is_open,
                    the_committees_were_told,
                    the_own_cell_was_told,
                ],
            },
        },
    )
