"""Answers of the door other than yes: refused with every reason, or a key used for something else."""

from collections.abc import Sequence

from law import Reason


class StepRefused(Exception):
    """The step may not be taken; `reasons` holds all of them, and nothing was changed."""

    def __init__(self, reasons: Sequence[Reason]):
        self.reasons = tuple(reasons)
        super().__init__(" ".join(reason.text for reason in self.reasons))


class KeyReused(Exception):
    """The same key came with another request; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "Khóa yêu cầu này đã dùng cho một việc khác; hãy tạo khóa mới rồi gửi lại."
        )


#: What the loser of a race reads.
OVERTAKEN = Reason(
    rule="door.overtaken",
    text="Người khác vừa cập nhật hồ sơ này trước bạn; chưa có gì được ghi.",
    citation=None,
    confidence=None,
    remedy="Mở lại hồ sơ để xem bước vừa ghi, rồi quyết định làm tiếp.",
)
