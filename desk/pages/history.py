"""How one file came to be as it is: the file as it was known at an earlier moment, and why it stands where it does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.case import CaseHeader, FindingRow, MapPhase
from desk.pages.parts import Deadline, Event, Fact, Link, PaperRow, Reason, Tag, Who
from desk.pages.way import WayForward


@dataclass(frozen=True)
class EntryRow:
    """Something that lay in the file: what the step that laid it was told; `later` when it was put right since."""

    title: str
    day: date
    by: str
    said: Sequence[Fact] = ()
    later: Tag | None = None


@dataclass(frozen=True)
class TurnRow:
    """Whose turn a step is or was: the role in its body, and those who hold it."""

    step: str
    who: str
    people: Sequence[str] = ()
    due: str = ""


@dataclass(frozen=True)
class AsOfPage:
    """A file as it was known then. Nothing can be done from it; `later` says how much came after.

    `earlier` and `following` lead to the record before and the one after; `missing` is said where nothing was there.
    """

    header: CaseHeader
    form: BaseForm
    title: str
    missing: str = ""
    later: str = ""
    earlier: Link | None = None
    following: Link | None = None
    facts: Sequence[Fact] = ()
    phases: Sequence[MapPhase] = ()
    people: Sequence[Who] = ()
    papers: Sequence[PaperRow] = ()
    findings: Sequence[FindingRow] = ()
    entries: Sequence[EntryRow] = ()
    deadlines: Sequence[Deadline] = ()
    turns: Sequence[TurnRow] = ()
    events: Sequence[Event] = ()
    #: What the register learnt only afterwards, each with both its days.
    learnt_later: Sequence[str] = ()


@dataclass(frozen=True)
class Ahead:
    """One lawful way on: a step of the table, with what stands against it now, if anything does."""

    step: str
    sentence: str
    who: str
    citation: str = ""
    reasons: Sequence[Reason] = ()


@dataclass(frozen=True)
class ExplainedPage:
    """Why a file is where it is. `moved` tells the deed that brought it there, `turns` what is waited for."""

    header: CaseHeader
    stage: str
    moved: Sequence[Fact]
    rules: Sequence[Fact]
    turns: Sequence[TurnRow]
    deadlines: Sequence[Deadline]
    family: Sequence[Link]
    way: WayForward
    ahead: Sequence[Ahead]
    events: Sequence[Event]
