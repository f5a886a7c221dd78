"""Who read a file: by name for those who answer for its reading, by office for whom it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.pages.case import CaseHeader
from desk.pages.parts import Pager, Who


@dataclass(frozen=True)
class ReadRow:
    """What one reader read of the file on one day; `times` counts the reads, `way` is empty for the member."""

    day: date
    who: Who
    what: Sequence[str]
    times: int
    way: str = ""


@dataclass(frozen=True)
class ReadLogPage:
    """The readers of one file, the newest day first. `own`: the page is for the member it is about."""

    header: CaseHeader
    rows: Sequence[ReadRow]
    own: bool
    export_url: str = ""
    pager: Pager | None = None
