"""P9.TD – Cấp trên thay đổi, xóa bỏ hình thức kỷ luật của cấp dưới: reviewed without a complaint, told the same way."""

from typing import ClassVar

from documents import kinds
from workflows.conditions.complaint import (
    it_was_complained_of,
    nobody_who_decided_is_on_the_team,
    something_is_complained_of,
    the_body_stands_above,
    the_complainant_has_been_heard,
    the_complainant_was_met,
    there_is_a_decision_in_hand,
)
from workflows.conditions.file import no_subject_is_on_the_team, the_team_has_one_lead
from workflows.conditions.own_review import (
    it_is_a_point_to_review,
    the_lower_body_has_answered_for_it,
    the_one_concerned_has_been_heard,
    the_one_concerned_was_met,
)
from workflows.discipline_clocks import complaint_window
from workflows.matter import Right
from workflows.offices import leaders
from workflows.procedures.complaint.of_member import COMPLAIN, Complaint
from workflows.questions import complaint as ask
from workflows.reviews import Tells
from workflows.rows import RowKind
from workflows.variants import varied

BASIS = "basis.review"


class OwnReview(Complaint):
    """Cấp trên thấy quyết định kỷ luật của cấp dưới không đúng thì tự xem xét, thay đổi hoặc xóa bỏ."""

    code = "P9.TD"
    label = "Cấp trên thay đổi, xóa bỏ hình thức kỷ luật"
    prefix = "XL"
    follows = frozenset()
    follows_parts = frozenset({"P5"})
    follows_at = frozenset()
    leads_on_at = frozenset({"khieu_nai_tiep", "da_trinh_len", "da_luu"})
    bodies = frozenset({"ubkt", "cap_uy", "btv", "ban_bi_thu"})
    clocks = (complaint_window,)
    rights: ClassVar[tuple[Right, ...]] = (
        Right("Được công bố việc xem xét lại", "present"),
        Right(
            "Trình bày về từng điểm được xem xét lại", "meet_complainant", or_by="hand_in_statement"
        ),
        Right("Xem xét bằng phiếu kín", "vote"),
        Right("Được công bố, trao quyết định", "hand_over"),
        Right("Khiếu nại", "receive_further", "mở khi nhận quyết định", COMPLAIN),
    )
    stage = varied(
        Complaint,
        basis=BASIS,
        papers={kinds.COMPLAINT_ACCEPTANCE: None},
        rules={
            the_complainant_was_met: the_one_concerned_was_met,
            the_complainant_has_been_heard: the_one_concerned_has_been_heard,
            it_was_complained_of: it_is_a_point_to_review,
        },
        without=["check", "return_check", "refuse", "forward", "withdraw", "extend"],
        changed={
            "receive": {
                "label": "Đưa quyết định kỷ luật ra xem xét lại",
                "short": "Đưa ra xem xét lại",
                "sentence": "Cấp trên thấy quyết định của cấp dưới nặng, nhẹ, sai thẩm quyền hay thủ tục thì tự xem"
                " xét, không làm lại từ cấp dưới.",
                "when": [
                    something_is_complained_of,
                    there_is_a_decision_in_hand,
                    the_body_stands_above,
                ],
                "inputs": ask.TAKE_UP,
                "basis": BASIS,
                "tells": Tells.LOOKED_AT,
            },
            "open_file": {
                "label": "Ban hành quyết định, kế hoạch xem xét lại",
                "short": "Lập đoàn",
                "sentence": "Cơ quan cấp trên ra quyết định, kế hoạch và lập đoàn xem xét lại.",
                "source": ("da_nhan",),
                "when": [
                    the_team_has_one_lead,
                    no_subject_is_on_the_team,
                    nobody_who_decided_is_on_the_team,
                ],
            },
            "present": {
                "sentence": "Đoàn làm việc với nơi đã kỷ luật và người có quyết định được xem xét lại.",
            },
            "meet_complainant": {
                "label": "Làm việc với người có quyết định được xem xét lại",
                "sentence": "Người đó trình bày từng điểm, nộp tài liệu; lời trình bày được báo cáo tại cuộc họp.",
            },
            "meet_home": {
                "sentence": "Chi bộ, tổ chức đảng nơi sinh hoạt nhận xét việc chấp hành từ khi bị kỷ luật.",
            },
            "record_not_met": {
                "label": "Ghi biên bản không đến làm việc",
                "sentence": "Đã mời nhiều lần mà người có quyết định được xem xét lại không đến thì lập biên bản.",
                "inputs": ask.NOT_COME,
            },
            "examine_ground": {
                "label": "Ghi kết quả thẩm tra từng điểm",
                "sentence": "Từng điểm phải xem xét lại được thẩm tra, xác minh và nhận xét.",
            },
            "report": {
                "label": "Báo cáo kết quả xem xét lại",
                "sentence": "Đoàn hoàn chỉnh báo cáo: từng điểm, kết quả, nhận xét, đề nghị hình thức.",
            },
            "vote": {
                "label": "Họp, bỏ phiếu kín xem xét lại",
                "sentence": "Nghe báo cáo, ý kiến người được xem xét lại; thảo luận; bỏ phiếu kín về hình thức.",
            },
            "refer_up": {
                "sentence": "Hình thức nặng hơn vượt thẩm quyền thì trình cấp có thẩm quyền, báo cho người được xem"
                " xét lại biết.",
            },
            "decide": {
                "label": "Ban hành quyết định về hình thức kỷ luật",
                "sentence": "Người ký ban hành đúng kết quả bỏ phiếu: chuẩn y, thay đổi hoặc xóa bỏ hình thức kỷ luật.",
            },
            "hand_over": {
                "label": "Công bố, trao quyết định",
                "sentence": "Quyết định được công bố, trao; kết quả được ghi vào hồ sơ kỷ luật.",
            },
            "deposit": {"label": "Nộp lưu hồ sơ xem xét lại"},
            "receive_further": {
                "label": "Nhận khiếu nại",
                "sentence": "Không đồng ý với quyết định thì khiếu nại lên cấp trên trong thời hạn.",
            },
            "close_window": {
                "label": "Kết thúc xem xét lại",
                "when": [
                    *Complaint.steps["close_window"].when,
                    the_lower_body_has_answered_for_it,
                ],
            },
        },
        labels={
            "moi_den": "Thấy cần xem xét lại",
            "da_nhan": "Đã đưa ra xem xét lại",
            "da_thu_ly": "Đã lập đoàn",
            "da_cong_bo": "Đã công bố, còn thời hạn khiếu nại",
            "da_giai_quyet": "Đã xem xét xong",
            "khieu_nai_tiep": "Đã khiếu nại lên cấp trên",
        },
    )

    @stage.step(
        stage.enum("da_cong_bo"),
        label="Xem xét trách nhiệm của nơi đã kỷ luật",
        by=leaders,
        inputs=ask.ANSWER_FOR,
        lays=RowKind.LENIENCY,
    )
    def answer_for(self):
        """Xử lý quá nhẹ thì cấp trên quyết định lại và xem xét trách nhiệm của cấp dưới."""
