"""The words of the papers beside an inspection's path: upward, to experts, to other bodies."""

from __future__ import annotations

from cases.dossier import Dossier, lines
from cases.paper_values.builders import Values, limits, of, scope
from cases.paper_values.inspection import SOURCES, concluded_by, opened_by
from documents import kinds
from workflows.rows import RowKind


@of(kinds.SITUATION_REPORT)
def _situation(d: Dossier) -> Values:
    return {
        **scope(d),
        "source": SOURCES.get(d.inputs.get("source", "")),
        "assessment": d.inputs.get("situation"),
        "proposals": d.inputs.get("proposals"),
        "signatory": d.signatory,
    }


@of(kinds.UPWARD_REPORT, kinds.CELL_UPWARD_REPORT)
def _upward(d: Dossier) -> Values:
    return {
        **_letter(d),
        "subject": d.subject_names,
        "content": d.theme,
        "signs": lines(d.inputs.get("signs")),
        "reason": d.inputs.get("reason"),
    }


@of(kinds.EXAMINATION_LETTER)
def _examination(d: Dossier) -> Values:
    return {
        **_letter(d),
        "content": d.inputs.get("content"),
        "requests": lines(d.inputs.get("requests")),
        "attached": lines(d.inputs.get("attached")),
        "decision": opened_by(d),
    }


@of(kinds.NEW_SIGNS_REPORT, kinds.CRIME_REPORT)
def _of_the_team(d: Dossier) -> Values:
    """What a team reports upward while it inspects."""
    return {
        "subject": d.subject_names,
        "decision": opened_by(d),
        "others": lines(d.inputs.get("others")),
        "signs": lines(d.inputs.get("signs")),
        "attached": lines(d.inputs.get("attached")),
        "proposals": d.inputs.get("proposals"),
        "signatory": {"name": d.leader["name"]},
    }


@of(kinds.INSPECTION_EXTENSION)
def _extension(d: Dossier) -> Values:
    plan = d.file.facts.last(RowKind.PLAN)
    if plan is None:
        return {}
    old, new = limits(d, plan)
    return {**_changed(d), "old_limit": old, "new_limit": new}


@of(kinds.INSPECTION_TEAM_CHANGE)
def _change(d: Dossier) -> Values:
    now, then = {p for p, _ in d.file.team}, {seat["person"] for seat in d.inputs.get("team", ())}
    return {
        **_changed(d),
        "leaving": [d.named(person) for person in sorted(now - then)],
        "joining": [d.named(person) for person in sorted(then - now)],
    }


@of(kinds.LOWER_BODY_LETTER)
def _request(d: Dossier) -> Values:
    request = d.file.facts.last(RowKind.REQUEST)
    return {**_measure(d), "lower_body_due_on": request and request.facts["due"]}


@of(
    kinds.TRANSFER_LETTER, kinds.CADRE_LETTER, kinds.COORDINATION_LETTER, kinds.ALIGNMENT_LETTER
)  # fmt: skip
def _measure(d: Dossier) -> Values:
    """What a letter says that goes with a conclusion; each kind takes of it what it prints."""
    return {
        **_letter(d),
        "subject": d.subject_names,
        "content": d.theme,
        "signs": lines(d.inputs.get("signs")),
        "attached": lines(d.inputs.get("attached")),
        "requests": lines(d.inputs.get("requests")),
        "proposals": lines(d.inputs.get("proposals")),
        "notice": concluded_by(d),
    }


def _letter(d: Dossier) -> Values:
    return {"addressee": lines(d.inputs.get("addressee")), "signatory": d.signatory}


def _changed(d: Dossier) -> Values:
    return {
        "grounds": d.grounds,
        "subject": d.subject_names,
        "decision": opened_by(d),
        "reason": d.inputs.get("reason"),
        "signatory": d.signatory,
    }
