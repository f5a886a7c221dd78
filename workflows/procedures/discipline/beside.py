"""What may come to a discipline from outside while it is considered: criminal proceedings, the member's leaving."""

from workflows.conditions.special import (
    it_is_known_what_is_left_to_do,
    the_member_is_gone,
    the_notice_follows_the_act,
)
from workflows.questions import discipline as ask
from workflows.rows import RowKind
from workflows.stages import shared


@shared(
    label="Ghi thông báo của cơ quan pháp luật",
    when=[the_notice_follows_the_act],
    inputs=ask.PROCEEDINGS,
    lays=RowKind.PROCEEDINGS,
)
def note_proceedings(self):
    """Đảng viên bị khởi tố, tạm giam thì ghi nhận; việc xem xét không phải chờ, không phải bỏ đình chỉ trước."""


@shared(
    label="Đảng viên đã mất, không còn trong Đảng",
    when=[the_member_is_gone, it_is_known_what_is_left_to_do],
    inputs=ask.GONE,
    lays=RowKind.CLOSING,
    aside=True,
)
def record_gone(self):
    """Chưa có quyết định mà đảng viên đã mất hoặc không còn là đảng viên thì chỉ ghi kết luận."""
