"""The member list on the screen: the copy, one member's row, an import looked over, the findings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

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
    export_url: str = ""


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
    management: Sequence[Fact] = ()
    file: Sequence[Fact] = ()
    ways: Sequence[Link] = ()


@dataclass(frozen=True)
class ImportPage:
    """Choosing a file; what earlier lists did stands beside it."""

    body: str
    form: BaseForm
    columns: Sequence[Fact]
    template_url: str
    cells: Sequence[Fact]
    earlier: Sequence[Fact]


@dataclass(frozen=True)
class FindingLine:
    """One finding: what is wrong, how to put it right, how far it is."""

    kind: Tag
    words: str
    remedy: str
    unit: str
    found_on: date | None = None
    state: Tag | None = None
    note: str = ""
    ways: Sequence[Link] = ()
    line: int = 0


@dataclass(frozen=True)
class ImportPreview:
    """Everything taking the list in would do; of a long one the changes are counted, not listed."""

    body: str
    facts: Sequence[Fact]
    counts: Sequence[Fact]
    changes: Sequence[Fact]
    findings: Sequence[FindingLine]
    more: int
    put_right: int
    reasons: Sequence[object] = ()
    press: str = ""
    is_long: bool = False


@dataclass(frozen=True)
class FindingsPage:
    """The findings one may read, those that stand open first."""

    rows: Sequence[FindingLine]
    filters: BaseForm
    counts: Sequence[Fact]
    more: int = 0
    ways: Sequence[Link] = ()
    export_url: str = ""
