"""The words of the papers of an inspection of the programme, and of what a cell issues when it supervises."""

from __future__ import annotations

from typing import Any

from cases.dossier import Dossier, lines, opinions, people
from cases.paper_values.builders import Values, of, scope, seal, session
from documents import kinds
from documents.wording import figures
from workflows.rows import RowKind


def _programme(d: Dossier) -> str | None:
    """The year's programme as a paper names it."""
    number, on = (d.said(name, RowKind.ORIGIN) for name in ("programme", "programme_on"))
    if not number or not on:
        return None
    return f"Chương trình kiểm tra, giám sát năm số {number}, ngày {figures(on)} của {d.body.name}"


@of(kinds.PROGRAMME_DECISION)
def _decision(d: Dossier) -> Values:
    programme = _programme(d)
    return {
        **_plan(d),
        "grounds": [*d.grounds, *([programme] if programme else [])],
        "seal": seal(d, "Đoàn kiểm tra"),
    }


@of(kinds.PROGRAMME_PLAN, kinds.CELL_PROGRAMME_PLAN, kinds.CELL_SUPERVISION_PLAN)
def _plan(d: Dossier) -> Values:
    return {
        **scope(d),
        "duration": d.duration,
        "team": d.team,
        "programme": _programme(d),
        "signatory": d.signatory,
    }


@of(kinds.SELF_INSPECTION_OUTLINE)
def _outline(d: Dossier) -> Values:
    return {
        **scope(d),
        "questions": d.inputs.get("outline"),
        "decision": d.opening_decision,
        "signatory": d.leader,
    }


@of(kinds.PROGRAMME_TEAM_PLAN)
def _team_plan(d: Dossier) -> Values:
    tasks, schedule = (opinions(d.inputs.get(name, "")) for name in ("tasks", "schedule"))
    return {
        **scope(d),
        "assignments": [{"name": one["name"], "task": one["text"]} for one in tasks],
        "timetable": [{"on": one["name"], "work": one["text"]} for one in schedule],
        "decision": d.opening_decision,
        "signatory": d.leader,
    }


@of(kinds.INSPECTION_LETTER)
def _letter(d: Dossier) -> Values:
    return {
        **scope(d),
        "addressee": lines(d.inputs.get("addressee")),
        "requests": lines(d.inputs.get("requests")),
        "decision": d.opening_decision,
        "signatory": d.signatory,
    }


@of(kinds.PROGRAMME_OPENING_MINUTES)
def _opening(d: Dossier) -> Values:
    return {
        **scope(d),
        **session(d),
        "decision": d.papers.get("QD-01.CH"),
        "plan": d.papers.get("KH-01.CH") or d.papers.get("KH-01.CH.CB"),
        "agreed_timetable": d.inputs.get("proceedings"),
        "rights": [right.words for right in d.file.procedure.rights],
    }


@of(kinds.PROGRAMME_VERIFICATION_MINUTES)
def _verification(d: Dossier) -> Values:
    return {
        **scope(d),
        **session(d),
        "met": people(d.inputs.get("met", "")),
        "matters": d.inputs.get("matters"),
        "verified": d.inputs.get("verified"),
    }


@of(kinds.RECONCILIATION_MINUTES)
def _reconciliation(d: Dossier) -> Values:
    said = {name: lines(d.inputs.get(name)) for name in ("books", "vouchers", "differences")}
    return {**scope(d), **session(d), **said, "verified": d.inputs.get("verified")}


@of(kinds.PROGRAMME_CONFERENCE_MINUTES)
def _conference(d: Dossier) -> Values:
    return {
        **scope(d),
        **session(d),
        "host": d.host,
        "opinions": opinions(d.inputs.get("opinions", "")),
        "conclusion": d.inputs.get("conclusion"),
    }


@of(kinds.PROGRAMME_REPORT)
def _report(d: Dossier) -> Values:
    return {
        **_result(d),
        "decision": d.opening_decision,
        "signatory": {"name": d.leader["name"]},
    }


@of(kinds.CELL_INSPECTION_RESULT)
def _cell_result(d: Dossier) -> Values:
    return {**_result(d), "signatory": d.signatory}


def _result(d: Dossier) -> Values:
    """What was found, content by content, and how it is judged."""
    return {
        **scope(d),
        "results": [
            {"content": d.theme, "verified": one.content, "finding": d.inputs.get("faults")}
            for one in d.findings
        ],
        "strengths": d.inputs.get("strengths"),
        "faults": d.inputs.get("faults"),
        "causes": d.inputs.get("causes"),
        "proposals": d.inputs.get("proposals"),
    }


@of(
    kinds.PROGRAMME_COMMITTEE_MINUTES,
    kinds.CELL_PROGRAMME_MINUTES,
    kinds.CELL_SUPERVISION_MINUTES,
)
def _meeting(d: Dossier) -> Values:
    said = d.inputs
    return {
        **scope(d),
        **session(d),
        "report": d.papers.get("BC-02.CH") or d.papers.get("BC-02"),
        "subject_opinion": said.get("subject_opinion"),
        "opinions": opinions(said.get("opinions", "")),
        "votes": _votes(d),
        "conclusion": said.get("conclusion"),
    }


def _votes(d: Dossier) -> dict[str, Any] | None:
    """How the collective voted; None where its head concludes and nobody is counted."""
    if "yes" not in d.inputs:
        return None
    return {
        "called": d.file.facts.members,
        "present": d.inputs["present"],
        "for": d.inputs["yes"],
        "against": d.inputs["no"],
    }


@of(kinds.PROGRAMME_NOTICE, kinds.CELL_PROGRAMME_NOTICE, kinds.CELL_SUPERVISION_NOTICE)
def _notice(d: Dossier) -> Values:
    facts, machine = d.file.facts, d.file.procedure.findings
    meeting = facts.last(RowKind.MEETING)
    outcomes = machine.stage.enum if machine else None
    faults = d.inputs.get("faults")
    return {
        **scope(d),
        "held_on": meeting and meeting.on,
        "report": d.papers.get("BC-02.CH") or d.papers.get("BC-02"),
        "strengths": d.inputs.get("strengths"),
        "faults": faults,
        "findings": [
            {
                "content": one.content,
                "conclusion": d.concluded.get(one.number) or faults,
                "outcome": outcomes(one.stage).label if outcomes else "",
            }
            for one in d.findings
        ],
        "demands": d.inputs.get("demands"),
        "due_on": min((row.facts["due"] for row in facts.of(RowKind.DEMAND)), default=None),
        "signatory": d.signatory,
    }
