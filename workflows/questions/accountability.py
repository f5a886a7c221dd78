"""What is asked of whoever decided wrongly: what became of their responsibility."""

from typing import Any

from workflows.inputs import Choice, Text
from workflows.questions.discipline import REASON


def answer_for(label: str, *, help: str = "") -> list[Any]:  # noqa: A002 -- as the questions call it
    """What became of the responsibility of whoever decided wrongly; `help` stands beside the number of its file."""
    return [
        Choice(
            name="result",
            label=label,
            options=[
                ("kiem_diem", "Kiểm điểm, rút kinh nghiệm"),
                ("kiem_tra", "Kiểm tra khi có dấu hiệu vi phạm"),
                ("ky_luat", "Xem xét thi hành kỷ luật"),
                ("khong", "Đã xem xét, không có trách nhiệm"),
            ],
        ),
        Text(
            name="reference",
            label="Số hồ sơ, văn bản về việc đó",
            help=help,
            personal=False,
            most=200,
            required=False,
        ),
        REASON,
    ]
