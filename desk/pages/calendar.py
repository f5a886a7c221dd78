"""Lịch và thời hạn: a month, a week or a list of days, with what falls on each and why some are days off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.forms import BaseForm

from desk.pages.parts import Link, Tab, Tag


@dataclass(frozen=True)
class Entry:
    """One thing on a day: at an hour or on the whole of it, in one file."""

    what: str
    file: Link
    title: str
    tag: Tag
    hour: str = ""
    note: str = ""


@dataclass(frozen=True)
class Day:
    """One day: why it is no working day, whether it belongs to what was asked for, what falls on it."""

    day: date
    entries: Sequence[Entry]
    off: str = ""
    inside: bool = True
    today: bool = False
    weekend: bool = False


@dataclass(frozen=True)
class CalendarPage:
    """The days from `first` to `last` by weeks; `asked` is what nobody has confirmed about them yet."""

    title: str
    first: date
    last: date
    weeks: Sequence[Sequence[Day]]
    listed: Sequence[Day]
    grid: bool
    tabs: Sequence[Tab]
    filters: BaseForm
    earlier: Link
    now: Link
    later: Link
    asked: Sequence[str]
    download: str
    subscribe: str


@dataclass(frozen=True)
class SubscriptionPage:
    """The address at which a program reads one's calendar: only just made is it shown."""

    address: str
    since: datetime | None
    back: str
