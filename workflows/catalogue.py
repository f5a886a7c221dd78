"""The procedures this product knows; to learn which exist, read this file."""

from workflows.cell_discipline import CellDiscipline
from workflows.continuous_supervision import ContinuousSupervision
from workflows.discipline import Discipline
from workflows.inspection import Inspection
from workflows.matter import Matter
from workflows.meeting import Meeting
from workflows.supervision import ThematicSupervision

DECLARED: tuple[type[Matter], ...] = (
    ContinuousSupervision,
    ThematicSupervision,
    Inspection,
    CellDiscipline,
    Discipline,
    Meeting,
)
PROCEDURES: dict[str, type[Matter]] = {procedure.code: procedure for procedure in DECLARED}


def get(code: str) -> type[Matter]:
    """Return the procedure of this code; raises KeyError with the codes that exist."""
    try:
        return PROCEDURES[code]
    except KeyError:
        raise KeyError(f"Không có quy trình {code!r}. Các mã: {', '.join(PROCEDURES)}.") from None
