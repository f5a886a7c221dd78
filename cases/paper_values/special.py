"""The words of disciplines out of the ordinary: at the centre, on a judgment, together with an inspection."""

from __future__ import annotations

import law
from cases.dossier import Dossier, lines
from cases.models import RecordPaper
from cases.paper_values.builders import Values, of, session
from cases.paper_values.discipline import complaint, effect, member, theme, violation
from documents import kinds
from documents.wording import figures
from workflows.conditions.judgment import DIRECT, PENALTIES
from workflows.conditions.service import EFFECT
from workflows.rows import RowKind


@of(kinds.CIRCULATION_SLIP)
def _circulation(d: Dossier) -> Values:
    return {
        "subject": d.subject_names,
        "addressee": lines(d.inputs.get("receivers")),
        "content": theme(d),
        "attached": lines(d.inputs.get("attached")),
        "handed_by": d.doer,
    }


@of(kinds.CENTRAL_HEARING_REPORT)
def _hearing_report(d: Dossier) -> Values:
    return {
        **session(d),
        "matters": theme(d),
        "statement": d.inputs.get("statement"),
        "wishes": d.inputs.get("wishes"),
        "signatory": d.signatory,
    }


@of(kinds.EXPULSION_ON_JUDGMENT)
def _expulsion(d: Dossier) -> Values:
    """The decision rests on the judgment and on the row of law that lets it stand for the procedure."""
    row = d.file.facts.last(RowKind.JUDGMENT)
    said = row.facts if row else d.inputs
    allowing = law.rule(DIRECT, on=d.acted_on).citations
    judgment = (
        f"bị {said['court']} phạt {dict(PENALTIES)[said['penalty']].lower()} theo Bản án số {said['number']},"
        f" ngày {figures(said['judged_on'])}, có hiệu lực pháp luật từ ngày {figures(said['final_on'])}"
    )
    return {
        "grounds": [
            *dict.fromkeys(
                [*d.grounds, *(one.instrument for one in allowing if one.in_force(d.acted_on))]
            ),
            f"Bản án số {said['number']}, ngày {figures(said['judged_on'])} của {said['court']}",
        ],
        "subject": d.subject_names,
        "member": member(d),
        "judgment": judgment,
        "violation": violation(d),
        "effect": effect(d, EFFECT),
        "complaint": complaint(d),
        "executors": lines(d.inputs.get("executors")),
        "handover": lines(d.inputs.get("handover")),
        "signatory": d.signatory,
    }


@of(kinds.MERGING_REQUEST)
def _merging_request(d: Dossier) -> Values:
    return {
        "subject": d.subject_names,
        "content": theme(d),
        "violation": violation(d),
        "admission": d.inputs.get("admission"),
        "decision": _inspecting(d),
        "signatory": {"name": d.leader["name"]},
    }


@of(kinds.MERGING_LETTER)
def _merging_letter(d: Dossier) -> Values:
    return {
        "subject": d.subject_names,
        "addressee": lines(d.inputs.get("addressee")),
        "content": theme(d),
        "report": d.papers.get(kinds.MERGING_REQUEST.code),
        "reason": d.inputs.get("reason"),
        "signatory": d.signatory,
    }


def _inspecting(d: Dossier) -> dict[str, str] | None:
    """The decision to inspect, out of the inspection's own file."""
    held = RecordPaper.objects.filter(
        case__followed_by=d.file.id, paper__kind=kinds.INSPECTION_DECISION.code
    ).select_related("paper")
    found = held.first()
    return found.paper.as_reference if found else None
