"""The lawful way forward as the API gives it."""

from __future__ import annotations

from typing import Any

from law import Hit
from workflows.matter import Matter
from workflows.stages import Step
from workflows.way_forward import Ahead, Way, is_a_vote, papers_of


def way_out(procedure: type[Matter], way: Way) -> dict[str, Any]:
    """The whole way as plain values; the schema is `WayOut`."""
    return {
        "end": way.end,
        "end_label": procedure.stage.enum(way.end).label,
        "way_out": way.is_a_way_out,
        "papers": way.papers,
        "votes": way.votes,
        "questions": [_question(hit, first) for hit, first in way.questions.values()],
        "steps": [_ahead(one) for one in way.steps],
    }


def _ahead(one: Ahead) -> dict[str, Any]:
    return {
        **_deed(one.step),
        "earliest": one.day,
        "citation": one.basis.cited,
        "confidence": one.basis.confidence,
        "before": [_deed(deed) for deed in one.before],
        "open_findings": one.findings,
        "against": [reason.as_json() for reason in one.against],
        "asks": [hit.rule for hit in one.questions],
        "unconfirmed": [hit.rule for hit in one.unconfirmed],
    }


def _deed(step: Step) -> dict[str, Any]:
    return {
        "step": step.code,
        "label": step.label,
        "who": step.by.words,
        "votes": is_a_vote(step),
        "papers": [{"kind": kind.code, "title": kind.title} for kind in papers_of(step)],
    }


def _question(hit: Hit, first: Ahead) -> dict[str, Any]:
    return {
        "rule": hit.rule,
        "label": hit.label_vi,
        "on": hit.on,
        "asked_by": first.step.code,
        "proposals": [near.as_json() for near in hit.proposals],
    }
