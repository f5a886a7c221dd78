"""Rà soát, niêm phong: what the nightly checkers found, and how far histories are sealed outside the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.pages.parts import Fact, Link


@dataclass(frozen=True)
class FoundRow:
    """One thing to look at; `where` leads to the file where there is one."""

    where: Link
    what: str


@dataclass(frozen=True)
class CheckerPart:
    """What one checker found: its label, and its rows (none: nothing to look at)."""

    label: str
    rows: Sequence[FoundRow] = ()


@dataclass(frozen=True)
class ChecksPage:
    """The newest run as this auditor may see it, `withheld` in files that are not theirs; and the checkpoints.

    `codes` are the hashes one compares with what was published or kept elsewhere.
    """

    sealed: Sequence[Fact]
    codes: Sequence[Fact]
    at: datetime | None
    checkers: Sequence[CheckerPart] = ()
    withheld: int = 0

    @property
    def count(self) -> int:
        """How many things are shown."""
        return sum(len(one.rows) for one in self.checkers)
