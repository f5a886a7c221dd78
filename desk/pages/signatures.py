"""Signing the file of a paper electronically, and checking the signatures of any file."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.parts import Fact, Link, Reason, SignOff, Tag


@dataclass(frozen=True)
class SignPaperPage:
    """The open file as it will be signed, who signed so far, and the one deed that is next.

    `pages` are pictures, as addresses that hold them. Without `form` the reader looks on; `reasons`
    say why. `press` and `icon` are the button's.
    """

    title: str
    case: Link
    paper: Link
    sentence: str
    number: str = ""
    pages: Sequence[str] = ()
    chain: Sequence[SignOff] = ()
    facts: Sequence[Fact] = ()
    form: BaseForm | None = None
    reasons: Sequence[Reason] = ()
    press: str = ""
    icon: str = "pen"


@dataclass(frozen=True)
class SignatureRow:
    """One signature of a file: whose, when, in which form; what is to be said of it."""

    title: str
    facts: Sequence[Fact]
    verdicts: Sequence[Tag]


@dataclass(frozen=True)
class SignatureCheckPage:
    """The form for a file, and what was found in the one sent; `kind` is the tone of the sentence."""

    form: BaseForm
    file: str = ""
    kind: str = ""
    sentence: str = ""
    sha256: str = ""
    rows: Sequence[SignatureRow] = ()
