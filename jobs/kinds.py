"""The kinds of jobs there are, each a function marked `@job` in the room whose deed it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser

#: Told as the work goes on: how much is done, of how much, and in a word or two what is being done.
Tell = Callable[[int, int, str], None]
Given = Mapping[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What came of a job: a line for each thing dealt with, the figures, how many were `left` undone."""

    lines: tuple[tuple[str, str], ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    left: int = 0

    def as_json(self) -> dict[str, Any]:
        """As a row keeps it."""
        return {"lines": self.lines, "figures": self.figures, "left": self.left}


#: What is asked for, whoever asked for it, and how to tell of it.
Work = Callable[[Given, AbstractBaseUser, Tell], Outcome]


@dataclass(frozen=True)
class Kind:
    """What one kind of job does, and how it may end.

    `whole`: all of it in one transaction, with the word that it is done; else its pieces are kept one by one, and
    asked again it leaves those that are there as they are. `refuses` is raised, with `reasons`, where it may not be.
    """

    code: str
    label: str
    work: Work
    whole: bool
    refuses: tuple[type[Exception], ...] = field(default=())


#: Every kind by its code.
KINDS: dict[str, Kind] = {}


def job(
    code: str, label: str, *, whole: bool, refuses: tuple[type[Exception], ...] = ()
) -> Callable[[Work], Work]:
    """Mark what does the jobs of one kind; their rows keep `code`, a person reads `label`."""

    def marked(work: Work) -> Work:
        if code in KINDS:
            raise ValueError(f"Two kinds of job are called {code!r}.")
        KINDS[code] = Kind(code, label, work, whole, refuses)
        return work

    return marked
