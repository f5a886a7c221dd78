"""The ledger on the screen: each line with its text, its list behind it, and how else it may be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.statistics import Figure


@dataclass(frozen=True)
class Reading:
    """Another way to read a figure."""

    head: str
    figure: Figure


@dataclass(frozen=True)
class LedgerRow:
    """One line of the ledger."""

    id: str
    head: str
    figure: Figure
    readings: Sequence[Reading]


@dataclass(frozen=True)
class LedgerPage:
    """All lines for a unit and a period."""

    whose: str
    filters: BaseForm
    rows: Sequence[LedgerRow]
    back_url: str
    behind: bool
    partial: bool
