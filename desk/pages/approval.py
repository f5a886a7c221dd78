"""The page on which a draft is decided, and the list of the drafts that wait for a reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.forms import BaseForm

from desk.pages.case import CaseHeader
from desk.pages.parts import Due, Fact, Link, Reason, SignOff, Tag, Votes, Who


@dataclass(frozen=True)
class Piece:
    """Some words of a value: as they were (`state` empty), taken out ("out") or put in ("in")."""

    text: str
    state: str = ""


@dataclass(frozen=True)
class Change:
    """One value of the draft that is not what the reader last saw."""

    label: str
    pieces: Sequence[Piece]


@dataclass(frozen=True)
class Since:
    """What has changed since the reader's last look; `version` 0: they have seen no earlier one.

    `papers` are the papers whose words are not the same, whatever they were taken from.
    """

    version: int = 0
    changes: Sequence[Change] = ()
    papers: Sequence[str] = ()


@dataclass(frozen=True)
class Preview:
    """One paper of the draft: shown in the frame from `pdf_url`, chosen by `url`."""

    title: str
    url: str
    pdf_url: str
    current: bool = False


@dataclass(frozen=True)
class Choice:
    """One button of the signer; `tone` is its look, `allowed` whether it can be pressed."""

    deed: str
    text: str
    icon: str
    tone: str = "line"
    allowed: bool = True


@dataclass(frozen=True)
class Level:
    """What the level before saw: who, when, which version, their words, and what changed since."""

    who: Who
    at: datetime
    version: int
    opinion: str
    since: Since
    same: bool


@dataclass(frozen=True)
class Opinion:
    """One person's opinion that was asked: by when, what they said, or that they did not."""

    who: Who
    due: date
    state: Tag
    words: str = ""


@dataclass(frozen=True)
class SideDeed:
    """A deed beside the decision, with its own form; `shown` open, else folded."""

    deed: str
    title: str
    verb: str
    icon: str
    form: BaseForm
    shown: bool = False


@dataclass(frozen=True)
class ApprovalPage:
    """The paper on the left; on the right what it is, who has agreed, and what one may do."""

    header: CaseHeader
    title: str
    url: str
    version: int
    submitted: datetime
    drafter: str
    papers: Sequence[Preview]
    sha256: str
    since: Since
    place: str = ""
    previous: str = ""
    following: str = ""
    facts: Sequence[Fact] = ()
    texts: Sequence[Fact] = ()
    basis: Sequence[str] = ()
    votes: Sequence[Votes] = ()
    chain: Sequence[SignOff] = ()
    reasons: Sequence[Reason] = ()
    form: BaseForm | None = None
    choices: Sequence[Choice] = ()
    endorsing: BaseForm | None = None
    awaited: str = ""
    station: str = ""
    level: Level | None = None
    opinions: Sequence[Opinion] = ()
    others: Sequence[SideDeed] = ()

    @property
    def shown(self) -> Preview | None:
        """The paper in the frame."""
        return next((one for one in self.papers if one.current), None)

    @property
    def fingerprint(self) -> str:
        """The first and last letters of the hash, enough to compare aloud."""
        return f"{self.sha256[:4]} {self.sha256[4:8]} … {self.sha256[-4:]}"


@dataclass(frozen=True)
class ApprovalRow:
    """One draft in the list: by when, of which file, what it is, who submitted it and when."""

    due: Due
    ref: str
    title: str
    procedure: str
    paper: str
    url: str
    drafter: Who
    at: datetime
    status: Tag
    endorsed: str = ""
    stations: str = ""
    opinions: str = ""
    choice: str = ""


@dataclass(frozen=True)
class ApprovalsPage:
    """Chờ tôi duyệt; `form` decides several at once, while any can be."""

    rows: Sequence[ApprovalRow]
    form: BaseForm | None = None
    routes_url: str = ""
    chosen: Sequence[str] = ()
    to_sign: Sequence[Link] = ()


@dataclass(frozen=True)
class BulkResult:
    """What became of one draft of several: done, or refused with every reason."""

    ref: str
    title: str
    paper: str
    url: str
    status: Tag
    reasons: Sequence[Reason] = ()


@dataclass(frozen=True)
class BulkPage:
    """What became of each draft that was chosen."""

    rows: Sequence[BulkResult]
    done: int
    back_url: str


@dataclass(frozen=True)
class RouteRow:
    """One route of a body: for which papers, which levels, from when, on what document, whether in force."""

    paper: str
    stations: Sequence[str]
    first_day: date
    document: str
    laid_by: str
    status: Tag
    waits: bool = False


@dataclass(frozen=True)
class BodyRoutes:
    """A body's routes, the site's own where it has none, and the form of a new one for who leads it."""

    body: str
    rows: Sequence[RouteRow]
    default: str
    form: BaseForm
    here: str
    bound: bool = False


@dataclass(frozen=True)
class RoutesPage:
    """Đường duyệt of the bodies that the reader leads."""

    bodies: Sequence[BodyRoutes]
    reasons: Sequence[Reason] = ()
