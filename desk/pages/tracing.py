"""Nhật ký lưu vết: every deed an auditor may trace, over all files, with what each changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.parts import Fact, Pager, Tag


@dataclass(frozen=True, slots=True)
class Change:
    """One value before and after a deed, in words; empty where there was, or is, none."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One entry: when it was recorded (`when` for programs), who did what as what, where, under which law.

    `changes` are what it changed, `proof` its place in its chain, with its hash; `then` leads to the file as it
    stood after it, or to the proposal.
    """

    when: str
    day: str
    time: str
    who: str
    post: str
    kind: str
    what: str
    note: str = ""
    file: str = ""
    file_url: str = ""
    law: str = ""
    proof: str = ""
    hash: str = ""
    short: str = ""
    then: str = ""
    then_url: str = ""
    changes: Sequence[Change] = ()


@dataclass(frozen=True)
class TracePage:
    """A page of entries, the newest first; `chain` tells how far they are sealed, `checked` of one file more."""

    form: BaseForm
    rows: Sequence[TraceRow]
    chain: Sequence[Fact]
    export_url: str
    checked: Tag | None = None
    narrowed: bool = False
    pager: Pager | None = None
