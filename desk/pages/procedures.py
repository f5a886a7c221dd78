"""Quy trình: the catalogue of procedures, and one of them with its picture and its steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.case import CaseHeader
from desk.pages.parts import Fact, Link


@dataclass(frozen=True)
class ProcedureRow:
    """One procedure in the catalogue; a variant says of which it is one, and in what it differs."""

    code: str
    label: str
    url: str
    bodies: str
    stages: int
    steps: int
    varies: str = ""
    differences: Sequence[str] = ()


@dataclass(frozen=True)
class ProcedureGroup:
    """The procedures of one part of the regulations."""

    title: str
    rows: Sequence[ProcedureRow]


@dataclass(frozen=True)
class ProcedureStep:
    """One step as the table shows it; `rule_url` leads to the rule it rests on, `done` says when a file took it."""

    label: str
    sources: str
    target: str
    role: str
    citation: str
    rule_url: str
    papers: Sequence[str]
    deadline: str
    done: str = ""


@dataclass(frozen=True)
class ProcedurePage:
    """One procedure on a day: `drawing` is its picture as SVG, empty where this machine cannot draw.

    `base` is the procedure a variant varies, `differences` in what; `header` the file whose way is shown.
    """

    code: str
    label: str
    sentence: str
    facts: Sequence[Fact]
    day_form: BaseForm
    drawing: str
    own_steps: Sequence[ProcedureStep]
    everyday_steps: Sequence[ProcedureStep]
    base: Link | None = None
    differences: Sequence[str] = ()
    header: CaseHeader | None = None
