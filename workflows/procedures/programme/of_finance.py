"""P2.TC – Ủy ban kiểm tra kiểm tra tài chính đảng: books and vouchers, never those of the committee beside it."""

from documents import kinds
from workflows.conditions.programme import it_is_not_the_same_level_committee
from workflows.procedures.programme.of_lower_bodies import LowerBodiesInspection
from workflows.questions import programme as ask
from workflows.variants import varied


class FinanceInspection(LowerBodiesInspection):
    """Ủy ban kiểm tra xem xét tài chính của cấp ủy cấp dưới và của cơ quan tài chính cấp ủy cùng cấp."""

    code = "P2.TC"
    label = "Kiểm tra tài chính đảng"
    stage = varied(
        LowerBodiesInspection,
        papers={kinds.PROGRAMME_VERIFICATION_MINUTES: kinds.RECONCILIATION_MINUTES},
        changed={
            "instruct": {
                "when": [
                    *LowerBodiesInspection.steps["instruct"].when,
                    it_is_not_the_same_level_committee,
                ],
            },
            "verify_further": {
                "label": "Đối chiếu sổ sách, chứng từ",
                "sentence": "Đoàn đối chiếu sổ sách, chứng từ thu, chi, đảng phí, tài sản với người phụ trách.",
                "inputs": ask.RECONCILIATION,
            },
        },
    )
