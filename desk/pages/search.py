"""Tra cứu: one box over everything, what it found by kind, and what narrows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.parts import Link, Pager, Tag


@dataclass(frozen=True)
class Hit:
    """One thing found: what stands above its name, where it opens, what is said beside it."""

    above: str
    title: str
    url: str
    beside: str = ""
    tag: Tag | None = None


@dataclass(frozen=True)
class Group:
    """What was found of one kind; `more` leads to all of it."""

    title: str
    icon: str
    hits: Sequence[Hit]
    more: Link | None = None


@dataclass(frozen=True)
class SearchPage:
    """What `words` found. `kinds` are the ways to one kind alone; nothing is counted."""

    words: str
    filters: BaseForm
    kinds: Sequence[tuple[Link, bool]]
    groups: Sequence[Group]
    pager: Pager | None = None
