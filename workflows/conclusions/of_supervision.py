"""P4 – Kết luận: the machine over one finding; each ends in exactly one outcome.

A finding of supervision may end without violation, as a shortcoming, as a violation below the level of
discipline, or as a sign of violation that is answered by an inspection or by a reason not to inspect.
Supervision never leads to discipline: the outcomes of discipline are not open to it.
"""

from django.db.models import TextChoices

from permissions.predicates import may_sign
from workflows.conditions.file import (
    more_than_half_agree,
    the_committee_has_met_on_the_result,
    the_demand_is_due_later,
)
from workflows.inputs import Day, FindingOf, Text
from workflows.procedure import Procedure
from workflows.rows import RowKind
from workflows.stages import Phase, Stages

FINDING = FindingOf(name="finding", label="Nội dung")
GROUNDS = Text(name="grounds", label="Nhận định, lý do", long=True)
DEMAND = (
    Text(name="demand", label="Yêu cầu khắc phục", long=True),
    Day(name="due", label="Hạn báo cáo kết quả khắc phục"),
)
REFERRED_TO = Text(
    name="referred_to", label="Tổ chức đảng có thẩm quyền kiểm tra", personal=False, most=200
)
AGREED = [the_committee_has_met_on_the_result, more_than_half_agree]


class Outcome(TextChoices):
    """Kết quả xem xét một nội dung."""

    EXAMINED = "xem_xet", "Đang xem xét"
    NO_VIOLATION = "c0", "Không vi phạm"
    SHORTCOMING = "c1", "Có khuyết điểm, yêu cầu rút kinh nghiệm, khắc phục"
    BELOW_DISCIPLINE = "c2", "Vi phạm chưa đến mức kỷ luật"
    SIGNS = "co_dau_hieu", "Có dấu hiệu vi phạm"
    TO_BE_INSPECTED = "dh", "Chuyển kiểm tra khi có dấu hiệu vi phạm"
    NOT_INSPECTED = "khong_kiem_tra", "Có dấu hiệu vi phạm, không kiểm tra"
    REFERRED = "chuyen", "Có dấu hiệu vi phạm, chuyển nơi có thẩm quyền kiểm tra"


class SupervisionConclusion(Procedure):
    """Kết luận nội dung được giám sát."""

    code = "P4.GS"
    label = "Kết luận nội dung giám sát"
    stage = Stages(
        Outcome,
        basis="basis.conclusion",
        start=Outcome.EXAMINED,
        ends=[
            Outcome.NO_VIOLATION,
            Outcome.SHORTCOMING,
            Outcome.BELOW_DISCIPLINE,
            Outcome.TO_BE_INSPECTED,
            Outcome.NOT_INSPECTED,
            Outcome.REFERRED,
        ],
        phases={Phase.FINISH: list(Outcome)},
        about_finding=True,
    )

    @stage.step(
        Outcome.EXAMINED,
        Outcome.NO_VIOLATION,
        label="Kết luận: không vi phạm",
        by=may_sign,
        when=AGREED,
        inputs=[FINDING, GROUNDS],
    )
    def find_no_violation(self):
        """Ủy ban kết luận nội dung này không có vi phạm; không lưu dấu vết đối với đảng viên."""

    @stage.step(
        Outcome.EXAMINED,
        Outcome.SHORTCOMING,
        label="Kết luận: có khuyết điểm",
        by=may_sign,
        when=[*AGREED, the_demand_is_due_later],
        inputs=[FINDING, GROUNDS, *DEMAND],
        lays=RowKind.DEMAND,
    )
    def find_shortcoming(self):
        """Ủy ban nhắc nhở, yêu cầu rút kinh nghiệm, khắc phục và báo cáo đúng hạn."""

    @stage.step(
        Outcome.EXAMINED,
        Outcome.BELOW_DISCIPLINE,
        label="Kết luận: vi phạm chưa đến mức kỷ luật",
        by=may_sign,
        when=[*AGREED, the_demand_is_due_later],
        inputs=[FINDING, GROUNDS, *DEMAND],
        lays=RowKind.DEMAND,
    )
    def find_violation_below_discipline(self):
        """Ủy ban yêu cầu kiểm điểm, rút kinh nghiệm ở nơi sinh hoạt và báo cáo đúng hạn."""

    @stage.step(
        Outcome.EXAMINED,
        Outcome.SIGNS,
        label="Kết luận: có dấu hiệu vi phạm",
        by=may_sign,
        when=AGREED,
        inputs=[FINDING, GROUNDS],
    )
    def find_signs(self):
        """Ủy ban nhận thấy có dấu hiệu vi phạm; giám sát không kết luận thay cho kiểm tra."""

    @stage.step(
        Outcome.SIGNS,
        Outcome.TO_BE_INSPECTED,
        label="Quyết định chuyển kiểm tra khi có dấu hiệu vi phạm",
        by=may_sign,
        when=AGREED,
        inputs=[FINDING],
    )
    def decide_to_inspect(self):
        """Ủy ban quyết định kiểm tra khi có dấu hiệu vi phạm đối với nội dung này."""

    @stage.step(
        Outcome.SIGNS,
        Outcome.NOT_INSPECTED,
        label="Quyết định không kiểm tra",
        by=may_sign,
        when=AGREED,
        inputs=[FINDING, GROUNDS],
    )
    def decide_not_to_inspect(self):
        """Ủy ban quyết định không kiểm tra và ghi rõ lý do."""

    @stage.step(
        Outcome.SIGNS,
        Outcome.REFERRED,
        label="Chuyển nơi có thẩm quyền kiểm tra",
        by=may_sign,
        when=AGREED,
        inputs=[FINDING, REFERRED_TO, GROUNDS],
        lays=RowKind.REFERRED_UP,
    )
    def refer_sign(self):
        """Ngoài thẩm quyền thì báo cáo, chuyển dấu hiệu đến tổ chức đảng có thẩm quyền kiểm tra."""
