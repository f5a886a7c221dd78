"""The dated rows of a rule, exactly as the files give them."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Any

STATES = ("known", "unknown", "no_rule", "ended")
CONFIDENCES = ("confirmed", "one_text", "uncertain")
DAY_UNITS = ("day", "working_day", "month", "year")


@dataclass(frozen=True)
class Cite:
    """A place in an instrument as a row names it, before the instrument is looked up."""

    instrument: str
    article: str | None


@dataclass(frozen=True)
class SourceRef:
    """Where somebody read a value: a source of `sources.yaml` and the place in it."""

    source: str
    at: str | None = None


@dataclass(frozen=True)
class Row:
    """What one rule said from `start` to `end`, both inclusive; `end` None: not known to end."""

    rule: str
    start: date
    end: date | None
    state: str
    value: Any
    unit: str | None
    confidence: str
    cites: tuple[Cite, ...]
    sources: tuple[SourceRef, ...]
    cite_note: str = ""
    applies_to: str = ""
    note: str = ""
    proposal: Any = None
    other_reading: Any = None
    layer: str | None = None
    file: str = ""
    line: int = 1

    @property
    def key(self) -> str:
        """Return the row's name for ever: the rule and the first day, and the layer if local."""
        local = f"@{self.layer}" if self.layer else ""
        return f"{self.rule}@{self.start.isoformat()}{local}"

    @property
    def gives_verdict(self) -> bool:
        """Return whether the row may decide anything: neither unknown nor uncertain."""
        return self.state != "unknown" and self.confidence != "uncertain"


@dataclass(frozen=True)
class Parameter:
    """One rule with all its rows, oldest first; one file of the law."""

    id: str
    label_vi: str
    kind: str
    selector: str
    rows: tuple[Row, ...]
    label_en: str = ""
    selector_inferred: bool = False
    covers: tuple[str, ...] = ()
    cumulates: bool = True
    area: str = ""
    layer: str | None = None
    file: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [row.start for row in self.rows])

    def on(self, day: date) -> Row | None:
        """Return the row in force on that day, or None where the law has no row at all."""
        index = bisect_right(self._starts, day) - 1  # type: ignore[attr-defined]
        row = self.rows[index] if index >= 0 else None
        return row if row and (row.end is None or day <= row.end) else None

    def around(self, day: date) -> tuple[Row | None, Row | None]:
        """Return the nearest row with a value before that day and the nearest one after it."""
        known = [row for row in self.rows if row.state != "unknown"]
        earlier = [row for row in known if row.end is not None and row.end < day]
        later = [row for row in known if row.start > day]
        return (earlier[-1] if earlier else None, later[0] if later else None)
