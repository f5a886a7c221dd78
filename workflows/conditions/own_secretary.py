"""What is asked of a cell that considers its own secretary: somebody of the committee above takes part."""

from law import Hit
from workflows.facts import Facts
from workflows.guards import rule


def the_secretary_is_considered(facts: Facts) -> bool:
    """Whether a subject of the matter is secretary of the body that handles it."""
    return bool(facts.secretaries)


@rule(
    "vote.cell_secretary_accused",
    remedy="Mời ủy viên của cấp ủy cấp trên trực tiếp chủ trì hoặc dự hội nghị; ghi họ và tên, chức vụ.",
    reads_inputs=True,
    applies=the_secretary_is_considered,
)
def somebody_from_above_takes_part(facts: Facts, hit: Hit) -> bool:
    """Xem xét bí thư chi bộ mà hội nghị chưa có đại diện cấp trên chủ trì hoặc dự."""
    return not hit.value or bool(facts.inputs.get("superior"))
