"""What was handed in to a file or recorded of a member's own words, one entry each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.pages.parts import Fact, Link


@dataclass(frozen=True)
class HandedRow:
    """One thing handed in: what it is, when and by whom, what it says, and the file that came with it."""

    title: str
    day: date
    by: str
    said: Sequence[Fact] = ()
    file: Link | None = None
