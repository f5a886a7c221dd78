"""What another law would change for the files that run now: judged one by one, nothing written.

Every step on the table of every live file is judged under both laws, whoever would take it; what
the officers' posts or their answers would add is left out, since no law changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from typing import Any

from django.db import connection

import law
from cases.models import Case
from cases.reading import File, Reader, read_files
from cases.services import judge
from law import LawBook
from law.plain import thawed
from law.touched import noting, otherwise
from workflows.guards import asking, look_up
from workflows.stages import Step
from workflows.uses import rules_of

#: Files that are read in one statement.
TOGETHER = 100

#: Reasons that no law changes: whose turn it is, and who wrote the draft.
_OF_PERSONS = ("permission", "draft.own")


@dataclass(frozen=True)
class Look:
    """How one file stands under one law: why each step is barred, on what it rests, when terms end."""

    reference: str
    barred: Mapping[str, tuple[str, ...]]
    rests_on: Mapping[str, tuple[tuple[str, ...], ...]]
    terms: Mapping[str, date]
    ways_on: frozenset[str]
    labels: Mapping[str, str] = field(compare=False, default_factory=dict)

    @property
    def open(self) -> frozenset[str]:
        """The steps that nothing of the case or the law bars."""
        return frozenset(step for step, reasons in self.barred.items() if not reasons)


@dataclass(frozen=True)
class Change:
    """What differs for one file between two laws."""

    before: Look
    after: Look

    @property
    def gained(self) -> list[str]:
        """Steps that open, in the procedure's order."""
        return [step for step in self.after.barred if step in self.after.open - self.before.open]

    @property
    def lost(self) -> list[str]:
        """Steps that are barred from then on."""
        return [step for step in self.before.barred if step in self.before.open - self.after.open]

    @property
    def rests(self) -> list[str]:
        """Steps that stay as they are, but on another row of law."""
        moved = {*self.gained, *self.lost}
        before, after = self.before.rests_on, self.after.rests_on
        return [step for step in after if step not in moved and before.get(step) != after[step]]

    @property
    def terms(self) -> list[tuple[str, date | None, date | None]]:
        """Terms that end on another day: name, day before, day after."""
        before, after = self.before.terms, self.after.terms
        names = dict.fromkeys((*before, *after))
        return [
            (name, before.get(name), after.get(name))
            for name in names
            if before.get(name) != after.get(name)
        ]

    @property
    def stuck(self) -> bool:
        """Whether the other law bars every step by which the file leaves its stage."""
        ways = self.before.ways_on & self.after.ways_on
        return bool(ways) and all(
            set(self.after.barred[step]) - set(self.before.barred[step]) for step in ways
        )

    def label(self, step: str) -> str:
        """Return what officers call a step or a term."""
        return {**self.before.labels, **self.after.labels}.get(step, step)

    def as_json(self) -> dict[str, Any]:
        """Return the plain values of the change."""
        return {
            "case": self.before.reference,
            "gained": self.gained,
            "lost": [[step, list(self.after.barred[step])] for step in self.lost],
            "rests": self.rests,
            "terms": [
                [name, first and first.isoformat(), last and last.isoformat()]
                for name, first, last in self.terms
            ],
            "stuck": self.stuck,
            "labels": {
                name: self.label(name)
                for name in (*self.gained, *self.lost, *self.rests, *(t[0] for t in self.terms))
            },
        }


