"""How long a suspension may last and be extended: the length typed, against the rules of the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import law
from law import Hit, extensions
from law.extensions import Lengthening, Limit
from workflows.facts import Facts
from workflows.guards import (
    Guard,
    Judgement,
    answers_and_releases,
    asking,
    guard,
    spoken,
)
from workflows.rows import RowKind
from workflows.suspensions import length_so_far, running_term


@dataclass(frozen=True)
class TermGuard(Guard):
    """The first period keeps within the rule of the day, or the question is asked."""

    kind: Lengthening = extensions.SUSPENSION

    @property
    def rules(self) -> tuple[str, ...]:
        """The rule of the first period."""
        return (self.kind.first,)

    def judgements(self, facts: Facts) -> Iterable[Judgement]:
        """One judgement for each rule that bounds the length typed."""
        if "days" in facts.inputs:  # else said already: an answer is missing
            for limit in self._limits(facts):
                hit = limit.hit
                refused = asking(hit) if hit.force == "ask" else limit.refusal()
                yield Judgement(refused, hit.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """What bounds the first period on the day of the decision."""
        return (_settled(facts).get(self.kind.first) or spoken(self.kind.first, facts),)

    def _limits(self, facts: Facts) -> Iterable[Limit]:
        yield extensions.of_first(
            law.book(), self.kind, facts.acted_on, facts.inputs["days"], _settled(facts)
        )


@dataclass(frozen=True)
class ExtensionGuard(TermGuard):
    """An extension keeps within the rule of the day: of the extension itself, or of the total."""

    @property
    def rules(self) -> tuple[str, ...]:
        """Whatever may bound an extension."""
        return tuple(
            one for one in self.kind.rules if one != self.kind.first or one == self.kind.total
        )

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """Whether it comes to an extension is open: no question beforehand."""
        return ()

    def _limits(self, facts: Facts) -> Iterable[Limit]:
        found = self._of_length(facts, 0)
        yield self._of_length(facts, length_so_far(facts, found.hit.unit or "day"))
        made = len([*facts.of(RowKind.EXTENSION)])
        if self.kind.times and made and found.hit.rule == self.kind.extension:
            times = _settled(facts).get(self.kind.times) or spoken(self.kind.times, facts)
            yield Limit(times, made + 1, "Số lần gia hạn")

    def _of_length(self, facts: Facts, before: int) -> Limit:
        return extensions.of_extension(
            law.book(),
            self.kind,
            facts.acted_on,
            before=before,
            amount=facts.inputs["days"],
            settled=_settled(facts),
        )


def _settled(facts: Facts) -> dict[str, Hit]:
    return answers_and_releases(facts)


def _asks(facts: Facts) -> bool:  # what the edition hashes; the judging is above
    return "days" in facts.inputs


def the_term_is_lawful(kind: Lengthening) -> Guard:
    """The guard over the first period of that kind."""
    return TermGuard(
        id="the_term_is_lawful",
        sentence="Thời hạn đình chỉ vượt mức tối đa.",
        remedy="Ghi thời hạn trong mức tối đa.",
        asks=_asks,
        reads_inputs=True,
        kind=kind,
    )


def the_extension_is_lawful(kind: Lengthening) -> Guard:
    """The guard over an extension of a period of that kind."""
    return ExtensionGuard(
        id="the_extension_is_lawful",
        sentence="Thời gian gia hạn đình chỉ vượt mức tối đa.",
        remedy="Gia hạn trong mức tối đa.",
        asks=_asks,
        reads_inputs=True,
        kind=kind,
    )


@guard(remedy="Thời hạn đã hết thì cho trở lại; có căn cứ mới thì lập đề nghị đình chỉ mới.")
def the_term_still_runs(facts: Facts) -> bool:
    """Thời hạn đình chỉ đã hết, không còn gì để gia hạn."""
    found = running_term(facts)
    return found is None or facts.acted_on <= found.longest


def lengthening(facts: Facts) -> Lengthening:
    """The rules by which the length of this suspension is judged: of a member, or of an organisation."""
    member = facts.subjects[0].is_person
    return extensions.SUSPENSION if member else extensions.ORGANISATION_SUSPENSION


def unit_of(kind: Lengthening, facts: Facts) -> str:
    """The unit in which a length typed today is counted: that of the rule which bounds it."""
    if facts.last(RowKind.SUSPENSION) is None:
        found = extensions.of_first(law.book(), kind, facts.acted_on, 1, _settled(facts))
    else:
        found = extensions.of_extension(
            law.book(), kind, facts.acted_on, before=0, amount=1, settled=_settled(facts)
        )
    return found.hit.unit or "day"
