"""P1.CB – Chi bộ giám sát chuyên đề: the cell decides itself, in its meeting, and its secretary signs."""

from permissions.predicates import may_sign
from workflows.offices import (
    above_leads,
    area_officer,
    cell_hands,
    cell_secretary,
    member_in_charge,
)
from workflows.procedures.supervision.thematic import ThematicSupervision
from workflows.variants import varied


class CellSupervision(ThematicSupervision):
    """Chi bộ giám sát chuyên đề đối với đảng viên của chi bộ."""

    code = "P1.CB"
    label = "Chi bộ giám sát chuyên đề"
    bodies = frozenset({"chi_bo"})
    subjects = frozenset({"person"})
    answers_law = above_leads
    stage = varied(
        ThematicSupervision,
        cast={
            area_officer: cell_hands,
            may_sign: cell_secretary,
            member_in_charge: cell_secretary | member_in_charge,
        },
        without=["consider_proposal"],
        changed={
            "decide": {
                "label": "Ban hành kế hoạch giám sát",
                "sentence": "Chi bộ quyết định; bí thư thay mặt chi bộ ký kế hoạch giám sát.",
            },
        },
    )
