"""P3.CB – Chi bộ kiểm tra đảng viên khi có dấu hiệu vi phạm: the cell decides, meets once and concludes."""

from documents import kinds
from permissions.predicates import may_sign
from workflows.conditions.inspection import (
    the_matter_is_the_cells,
    the_member_is_not_managed_above_in_this,
)
from workflows.matter import Right
from workflows.offices import (
    above_leads,
    area_officer,
    cell_hands,
    cell_secretary,
    member_in_charge,
)
from workflows.procedures.inspection.of_member import OWN_EVIDENCE, Inspection
from workflows.questions import inspection as ask
from workflows.variants import varied

THE_CELLS = (the_matter_is_the_cells, the_member_is_not_managed_above_in_this)


class CellInspection(Inspection):
    """Chi bộ kiểm tra đảng viên của chi bộ khi có dấu hiệu vi phạm."""

    code = "P3.CB"
    label = "Chi bộ kiểm tra khi có dấu hiệu vi phạm"
    bodies = frozenset({"chi_bo"})
    answers_law = above_leads
    rights = (
        Right("Được thông báo kế hoạch", "open"),
        Right("Được giải trình, đưa bằng chứng", "receive_explanation", rule=OWN_EVIDENCE),
        Right("Dự hội nghị chi bộ, ý kiến được đọc đầy đủ", "consider_result"),
        Right(
            "Bảo lưu ý kiến", "reserve_opinion", "chưa dùng", OWN_EVIDENCE, "reserve_own_opinion"
        ),
        Right("Đề nghị xem xét lại kết luận", "announce", "mở khi có kết luận", OWN_EVIDENCE),
    )
    stage = varied(
        Inspection,
        cast={
            area_officer: cell_hands,
            may_sign: cell_secretary,
            member_in_charge: cell_secretary | member_in_charge,
        },
        papers={
            kinds.INSPECTION_DECISION: None,
            kinds.INSPECTION_PLAN: kinds.CELL_INSPECTION_PLAN,
            kinds.UPWARD_REPORT: kinds.CELL_UPWARD_REPORT,
            kinds.INSPECTION_REPORT: kinds.CELL_INSPECTION_REPORT,
            kinds.INSPECTION_COMMITTEE_MINUTES: kinds.CELL_INSPECTION_MINUTES,
            kinds.INSPECTION_NOTICE: kinds.CELL_INSPECTION_NOTICE,
        },
        without=[
            "confer",
            "ask_lower_body",
            "take_over",
            "send_request",
            "transfer_to_authorities",
            "ask_to_act",
            "align_discipline",
            "recommend_on_cadres",
        ],
        changed={
            "screen": {"inputs": [ask.SCOPE, *ask.SCREENING]},
            "propose": {"inputs": [ask.SCOPE, *ask.PROPOSAL]},
            "follow_up_sign": {"inputs": [ask.SCOPE, *ask.FOLLOW_UP]},
            "drop": {"when": THE_CELLS},
            "decide": {
                "label": "Ban hành kế hoạch kiểm tra",
                "short": "Kế hoạch",
                "sentence": "Chi bộ quyết định kiểm tra; bí thư thay mặt chi bộ ký kế hoạch.",
                "when": [*Inspection.steps["decide"].when, *THE_CELLS],
            },
            "finalise": {
                "source": ("da_trao_doi",),
                "sentence": "Tổ trưởng hoàn chỉnh, ký báo cáo kết quả kiểm tra, kèm ý kiến chưa thống nhất.",
            },
            "consider_result": {
                "label": "Hội nghị chi bộ xem xét, kết luận",
                "sentence": "Chi bộ nghe tổ kiểm tra báo cáo, nghe đảng viên trình bày, thảo luận, biểu quyết.",
            },
            "consider_again": {"label": "Hội nghị chi bộ kết luận nội dung đã hết lý do"},
            "conclude": {
                "sentence": "Bí thư thay mặt chi bộ ký thông báo kết luận, báo cáo cấp ủy cấp trên.",
            },
        },
        labels={"da_quyet_dinh": "Đã ban hành kế hoạch"},
    )
