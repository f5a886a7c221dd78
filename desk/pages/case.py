"""The case page: what this file is, where it stands, what comes next, and how it came here."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.pages.guidance import TeamWork, Yardstick
from desk.pages.handed import HandedRow
from desk.pages.parts import (
    Deadline,
    Event,
    Fact,
    Link,
    PaperRow,
    Progress,
    Reason,
    Tab,
    Tag,
    Votes,
    Who,
)
from desk.pages.way import WayForward


@dataclass(frozen=True)
class CaseHeader:
    """The identity bar on every page of a file; `listed` leads to the list it stands in, unless that of matters."""

    ref: str
    url: str
    title: str
    sentence: str
    tags: Sequence[Tag] = ()
    links: Sequence[Link] = ()
    listed: Link | None = None
    #: That the personal words of the file were erased, when and on which paper.
    erased: str = ""


@dataclass(frozen=True)
class MapStep:
    """One place in the procedure map. `state` is done, current or todo."""

    label: str
    state: str = "todo"
    note: str = ""
    optional: bool = False


@dataclass(frozen=True)
class MapPhase:
    """One of the official phases, with its steps in order."""

    title: str
    steps: Sequence[MapStep]

    @property
    def state(self) -> str:
        """done when every step that must be taken is, current when the file stands in it."""
        states = {step.state for step in self.steps}
        if "current" in states:
            return "current"
        owed = [step for step in self.steps if not step.optional]
        return "done" if owed and all(step.state == "done" for step in owed) else "todo"


@dataclass(frozen=True)
class NextAction:
    """A step as it stands for this reader: doable with `url`, else blocked by `reasons`.

    `met` are conditions already fulfilled; they are shown beside the unmet ones. `beside` deeds lie
    off the ordinary path and are folded away under it.
    """

    title: str
    sentence: str
    url: str = ""
    verb: str = ""
    icon: str = "edit"
    first: bool = False
    reasons: Sequence[Reason] = ()
    met: Sequence[str] = ()
    beside: bool = False

    @property
    def doable(self) -> bool:
        """Whether this reader may take the step now."""
        return not self.reasons and bool(self.url)


@dataclass(frozen=True, kw_only=True)
class Offers:
    """A page that offers steps to its reader: `actions`, in the order in which they are shown."""

    actions: Sequence[NextAction] = ()

    @property
    def doable(self) -> list[NextAction]:
        """Steps of the ordinary path this reader may take now."""
        return [action for action in self.actions if action.doable and not action.beside]

    @property
    def blocked(self) -> list[NextAction]:
        """Steps of the ordinary path that wait for something, each with its reasons."""
        return [action for action in self.actions if not action.doable and not action.beside]

    @property
    def beside(self) -> list[NextAction]:
        """Deeds off the ordinary path, those that can be done first."""
        return sorted(
            (action for action in self.actions if action.beside), key=lambda one: not one.doable
        )


@dataclass(frozen=True)
class Right:
    """One right of the person concerned, and whether it has been kept."""

    text: str
    state: Tag
    citation: str = ""


@dataclass(frozen=True)
class FindingRow:
    """One content examined for one subject, what it came to, and how the violation ends, if it is one."""

    subject: str
    content: str
    state: Tag
    note: str = ""
    ending: Tag | None = None


@dataclass(frozen=True)
class Heed:
    """Something to know before anything else: a title, what it means in lines, what follows from it."""

    title: str
    lines: Sequence[str] = ()
    note: str = ""


@dataclass(frozen=True)
class IndexEntry:
    """One paper or document under a heading of the dossier."""

    title: str
    day: str = ""
    number: str = ""
    url: str = ""
    pages: int = 0


@dataclass(frozen=True)
class IndexHeading:
    """One heading of the dossier in its official order; `missing` marks one that must be filled and is not."""

    title: str
    entries: Sequence[IndexEntry] = ()
    missing: Tag | None = None


@dataclass(frozen=True)
class DemandRow:
    """One demand of the conclusion, and how far its remedy is."""

    content: str
    owner: str
    due: str
    report: str
    checked: str
    state: Tag
    late: str = ""


@dataclass(frozen=True)
class CasePage(Offers):
    """Everything the case page shows. `section` names the tab whose list is filled.

    It is one of papers, index, handed, findings, team, votes, people, deadlines, history. `no_action` says who moves
    the file on when this reader cannot take a step of the ordinary path. `only_own_acts` says that the
    history shows this reader's own deeds and no one else's. `look_back_url` leads to the file at earlier moments.
    """

    header: CaseHeader
    facts: Sequence[Fact] = ()
    progress: Progress | None = None
    phases: Sequence[MapPhase] = ()
    map: Link | None = None
    way: WayForward | None = None
    no_action: str = ""
    rights_of: str = ""
    rights: Sequence[Right] = ()
    deadlines: Sequence[Deadline] = ()
    recent: Sequence[Event] = ()
    history: Link | None = None
    chain: str = ""
    tabs: Sequence[Tab] = ()
    section: str = "papers"
    papers: Sequence[PaperRow] = ()
    handed: Sequence[HandedRow] = ()
    findings: Sequence[FindingRow] = ()
    votes: Sequence[Votes] = ()
    people: Sequence[Who] = ()
    readers: Link | None = None
    events: Sequence[Event] = ()
    heeds: Sequence[Heed] = ()
    index: Sequence[IndexHeading] = ()
    export_url: str = ""
    demands: Sequence[DemandRow] = ()
    yardsticks: Sequence[Yardstick] = ()
    team_work: TeamWork | None = None
    only_own_acts: bool = False
    look_back_url: str = ""

    @property
    def section_template(self) -> str:
        """The template of the list under the tabs."""
        return f"pages/case/{self.section}.html"
