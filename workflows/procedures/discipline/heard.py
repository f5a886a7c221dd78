"""Self-criticism, hearing and the other rights of a member before any body, and how it goes on without them."""

from workflows.conditions.discipline import refusal_on_record
from workflows.matter import Right
from workflows.questions import discipline as ask
from workflows.rows import RowKind
from workflows.stages import shared

HEARD, COMPLAIN = "right.heard.before_meeting", "right.complain"


def rights_of(first: Right, hearing: str) -> tuple[Right, ...]:
    """The rights of a member before any body: how the matter becomes known, and in which words the hearing."""
    return (
        first,
        Right("Tự kiểm điểm, tự nhận hình thức", "receive_self_criticism"),
        Right(hearing, "hear", rule=HEARD),
        Right("Biểu quyết bằng phiếu kín", "vote_to_decide", rule="vote.discipline.ballot"),
        Right("Được công bố, trao quyết định", "hand_over"),
        Right("Khiếu nại", "receive_complaint", "mở khi nhận quyết định", COMPLAIN),
    )


@shared(
    label="Nhận bản tự kiểm điểm",
    short="Tự kiểm điểm",
    inputs=ask.SELF_CRITICISM,
    lays=RowKind.REPORT,
)
def receive_self_criticism(self):
    """Đảng viên tự kiểm điểm bằng văn bản và tự nhận hình thức kỷ luật."""


@shared(
    label="Ghi biên bản không tự kiểm điểm",
    inputs=ask.REFUSAL_TO_CRITICISE,
    lays=RowKind.REFUSAL,
)
def record_no_self_criticism(self):
    """Đã yêu cầu nhiều lần mà đảng viên không kiểm điểm thì lập biên bản."""


@shared(
    label="Tiếp tục khi không có bản tự kiểm điểm",
    when=[refusal_on_record("kiem_diem", "tự kiểm điểm")],
    aside=True,
)
def proceed_without_self_criticism(self):
    """Việc không kiểm điểm không làm dừng việc xem xét."""


@shared(
    label="Ghi biên bản không đến trình bày",
    inputs=ask.REFUSAL_TO_BE_HEARD,
    lays=RowKind.REFUSAL,
)
def record_no_hearing(self):
    """Đã mời nhiều lần mà đảng viên không đến trình bày thì lập biên bản."""


@shared(
    label="Tiếp tục khi đảng viên không đến trình bày",
    when=[refusal_on_record("trinh_bay", "đến trình bày")],
    aside=True,
)
def proceed_unheard(self):
    """Quyền trình bày đã được bảo đảm mà đảng viên không sử dụng thì tiếp tục xem xét."""
