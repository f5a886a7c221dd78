"""Pages about who else reads a file: all its readers, letting one more in, an emergency; and one's notices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.forms import BaseForm

from desk.pages.case import CaseHeader
from desk.pages.parts import Fact, Pager, Reason, Tag, Tile, Who


@dataclass(frozen=True)
class ReaderGroup:
    """Everyone who may open the file by one way, under the words for that way."""

    title: str
    people: Sequence[Who]


@dataclass(frozen=True)
class GrantRow:
    """One exception: to whom, from when to when, why and by whose leave; `end_url` while it can be ended."""

    who: Who
    span: str
    reason: str
    giver: str
    state: Tag
    notes: Sequence[str] = ()
    end_url: str = ""


@dataclass(frozen=True)
class ReadersPage:
    """Who may open the file and why. `form` is for whoever may let one more in."""

    header: CaseHeader
    groups: Sequence[ReaderGroup]
    grants: Sequence[GrantRow]
    form: BaseForm | None = None
    reasons: Sequence[Reason] = ()


@dataclass(frozen=True)
class EndGrantPage:
    """Asked once more before an exception is taken back."""

    header: CaseHeader
    facts: Sequence[Fact]
    form: BaseForm
    back_url: str
    reasons: Sequence[Reason] = ()


@dataclass(frozen=True)
class EmergencyPage:
    """The form by which a file of a body below is opened for `hours`."""

    form: BaseForm
    hours: int


@dataclass(frozen=True)
class NoticeRow:
    """One notice; `seen` says by whom and when, once somebody has."""

    pk: int
    title: str
    text: str
    at: datetime
    link: str = ""
    to: str = ""
    seen: str = ""


@dataclass(frozen=True)
class NoticesPage:
    """What waits today in figures, and what the reader was told: what is new first."""

    figures: Sequence[Tile]
    new: Sequence[NoticeRow]
    seen: Sequence[NoticeRow] = ()
    pager: Pager | None = None
