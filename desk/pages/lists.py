"""A list taken in, on the screen: choosing the file, and everything that taking it in would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Fact, Link, Tag


@dataclass(frozen=True)
class ListPage:
    """Choosing a file; how it goes on, its columns, and what earlier lists did stand beside it."""

    title: str
    area: Link
    body: str
    form: BaseForm
    steps: Sequence[str]
    columns: Sequence[Fact]
    template_url: str
    codes: Sequence[Fact]
    codes_of: str
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
class ListPreview:
    """Everything taking the list in would do."""

    area: Link
    body: str
    facts: Sequence[Fact]
    counts: Sequence[Fact]
    changes: Sequence[Fact]
    findings: Sequence[FindingLine]
    more: int
    put_right: int
    reasons: Sequence[object] = ()
    press: str = ""
