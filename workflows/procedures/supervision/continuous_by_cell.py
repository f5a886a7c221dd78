"""P1.TXC – Chi bộ giám sát thường xuyên đảng viên: the usual supervision of a cell, in its monthly life."""

from permissions.predicates import may_sign
from workflows.offices import above_leads, area_officer, cell_hands, cell_secretary
from workflows.procedures.supervision.continuous import ContinuousSupervision
from workflows.variants import varied


class CellContinuousSupervision(ContinuousSupervision):
    """Chi bộ giám sát thường xuyên đảng viên thực hiện nhiệm vụ, giữ gìn phẩm chất."""

    code = "P1.TXC"
    label = "Chi bộ giám sát thường xuyên"
    bodies = frozenset({"chi_bo"})
    subjects = frozenset({"person"})
    answers_law = above_leads
    stage = varied(
        ContinuousSupervision,
        cast={area_officer: cell_hands, may_sign: cell_secretary},
        changed={
            "assign": {
                "sentence": "Bí thư thay mặt chi bộ phân công người theo dõi, giúp đỡ đảng viên."
            }
        },
    )
