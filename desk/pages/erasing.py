"""Erasing personal words on the screen: the list of what was asked and decided, and one erasure looked over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Fact, Link, Reason, Tag


@dataclass(frozen=True)
class ErasureRow:
    """One erasure of the list: of what, on which paper, by whom, how it stands."""

    what: Link
    document: str
    issued_by: str
    asked_by: str
    asked_on: date
    state: Tag
    decided_by: str = ""


@dataclass(frozen=True)
class ErasuresPage:
    """The erasures of one's bodies, the waiting ones first."""

    rows: Sequence[ErasureRow]
    more: int = 0


@dataclass(frozen=True)
class ScopeRow:
    """One thing that goes or stays, how many, and why it stays."""

    what: str
    count: int
    why: str = ""


@dataclass(frozen=True)
class ErasePage:
    """What would go and what would stay, with the form by which one asks or decides; `form` None: nothing to do.

    `presses` are the buttons: the value each sends, and its words.
    """

    title: str
    what: Link
    body: str
    going: Sequence[ScopeRow]
    staying: Sequence[ScopeRow]
    law: Sequence[Fact]
    facts: Sequence[Fact] = ()
    form: BaseForm | None = None
    presses: Sequence[tuple[str, str]] = ()
    reasons: Sequence[Reason] = ()
    done: str = ""
