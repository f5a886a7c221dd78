"""By when a report is due, as data by level and period; where nobody has said, no day and so nothing is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.db.models import TextChoices

from law.reading import read
from reports.filing_models import Filing
from reports.form import FOLDER
from reports.periods import Period, month


class State(TextChoices):
    """How far the report of one unit is."""

    FILED = "da_nop", "Đã nộp"
    LATE = "nop_muon", "Nộp muộn"
    MISSING = "chua_nop", "Quá hạn, chưa nộp"
    WAITED = "chua_den_han", "Chưa đến hạn"
    UNKNOWN = "chua_ro_han", "Chưa nộp, hạn chưa rõ"


@dataclass(frozen=True)
class Rule:
    """The last day for the reports of a kind of organisation on a kind of period, from a day on to another."""

    level: str
    period: str
    day: int
    months_after: int
    first: date | None
    last: date | None
    source: str

    def is_for(self, level: str, period: Period) -> bool:
        """Whether it sets the day for this report."""
        begun = self.first is None or self.first <= period.last
        in_force = begun and (self.last is None or self.last >= period.last)
        return in_force and self.level == level and self.period == period.kind

    def on(self, period: Period) -> date:
        """The last day; in a month too short for it the last of the month."""
        months = period.last.year * 12 + period.last.month - 1 + self.months_after
        whole = month(months // 12, months % 12 + 1)
        return whole.first.replace(day=min(self.day, whole.last.day))


@cache
def rules(folder: Path = FOLDER) -> tuple[Rule, ...]:
    """Return the rules of a folder, those that stand later winning over those before."""
    faults: list = []
    block = read(folder / "due.yaml", "due.yaml", faults) or {}
    return tuple(
        Rule(
            one["level"], one["period"], one["day"], one["months_after"],
            one.get("from"), one.get("until"), one["source"],
        )
        for one in block.get("due", ()) if one.get("state") != "unknown"
    )  # fmt: skip


def due_on(level: str, period: Period, folder: Path = FOLDER) -> date | None:
    """Return the last day for the report of an organisation of that kind; None where no rule says."""
    found = [one for one in rules(folder) if one.is_for(level, period)]
    return found[-1].on(period) if found else None


def due_of(first: Filing | None, level: str, period: Period) -> date | None:
    """The day by which a report is due: as a rule says, else as whoever filed was told by the superior."""
    return due_on(level, period) or (first.due_on if first else None)


def state(first: Filing | None, due: date | None, today: date) -> State:
    """How far a report is: `first` is its first version, for the first counts as filed, whatever followed."""
    if first is not None:
        return State.LATE if due is not None and first.filed_on > due else State.FILED
    if due is None:
        return State.UNKNOWN
    return State.MISSING if today > due else State.WAITED
