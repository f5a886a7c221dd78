"""One asking that personal words be erased, which waits for a second person: the sample supervision that is over."""

from __future__ import annotations

from datetime import date, timedelta

from cases.erasing.deeds import AskErasing, record
from cases.models import Case
from registry.provinces import Province


def tell(province: Province, today: date) -> None:
    """The clerk asks, on an invented paper; nothing is erased."""
    clerk, body = province.people["vanthu"], province.bodies["ubkt"]
    over = Case.objects.filter(body=body, procedure="P1.CD").exclude(closed_on=None).earliest("pk")
    deed = AskErasing(
        in_body=body, case=over,
        document="Quyết định cho phép xóa dữ liệu (mẫu)", issued_by="Ban Thường vụ Tỉnh ủy (mẫu)",
        issued_on=today - timedelta(days=9), kept_until=today - timedelta(days=10), asked_by=clerk, asked_on=today,
    )  # fmt: skip
    record(deed, by=clerk, today=today)
