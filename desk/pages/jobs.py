"""Việc chạy nền: how far a job is, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.pages.parts import Fact, Link, Reason, Tag


@dataclass(frozen=True)
class JobPage:
    """One job. While it is open the page asks again by itself; `then` leads on."""

    title: str
    about: str
    asked_at: datetime
    state: Tag
    is_open: bool
    percent: int
    said: str
    then: Link
    thing: str  # what each line is about
    lines: Sequence[tuple[str, str]] = ()
    figures: Sequence[Fact] = ()
    reasons: Sequence[Reason] = ()
    left: int = 0  # how many things the job could not do; their lines say why
