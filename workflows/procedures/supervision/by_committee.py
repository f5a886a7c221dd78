"""P1.CU – Cấp ủy, ban thường vụ giám sát chuyên đề: its secretary or a deputy signs."""

from permissions.predicates import may_sign
from workflows.conditions.programme import OF_A_BODY
from workflows.offices import secretaries, secretaries_off_the_team
from workflows.procedures.supervision.thematic import ThematicSupervision
from workflows.questions import programme as ask
from workflows.questions import supervision
from workflows.variants import varied


class CommitteeSupervision(ThematicSupervision):
    """Cấp ủy, ban thường vụ giám sát chuyên đề đối với tổ chức đảng hoặc đảng viên."""

    code = "P1.CU"
    label = "Cấp ủy, ban thường vụ giám sát chuyên đề"
    follows = frozenset({"P1.TXU"})
    bodies = frozenset({"cap_uy", "btv"})
    answers_law = secretaries_off_the_team
    stage = varied(
        ThematicSupervision,
        cast={may_sign: secretaries},
        rules=OF_A_BODY,
        changed={
            "consider_proposal": {
                "label": "Họp xem xét đề xuất",
                "sentence": "Cấp ủy, ban thường vụ họp xem xét đề xuất khi cần bàn tập thể.",
            },
            "decide": {
                "sentence": "Thường trực cấp ủy ký quyết định lập đoàn và kế hoạch; đoàn được dùng con dấu của cấp ủy.",
                "inputs": [*supervision.PLAN, ask.SEAL],
            },
            "consider_result": {
                "label": "Họp xem xét kết quả",
                "sentence": "Cấp ủy, ban thường vụ họp xem xét báo cáo kết quả, biểu quyết kết luận.",
            },
        },
    )
