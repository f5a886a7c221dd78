"""Ra khỏi Đảng: who left and how on one page; on the other, whether one of them may be considered again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm

from desk.pages.parts import Fact, Link, Reason, Tag


@dataclass(frozen=True)
class ExitRow:
    """One who left: how, by which decision, until which day, from which cell; `question` leads to the second page."""

    name: str
    kind: str
    decision: str
    last_day: date
    cell: str
    question: Link


@dataclass(frozen=True)
class ExitsPage:
    """The counts by kind on a day, and the rows behind them."""

    filters: BaseForm
    counts: Sequence[Fact]
    rows: Sequence[ExitRow]
    more: int = 0


@dataclass(frozen=True)
class ReadmissionPage:
    """The question about one person: what the register and the file know, what is asked, what the law says."""

    name: str
    back_url: str
    facts: Sequence[Fact]
    form: BaseForm
    answer: Tag | None = None
    reasons: Sequence[Reason] = ()
    rules: Sequence[str] = ()
    erase: Link | None = None
