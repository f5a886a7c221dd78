"""The room of a meeting: one screen from the agenda to the minutes, for the wall of the room and for a laptop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.meeting import BallotResult
from desk.pages.parts import Fact, Link, Reason, Tag, Votes


@dataclass(frozen=True)
class RoomItem:
    """One line of the agenda at the side; `chosen` is the one shown large, `now` the one before the meeting."""

    number: int
    title: str
    purpose: str
    url: str
    state: Tag
    times: str = ""
    chosen: bool = False
    now: bool = False


@dataclass(frozen=True)
class Aside:
    """Somebody who is not as the others in this matter: what follows from it, by which rule."""

    who: str
    what: str
    citation: str = ""
    asked: bool = False


@dataclass(frozen=True)
class ShareRow:
    """A share that may bind: `needed` of `base`, in words; without `needed` the law of the day was not read."""

    what: str
    needed: int | None
    base: int
    citation: str


@dataclass(frozen=True)
class SheetRow:
    """The sheet of one counter; `totals` stay empty until the other counter has written too."""

    pk: int
    counter: str
    at: str
    by: str
    totals: Sequence[tuple[Fact, bool]] = ()


@dataclass(frozen=True)
class TallyShown:
    """What the agreed count comes to before it is announced."""

    words: str
    tag: Tag
    votes: Votes | None
    lines: Sequence[str] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Counting:
    """The ballot of the chosen item: who may be given a slip, what it takes, the sheets, the result to announce."""

    title: str
    step: str
    secret: bool
    round: int
    entitled: int
    base: int
    shares: Sequence[ShareRow]
    void: Sequence[str] = ()
    waits: Sequence[Reason] = ()
    sheets: Sequence[SheetRow] = ()
    form: BaseForm | None = None
    differs: bool = False
    faults: Sequence[Reason] = ()
    tally: TallyShown | None = None
    announce: Link | None = None
    void_form: BaseForm | None = None


@dataclass(frozen=True)
class Matter:
    """The item shown large. `course` is the form that begins or ends it; `deed` what its press does."""

    number: int
    title: str
    purpose: str
    state: Tag
    ref: str = ""
    url: str = ""
    note: str = ""
    times: Sequence[str] = ()
    asides: Sequence[Aside] = ()
    recuse_url: str = ""
    course: BaseForm | None = None
    deed: str = ""
    press: str = ""
    countings: Sequence[Counting] = ()
    result: BallotResult | None = None
    announced: Sequence[Votes] = ()


@dataclass(frozen=True)
class RoomPage:
    """The room. `writes`: the reader writes for the meeting; `on_wall`: shown to the room, nothing to press."""

    ref: str
    title: str
    sentence: str
    stage: Tag
    here: str
    meeting_url: str
    figures: Sequence[Fact]
    quorum: Sequence[str]
    items: Sequence[RoomItem]
    matter: Matter | None
    writes: bool
    on_wall: bool
    wall_url: str
    begin: Link | None = None
    end: Link | None = None
    after: Sequence[Link] = ()
    reasons: Sequence[Reason] = ()
    take_back: BaseForm | None = None
    last_entry: str = ""
