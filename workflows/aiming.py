"""What a deed is judged on: the finding it is about, the draft it signs, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from law import Reason
from workflows import drafts
from workflows.facts import Facts
from workflows.stages import Step

#: What people wrote in a live row of the file, by its number.
Words = Callable[[int], Mapping[str, Any]]


def aimed(facts: Facts, step: Step, answers: Mapping[str, Any]) -> tuple[Facts, list[Reason]]:
    """Point the facts at the finding a step is about; say so when the file has none of that number."""
    number = answers.get("finding")
    if not step.about_finding or number in (None, ""):
        first_open = next((f for f in facts.findings if f.stage in step.source), None)
        return (
            replace(facts, finding=first_open) if step.about_finding and not answers else facts
        ), []
    finding = next((f for f in facts.findings if str(f.number) == str(number)), None)
    if finding is None:
        remedy = "Chọn một nội dung đã ghi trong hồ sơ."
        return facts, [
            Reason("input.finding", f"Hồ sơ không có nội dung số {number}.", None, None, remedy)
        ]
    return replace(facts, finding=finding), []


def with_draft(facts: Facts, step: Step) -> Facts:
    """The facts with what the draft says that the step signs, where one waits."""
    draft = drafts.waiting(step.code, facts) if step.drafted else None
    return replace(facts, inputs=draft.facts) if draft else facts


def said(
    step: Step, facts: Facts, answers: Mapping[str, Any], words_of: Words
) -> tuple[dict[str, Any], frozenset[str]]:
    """What the step says, and which of it is personal: its answers, or the draft that is signed."""
    if not step.drafted:
        return dict(answers), frozenset(q.name for q in step.inputs if q.personal)
    draft = drafts.waiting(step.code, facts)
    if draft is None:
        return {}, frozenset()
    words = words_of(draft.number)
    read = {name: value for name, value in draft.facts.items() if name not in drafts.ABOUT}
    return {**read, **words}, frozenset(words)
