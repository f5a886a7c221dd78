"""The book of loans of member files on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Link, Tag


@dataclass(frozen=True)
class FileLoanRow:
    """One loan: of whose file, to whom, until when, how it came back."""

    name: str
    unit: str
    borrower: str
    purpose: str
    allowed_by: str
    lent_on: date
    due_back: date
    state: Tag
    condition: str = ""
    back: Link | None = None


@dataclass(frozen=True)
class FileLoansPage:
    """The loans of the files of the members one reads."""

    rows: Sequence[FileLoanRow]
    filters: BaseForm
    narrowed: bool
    export_url: str
    more: int = 0
