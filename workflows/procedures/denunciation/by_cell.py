"""P6.CB – Chi bộ giải quyết tố cáo đảng viên: the letter came down by a slip, the cell meets once and concludes."""

from dataclasses import replace

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
from workflows.procedures.denunciation.of_member import OWN_EVIDENCE, UNTOUCHED, Denunciation
from workflows.questions import denunciation as ask
from workflows.variants import varied

_UPWARD = "Chuyển đơn lên cơ quan có thẩm quyền ở bước “Chuyển cơ quan có thẩm quyền”."
THE_CELLS = (
    replace(
        the_matter_is_the_cells,
        sentence="Chi bộ không giải quyết tố cáo về nhiệm vụ do cấp trên giao.",
        remedy=_UPWARD,
    ),
    replace(
        the_member_is_not_managed_above_in_this,
        sentence="Chi bộ không giải quyết tố cáo cán bộ cấp trên quản lý về việc thuộc diện quản lý của cấp trên.",
        remedy=_UPWARD,
    ),
)


class CellDenunciation(Denunciation):
    """Chi bộ giải quyết đơn tố cáo đảng viên của chi bộ do cấp trên chuyển; danh tính ở phong bì của cấp trên."""

    code = "P6.CB"
    label = "Chi bộ giải quyết tố cáo"
    also_opens = ()
    follows = frozenset()
    bodies = frozenset({"chi_bo"})
    answers_law = above_leads
    rights = (
        Right("Giữ nguyên các quyền đến khi có kết luận", "conclude", "đang giữ", UNTOUCHED),
        Right("Được thông báo kế hoạch", "open"),
        Right("Được giải trình, đưa bằng chứng", "receive_explanation", rule=OWN_EVIDENCE),
        Right("Dự hội nghị chi bộ, ý kiến được đọc đầy đủ", "consider_result"),
        Right(
            "Bảo lưu ý kiến", "reserve_opinion", "chưa dùng", OWN_EVIDENCE, "reserve_own_opinion"
        ),
        Right("Đề nghị xem xét lại kết luận", "announce", "mở khi có kết luận", OWN_EVIDENCE),
    )
    stage = varied(
        Denunciation,
        cast={
            area_officer: cell_hands,
            may_sign: cell_secretary,
            member_in_charge: cell_secretary | member_in_charge,
        },
        papers={
            kinds.SETTLEMENT_DECISION: None,
            kinds.SETTLEMENT_PLAN: kinds.CELL_SETTLEMENT_PLAN,
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
            "receive": {"inputs": [ask.FORWARDED_BY, ask.CELL_SCOPE_OF, *ask.RECEIPT]},
            "not_accept": {"when": [*Denunciation.steps["not_accept"].when, *THE_CELLS]},
            "decide": {
                "label": "Thụ lý, ban hành kế hoạch giải quyết",
                "short": "Kế hoạch",
                "sentence": "Chi bộ thụ lý; bí thư thay mặt chi bộ ký kế hoạch giải quyết tố cáo.",
                "when": [*Denunciation.steps["decide"].when, *THE_CELLS],
            },
            "finalise": {
                "source": ("da_trao_doi",),
                "sentence": "Tổ trưởng hoàn chỉnh, ký báo cáo kết quả theo từng nội dung, kèm ý kiến chưa thống nhất.",
            },
            "consider_result": {
                "label": "Hội nghị chi bộ xem xét, kết luận",
                "sentence": "Chi bộ nghe tổ báo cáo, nghe đảng viên trình bày, thảo luận, biểu quyết từng nội dung.",
            },
            "consider_again": {"label": "Hội nghị chi bộ kết luận nội dung đã hết lý do"},
            "conclude": {
                "sentence": "Bí thư thay mặt chi bộ ký thông báo kết luận, báo cáo cấp ủy cấp trên.",
            },
        },
        labels={"da_quyet_dinh": "Đã thụ lý, ban hành kế hoạch"},
    )
