"""A share of votes to reach, compared in whole numbers only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Threshold:
    """At least (`ge`) or more than (`gt`) numerator/denominator of the base."""

    op: str
    numerator: int
    denominator: int

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> "Threshold":
        """Return the threshold a row's value {op, fraction} describes."""
        numerator, denominator = map(int, value["fraction"].split("/"))
        return cls(value["op"], numerator, denominator)

    def passes(self, yes: int, base: int) -> bool:
        """Return whether `yes` votes of `base` reach the share."""
        left, right = self.denominator * yes, self.numerator * base
        return left >= right if self.op == "ge" else left > right

    def needed(self, base: int) -> int:
        """Return the smallest number of votes that reaches the share."""
        whole = self.numerator * base
        return -(-whole // self.denominator) if self.op == "ge" else whole // self.denominator + 1

    def arithmetic(self, yes: int, base: int) -> str:
        """Return the comparison as minutes print it: "3·9 = 27 ≥ 24 = 2·12"."""
        left, right = self.denominator * yes, self.numerator * base
        holds = {"ge": ("≥", "<"), "gt": (">", "≤")}[self.op]
        sign = holds[0] if self.passes(yes, base) else holds[1]
        of_base = f" = {self.numerator}·{base}" if self.numerator > 1 else ""
        return f"{self.denominator}·{yes} = {left} {sign} {right}{of_base}"
