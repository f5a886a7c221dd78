"""One paper, and the register of papers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Event, Fact, Link, Pager, Reason, SignOff, Tab, Tag


@dataclass(frozen=True)
class OriginalRow:
    """One scan of the wet-signed original: its file, its hash, who held it against the print, and when."""

    file: Link
    sha256: str
    compared: str


@dataclass(frozen=True)
class CustodyRow:
    """Where the original lay from a day on, with whom, and why it went there."""

    place: str
    since: date
    holder: str
    why: str = ""


@dataclass(frozen=True)
class PaperPage:
    """The exact bytes on the left, what is known of them on the right.

    `pdf_url` is empty while the paper is numbered but not yet printed; `waiting` then says so. `has_next` tells
    whether the first of the actions takes the paper further, not back.
    """

    title: str
    status: Tag
    number: str = ""
    no_number: str = ""  # what stands in the place of a number
    case: Link | None = None
    pdf_url: str = ""
    download_url: str = ""
    file_name: str = ""
    waiting: str = ""
    facts: Sequence[Fact] = ()
    signatures: Sequence[SignOff] = ()
    events: Sequence[Event] = ()
    actions: Sequence[Link] = ()
    has_next: bool = True
    sha256: str = ""
    digital: Sequence[SignOff] = ()
    copies: Sequence["CopyRow"] = ()
    beside: Sequence[Link] = ()
    related: Sequence[Fact] = ()
    by_hand: bool = False
    originals: Sequence[OriginalRow] = ()
    custody: Sequence[CustodyRow] = ()
    keeping: Sequence[Link] = ()

    @property
    def fingerprint(self) -> str:
        """The hash in groups of eight, as people read it aloud."""
        return " ".join(self.sha256[i : i + 8] for i in range(0, len(self.sha256), 8))


@dataclass(frozen=True)
class CopyRow:
    """One copy of a paper."""

    text: str
    url: str
    day: date
    by: str


@dataclass(frozen=True)
class CopyPage:
    """The form of a copy; `ways` says of each body in which ways it may copy this paper."""

    title: str
    number: str
    back_url: str
    form: BaseForm
    reasons: Sequence[Reason] = ()
    ways: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class BookRow:
    """One number taken in a book. `sequence` runs without gaps."""

    sequence: int
    number: str
    day: date
    kind: str
    summary: str
    status: Tag
    url: str = ""
    signer: str = ""
    case: Link | None = None


@dataclass(frozen=True)
class RegisterPage:
    """Sổ văn bản: one book (organ × kind × term) at a time, newest first, or all of them."""

    sentence: str
    rows: Sequence[BookRow]
    export_url: str = ""
    narrowed: bool = False
    tabs: Sequence[Tab] = ()
    filters: BaseForm | None = None
    chosen: Sequence[Link] = ()
    pager: Pager | None = None
    withheld: int = 0


@dataclass(frozen=True)
class AtOnceRow:
    """One paper that may be chosen; `number` is empty while it waits for one."""

    paper: int
    chosen: bool
    number: str
    kind: str
    summary: str
    day: date | None
    url: str
    status: Tag
    case: Link


@dataclass(frozen=True)
class AtOncePage:
    """The papers among which one chooses what is numbered and printed at once, no more than `most`."""

    form: BaseForm
    filters: BaseForm
    rows: Sequence[AtOnceRow]
    tabs: Sequence[Tab]
    most: int
