"""P1.TXU – Cấp ủy, ban thường vụ giám sát thường xuyên: its members watch by assignment, its secretary signs."""

from permissions.predicates import may_sign
from workflows.offices import secretaries, secretaries_off_the_team
from workflows.procedures.supervision.continuous import ContinuousSupervision
from workflows.variants import varied


class CommitteeContinuousSupervision(ContinuousSupervision):
    """Cấp ủy, ban thường vụ giám sát thường xuyên tổ chức đảng, đảng viên theo phân công."""

    code = "P1.TXU"
    label = "Cấp ủy, ban thường vụ giám sát thường xuyên"
    bodies = frozenset({"cap_uy", "btv"})
    answers_law = secretaries_off_the_team
    stage = varied(
        ContinuousSupervision,
        cast={may_sign: secretaries},
        changed={
            "propose": {
                "sentence": "Cấp ủy viên, cán bộ đề xuất việc phân công theo dõi trong kỳ."
            },
            "assign": {
                "sentence": "Cấp ủy phân công bằng văn bản cấp ủy viên theo dõi từng đơn vị."
            },
        },
    )
