"""Quy trình: the catalogue of procedures, and one of them with its picture and its steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.parts import Fact


@dataclass(frozen=True)
class ProcedureRow:
    """One procedure in the catalogue."""

    code: str
    label: str
    url: str
    bodies: str
    stages: int
    steps: int


@dataclass(frozen=True)
class ProcedureStep:
    """One step as the table shows it; `rule_url` leads to the rule it rests on."""

    label: str
    sources: str
    target: str
    role: str
    citation: str
    rule_url: str
    papers: Sequence[str]
    deadline: str


@dataclass(frozen=True)
class ProcedurePage:
    """One procedure on a day: `drawing` is its picture as SVG, empty where this machine cannot draw."""

    code: str
    label: str
    sentence: str
    facts: Sequence[Fact]
    day_form: BaseForm
    drawing: str
    own_steps: Sequence[ProcedureStep]
    everyday_steps: Sequence[ProcedureStep]
