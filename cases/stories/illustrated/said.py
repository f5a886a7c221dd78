"""What was said at a step: the telling answers, in words; the rest stands in the papers beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from cases.models import StepRecord
from cases.stories.illustrated.filed import Filed
from cases.stories.illustrated.parts import Said
from cases.stories.illustrated.verdicts import document
from law import words
from workflows.inputs import Input
from workflows.rows import RowKind
from workflows.stages import Step

#: Answers told elsewhere on the page (votes) or best read in the papers themselves.
LEFT_OUT = frozenset({
    "place", "chair", "attendance", "subject_side", "outline", "schedule", "tasks", "strengths",
    "causes", "present", "yes", "no", "scan", "period_to", "unit", "envelope", "observers", "recorder",
})  # fmt: skip
LONGEST, MOST_LINES = 260, 6


def said_at(record: StepRecord, step: Step | None, filed: Filed, *, sample: bool) -> list[Said]:
    """Return what this step's answers tell, in the order in which they were asked."""
    return list(_said(record, step, filed, sample))


def _said(record: StepRecord, step: Step | None, filed: Filed, sample: bool) -> Iterator[Said]:
    if step and step.drafted and (draft := filed.rows.get(record.inputs.get("draft", 0))):
        prepared = next((r for r in filed.history if r.pk == draft.laid_by_id), None)
        if prepared:
            day = f"{prepared.acted_on:%d/%m/%Y}"
            yield Said("Theo dự thảo", [f"{prepared.actor.full_name} trình ngày {day}"])
    for asked in step.inputs if step else ():
        answer = record.inputs.get(asked.name)
        if asked.kind == "ballot" or asked.name in LEFT_OUT or answer in (None, ""):
            continue
        lines = _special(asked, record) or _lines(asked, answer, filed, sample)
        if lines:
            yield Said(asked.label.removesuffix(", từ ngày"), lines[:MOST_LINES])


def _special(asked: Input, record: StepRecord) -> list[str]:
    """Answers that are told together with another, or in the words of the law."""
    said = record.inputs
    if asked.name == "period_from" and "period_to" in said:
        return [f"từ {_day(said['period_from'])} đến {_day(said['period_to'])}"]
    if asked.kind == "amount" and asked.name == "days" and "unit" in said:
        units = {"day": "ngày", "working_day": "ngày làm việc"}
        return [f"{said['days']} {units[said['unit']]}"]
    if asked.name == "rule":
        return [next((hit["label"] for hit in record.hits if hit["rule"] == said["rule"]), "")]
    return []


def _lines(asked: Input, answer: Any, filed: Filed, sample: bool) -> list[str]:
    match asked.kind:
        case "date":
            return [_day(answer)]
        case "text":
            return [_clipped(words.word(line)) for line in str(answer).splitlines() if line.strip()]
        case "choice":
            return [dict(asked.options)[answer]]
        case "team":
            roles = dict(asked.roles)
            return [f"{_name(seat['person'], filed)}, {roles[seat['role']]}" for seat in answer]
        case "law":
            return [document(answer, sample=sample)]
        case "file":
            return [str(answer.get("name") or "")]
        case "months":
            return [", ".join(answer)]
        case "amount" | "case" | "meeting":
            return [str(answer)]
        case "body" | "bodies":
            numbers = answer if isinstance(answer, list) else [answer]
            return [filed.bodies[number].name for number in numbers if number in filed.bodies]
        case _:
            return _pointed_at(asked.kind, answer, filed)


def _pointed_at(kind: str, number: int, filed: Filed) -> list[str]:
    """Something of the file that an answer names by its number."""
    match kind:
        case "post" | "person":
            return [_name(number, filed)]
        case "subject" if number in filed.subjects:
            return [str(filed.subjects[number])]
        case "finding" if number in filed.findings:
            return [_clipped(f"{number}. {filed.findings[number].content}")]
        case "row" | "evidence" if row := filed.rows.get(number):
            return [_clipped(_told(row.words) or str(RowKind(row.kind).label))]
        case "paper":
            return [
                p.paper.number_text or p.paper.title for p in filed.held if p.paper_id == number
            ]
        case "record" if record := filed.at(number):
            step = filed.procedure.step(record.step)
            return [f"{step.label}, {record.acted_on:%d/%m/%Y}"] if step else []
    return []


def _told(said: Mapping[str, Any]) -> str:
    wanted = (said.get(name) for name in ("demand", "title", "grounds", "reason"))
    return next((str(one) for one in wanted if one), "")


def _name(person: int, filed: Filed) -> str:
    return filed.people[person].full_name if person in filed.people else ""


def _clipped(text: str) -> str:
    """The text, cut at a word where it is longer than a page like this bears."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def _day(text: str) -> str:
    return f"{date.fromisoformat(text):%d/%m/%Y}"
