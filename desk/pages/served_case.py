"""The page of a file for whoever leads the organisation of its subject: what was decided, and no more."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.pages.case import CaseHeader
from desk.pages.parts import Fact, PaperRow


@dataclass(frozen=True)
class ServedCasePage:
    """Heading, days and the papers that went out to the subject."""

    header: CaseHeader
    facts: Sequence[Fact]
    papers: Sequence[PaperRow]
