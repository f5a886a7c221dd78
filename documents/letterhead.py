"""The names and symbol under which an organ issues papers, as plain values of the register."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from registry.models import Body, BodyKind, OrganisationKind, Position

_BESIDE_A_COMMITTEE = {
    BodyKind.INSPECTION: ("Ủy ban Kiểm tra ", "Ủy ban kiểm tra ", "UBKT "),
    BodyKind.STANDING: ("Ban Thường vụ ", "Ban thường vụ "),
}
_ACTING_FOR = {
    BodyKind.STANDING: "BAN THƯỜNG VỤ",
    BodyKind.CELL: "CHI BỘ",
    BodyKind.CELL_COMMITTEE: "CHI ỦY",
}


@dataclass(frozen=True)
class Letterhead:
    """What the head and the foot of a paper say about its issuer.

    A cell has no seal of its own: its papers are `sealed_above`, by the committee above it, at the
    top left. An advisory organ is no collective: its head signs plainly, a deputy for the `head_title`.
    """

    name: str
    superior_lines: tuple[str, ...]
    issuing_line: str
    symbol: str
    place: str
    committee: str
    keeper: str
    full_line: str
    authority_line: str
    sealed_above: bool
    head_title: str = ""

    @classmethod
    def of(cls, body: Body) -> Letterhead:
        """Return the letterhead of a body of the register."""
        return cls(
            name=body.name,
            superior_lines=(body.superior_line,) if body.superior_line else (),
            issuing_line=body.issuing_line,
            symbol=body.symbol,
            place=body.organisation.place,
            committee=committee_of(body),
            keeper=body.name.removesuffix(committee_of(body)).strip() or body.name,
            full_line=body.name.upper(),
            authority_line=_authority_of(body),
            sealed_above=body.kind == BodyKind.CELL,
            head_title=str(Position.HEAD.label).upper() if body.kind == BodyKind.ORGAN else "",
        )

    def for_team(self, name: str, symbol: str) -> Letterhead:
        """Return the head of a team's paper: the body that set the team up stands above it; a cell's is a tổ."""
        if self.sealed_above:
            name, symbol = name.replace("ĐOÀN", "TỔ"), symbol.replace("Đ", "T", 1)
        above = (
            self.full_line.removesuffix(f" {self.superior_lines[-1]}")
            if self.superior_lines
            else ""
        )
        beside = above == self.issuing_line and not self.sealed_above
        lines = (above, self.superior_lines[-1]) if beside else (self.full_line,)
        return Letterhead(
            **{**self.as_json(), "superior_lines": lines, "issuing_line": name, "symbol": symbol}
        )

    def for_host(self, host: str) -> Letterhead:
        """Return the head of a paper of the organisation that is host or sends a report."""
        if host.upper() == self.full_line:
            return self
        return Letterhead(
            **{
                **self.as_json(),
                "superior_lines": (self.committee.upper(),),
                "issuing_line": host.upper(),
            }
        )

    def as_json(self) -> dict[str, Any]:
        """Return the plain values a paper freezes."""
        return {name: list(v) if isinstance(v, tuple) else v for name, v in asdict(self).items()}


def committee_of(body: Body) -> str:
    """Return the committee a body acts beside or for; of a body of its own, its own name."""
    if body.kind == BodyKind.ORGAN:
        return body.organisation.name
    for prefix in _BESIDE_A_COMMITTEE.get(body.kind, ()):
        if body.name.startswith(prefix):
            return body.name.removeprefix(prefix)
    return body.name


def _authority_of(body: Body) -> str:
    """The words after T/M: the collective, without the name of its place (36-HD/VPTW, 1.7)."""
    if body.organisation.kind == OrganisationKind.CENTRE:  # Bộ Chính trị, Ban Chấp hành Trung ương
        return body.issuing_line
    if body.kind in _ACTING_FOR:
        return _ACTING_FOR[body.kind]
    if body.kind == BodyKind.COMMITTEE:
        return " ".join(body.issuing_line.split()[:2])  # TỈNH ỦY, HUYỆN ỦY, ĐẢNG ỦY
    return body.issuing_line
