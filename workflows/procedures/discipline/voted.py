"""From the secret vote to its result, whoever voted: the vote put again, the limitation, the ends without a form."""

from workflows.conditions.discipline import (
    a_form_has_passed,
    no_form_has_passed,
    the_body_has_voted,
    the_decision_follows_the_vote,
)
from workflows.conditions.limitation import (
    limitation_has_been_compared,
    the_act_came_before_the_meeting,
    the_limitation_is_known,
    the_time_has_not_run_out,
    the_time_has_run_out,
)
from workflows.conditions.powers import may_decide_the_form
from workflows.questions import discipline as ask
from workflows.rows import RowKind
from workflows.stages import shared

#: What a vote must have come to before its decision is signed.
BEFORE_SIGNING = (
    the_body_has_voted,
    a_form_has_passed,
    the_decision_follows_the_vote,
    limitation_has_been_compared,
    the_time_has_not_run_out,
    may_decide_the_form,
)


@shared(
    label="Đối chiếu thời hiệu, lập biên bản",
    when=[the_body_has_voted, the_act_came_before_the_meeting, the_limitation_is_known],
    inputs=ask.LIMITATION,
    lays=RowKind.LIMITATION,
)
def compare_limitation(self):
    """Đã kết luận và biểu quyết rồi mới đối chiếu thời hiệu; biên bản cuộc họp được thông qua, ký."""


@shared(
    label="Không thi hành do hết thời hiệu",
    when=[the_time_has_run_out],
    inputs=ask.NOTE,
    lays=RowKind.CLOSING,
    aside=True,
)
def record_time_barred(self):
    """Kết luận và kết quả biểu quyết được ghi lại; không thi hành kỷ luật."""


@shared(
    label="Ghi kết quả không kỷ luật",
    when=[no_form_has_passed, limitation_has_been_compared],
    inputs=ask.NOTE,
    lays=RowKind.CLOSING,
    aside=True,
)
def record_no_discipline(self):
    """Không hình thức nào đủ phiếu thì không kỷ luật; nội dung trở lại mức kiểm điểm, rút kinh nghiệm."""
