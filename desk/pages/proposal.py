"""Lập đề xuất mới: choose the procedure, then answer its first questions."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.parts import Fact, Reason


@dataclass(frozen=True)
class ProcedureChoice:
    """A procedure this person may propose, or cannot for the reasons given."""

    title: str
    sentence: str
    url: str
    basis: str = ""
    icon: str = "folder"
    reasons: Sequence[Reason] = ()


@dataclass(frozen=True)
class ChooseProcedurePage:
    """First page: which procedure, grouped under headings."""

    groups: Sequence[tuple[str, Sequence[ProcedureChoice]]]
    classified_url: str = ""


@dataclass(frozen=True)
class ProposalPage:
    """Second page: the questions of the chosen procedure, under `asks`, sent by the button `press`."""

    title: str
    sentence: str
    form: BaseForm
    asks: str
    press: str
    facts: Sequence[Fact] = ()
    reasons: Sequence[Reason] = ()
    back_url: str = ""
