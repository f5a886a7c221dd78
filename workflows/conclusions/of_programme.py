"""P4 – Kết luận: the machine over one finding of an inspection of the year's programme.

A finding ends without violation, as a shortcoming, below discipline, or as a sign of violation that an
inspection on signs answers. The other outcomes of discipline belong to that inspection. One way past it is told
of by memory alone: the violation is clear and admitted. The engine asks for its rule and guesses none.
"""

from django.db.models import TextChoices

from workflows.conclusions.of_inspection import DECISION, RESULT
from workflows.conclusions.of_supervision import DEMAND, FINDING, GROUNDS
from workflows.conditions.file import the_demand_is_due_later
from workflows.conditions.powers import may_discipline
from workflows.conditions.programme import (
    AGREED,
    the_subject_admits_it,
    the_way_to_discipline_is_open,
)
from workflows.offices import area_officer, secretaries
from workflows.procedure import Procedure
from workflows.questions import programme as ask
from workflows.rows import RowKind
from workflows.stages import Phase, Stages


class Outcome(TextChoices):
    """Kết quả kết luận một nội dung kiểm tra theo chương trình."""

    EXAMINED = "xem_xet", "Đang xem xét"
    NO_VIOLATION = "c0", "Không vi phạm"
    SHORTCOMING = "c1", "Có khuyết điểm, yêu cầu rút kinh nghiệm, khắc phục"
    BELOW_DISCIPLINE = "c2", "Vi phạm chưa đến mức kỷ luật"
    SIGNS = "co_dau_hieu", "Có dấu hiệu vi phạm"
    TO_BE_INSPECTED = "dh", "Chuyển kiểm tra khi có dấu hiệu vi phạm"
    NOT_INSPECTED = "khong_kiem_tra", "Có dấu hiệu vi phạm, không kiểm tra"
    OWN_DISCIPLINE = "c3", "Vi phạm đã rõ, xem xét kỷ luật"
    DISCIPLINED = "da_ky_luat", "Đã thi hành kỷ luật"
    NOT_DISCIPLINED = "khong_ky_luat", "Không kỷ luật"


class ProgrammeConclusion(Procedure):
    """Kết luận nội dung kiểm tra theo chương trình."""

    code = "P4.CH"
    label = "Kết luận nội dung kiểm tra theo chương trình"

    O = Outcome  # noqa: E741 -- the outcomes, named at every step
    stage = Stages(
        Outcome,
        basis="basis.conclusion",
        start=O.EXAMINED,
        ends=[
            O.NO_VIOLATION,
            O.SHORTCOMING,
            O.BELOW_DISCIPLINE,
            O.TO_BE_INSPECTED,
            O.NOT_INSPECTED,
            O.DISCIPLINED,
            O.NOT_DISCIPLINED,
        ],
        phases={Phase.FINISH: list(Outcome)},
        about_finding=True,
    )

    @stage.step(
        O.EXAMINED,
        O.NO_VIOLATION,
        label="Kết luận: không vi phạm",
        by=secretaries,
        when=AGREED,
        inputs=[FINDING, GROUNDS],
    )
    def find_no_violation(self):
        """Tập thể kết luận nội dung này được chấp hành tốt, không có vi phạm."""

    @stage.step(
        O.EXAMINED,
        O.SHORTCOMING,
        label="Kết luận: có khuyết điểm",
        by=secretaries,
        when=[*AGREED, the_demand_is_due_later],
        inputs=[FINDING, GROUNDS, *DEMAND],
        lays=RowKind.DEMAND,
    )
    def find_shortcoming(self):
        """Tập thể yêu cầu rút kinh nghiệm, khắc phục và báo cáo đúng hạn."""

    @stage.step(
        O.EXAMINED,
        O.BELOW_DISCIPLINE,
        label="Kết luận: vi phạm chưa đến mức kỷ luật",
        by=secretaries,
        when=[*AGREED, the_demand_is_due_later],
        inputs=[FINDING, GROUNDS, *DEMAND],
        lays=RowKind.DEMAND,
    )
    def find_violation_below_discipline(self):
        """Tập thể yêu cầu kiểm điểm, rút kinh nghiệm và báo cáo đúng hạn."""

    @stage.step(
        O.EXAMINED,
        O.SIGNS,
        label="Kết luận: có dấu hiệu vi phạm",
        by=secretaries,
        when=AGREED,
        inputs=[FINDING, GROUNDS],
    )
    def find_signs(self):
        """Qua kiểm tra thấy có dấu hiệu vi phạm cần làm rõ bằng cuộc kiểm tra khác."""

    @stage.step(
        O.SIGNS,
        O.TO_BE_INSPECTED,
        label="Quyết định chuyển kiểm tra khi có dấu hiệu vi phạm",
        by=secretaries,
        when=AGREED,
        inputs=[FINDING],
    )
    def decide_to_inspect(self):
        """Tập thể quyết định, hoặc giao ủy ban kiểm tra, kiểm tra khi có dấu hiệu vi phạm."""

    @stage.step(
        O.SIGNS,
        O.NOT_INSPECTED,
        label="Quyết định không kiểm tra",
        by=secretaries,
        when=AGREED,
        inputs=[FINDING, GROUNDS],
    )
    def decide_not_to_inspect(self):
        """Tập thể quyết định không kiểm tra khi có dấu hiệu vi phạm và ghi rõ lý do."""

    # Vi phạm đã rõ: chỉ khi có văn bản cho phép

    @stage.step(
        O.EXAMINED,
        O.OWN_DISCIPLINE,
        label="Kết luận: vi phạm đã rõ, xem xét kỷ luật",
        by=secretaries,
        when=[*AGREED, the_way_to_discipline_is_open, the_subject_admits_it, may_discipline],
        inputs=[FINDING, GROUNDS, ask.ADMITTED],
    )
    def refer_to_own_discipline(self):
        """Vi phạm đã rõ, đối tượng thừa nhận, thì lập hồ sơ xem xét kỷ luật; không bỏ bước nào của quy trình ấy."""

    @stage.step(
        O.OWN_DISCIPLINE,
        O.DISCIPLINED,
        label="Ghi kết quả: đã thi hành kỷ luật",
        by=area_officer,
        inputs=[FINDING, RESULT, DECISION],
        lays=RowKind.OUTCOME,
    )
    def record_discipline(self):
        """Quyết định kỷ luật đã ban hành; nội dung có đúng một kết quả."""

    @stage.step(
        O.OWN_DISCIPLINE,
        O.NOT_DISCIPLINED,
        label="Ghi kết quả: không kỷ luật",
        by=area_officer,
        inputs=[FINDING, GROUNDS],
    )
    def record_no_discipline(self):
        """Cấp có thẩm quyền không kỷ luật, hoặc đã hết thời hiệu; nội dung trở lại mức nhắc nhở."""


#: What an inspection of the programme does without where its subjects are organisations, or its body has no power.
WITHOUT_DISCIPLINE = ("refer_to_own_discipline", "record_discipline", "record_no_discipline")