@dataclass(frozen=True)
class Simulation:
    """How many files were judged on a day, and those for which something changes."""

    on: date
    cases: int
    changes: tuple[Change, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the plain values that are shown, kept with an adoption and compared."""
        return {
            "on": self.on.isoformat(),
            "cases": self.cases,
            "gained": sum(len(change.gained) for change in self.changes),
            "lost": sum(len(change.lost) for change in self.changes),
            "terms": sum(len(change.terms) for change in self.changes),
            "stuck": sum(change.stuck for change in self.changes),
            "changes": [change.as_json() for change in self.changes],
        }


def simulate(
    other: LawBook, today: date, cases: Iterable[int] | None = None, *, processes: int = 1
) -> Simulation:
    """Compare the present law with `other` over all live cases (or those of these numbers).

    `today` is the day of every deed. The answer equals that of `survey` before and after a real
    switch of the law. A file that was judged without asking any rule the two laws have otherwise is
    judged once. `processes` more than one are for a command: none is started out of a web server.
    """
    batches, trial = _batches(cases), _Trial(other, today)
    if processes > 1 and len(batches) > 1:
        with ProcessPoolExecutor(processes, get_context("fork"), _apart, (trial,)) as pool:
            parts = list(pool.map(_compared_apart, batches))
    else:
        parts = [trial.compared(batch) for batch in batches]
    changes = (change for _, found in parts for change in found)
    return Simulation(today, sum(seen for seen, _ in parts), tuple(changes))


class _Trial:
    """Another law, tried on a day beside the present one."""

    def __init__(self, other: LawBook, today: date):
        self._other, self._present = other, noting(law.book())
        self._moved = otherwise(law.book(), other)
        self._reader = Reader(person=0, on=today, today=today)

    def compared(self, batch: list[int]) -> tuple[int, list[Change]]:
        """How many of these files there are, and those for which something changes."""
        changes, files = [], read_files(batch, self._reader)
        for file in files:
            self._present.rules.clear()
            with law.using(self._present):
                before = look(file)
            if self._moved is not None and not self._moved & self._present.rules:
                continue
            with law.using(self._other):
                after = look(file)
            if before != after:
                changes.append(Change(before, after))
        return len(files), changes


#: What a process of its own tries; handed over as it begins, by the fork.
_handed: list[_Trial] = []


def _apart(trial: _Trial) -> None:
    """Begin a process, with a connection of its own: the driver leaves the other to whoever opened it."""
    connection.connection = None
    connection.connect()
    _handed.append(trial)


def _compared_apart(batch: list[int]) -> tuple[int, list[Change]]:
    return _handed[0].compared(batch)


def survey(today: date, cases: Iterable[int] | None = None) -> dict[str, Look]:
    """Return how every live file stands under the law in use, by its reference."""
    reader = Reader(person=0, on=today, today=today)
    return {
        file.reference: look(file)
        for batch in _batches(cases)
        for file in read_files(batch, reader)
    }


def look(file: File) -> Look:
    """Judge one file under the law in use."""
    steps = file.procedure.on_the_table(file.facts)
    clocks = file.procedure.running(file.facts)
    return Look(
        reference=file.reference,
        barred={step.code: _reasons(file, step) for step in steps},
        rests_on={step.code: tuple(_rows(file, step)) for step in steps},
        terms={clock.name: clock.last_day for clock in clocks},
        ways_on=frozenset(step.code for step in steps if _leads_on(file, step)),
        labels={s.code: s.label for s in steps} | {c.name: c.label for c in clocks},
    )


def _leads_on(file: File, step: Step) -> bool:
    """A move of the file on its ordinary path, or the preparing of one."""
    taken = file.procedure.steps[step.prepares] if step.prepares else step
    return taken.moves and not taken.aside and not taken.about_finding


def _batches(cases: Iterable[int] | None = None) -> list[list[int]]:
    """The numbers of the live files (those among `cases`) in order, as many together as are read at once."""
    chosen = Case.objects.filter(closed_on=None).order_by("pk")
    if cases is not None:
        chosen = chosen.filter(pk__in=list(cases))
    numbers = list(chosen.values_list("pk", flat=True))
    return [numbers[first : first + TOGETHER] for first in range(0, len(numbers), TOGETHER)]


def _reasons(file: File, step: Step) -> tuple[str, ...]:
    """What bars a step before its form is filled, and the rules its form would have to ask about."""
    found = judge(file, step, of_anybody=True)
    reasons = [reason for reason in found if reason.rule not in _OF_PERSONS]
    for guard in step.when:
        if guard.reads_inputs and guard.law:
            hit = look_up(guard.law, file.facts)
            reasons += [asking(hit)] if hit.force == "ask" else []
    return tuple(dict.fromkeys(reason.text for reason in reasons))


def _rows(file: File, step: Step) -> Iterator[tuple[str, ...]]:
    for rule in rules_of(step):
        hit = look_up(rule, file.facts)
        yield rule, str(hit.key), str(thawed(hit.value)), hit.force, hit.cited or ""
