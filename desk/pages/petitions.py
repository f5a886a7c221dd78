"""The incoming book on the screen: one line a letter or finding, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Link, Pager, Tag


@dataclass(frozen=True)
class PetitionRow:
    """One line of the book. `sender` is a name only where it may stand openly, else an alias."""

    number: int
    arrived: date
    postmarked: date | None
    kind: str
    sender: str
    sender_number: str
    case: Link
    stage: Tag
    body: str


@dataclass(frozen=True)
class PetitionsPage:
    """Sổ đơn, thư đến; `narrowed` says whether a filter is on, `register` are the ways to enter a letter."""

    rows: Sequence[PetitionRow]
    filters: BaseForm
    narrowed: bool = False
    register: Sequence[Link] = ()
    export_url: str = ""
    pager: Pager | None = None
