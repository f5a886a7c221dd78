"""P5.ST – Chi bộ nơi sinh hoạt tạm thời: up to a warning, and the member's own cell is told."""

from dataclasses import replace

from workflows.conditions.powers import may_decide_the_form
from workflows.conditions.reporting import the_own_cell_was_told
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
        rules={may_decide_the_form: a_host_may_decide},
        changed={
            "report_up": {
                "label": "Thông báo chi bộ nơi sinh hoạt chính thức",
                "sentence": "Chi bộ gửi báo cáo đến đảng ủy cấp trên và chi bộ nơi đảng viên sinh hoạt chính thức.",
            },
            "close_window": {
                "when": [*CellDiscipline.steps["close_window"].when, the_own_cell_was_told],
            },
        },
    )
