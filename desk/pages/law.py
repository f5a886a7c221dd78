"""Quy định: the rules with their history, what is still to be read, and what the site adopted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Fact, Link, Pager, Reason, Tab, Tag, Tile


@dataclass(frozen=True)
class RuleRow:
    """One rule in a list: what it says today, where it stands, how sure we are, who asks it."""

    label: str
    rule: str
    url: str
    says: str
    citation: str
    state: Tag
    asked_by: Sequence[str] = ()


@dataclass(frozen=True)
class Chapter:
    """Rules under one heading of the law."""

    title: str
    rows: Sequence[RuleRow]


@dataclass(frozen=True)
class LawPage:
    """All rules, by chapter."""

    sentence: str
    chapters: Sequence[Chapter]
    tiles: Sequence[Tile]
    tabs: Sequence[Tab]
    filters: BaseForm
    words: str = ""


@dataclass(frozen=True)
class GapRow:
    """One rule that gives no verdict: why, what lies near, who waits for it, where to fill it."""

    label: str
    rule: str
    url: str
    why: Tag
    note: str
    near: Sequence[str]
    asked_by: Sequence[str]
    fill_url: str
    waiting: Link | None = None


@dataclass(frozen=True)
class GapsPage:
    """What an officer with the full text in hand has still to read, what procedures ask first."""

    sentence: str
    first: Sequence[GapRow]
    others: Sequence[GapRow]
    tabs: Sequence[Tab]


@dataclass(frozen=True)
class PeriodRow:
    """What a rule says over some days; without a row of law nobody knows."""

    first: date | None
    last: date | None
    says: str
    state: Tag
    citations: Sequence[str] = ()
    sources: Sequence[str] = ()
    note: str = ""
    current: bool = False
    known: bool = True
    fill_url: str = ""


@dataclass(frozen=True)
class ChangeRow:
    """Both sides of one change: the last day before with its words, the first day after with its own."""

    last: date
    before: str
    first: date
    after: str


@dataclass(frozen=True)
class History:
    """The rows of a rule in the order of time, for the country or for one locality."""

    title: str
    rows: Sequence[PeriodRow]
    changes: Sequence[ChangeRow]


@dataclass(frozen=True)
class UseRow:
    """The places of one procedure that ask the rule."""

    procedure: str
    words: Sequence[str]


@dataclass(frozen=True)
class CaseUse:
    """Steps of one file that were judged under one row of the rule, from the first day to the last."""

    ref: str
    url: str
    steps: Sequence[str]
    first: date
    last: date
    row: str
    citation: str
    settled: str = ""


@dataclass(frozen=True)
class Settled:
    """An answer or a release somebody gave for one file, with its document."""

    ref: str
    url: str
    kind: str
    words: str
    document: str
    day: date


@dataclass(frozen=True)
class AdoptionRow:
    """A proposal and what became of it."""

    label: str
    rule: str
    rule_url: str
    url: str
    says: str
    from_day: date
    document: str
    proposed: str
    answered: str
    state: Tag
    number: int | None = None
    version: str = ""


@dataclass(frozen=True)
class RulePage:
    """One rule, whole."""

    title: str
    rule: str
    today: Tag
    facts: Sequence[Fact]
    histories: Sequence[History]
    uses: Sequence[UseRow]
    cases: Sequence[CaseUse]
    settled: Sequence[Settled]
    adoptions: Sequence[AdoptionRow]
    warning: str = ""
    fill_url: str = ""


@dataclass(frozen=True)
class FileChange:
    """What another law changes for one file."""

    ref: str
    url: str
    words: Sequence[str]
    stuck: bool


@dataclass(frozen=True)
class SimulationView:
    """The result of a simulation: how many files were judged, and what changes; hidden files are counted."""

    sentence: str
    figures: Sequence[Fact]
    changes: Sequence[FileChange]
    withheld: int = 0


@dataclass(frozen=True)
class ProposePage:
    """The form of a proposal, with what stands there now and, once asked, the simulation."""

    title: str
    rule: str
    rule_url: str
    form: BaseForm
    facts: Sequence[Fact]
    reasons: Sequence[Reason]
    may: bool
    kind: str = ""
    before: str = ""
    after: str = ""
    simulation: SimulationView | None = None


@dataclass(frozen=True)
class ProposalPage:
    """A proposal before its second person, or what they answered."""

    title: str
    rule: str
    rule_url: str
    state: Tag
    kind: str
    before: str
    after: str
    facts: Sequence[Fact]
    scan_url: str
    simulation: SimulationView
    seen_by: str
    reasons: Sequence[Reason]
    fresh: SimulationView | None = None
    form: BaseForm | None = None
    declining: BaseForm | None = None
    answered: Sequence[Fact] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether this reader may answer: at most the simulation must be looked at anew."""
        return self.fresh is not None or not self.reasons


@dataclass(frozen=True)
class AdoptionsPage:
    """Proposals that wait, and the site's law versions."""

    sentence: str
    waiting: Sequence[AdoptionRow]
    answered: Sequence[AdoptionRow]
    tabs: Sequence[Tab]
    version: str
    pager: Pager | None = None
