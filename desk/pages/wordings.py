"""The wordings of papers: what each kind is written in, and one kind with its versions side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Reason, Tag


@dataclass(frozen=True)
class WordingRow:
    """One kind and the wording it has today."""

    code: str
    title: str
    url: str
    state: Tag
    coming: str = ""


@dataclass(frozen=True)
class WordingsPage:
    """Every kind of the catalogue, in its order."""

    rows: Sequence[WordingRow]


@dataclass(frozen=True)
class Version:
    """One adopted version; `begins` is its first line of words."""

    first_day: date
    by: str
    at: date
    reason: str
    sha256: str
    shipped: bool


@dataclass(frozen=True)
class Looks:
    """The pages of one wording, printed with invented values, as pictures."""

    title: str
    pictures: Sequence[str]


@dataclass(frozen=True)
class WordingPage:
    """One kind: its wording, its required parts, who changed it and why; `looks` side by side after a trial."""

    code: str
    title: str
    state: Tag
    form: BaseForm
    blocks: Sequence[str]
    versions: Sequence[Version]
    reasons: Sequence[Reason] = ()
    looks: Sequence[Looks] = ()
    tried: bool = False
