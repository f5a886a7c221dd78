"""Number books on the screen: the list of them, one with every number in order, and what is entered by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Link, Pager, Reason, Tag


@dataclass(frozen=True)
class BookEntryRow:
    """One book: whose, of which symbol and term, the number next taken, and how its numbers were used."""

    title: str
    series: str
    body: str
    term: str
    url: str
    next_number: str
    taken: int
    kept: int
    cancelled: int


@dataclass(frozen=True)
class BooksPage:
    """The books that a reader may look into.

    `opening` are the ways to open one that goes on from paper, `reporting` those to a periodic report.
    """

    rows: Sequence[BookEntryRow]
    filters: BaseForm
    narrowed: bool = False
    opening: Sequence[Link] = ()
    reporting: Sequence[Link] = ()


@dataclass(frozen=True)
class NumberRow:
    """One number of a book: taken, kept, given before the book began here, or in a file closed to the reader."""

    number: str
    state: Tag
    day: date | None = None
    title: str = ""
    note: str = ""
    url: str = ""
    signer: str = ""
    case: Link | None = None


@dataclass(frozen=True)
class NumberBookPage:
    """One book, newest number first; none is left out."""

    title: str
    sentence: str
    rows: Sequence[NumberRow]
    filters: BaseForm
    narrowed: bool = False
    actions: Sequence[Link] = ()
    export_url: str = ""
    pager: Pager | None = None


@dataclass(frozen=True)
class BookDeedPage:
    """The form of one deed on a book or a paper; `reasons` are why it was refused."""

    title: str
    sentence: str
    form: BaseForm
    press: str
    back: Link
    above: Link | None = None
    reasons: Sequence[Reason] = ()
    warning: str = ""
