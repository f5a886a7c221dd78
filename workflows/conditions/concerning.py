"""A guard that only some files meet: of the others it says nothing and looks up no law."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from law import Hit
from workflows.facts import Facts
from workflows.guards import Guard, Judgement, look_up


@dataclass(frozen=True)
class Concerning(Guard):
    """A guard under a rule that is asked only where `concerns` says that the file is such a one."""

    concerns: Callable[[Facts], bool] = bool

    def judge(self, facts: Facts) -> Judgement:
        """Judge as any guard does, or say nothing of a file that it does not concern."""
        return super().judge(facts) if self.concerns(facts) else Judgement()

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """Its rule, where it may be asked at all."""
        if self.law and self.concerns(facts):
            yield look_up(self.law, facts)


def rule_concerning(
    rule_id: str, concerns: Callable[[Facts], bool], *, remedy: str, **more: Any
) -> Callable[[Callable[[Facts, Hit], bool]], Concerning]:
    """Make such a guard of a function under a rule of law; its docstring is what the officer reads."""
    return lambda asks: Concerning(
        rule_id,
        " ".join((asks.__doc__ or "").split()),
        remedy,
        asks,
        law=rule_id,
        concerns=concerns,
        **more,
    )
