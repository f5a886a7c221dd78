"""How each demand of a conclusion stands: reported or not, looked at or not, in time or late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workflows.facts import Facts, Row
from workflows.rows import RowKind

DONE, NOT_DONE = "dat", "chua_dat"


@dataclass(frozen=True)
class Standing:
    """One demand, its newest report, and what was found when somebody looked at that report."""

    demand: Row
    report: Row | None
    check: Row | None

    @property
    def due(self) -> date:
        """The last day for the report, as the notice set it."""
        return date.fromisoformat(self.demand.facts["due"])

    @property
    def waits(self) -> bool:
        """Whether a report lies there that nobody has looked at."""
        return self.report is not None and self.check is None

    @property
    def done(self) -> bool:
        """Whether somebody has looked and found it done."""
        return self.check is not None and self.check.facts["result"] == DONE

    def days_late(self, today: date) -> int:
        """Days by which the report came, or is still, after its day; 0 in time."""
        return max(0, ((self.report.on if self.report else today) - self.due).days)


def standings(facts: Facts) -> Iterator[Standing]:
    """Every demand of the file, in the order in which they were made."""
    for demand in facts.of(RowKind.DEMAND):
        report = facts.last(RowKind.REMEDY, demand=demand.number)
        check = facts.last(RowKind.REMEDY_CHECKED, demand=demand.number)
        stands = check if check and report and check.number > report.number else None
        yield Standing(demand, report, stands)
