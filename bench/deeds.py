"""The two measured deeds, and the cases that are ready for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cases.models import TeamSeat
from permissions.roles import Role
from registry.models import Person

#: Where a case lies before either deed.
READY_AT = "da_xac_minh"


@dataclass(frozen=True)
class Deed:
    """One step of a supervision that signs no paper: who takes it, what they say, where it leads."""

    step: str
    role: Role
    said: dict[str, Any]
    leads_to: str


#: It lays a fact and the file stays where it is.
STAY = Deed(
    "add_evidence",
    Role.TEAM_MEMBER,
    {"title": "Sổ theo dõi đảng viên", "given_by": "Chi ủy"},
    leads_to=READY_AT,
)

#: It moves the file to its next stage, past a condition that reads the file's findings.
MOVE = Deed(
    "draft",
    Role.TEAM_LEAD,
    {"draft": "Dự thảo báo cáo kết quả giám sát: ưu điểm, hạn chế, nguyên nhân."},
    leads_to="da_du_thao",
)


@dataclass(frozen=True)
class Ready:
    """A case that waits for either deed, and the people who may do them."""

    case: int
    people: dict[Role, Person]


def ready() -> Iterator[Ready]:
    """Yield every case ready for the deeds, those of one commune apart from each other."""
    seats: dict[int, dict[Role, Person]] = {}
    rows = TeamSeat.objects.filter(
        case__stage=READY_AT, case__findings__isnull=False
    ).select_related("person")
    for seat in rows.order_by("case_id", "id"):
        seats.setdefault(seat.case_id, {})[Role(seat.role)] = seat.person
    for case in sorted(seats, key=_spread):
        yield Ready(case, seats[case])


def _spread(case: int) -> int:
    """An order that takes neighbours apart, and is the same each time (Knuth's multiplier)."""
    return case * 2654435761 % 2**32
