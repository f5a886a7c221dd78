"""Kỳ họp, hội nghị: the list of meetings, and the one page that organisers and voters share."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from desk.pages.case import CaseHeader, Offers
from desk.pages.parts import Due, Fact, Link, Pager, PaperRow, Tag, Who


@dataclass(frozen=True)
class MeetingRow:
    """One meeting in the list: what, when, where, where it stands, how much is on its agenda."""

    ref: str
    url: str
    title: str
    day: date
    hour: str
    place: str
    stage: Tag
    items: int
    due: Due | None = None


@dataclass(frozen=True)
class MeetingGroup:
    """Meetings to come, or those that are over."""

    title: str
    rows: Sequence[MeetingRow]


@dataclass(frozen=True)
class MeetingsPage:
    """The meetings this reader organises or is called to; `call` leads to calling a new one."""

    groups: Sequence[MeetingGroup]
    call: Sequence[Link] = ()
    pager: Pager | None = None


@dataclass(frozen=True)
class BallotResult:
    """One secret ballot as totals: nothing here ties a voter to a choice.

    `options` are those that got votes; `unvoted` tells that the slip had others.
    """

    base: int
    present: int
    slips: Sequence[Fact]
    options: Sequence[Fact]
    lines: Sequence[str]
    outcome: str
    unvoted: bool = False


@dataclass(frozen=True)
class AgendaItem:
    """One matter of the agenda as far as this reader may know of it.

    Without `title` the reader may not know yet what it is; without `url` they may not open its file.
    """

    number: int
    purpose: str
    state: Tag
    title: str = ""
    ref: str = ""
    url: str = ""
    note: str = ""
    papers: Sequence[Link] = ()
    ballot: BallotResult | None = None
    recused: int = 0
    deeds: Sequence[Link] = ()
    waits: Sequence[Fact] = ()


@dataclass(frozen=True)
class RollRow:
    """One person of the roll; `reason` and `citation` say why somebody is not counted in a vote.

    `asked` tells that the law of the day was not found, so that the reason is only a possible one.
    """

    who: Who
    state: Tag
    reason: str = ""
    citation: str = ""
    recused: str = ""
    asked: bool = False


@dataclass(frozen=True)
class MeetingPage(Offers):
    """One meeting. `secret` tells that a secret ballot is cast on paper only.

    `base_asked`: the law of the day does not say who counts; the ballot will ask.
    """

    header: CaseHeader
    facts: Sequence[Fact]
    items: Sequence[AgendaItem]
    papers: Sequence[PaperRow] = ()
    figures: Sequence[Fact] = ()
    roll: Sequence[RollRow] = ()
    base_asked: bool = False
    secret: bool = False
    conclusion: Sequence[str] = ()
    ended: bool = False
    no_action: str = ""
    for_organiser: bool = False
    follow_up: Sequence[AgendaItem] = field(default_factory=tuple)
