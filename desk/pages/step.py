"""The page of one step: what it does and on what basis, its questions, or every reason against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.case import CaseHeader
from desk.pages.parts import Deadline, Fact, Link, Reason, Votes


@dataclass(frozen=True)
class StepPage:
    """`reasons` known before anything is filled: the form cannot be sent; after a refusal it can be mended."""

    header: CaseHeader
    title: str
    sentence: str
    form: BaseForm
    basis: Sequence[str] = ()
    who: str = ""
    acting_as: str = ""
    outcome: str = ""
    papers: Sequence[str] = ()
    limits: Sequence[str] = ()
    deadlines: Sequence[Deadline] = ()
    reasons: Sequence[Reason] = ()
    met: Sequence[str] = ()
    warnings: Sequence[str] = ()
    votes: Votes | None = None
    verb: str = ""
    previews: Sequence[Link] = ()
    final: bool = False


@dataclass(frozen=True)
class ConfirmPage:
    """Asked once more before what cannot be undone: the answers given, and the one sentence on it."""

    header: CaseHeader
    title: str
    warning: str
    answers: Sequence[Fact]
    verb: str
    form: BaseForm
    back_url: str
