"""Chức vụ: the offices of a body on a day, one person's, their history, and a change of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Event, Fact, Link, Pager, Reason, Tab, Tag, Who


@dataclass(frozen=True)
class Span:
    """From which day, and until which; without a last day it still holds."""

    first: date
    last: date | None


@dataclass(frozen=True)
class PostRow:
    """One post: who holds it, since when, whether approved, who acts in it, and what I may change."""

    who: Who
    url: str
    position: str
    body: str
    days: Span
    state: Tag
    note: str = ""
    acting: Sequence[str] = ()
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class ActingRow:
    """Somebody acts for another; `way` ends it."""

    who: Who
    url: str
    post: str
    kind: str
    days: Span
    document: str
    state: Tag
    way: Link | None = None


@dataclass(frozen=True)
class AreaRow:
    """Somebody follows a unit; `way` ends it."""

    who: Who
    url: str
    unit: str
    body: str
    days: Span
    document: str
    state: Tag
    way: Link | None = None


@dataclass(frozen=True)
class OfficesPage:
    """The offices of one body on one day."""

    body: str = ""
    day: date | None = None
    is_today: bool = True
    unreadable: str = ""
    filters: BaseForm | None = None
    tabs: Sequence[Tab] = ()
    posts: Sequence[PostRow] = ()
    acting: Sequence[ActingRow] = ()
    awaiting: Sequence[PostRow] = ()
    areas: Sequence[AreaRow] = ()
    ways: Sequence[Link] = ()
    events: Sequence[Event] = ()
    history_url: str = ""


@dataclass(frozen=True)
class PersonPage:
    """What one person holds, as far as the reader may see; `kin` is None for whoever may not."""

    who: Who
    is_me: bool
    posts: Sequence[PostRow]
    acting: Sequence[ActingRow]
    areas: Sequence[AreaRow]
    kin: Sequence[Fact] | None
    events: Sequence[Event]


@dataclass(frozen=True)
class OfficeHistoryPage:
    """Every change of a body's offices, the newest first."""

    body: str
    back_url: str
    events: Sequence[Event]
    pager: Pager | None


@dataclass(frozen=True)
class OfficeDeedPage:
    """A change of the register: its questions, or its answers once more before it is written."""

    title: str
    sentence: str
    form: BaseForm
    facts: Sequence[Fact]
    back_url: str
    body: str
    press: str
    reasons: Sequence[Reason] = ()
    answers: Sequence[Fact] = ()
