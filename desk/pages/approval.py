"""The page on which a draft is decided, and the list of the drafts that wait for a reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.forms import BaseForm

from desk.pages.case import CaseHeader
from desk.pages.parts import Due, Fact, Reason, SignOff, Tag, Votes, Who


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


@dataclass(frozen=True)
class ApprovalsPage:
    """Chờ tôi duyệt."""

    rows: Sequence[ApprovalRow]
