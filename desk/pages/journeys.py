"""Journeys abroad on the screen, what members declare, and the question whether anything stands against one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.forms import BaseForm

from desk.pages.parts import Fact, Link, Pager, Tag


@dataclass(frozen=True)
class JourneyLine:
    """One journey in the list."""

    name: str
    url: str
    cell: str
    place: str
    purpose: str
    first: date
    last: date
    before: Tag
    after: Tag
    flags: Sequence[str] = ()


@dataclass(frozen=True)
class JourneysPage:
    """The journeys one reads; `unruled` are cells whose days nobody has ruled, `ways` what one may write."""

    rows: Sequence[JourneyLine]
    filters: BaseForm
    narrowed: bool
    unruled: Sequence[str]
    ways: Sequence[Link]
    rules: Sequence[Link]
    export: str
    pager: Pager | None = None


@dataclass(frozen=True)
class JourneyPage:
    """One journey: what is known, what is late or missing, what one may write."""

    name: str
    cell: str
    facts: Sequence[Fact]
    flags: Sequence[str]
    hint: str
    unruled: bool
    ways: Sequence[Link]
    void: str = ""


@dataclass(frozen=True)
class PeoplePage:
    """Looking for a member: `near` are those one reaches without looking, `ways` other pages beside."""

    title: str
    sentence: str
    filters: BaseForm | None
    asked: bool
    found: Sequence[Link]
    near: Sequence[Link] = ()
    near_title: str = ""
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class Declared:
    """One declaration as it is read."""

    number: str
    kind: str
    said: str
    since: date | None
    declared_on: date
    paper: str


@dataclass(frozen=True)
class ForeignPage:
    """What a member declared; before it opens to a team, only the question why."""

    name: str
    own: bool
    form: BaseForm | None
    rows: Sequence[Declared] = ()
    opened: bool = False
    write: str = ""


@dataclass(frozen=True)
class AskedLine:
    """One question asked before, and its answer."""

    purpose: str
    on: date
    reason: str
    answer: Tag
    at: datetime


@dataclass(frozen=True)
class ObstaclePage:
    """Asking about one member."""

    name: str
    form: BaseForm
    asked: Sequence[AskedLine]


@dataclass(frozen=True)
class LogLine:
    """One line of a log that only an auditor reads."""

    at: datetime
    by: str
    capacity: str
    about: str
    unit: str
    what: str
    why: str


@dataclass(frozen=True)
class LogPage:
    """A log, the newest first; `rates` is how often each asked lately, `about` what the third column names."""

    title: str
    sentence: str
    area: Link
    what: str
    rows: Sequence[LogLine]
    about: str = ""
    rates_title: str = ""
    rates: Sequence[Fact] = ()
    pager: Pager | None = None
