"""A plan of reorganisation as plain values: its lines, and how they are kept as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import TextChoices


class LineKind(TextChoices):
    """What one line of a plan does. Giải tán is a discipline; kết thúc hoạt động is not."""

    MERGE = "sap_nhap", "Sáp nhập vào tổ chức đang có"
    UNITE = "hop_nhat", "Hợp nhất thành tổ chức mới"
    SPLIT = "chia_tach", "Chia, tách thành nhiều tổ chức"
    END = "ket_thuc", "Kết thúc hoạt động"
    DISSOLVE = "giai_tan", "Giải tán"
    APPOINT = "chi_dinh", "Chỉ định người giữ chức vụ"


#: Nothing succeeds to what is ended or dissolved: its members are moved one by one.
WITHOUT_HEIR = frozenset({LineKind.END, LineKind.DISSOLVE})


@dataclass(frozen=True)
class Target:
    """An organisation that goes on: one of the register by its code, or a new one where a name is given."""

    code: str
    name: str = ""


@dataclass(frozen=True)
class Line:
    """One line: which units, and what they become.

    `assigned` names, where a unit is parted, who goes to which target: the number of a member, or the code of
    an organisation below; whoever is not named goes to the first. A line that appoints names one unit, the
    kind of its body, the position and the person.
    """

    kind: str
    units: tuple[str, ...]
    targets: tuple[Target, ...] = ()
    assigned: tuple[tuple[str, str], ...] = ()
    body_kind: str = ""
    position: str = ""
    person: int = 0

    @property
    def ending(self) -> tuple[str, ...]:
        """The codes of the units that are no more after it."""
        if self.kind == LineKind.APPOINT:
            return ()
        staying = {one.code for one in self.targets if not one.name}
        return tuple(code for code in self.units if code not in staying)

    def as_json(self) -> dict[str, Any]:
        """The plain form in which a plan keeps it."""
        return {
            "kind": self.kind,
            "units": list(self.units),
            "targets": [[one.code, one.name] for one in self.targets],
            "assigned": [list(pair) for pair in self.assigned],
            "body_kind": self.body_kind,
            "position": self.position,
            "person": self.person,
        }


def line_of(plain: Mapping[str, Any]) -> Line:
    """The line of which `plain` is the plain form."""
    return Line(
        kind=plain["kind"],
        units=tuple(plain["units"]),
        targets=tuple(Target(*one) for one in plain["targets"]),
        assigned=tuple((one, code) for one, code in plain["assigned"]),
        body_kind=plain["body_kind"],
        position=plain["position"],
        person=plain["person"],
    )


@dataclass(frozen=True)
class Plan:
    """What is to be done: the lines, of which day, on which decision, under which organisation."""

    superior: int
    effective: date
    document: str
    lines: tuple[Line, ...]

    @property
    def last_day(self) -> date:
        """The last day of whatever ends."""
        return self.effective - timedelta(days=1)

    @property
    def ending(self) -> tuple[str, ...]:
        """The codes of all units that end."""
        return tuple(code for line in self.lines for code in line.ending)


def lines_of(plain: Iterable[Mapping[str, Any]]) -> tuple[Line, ...]:
    """All lines of a plan out of their plain form."""
    return tuple(line_of(one) for one in plain)
