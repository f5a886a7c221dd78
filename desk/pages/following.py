"""Sổ theo dõi: loans, tasks, answers and lessons, each until it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Link, Tab, Tag


@dataclass(frozen=True)
class FollowedRow:
    """One thing that is followed: in which file, what, by whom, until when, what was told of it."""

    case: Link
    body: str
    on: date
    what: str
    who: str
    note: str
    due: date
    state: Tag
    told: Sequence[str] = ()
    act: Link | None = None


@dataclass(frozen=True)
class FollowedPage:
    """One kind of what is followed; `tabs` lead to the others."""

    title: str
    tabs: Sequence[Tab]
    rows: Sequence[FollowedRow]
    filters: BaseForm
    columns: tuple[str, str]
    narrowed: bool
    export_url: str
    more: int = 0
