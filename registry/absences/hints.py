"""What might be done about somebody who is away long, or with others: shown beside the row, decided by nobody here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import law
from law import terms
from registry.absence_models import Absence
from registry.absences.deeds import EXEMPTION
from registry.cell_transfers.deeds import STAY

GROUP = "absence.group"
#: How a number is told that no rule of the day confirms, by where it comes from.
_UNSURE = {
    "earlier": "theo quy định trước, chưa đọc quy định hiện hành",
    "suggested": "chưa đọc văn bản, chỉ để tham khảo",
}


def hints(row: Absence, beside: int, day: date) -> Iterator[str]:
    """Sentences about an absence; `beside` is how many of the unit are away at the same place, this one included.

    A number that the law of the day does not confirm is told as such.
    """
    last = row.until or row.returned_on or day
    long, short = _number(EXEMPTION, day), _number(STAY, day)
    if long and last >= terms.add_months(row.first_day, long[0]):
        yield f"Đi từ {long[0]} tháng trở lên: xem xét chuyển sinh hoạt chính thức{long[1]}."
    elif short and last >= terms.add_months(row.first_day, short[0]["from"]):
        span = f"từ {short[0]['from']} đến dưới {short[0]['below']} tháng"
        yield f"Đi {span}: xem xét chuyển sinh hoạt tạm thời{short[1]}."
    group = _number(GROUP, day)
    if group and beside >= group[0]["members"]:
        yield (
            f"{beside} đảng viên cùng đi một nơi: nếu từ {group[0]['from']} đến dưới {group[0]['below']} tháng, "
            f"xem xét lập chi bộ sinh hoạt tạm thời{group[1]}."
        )


def _number(rule: str, day: date) -> tuple[Any, str] | None:
    """The value of a rule with how sure it is; a proposal where the rule of the day is not known."""
    hit = law.rule(rule, on=day)
    if hit.gives_verdict and hit.state == "known":
        return hit.value, f" ({hit.cited})" if hit.cited else ""
    said = {one.kind: one.value for one in hit.proposals if one.value}
    for kind, words in _UNSURE.items():
        if kind in said:
            return said[kind], f" ({words})"
    return None
