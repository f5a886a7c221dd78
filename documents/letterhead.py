"""The names and symbol under which an organ issues papers, as plain values of the register."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from registry.models import Body, BodyKind

_INSPECTION_NAMES = ("Ủy ban Kiểm tra ", "Ủy ban kiểm tra ", "UBKT ")


@dataclass(frozen=True)
class Letterhead:
    """What the head and the foot of a paper say about its issuer."""

    name: str
    superior_lines: tuple[str, ...]
    issuing_line: str
    symbol: str
    place: str
    committee: str
    keeper: str
    full_line: str
    authority_line: str

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
            authority_line=body.issuing_line,
        )

    def for_team(self, name: str = "ĐOÀN GIÁM SÁT", symbol: str = "ĐGS") -> Letterhead:
        """Return the head of a team's paper: the body that set the team up stands above it.

        No instrument known to us fixes the symbol of teams; this is the usual one.
        """
        above = (
            self.full_line.removesuffix(f" {self.superior_lines[-1]}")
            if self.superior_lines
            else ""
        )
        lines = (
            (above, self.superior_lines[-1]) if above == self.issuing_line else (self.full_line,)
        )
        return Letterhead(
            **{**self.as_json(), "superior_lines": lines, "issuing_line": name, "symbol": symbol}
        )

    def for_host(self, host: str) -> Letterhead:
        """Return the head of a paper of the organisation that is host or sends a report."""
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
    """Return the committee an inspection committee belongs to; of any other body, its own name."""
    if body.kind == BodyKind.INSPECTION:
        for prefix in _INSPECTION_NAMES:
            if body.name.startswith(prefix):
                return body.name.removeprefix(prefix)
    return body.name
