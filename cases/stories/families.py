"""The founding stories by family: each a chain of matters that lead from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cases.stories import (
    a_discipline,
    a_inspection,
    a_supervision,
    b_discipline,
    b_inspection,
    c_supervision,
)
from cases.stories.teller import Teller
from registry.provinces import Province

MakeTeller = Callable[[], Teller]


@dataclass(frozen=True)
class Family:
    """One story: a letter, a title, and the telling that returns one teller a matter, in order."""

    letter: str
    title: str
    tell: Callable[[MakeTeller, Province], list[Teller]]


def _tell_a(teller: MakeTeller, province: Province) -> list[Teller]:
    supervision, inspection, discipline = teller(), teller(), teller()
    a_supervision.tell(supervision, province)
    a_inspection.tell(inspection, province, supervision.told)
    a_discipline.tell(discipline, province, inspection.told)
    a_inspection.close(inspection, province, _decision(discipline))
    return [supervision, inspection, discipline]


def _tell_b(teller: MakeTeller, province: Province) -> list[Teller]:
    inspection, discipline = teller(), teller()
    b_inspection.tell(inspection, province)
    b_discipline.tell(discipline, province, inspection.told)
    b_inspection.close(inspection, province, _decision(discipline))
    return [inspection, discipline]


def _tell_c(teller: MakeTeller, province: Province) -> list[Teller]:
    supervision = teller()
    c_supervision.tell(supervision, province)
    return [supervision]


def _decision(discipline: Teller) -> str:
    """The number of the decision a discipline ended in."""
    return discipline.told.papers.get(paper__kind__startswith="QD-04").paper.number_text


FAMILIES = (
    Family(
        "a",
        "Một chuyến đi nước ngoài không báo cáo: từ giám sát chi bộ đến khiển trách một đảng viên",
        _tell_a,
    ),
    Family(
        "b",
        "Một văn bằng không hợp pháp: từ kiểm tra khi có dấu hiệu vi phạm đến khai trừ",
        _tell_b,
    ),
    Family("c", "Giám sát một chi bộ trường học, không có dấu hiệu vi phạm", _tell_c),
)
