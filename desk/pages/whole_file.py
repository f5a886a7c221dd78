"""Taking a whole file out: what goes, what it lacks, what stays sealed, and the question what for."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.parts import Link


@dataclass(frozen=True)
class EnclosedRow:
    """One document that goes, by its place in the whole."""

    place: str
    title: str
    number: str
    day: str
    pages: str
    note: str = ""


@dataclass(frozen=True)
class EnclosedSection:
    """One heading of the official order; `missing` says that it must be filled and is not."""

    title: str
    rows: Sequence[EnclosedRow] = ()
    missing: bool = False


@dataclass(frozen=True)
class WholeFilePage:
    """The page before a file is taken out."""

    form: BaseForm
    back: Link
    title: str
    counted: str
    sections: Sequence[EnclosedSection]
    missing: Sequence[str] = ()
    sealed: Sequence[str] = ()
