"""A rule that the step itself answers: whoever takes it names the text, where none was found for that day."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from law import Answer, Hit, NotAllowed
from workflows.facts import Facts
from workflows.guards import Guard, Judgement, document_of, look_up

#: The answer in which the text is named.
SOURCE = "source"


@dataclass(frozen=True)
class AnsweredHere(Guard):
    """A guard under a rule that may be silent: then the text named in the step's own answers is the law."""

    def judge(self, facts: Facts) -> Judgement:
        """Judge under the rule of the day, else under the text that the answers name; without both, refuse."""
        assert self.law is not None
        hit = look_up(self.law, facts)
        if hit.force == "ask":
            named = facts.inputs.get(SOURCE)
            if not named:
                return Judgement()  # said already: this answer is missing
            with suppress(NotAllowed):
                hit = hit.answered(Answer(True, hit.unit, document_of(named), ""))
        if hit.force == "ask":
            return Judgement(self._refuse(hit), hit.as_json())
        lawful = self.asks(facts, hit)
        return Judgement(None if lawful else self._refuse(hit), hit.as_json())


def answered_here(
    rule: str, *, remedy: str
) -> Callable[[Callable[[Facts, Hit], bool]], AnsweredHere]:
    """Make a guard of a function under `rule`; the step that carries it must ask for SOURCE."""

    def make(asks: Callable[[Facts, Hit], bool]) -> AnsweredHere:
        sentence = " ".join((asks.__doc__ or "").split())
        plain = Guard(rule, sentence, remedy, asks, law=rule, reads_inputs=True)
        return AnsweredHere(**vars(replace(plain)))

    return make
