"""Phong bì danh tính: the list, one envelope with its history, and one request to see an identity.

Nothing here says a name but `Shown`, which one answer holds and nothing keeps.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk.pages.parts import Event, Fact, Link, Pager, Reason, Tag


@dataclass(frozen=True)
class EnvelopeRow:
    """One envelope in the list."""

    alias: str
    url: str
    number: str
    received: date
    source: str
    custodian: str
    place: str
    state: Sequence[Tag]


@dataclass(frozen=True)
class EnvelopesPage:
    """The envelopes this reader may know of, by the body that keeps them."""

    groups: Sequence[tuple[str, Sequence[EnvelopeRow]]]
    receive_url: str = ""
    vault: str = ""
    pager: Pager | None = None


@dataclass(frozen=True)
class AskRow:
    """One request to see the identity, in the list of an envelope."""

    url: str
    by: str
    day: date
    state: Tag
    note: str


@dataclass(frozen=True)
class EnvelopePage:
    """One envelope: what is known of it, what can be done, who saw the identity, its chain."""

    alias: str
    url: str
    body: str
    state: Sequence[Tag]
    facts: Sequence[Fact]
    asks: Sequence[AskRow]
    events: Sequence[Event]
    chain: Tag
    chain_words: str
    deeds: Sequence[Link] = ()


@dataclass(frozen=True)
class EnvelopeDeedPage:
    """One deed to fill in; also taking in a new envelope, which has no `alias` yet."""

    title: str
    sentence: str
    press: str
    form: Any
    back_url: str
    alias: str = ""
    warning: str = ""
    vault: str = ""
    reasons: Sequence[Reason] = ()


@dataclass(frozen=True)
class Shown:
    """An identity on the one answer that shows it. Its `repr` says nothing."""

    facts: Sequence[Fact] = field(repr=False)
    until: str = ""


@dataclass(frozen=True)
class OpeningPage:
    """One request: who asks why, what was answered, and for the one who asked, the identity."""

    alias: str
    envelope_url: str
    state: Tag
    facts: Sequence[Fact]
    events: Sequence[Event]
    reasons: Sequence[Reason] = ()
    why_not: Sequence[Reason] = ()
    answer: Any = None
    may_look: bool = False
    may_withdraw: bool = False
    look: Any = None
    withdraw: Any = None
    until: str = ""
    shown: Shown | None = None
