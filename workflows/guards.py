"""Guards: questions about the facts, each with its sentence, its rule of law and its remedy.

Confidence is a switch: a confirmed rule binds; one resting on a single text binds until an authorised
person releases it for this case; an unknown one is asked, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

import law
from law import Answer, Document, Hit, NotAllowed, Reason, Release, values
from law.differences import value_in_words
from law.faults import Impossible
from workflows import reviews
from workflows.facts import Facts
from workflows.rows import RowKind


@dataclass(frozen=True)
class Judgement:
    """What one guard said: the reason why not (None = it holds) and the rule it looked up."""

    reason: Reason | None = None
    hit: dict[str, Any] | None = None


#: In `righted_by`: whichever step of the findings' own machine fits each finding.
CONCLUDING = "findings"


@dataclass(frozen=True)
class Guard:
    """One condition of a step. Without `law` it rests on the step's own basis.

    `righted_by` names the steps that put it right, or CONCLUDING; `still` names them one by one, as
    often as needed, where the file tells. `not_before` knows the first day on which it can hold, where
    the file names one. `chooses` marks a question by which the file itself chooses between two moves;
    `elsewhere` one that another file puts right, for which this one waits. `applies` says of which files
    the question is asked at all (None: of every file).
    """

    id: str
    sentence: str
    remedy: str
    asks: Callable[..., bool]
    law: str | None = None
    floor: bool = False
    reads_inputs: bool = False
    righted_by: tuple[str, ...] = ()
    not_before: Callable[[Facts], date | None] | None = None
    still: Callable[[Facts], tuple[str, ...]] | None = None
    chooses: bool = False
    elsewhere: bool = False
    applies: Callable[[Facts], bool] | None = None

    def put_right_by(self, facts: Facts) -> tuple[str, ...]:
        """The codes of the steps that put it right in this file, in order."""
        return self.still(facts) if self.still else self.righted_by

    def first_day(self, facts: Facts) -> date | None:
        """The first day (inclusive) on which the guard can hold, None where nothing is known of it."""
        return self.not_before(facts) if self.not_before else None

    def judge(self, facts: Facts) -> Judgement:
        """Judge the facts; the date that picks the law is the one the rule's selector names."""
        if not self.is_asked_of(facts):
            return Judgement()
        if self.law is None:
            return Judgement(None if self.asks(facts) else self._refuse(None))
        hit = look_up(self.law, facts)
        if hit.force == "ask":
            return Judgement(asking(hit), hit.as_json())
        holds = hit.state in ("no_rule", "ended") or self.asks(facts, hit)
        if not holds and hit.may_be_released and (release := _release(self.law, facts)):
            hit, holds = hit.released(release), True
        return Judgement(None if holds else self._refuse(hit), hit.as_json())

    def is_asked_of(self, facts: Facts) -> bool:
        """Whether the question is asked of this file."""
        return self.applies is None or self.applies(facts)

    def judgements(self, facts: Facts) -> Iterable[Judgement]:
        """All that this guard says; one over several rules says several things."""
        return (self.judge(facts),)

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """The rules that this file may still be asked under, as they read on the day of `facts`."""
        if not self.is_asked_of(facts):
            return
        if self.law:
            yield look_up(self.law, facts)
        elif not self.reads_inputs and (hit := self.judge(facts).hit):
            yield look_up(hit["rule"], facts)

    def avoided(self, facts: Facts) -> Iterable[Hit]:
        """Rules nobody has read, on which nothing hangs while every reading comes to the same."""
        return ()

    def _refuse(self, hit: Hit | None) -> Reason:
        release = " " + _MAY_BE_RELEASED if hit and hit.may_be_released else ""
        return Reason(
            rule=self.id,
            text=self.sentence,
            citation=hit.cited if hit else None,
            confidence=hit.confidence if hit else None,
            remedy=self.remedy + release,
        )


def rule(
    rule_id: str, *, remedy: str, **more: Any
) -> Callable[[Callable[[Facts, Hit], bool]], Guard]:
    """Make a guard of a function under a rule of law; its docstring is what the officer reads.

    `more` are further fields of Guard; `reads_inputs` marks one that can only be judged once the form
    is filled.
    """
    return lambda asks: Guard(rule_id, _sentence(asks), remedy, asks, law=rule_id, **more)


