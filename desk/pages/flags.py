"""Flags on the screen: those that wait for a decision, those decided, one decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Fact, Link, Tab, Tag


@dataclass(frozen=True)
class FlagLine:
    """One flag, or the decision on it."""

    name: str
    unit: str
    kind: Tag
    words: str
    since: date
    state: Tag | None = None
    note: str = ""
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class FlagsPage:
    """The flags of the registers one sees, narrowed; `more` says how many the page leaves out."""

    rows: Sequence[FlagLine]
    filters: BaseForm
    tabs: Sequence[Tab]
    narrowed: bool
    decided: bool
    more: int = 0


@dataclass(frozen=True)
class DecisionPage:
    """What was decided about one flag, and where a proposal went."""

    title: str
    state: Tag
    facts: Sequence[Fact]
    reason: str
    way: Link | None = None
    note: str = ""
