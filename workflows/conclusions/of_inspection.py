"""P4 – Kết luận và các nhánh: the machine over one finding of an inspection; one outcome each.

Outcomes that lead to discipline wait until the discipline ends and is written back; a lower body that
was asked and stays silent is taken over by the superior. What was deferred is concluded anew when its
cause has ended, after another meeting.
"""

from django.db.models import TextChoices

from permissions.predicates import may_sign
from workflows.conclusions.of_supervision import AGREED, DEMAND, FINDING, GROUNDS
from workflows.conditions.exemption import (
    DEFERS,
    EXEMPTS,
    another_case_names_its_document,
    the_cause_defers,
    the_cause_exempts,
)
from workflows.conditions.file import (
    the_demand_is_due_later,
    the_form_fits_the_subject,
    the_lower_body_is_late,
)
from workflows.conditions.inspection import the_cause_ended_by_then, the_deferral_is_in_order
from workflows.conditions.powers import may_discipline
from workflows.inputs import Choice, Day, Text
from workflows.offices import area_officer
from workflows.procedure import Procedure
from workflows.rows import RowKind
from workflows.stages import Phase, Stages

ASKED = (
    Text(name="asked_body", label="Tổ chức đảng được yêu cầu", personal=False, most=200),
    Day(name="due", label="Hạn xem xét, thi hành kỷ luật"),
)
DEFERRAL = (
    Choice(name="cause", label="Lý do chưa xem xét", options=DEFERS),
    Day(name="deferred_from", label="Chưa xem xét từ ngày"),
    Day(name="expected_until", label="Dự kiến đến hết ngày", required=False),
    Text(name="proof", label="Giấy tờ chứng minh", help="Số, ngày, nơi cấp.", most=300),
)
END_OF_DEFERRAL = (
    Day(name="ended_on", label="Ngày hết lý do"),
    Text(name="proof", label="Giấy tờ chứng minh", help="Số, ngày, nơi cấp.", most=300),
)
EXEMPTION = (
    Choice(name="cause", label="Trường hợp miễn kỷ luật", options=EXEMPTS),
    Text(
        name="document",
        label="Văn bản làm căn cứ của trường hợp khác",
        personal=False,
        most=200,
        required=False,
    ),
)
RESULT = Choice(
    name="result",
    label="Kết quả xem xét kỷ luật",
    options=[
        ("khien_trach", "Khiển trách"),
        ("canh_cao", "Cảnh cáo"),
        ("cach_chuc", "Cách chức"),
        ("khai_tru", "Khai trừ"),
        ("giai_tan", "Giải tán"),
    ],
)
OF_AN_ORGANISATION = Choice(
    name="result",
    label=RESULT.label,
    options=[
        ("khien_trach", "Khiển trách"),
        ("canh_cao", "Cảnh cáo"),
        ("giai_tan", "Giải tán"),
    ],
)
DECISION = Text(name="decision", label="Số quyết định", personal=False, most=60)


class Outcome(TextChoices):
    """Kết quả kết luận một nội dung kiểm tra."""

    EXAMINED = "xem_xet", "Đang xem xét"
    NO_VIOLATION = "c0", "Không vi phạm"
    SHORTCOMING = "c1", "Có khuyết điểm, yêu cầu rút kinh nghiệm"
    BELOW_DISCIPLINE = "c2", "Vi phạm chưa đến mức kỷ luật"
    OWN_DISCIPLINE = "c3", "Đến mức kỷ luật, thuộc thẩm quyền"
    LOWER_ASKED = "c3b", "Đến mức kỷ luật, yêu cầu cấp dưới có thẩm quyền xem xét"
    PROPOSED_UP = "c4", "Đến mức kỷ luật, đề nghị cấp trên xem xét"
    TIME_BARRED = "c5", "Đến mức kỷ luật, hết thời hiệu"
    DEFERRED = "c6", "Chưa xem xét kỷ luật"
    RESUMED = "c6_het", "Hết lý do chưa xem xét, chờ kết luận lại"
    EXEMPTED = "c6_mien", "Miễn kỷ luật"
    DISCIPLINED = "da_ky_luat", "Đã thi hành kỷ luật"
    NOT_DISCIPLINED = "khong_ky_luat", "Không kỷ luật"


