"""The same file under the law of another day, in words: what would differ, and nothing that is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.pages.case import CaseHeader
from desk.pages.parts import Link, Reason


@dataclass(frozen=True)
class OtherBasis:
    """A rule that would be read otherwise: what it is, as it was applied, as the other law has it."""

    rule: Link
    was: str
    now: str


@dataclass(frozen=True)
class OtherTerm:
    """A deadline that would end on another day."""

    label: str
    was: date | None
    now: date | None


@dataclass(frozen=True)
class OtherStep:
    """One step: taken on a day (then `record` numbers it) or still ahead; what would bar it, what it would rest on.

    `opens` says that only the other law lets it be taken.
    """

    label: str
    on: date | None = None
    record: int = 0
    opens: bool = False
    reasons: Sequence[Reason] = ()
    bases: Sequence[OtherBasis] = ()
    terms: Sequence[OtherTerm] = ()


@dataclass(frozen=True)
class AnotherLawPage:
    """`lines` name the instruments of each line of law beside those of the other day; `said` sums up."""

    header: CaseHeader
    form: Any
    day: date | None = None
    said: str = ""
    lines: Sequence[tuple[str, str, str]] = ()
    taken: Sequence[OtherStep] = ()
    ahead: Sequence[OtherStep] = ()
    terms: Sequence[OtherTerm] = ()
    asked: Sequence[Link] = ()

    @property
    def alike(self) -> bool:
        """Whether nothing would differ."""
        return not (self.taken or self.ahead or self.terms or self.asked)
