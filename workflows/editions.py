"""Editions: a procedure and its law as they stood on a day, as canonical JSON under its SHA-256."""

from __future__ import annotations

import hashlib
import inspect
from bisect import bisect_right
from datetime import date
from functools import lru_cache
from typing import Any

import law
from law import editions as law_editions
from proof.canonical import canonical
from workflows.guards import Guard
from workflows.stages import Step

#: A class of `workflows.procedure.Procedure`; mypy does not see that classes can be cached by.
Machine = Any


def edition(procedure: Machine, on: date) -> tuple[str, str]:
    """Return `(sha256, text)` of the procedure's edition on a day (the law as of that day, inclusive).

    The day itself is left out, so that days between two changes of law share one edition.
    """
    book = law.book()
    return _edition(procedure, _since(book, on), book)


@lru_cache(maxsize=16)
def _changes(book: law.LawBook) -> tuple[date, ...]:
    return tuple(law_editions.changes(book, date.min))


def _since(book: law.LawBook, on: date) -> date:
    """The first day from which on the law reads as on that day: such days share one edition, made once."""
    days = _changes(book)
    return days[bisect_right(days, on) - 1]


def history(procedure: Machine) -> tuple[tuple[date, str], ...]:
    """Return `(first day, sha256)` of every edition, from the first regulation of procedure we know.

    An edition that comes back after another stands there twice.
    """
    return _history(procedure, law.book())


@lru_cache(maxsize=64)
def _history(procedure: Machine, book: law.LawBook) -> tuple[tuple[date, str], ...]:
    """Kept for each state of the law, without the texts: they would push out those of today."""
    found: list[tuple[date, str]] = []
    for day in law_editions.changes(book, book.regimes["procedure"][0]["from"]):
        sha, _text = _edition.__wrapped__(procedure, day, book)
        if not found or found[-1][1] != sha:
            found.append((day, sha))
    return tuple(found)


def in_force(procedure: Machine, on: date) -> tuple[date, str]:
    """Return the first day and the SHA-256 of the edition of that day.

    A day before the first regulation of procedure we know begins an edition of its own.
    """
    started = [one for one in history(procedure) if one[0] <= on]
    return started[-1] if started else (on, edition(procedure, on)[0])


@lru_cache(maxsize=256)
def _edition(procedure: Machine, on: date, _book: law.LawBook) -> tuple[str, str]:
    """Kept for each state of the law: the site may adopt a row while the process runs."""
    rows = {name: value for name, value in law.as_of(on).items() if name != "on"}
    text = canonical({**describe(procedure), "law": rows})
    return hashlib.sha256(text.encode()).hexdigest(), text


@lru_cache(maxsize=64)
def describe(procedure: Machine) -> dict[str, Any]:
    """Return the declared machine as plain values: stages, steps, who, basis, guards, papers, inputs."""
    return {
        "code": procedure.code,
        "label": procedure.label,
        "start": procedure.stage.start.value,
        "stages": [
            {"code": stage.value, "label": stage.label, "final": procedure.is_final(stage.value)}
            for stage in procedure.stage.enum
        ],
        "steps": [describe_step(step) for step in procedure.steps.values()],
        "findings": procedure.findings and describe(procedure.findings),
    }


def describe_step(step: Step) -> dict[str, Any]:
    """Return one declared step as plain values."""
    return {
        "code": step.code,
        "label": step.label,
        "sentence": step.sentence,
        "source": list(step.source),
        "target": step.target,
        "by": step.by.words,
        "basis": step.basis,
        "inputs": [asked.schema() for asked in step.inputs],
        "lays": step.lays and step.lays.value,
        "papers": [kind.code for kind in (*step.issues, *step.writes)],
        "guards": [_guard(guard) for guard in step.when],
    }


def _guard(guard: Guard) -> dict[str, Any]:
    """A guard's words, its rule, and a hash of its code, so that a replay knows when the code changed."""
    source = inspect.getsource(guard.asks)
    return {
        "id": guard.id,
        "says": guard.sentence,
        "law": guard.law,
        "code": hashlib.sha256(source.encode()).hexdigest(),
    }
