"""The page of a file for the member it is about: where it stands, what comes, their rights, their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.pages.case import CaseHeader, MapPhase, Offers
from desk.pages.handed import HandedRow
from desk.pages.parts import Deadline, Fact, Link, PaperRow, Tag
from desk.pages.read_log import ReadRow


@dataclass(frozen=True)
class Coming:
    """A step that comes next, in the regulation's words, and who takes it, by office."""

    title: str
    sentence: str
    who: str


@dataclass(frozen=True)
class OwnRight:
    """One right, whether it was kept, and until when it can be used."""

    text: str
    state: Tag
    until: str = ""
    citation: str = ""


@dataclass(frozen=True, kw_only=True)
class OwnCasePage(Offers):
    """Everything that page shows; `actions` are the member's own steps and nobody else's.

    `to_come` are papers that are out but not yet made known: told of, not opened.
    """

    header: CaseHeader
    facts: Sequence[Fact]
    phases: Sequence[MapPhase]
    standing: str
    coming: Sequence[Coming]
    rights_of: str
    rights: Sequence[OwnRight]
    deadlines: Sequence[Deadline]
    papers: Sequence[PaperRow]
    to_come: Sequence[Fact]
    handed: Sequence[HandedRow]
    reads: Sequence[ReadRow]
    all_reads: Link
    closed: bool
