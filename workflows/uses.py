"""Which procedures rest on which rules of law: the basis of a step, a guard, a right of the subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from workflows import catalogue
from workflows.stages import Step


@dataclass(frozen=True)
class Use:
    """One place of one procedure that asks a rule; `words` say which, in Vietnamese."""

    procedure: str
    label: str
    words: str
    step: str = ""


@cache
def uses() -> dict[str, tuple[Use, ...]]:
    """Return every rule that a procedure asks, with the places that ask it, in their order."""
    found: dict[str, list[Use]] = {}
    for procedure in catalogue.PROCEDURES.values():
        for rule, words, step in _asked(procedure):
            found.setdefault(rule, []).append(Use(procedure.code, procedure.label, words, step))
    return {rule: tuple(dict.fromkeys(places)) for rule, places in found.items()}


def rules_of(step: Step) -> Iterator[str]:
    """Return the rules a step asks: its basis, then those of its guards."""
    yield step.basis
    for guard in step.when:
        yield from rules_of_guard(guard)


def _asked(procedure: Any) -> Iterator[tuple[str, str, str]]:
    for step in procedure.all_steps():
        yield step.basis, f"Căn cứ của bước “{step.label}”", step.code
        for guard in step.when:
            for rule in rules_of_guard(guard):
                yield rule, f"Điều kiện của bước “{step.label}”: {guard.sentence}", step.code
    for right in procedure.rights:
        if right.rule:
            yield right.rule, f"Quyền của đối tượng: {right.words}", ""


def rules_of_guard(guard: Any) -> Iterable[str]:
    """Return one rule, or all those a guard over a table may meet (`rules`)."""
    return (guard.law,) if guard.law else getattr(guard, "rules", ())
