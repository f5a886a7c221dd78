"""One question with a form and a press: a deed of a register or of a plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.parts import Fact, Reason


@dataclass(frozen=True)
class DeedPage:
    """A question with a form and a press: do, take back, move a member, give or take in a unit, take up a file."""

    title: str
    sentence: str
    body: str
    back_url: str
    form: BaseForm
    press: str
    reasons: Sequence[Reason] = ()
    facts: Sequence[Fact] = ()
    warning: str = ""
