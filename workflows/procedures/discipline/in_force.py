"""The decision handed over, whoever decided: the complaint, its window, the lapse of the effect."""

from workflows.conditions.service import (
    no_complaint_is_open,
    the_complaint_came_after_the_decision,
    the_complaint_is_in_time,
    the_window_has_closed,
)
from workflows.questions import discipline as ask
from workflows.rows import RowKind
from workflows.stages import shared

WINDOW_IS_OVER = (the_window_has_closed, no_complaint_is_open)


@shared(
    label="Nhận khiếu nại",
    when=[the_complaint_came_after_the_decision, the_complaint_is_in_time],
    inputs=ask.COMPLAINT,
    lays=RowKind.COMPLAINT,
    basis="right.complain",
)
def receive_complaint(self):
    """Khiếu nại gửi trong thời hạn được nhận và chuyển cấp có thẩm quyền; quyết định vẫn phải chấp hành."""


@shared(
    label="Ghi hết thời hạn khiếu nại",
    short="Hết hạn khiếu nại",
    when=WINDOW_IS_OVER,
    inputs=ask.NOTE,
    lays=RowKind.OPINION,
)
def close_window(self):
    """Hết thời hạn mà không có khiếu nại thì ghi nhận; việc chấp hành được theo dõi tiếp."""


@shared(
    label="Xác nhận quyết định hết hiệu lực",
    short="Hết hiệu lực",
    inputs=ask.NOTE,
    lays=RowKind.CLOSING,
)
def record_lapse(self):
    """Hết thời gian thi hành, không tái phạm, không vi phạm mới thì xác nhận quyết định hết hiệu lực."""
