"""Stubs of classified matters: the list of a reader's bodies, and the form that records one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.parts import Fact


@dataclass(frozen=True)
class StubRow:
    """One stub, as its number, and the facts kept of it."""

    number: str
    facts: Sequence[Fact]


@dataclass(frozen=True)
class ClassifiedPage:
    """The stubs of the bodies in which the reader holds an office."""

    form: BaseForm
    rows: Sequence[StubRow]
