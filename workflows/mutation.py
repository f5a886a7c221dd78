"""Does a recorded verdict notice every row of law the procedures use? Each is deleted and moved in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import law
from law import LawBook
from law.mutations import Mutation, mutations
from workflows.scenarios import Scenario, scenarios
from workflows.uses import uses


@dataclass(frozen=True)
class Outcome:
    """One used row, and the changes to it that no scenario noticed."""

    key: str
    unnoticed: tuple[str, ...]

    @property
    def caught(self) -> bool:
        """Whether every change turned at least one scenario red."""
        return not self.unnoticed


def used_rows(book: LawBook) -> list[str]:
    """Return the keys of all rows of the rules that procedures ask, in the order of the rules."""
    asked = uses()
    return [row.key for row in book.rows() if row.rule in asked]


def red(book: LawBook) -> Iterator[tuple[Scenario, date]]:
    """Yield every recorded verdict that this law, as it stands, does not give."""
    with law.using(book):
        yield from ((one, day) for one in scenarios() for day in one.red())


def campaign(book: LawBook, keys: Iterable[str]) -> Iterator[Outcome]:
    """Change each of these rows every way there is, and yield what no scenario noticed."""
    for key in keys:
        unnoticed = (m.change for m in mutations(book, key) if not _noticed(m))
        yield Outcome(key, tuple(unnoticed))


def _noticed(mutation: Mutation) -> bool:
    rule = mutation.key.partition("@")[0]
    with law.using(mutation.book):
        return any(one.red() for one in scenarios() if rule in one.rules)
