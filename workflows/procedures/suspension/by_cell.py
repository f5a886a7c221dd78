"""P5S.CB – Chi bộ đề nghị đình chỉ sinh hoạt đảng: the cell asks, a body with the power decides."""

from documents import kinds
from workflows.conditions.suspension import another_body_is_asked
from workflows.offices import above_leads, cell_hands, cell_secretary, leaders
from workflows.procedures.suspension.of_member import Suspension, hands, proposers
from workflows.variants import varied


class CellSuspension(Suspension):
    """Chi bộ đề nghị đình chỉ sinh hoạt đảng đối với đảng viên của chi bộ."""

    code = "P5S.CB"
    label = "Chi bộ đề nghị đình chỉ sinh hoạt đảng"
    bodies = frozenset({"chi_bo"})
    answers_law = above_leads
    stage = varied(
        Suspension,
        cast={hands: cell_hands, proposers: cell_hands, leaders: cell_secretary},
        papers={kinds.SUSPENSION_SUBMISSION: kinds.CELL_SUSPENSION_SUBMISSION},
        changed={
            "propose": {
                "when": [another_body_is_asked],
                "sentence": "Chi bộ thấy đảng viên của mình gây trở ngại thì đề xuất, xác định cơ quan quyết định.",
            },
        },
    )
