"""The member list on the screen: the copy, one member's row, the findings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.lists import FindingLine
from desk.pages.parts import Fact, Link, Pager, Tag


@dataclass(frozen=True)
class MemberLine:
    """One member of the copy: where, with which standing, from which list."""

    name: str
    url: str
    cell: str
    status: Tag
    admitted: date
    post: str
    source: str
    synced_on: date


@dataclass(frozen=True)
class MembersPage:
    """The copy as far as one reads it; `imports` are the ways to take a list in."""

    rows: Sequence[MemberLine]
    filters: BaseForm
    narrowed: bool
    findings: Link | None
    imports: Sequence[Link] = ()
    pager: Pager | None = None


@dataclass(frozen=True)
class Span:
    """Something that held from a day to a day."""

    what: str
    where: str
    first: date
    last: date | None


@dataclass(frozen=True)
class MemberPage:
    """One member: what the newest list says, and the history of cells and posts."""

    name: str
    facts: Sequence[Fact]
    memberships: Sequence[Span]
    posts: Sequence[Span]
    earlier: Sequence[Fact]
    findings: Sequence[str] = ()


@dataclass(frozen=True)
class FindingsPage:
    """The findings one may read, those that stand open first."""

    rows: Sequence[FindingLine]
    filters: BaseForm
    counts: Sequence[Fact]
    more: int = 0
    ways: Sequence[Link] = ()