def guard(*, remedy: str, **more: Any) -> Callable[[Callable[[Facts], bool]], Guard]:
    """Make a guard that rests on the basis of the step it stands at (the procedure's own order)."""
    return lambda asks: Guard(asks.__name__, _sentence(asks), remedy, asks, **more)


def look_up(rule_id: str, facts: Facts) -> Hit:
    """Return what the rule says for these facts, with the answer a person gave where it is silent."""
    hit = spoken(rule_id, facts)
    if hit.force == "ask" and (row := facts.last(RowKind.ANSWER, rule=rule_id)):
        with suppress(Impossible, NotAllowed):  # an answer the law no longer takes is asked again
            return hit.answered(answer_of(hit, row.facts, f"#{row.by}"))
    return hit


def spoken(rule_id: str, facts: Facts) -> Hit:
    """Return what the rule itself says on the day its selector names, whatever people added."""
    layer = facts.locality or None
    hit = law.rule(rule_id, on=facts.acted_on, layer=layer)
    if hit.selector == "meeting_day" and facts.met_on:
        return law.rule(rule_id, on=facts.met_on, layer=layer)
    if hit.selector == "received_on" and (received := reviews.received_on(facts)):
        return law.rule(rule_id, on=received, layer=layer)
    return hit


def answer_of(hit: Hit, said: Mapping[str, Any], by: str) -> Answer:
    """Return the answer somebody wrote, in the shape of the rule; Impossible when it has another."""
    value, unit = values.answered(said["value"], law.book().parameter(hit.rule), hit.unit)
    return Answer(value, unit, document_of(said["source"]), by)


def answers_and_releases(facts: Facts) -> dict[str, Hit]:
    """Every rule that was answered or released for this case, as it then reads on the day of the deed."""
    settled: dict[str, Hit] = {}
    for kind in (RowKind.ANSWER, RowKind.RELEASE):
        for row in facts.of(kind):
            hit = look_up(row.facts["rule"], facts)
            if kind is RowKind.RELEASE and hit.may_be_released:
                hit = hit.released(Release(document_of(row.facts["source"]), f"#{row.by}"))
            settled[hit.rule] = hit
    return settled


def asking(hit: Hit) -> Reason:
    """The reason that asks: nobody could read this rule for that day."""
    near = "; ".join(
        value_in_words({**vars(one), "state": "known"})
        + (f" ({one.citation})" if one.citation else "")
        for one in hit.proposals
        if one.value is not None
    )
    return Reason(
        rule=hit.rule,
        text=f"Chưa xác định được quy định “{hit.label_vi}” vào ngày này; phần mềm không tự đoán.",
        citation=hit.cited,
        confidence="uncertain",
        remedy="Chủ nhiệm hoặc phó chủ nhiệm ngoài đoàn (với chi bộ là của ủy ban kiểm tra cấp trên trực tiếp;"
        " với việc ra khỏi Đảng là lãnh đạo cơ quan quyết định)"
        " trả lời ở bước “Trả lời về quy định”, nêu văn bản."
        + (f" Tham khảo: {near}." if near else ""),
    )


_MAY_BE_RELEASED = (
    "Quy định này mới thấy ở một văn bản: chủ nhiệm hoặc phó chủ nhiệm ngoài đoàn"
    " có thể cho phép làm khác, kèm văn bản làm căn cứ."
)


def _release(rule_id: str, facts: Facts) -> Release | None:
    row = facts.last(RowKind.RELEASE, rule=rule_id)
    return Release(document_of(row.facts["source"]), f"#{row.by}") if row else None


def document_of(source: Mapping[str, str]) -> Document:
    """Return the document that a cleaned source of law names."""
    return Document(
        source["document"], date.fromisoformat(source["dated"]), source["clause"], source["scan"]
    )


def _sentence(asks: Callable[..., bool]) -> str:
    if not asks.__doc__:
        raise TypeError(f"Guard {asks.__name__} has no docstring; officers read it when refused.")
    return " ".join(asks.__doc__.split())
