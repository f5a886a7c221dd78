"""A procedure as it stands on a day, in plain values: what is exported, shown, drawn and tabled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import law
from law import Hit
from law.differences import CONFIDENCES, value_in_words
from workflows.clocks import Deadline
from workflows.editions import in_force
from workflows.guards import Guard
from workflows.inputs import Input
from workflows.matter import Matter
from workflows.stages import Step
from workflows.uses import rules_of_guard

#: What stands in the place of a verdict where nobody could read the law of the day.
ASKED = "chưa rõ, hệ thống hỏi"

Plain = dict[str, Any]


def told(procedure: type[Matter], on: date) -> Plain:
    """Return the procedure of a day: code, edition with its first day, stages and steps.

    The steps of the findings' own machine stand after those of the file, and its stages after the
    file's; the law is that of `on`, whose edition it is.
    """
    start, sha = in_force(procedure, on)
    return {
        "code": procedure.code,
        "edition": sha,
        "start": start.isoformat(),
        "stages": [
            {"code": stage.value, "label": stage.label, "final": machine.is_final(stage.value)}
            for machine in procedure.machines()
            for stage in machine.stage.enum
        ],
        "steps": [told_step(procedure, step, on) for step in procedure.all_steps()],
    }


def told_step(procedure: type[Matter], step: Step, on: date) -> Plain:
    """Return one step of a day: who, on what basis, what it asks, leaves and refuses, and by when."""
    return {
        "code": step.code,
        "label": step.label,
        "source": list(step.source),
        "target": step.target,
        "role": step.by.words,
        "basis": told_rule(step.basis, on),
        "inputs": [_told_input(asked) for asked in step.inputs],
        "papers": _papers(step),
        "guards": [_told_guard(guard) for guard in step.when],
        "deadline": next(
            (told_deadline(one, on) for one in procedure.clocks if one.until == step.code), None
        ),
    }


def told_rule(rule: str, on: date) -> Plain:
    """Return a rule of a day: its source, how sure we are, and how hard it binds ("ask": it does not)."""
    hit = law.rule(rule, on=on)
    return {
        "rule": rule,
        "label": hit.label_vi,
        "citation": hit.cited,
        "confidence": hit.confidence,
        "force": hit.force,
    }


def told_deadline(clock: Deadline, on: date) -> Plain:
    """Return a deadline of a day: since which step, for how long, who set it; `basis` None: no law does."""
    hit = law.rule(clock.rule, on=on) if clock.rule else None
    return {
        "label": clock.label,
        "since": clock.since,
        "length": length_in_words(hit) if hit else None,
        "set_by": clock.set_by or None,
        "basis": told_rule(clock.rule, on) if clock.rule else None,
    }


def length_in_words(hit: Hit) -> str:
    """Return the value of a rule as a reader says it, or that the engine asks."""
    if hit.force == "ask":
        return ASKED
    return value_in_words({"value": hit.value, "unit": hit.unit, "state": hit.state})


def cited_in_words(rule: Mapping[str, Any]) -> str:
    """Return where a told rule stands and how sure we are of it: "21-QĐ/TW Điều 5 (một văn bản)"."""
    if rule["force"] == "ask":
        return f"{rule['citation']} ({ASKED})" if rule["citation"] else ASKED
    return f"{rule['citation']} ({CONFIDENCES[rule['confidence']]})"


def deadline_in_words(deadline: Mapping[str, Any], steps: Mapping[str, str]) -> str:
    """Return a told deadline in one line; `steps` are the labels of the procedure's steps."""
    length = deadline["length"] or f"do {deadline['set_by']} định"
    source = f", {cited_in_words(deadline['basis'])}" if deadline["basis"] else ""
    return f"{deadline['label']}: {length}, từ bước “{steps[deadline['since']]}”{source}"


def sources_in_words(procedure: type[Matter], sources: Sequence[str]) -> str:
    """Return the stages a step may be taken in; where most are, those in which it may not."""
    machine = next(one for one in procedure.machines() if sources[0] in one.stage.enum.values)
    still_open = [one for one in machine.stage.enum if not machine.is_final(one.value)]
    others = [str(one.label) for one in still_open if one.value not in sources]
    if not others:
        return "mọi giai đoạn chưa kết thúc"
    if len(others) < len(sources) and len(sources) > 1:
        return f"mọi giai đoạn chưa kết thúc, trừ: {'; '.join(others)}"
    return "; ".join(str(machine.stage.enum(one).label) for one in sources)


def _papers(step: Step) -> list[Plain]:
    """The papers a step signs, then those it writes."""
    signed = [{"code": kind.code, "title": kind.title, "signed": True} for kind in step.issues]
    return signed + [
        {"code": kind.code, "title": kind.title, "signed": False} for kind in step.writes
    ]


def _told_input(asked: Input) -> Plain:
    return {
        "name": asked.name,
        "kind": asked.kind,
        "label": asked.label,
        "required": asked.required,
    }


def _told_guard(guard: Guard) -> Plain:
    """What a guard says when it refuses, what puts it right, and every rule it may ask."""
    return {
        "id": guard.id,
        "says": guard.sentence,
        "remedy": guard.remedy,
        "rules": list(rules_of_guard(guard)),
    }