class InspectionConclusion(Procedure):
    """Kết luận nội dung kiểm tra khi có dấu hiệu vi phạm."""

    code = "P4.KT"
    label = "Kết luận nội dung kiểm tra"

    O = Outcome  # noqa: E741 -- the outcomes, named at every step
    stage = Stages(
        Outcome,
        basis="basis.conclusion",
        start=O.EXAMINED,
        ends=[
            O.NO_VIOLATION,
            O.SHORTCOMING,
            O.BELOW_DISCIPLINE,
            O.TIME_BARRED,
            O.EXEMPTED,
            O.DISCIPLINED,
            O.NOT_DISCIPLINED,
        ],
        phases={Phase.FINISH: list(Outcome)},
        about_finding=True,
    )

    # C0–C2

    @stage.step(
        [O.EXAMINED, O.RESUMED],
        O.NO_VIOLATION,
        label="Kết luận: không vi phạm",
        by=may_sign,
        when=AGREED,
        inputs=[FINDING, GROUNDS],
    )
    def find_no_violation(self):
        """Kết luận không vi phạm; thông báo đến nơi đã biết, không lưu dấu vết."""

    @stage.step(
        [O.EXAMINED, O.RESUMED],
        O.SHORTCOMING,
        label="Kết luận: có khuyết điểm",
        by=may_sign,
        when=[*AGREED, the_demand_is_due_later],
        inputs=[FINDING, GROUNDS, *DEMAND],
        lays=RowKind.DEMAND,
    )
    def find_shortcoming(self):
        """Yêu cầu rút kinh nghiệm, khắc phục và báo cáo đúng hạn."""

    @stage.step(
        [O.EXAMINED, O.RESUMED],
        O.BELOW_DISCIPLINE,
        label="Kết luận: vi phạm chưa đến mức kỷ luật",
        by=may_sign,
        when=[*AGREED, the_demand_is_due_later],
        inputs=[FINDING, GROUNDS, *DEMAND],
        lays=RowKind.DEMAND,
    )
    def find_violation_below_discipline(self):
        """Yêu cầu kiểm điểm, rút kinh nghiệm ở nơi sinh hoạt."""

    # C3, C3b, C4: đến mức kỷ luật

    @stage.step(
        [O.EXAMINED, O.RESUMED],
        O.OWN_DISCIPLINE,
        label="Kết luận: đến mức kỷ luật, thuộc thẩm quyền",
        by=may_sign,
        when=[*AGREED, may_discipline],
        inputs=[FINDING, GROUNDS],
    )
    def refer_to_own_discipline(self):
        """Xem xét, thi hành kỷ luật theo thẩm quyền; đoàn tiếp tục, không cần quyết định mới."""

    @stage.step(
        [O.EXAMINED, O.RESUMED],
        O.LOWER_ASKED,
        label="Kết luận: yêu cầu cấp dưới xem xét kỷ luật",
        by=may_sign,
        when=[*AGREED, the_demand_is_due_later],
        inputs=[FINDING, GROUNDS, *ASKED],
        lays=RowKind.REQUEST,
    )
    def ask_lower_body(self):
        """Cấp dưới có thẩm quyền thì yêu cầu tổ chức đảng đó xem xét, thi hành kỷ luật đúng hạn."""

    @stage.step(
        [O.EXAMINED, O.RESUMED],
        O.PROPOSED_UP,
        label="Kết luận: đề nghị cấp trên kỷ luật",
        by=may_sign,
        when=AGREED,
        inputs=[FINDING, GROUNDS],
    )
    def propose_up(self):
        """Vượt thẩm quyền thì biểu quyết đề nghị và trình cấp có thẩm quyền."""

    @stage.step(
        O.LOWER_ASKED,
        O.OWN_DISCIPLINE,
        label="Cấp trên trực tiếp xem xét",
        by=may_sign,
        when=[the_lower_body_is_late],
        inputs=[FINDING, GROUNDS],
    )
    def take_over(self):
        """Cấp dưới không xem xét thì cấp trên trực tiếp xử lý, không làm lại từ đầu."""

    # C5, C6

    @stage.step(
        [O.OWN_DISCIPLINE, O.LOWER_ASKED, O.PROPOSED_UP],
        O.TIME_BARRED,
        label="Ghi kết quả: hết thời hiệu kỷ luật",
        by=area_officer,
        inputs=[FINDING, GROUNDS],
    )
    def record_time_barred(self):
        """Đã kết luận và biểu quyết, đối chiếu thời hiệu thì không thi hành."""

    @stage.step(
        [O.EXAMINED, O.RESUMED],
        O.DEFERRED,
        label="Chưa xem xét kỷ luật",
        by=may_sign,
        when=[*AGREED, the_cause_defers, the_deferral_is_in_order],
        inputs=[FINDING, *DEFERRAL, GROUNDS],
        lays=RowKind.DEFERRED,
    )
    def defer(self):
        """Có lý do theo quy định thì chưa xem xét; thời gian này không tính vào thời hiệu."""

    @stage.step(
        O.DEFERRED,
        O.RESUMED,
        label="Hết lý do, xem xét lại",
        by=area_officer,
        when=[the_cause_ended_by_then],
        inputs=[FINDING, *END_OF_DEFERRAL],
        lays=RowKind.DEFERRAL_ENDED,
    )
    def end_deferral(self):
        """Hết lý do thì việc chưa xem xét đương nhiên chấm dứt; nội dung được đưa ra kết luận lại."""

    @stage.step(
        [O.EXAMINED, O.RESUMED],
        O.EXEMPTED,
        label="Miễn kỷ luật",
        by=may_sign,
        when=[*AGREED, the_cause_exempts, another_case_names_its_document],
        inputs=[FINDING, *EXEMPTION, GROUNDS],
        lays=RowKind.OPINION,
    )
    def exempt(self):
        """Thuộc trường hợp miễn kỷ luật; lý do được ghi rõ."""

    # Kết quả kỷ luật ghi lại vào nội dung

    @stage.step(
        [O.OWN_DISCIPLINE, O.LOWER_ASKED, O.PROPOSED_UP],
        O.DISCIPLINED,
        label="Ghi kết quả: đã thi hành kỷ luật",
        by=area_officer,
        when=[the_form_fits_the_subject],
        inputs=[FINDING, RESULT, DECISION],
        lays=RowKind.OUTCOME,
    )
    def record_discipline(self):
        """Quyết định kỷ luật đã ban hành; nội dung có đúng một kết quả."""

    @stage.step(
        [O.OWN_DISCIPLINE, O.LOWER_ASKED, O.PROPOSED_UP],
        O.NOT_DISCIPLINED,
        label="Ghi kết quả: không kỷ luật",
        by=area_officer,
        inputs=[FINDING, GROUNDS],
    )
    def record_no_discipline(self):
        """Cấp có thẩm quyền biểu quyết không kỷ luật; nội dung trở lại mức nhắc nhở."""
