"""P2.KL – Ủy ban kiểm tra kiểm tra việc thi hành kỷ luật của tổ chức đảng cấp dưới."""

from workflows.conditions.programme import the_subject_may_discipline
from workflows.procedures.programme.of_lower_bodies import LowerBodiesInspection
from workflows.variants import varied


class LowerDisciplineInspection(LowerBodiesInspection):
    """Ủy ban kiểm tra xem xét việc thi hành kỷ luật, giải quyết khiếu nại của tổ chức đảng cấp dưới."""

    code = "P2.KL"
    label = "Kiểm tra việc thi hành kỷ luật trong Đảng"
    stage = varied(
        LowerBodiesInspection,
        changed={
            "instruct": {
                "sentence": "Đối tượng là nơi có thẩm quyền kỷ luật, giải quyết khiếu nại, chủ yếu cấp dưới trực tiếp.",
                "when": [*LowerBodiesInspection.steps["instruct"].when, the_subject_may_discipline],
            },
        },
    )
