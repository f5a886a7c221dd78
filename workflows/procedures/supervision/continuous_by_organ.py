"""P1.TXB – Cơ quan tham mưu, giúp việc giám sát thường xuyên lĩnh vực được giao: its head assigns and reminds."""

from permissions.predicates import may_sign
from workflows.drafts import may_draft
from workflows.offices import (
    area_officer,
    organ_drafters,
    organ_hands,
    organ_heads,
    organ_heads_off_the_team,
)
from workflows.procedures.supervision.continuous import ContinuousSupervision
from workflows.variants import varied


class OrganContinuousSupervision(ContinuousSupervision):
    """Ban, văn phòng của cấp ủy giám sát thường xuyên trong lĩnh vực được giao."""

    code = "P1.TXB"
    label = "Cơ quan tham mưu giám sát thường xuyên"
    bodies = frozenset({"ban"})
    answers_law = organ_heads_off_the_team
    stage = varied(
        ContinuousSupervision,
        cast={area_officer: organ_hands, may_sign: organ_heads, may_draft: organ_drafters},
        changed={
            "assign": {"sentence": "Trưởng ban phân công bằng văn bản người theo dõi từng đơn vị."}
        },
    )
