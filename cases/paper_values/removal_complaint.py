"""The words of the papers that settle a complaint about a removal, and of those that restore a member."""

from __future__ import annotations

from datetime import date, timedelta

from cases.dossier import Dossier, lines
from cases.paper_values.builders import Values, of, session
from cases.paper_values.removal import decision, grounds
from documents import kinds
from documents.wording import figures
from permissions.roles import Relation
from registry.exits import exit_of
from registry.models import Body
from workflows.conditions.removal_complaint import answer
from workflows.removals import Answer
from workflows.rows import RowKind


@of(kinds.REMOVAL_COMPLAINT_NOT_HANDLED)
def _not_handled(d: Dossier) -> Values:
    sent = d.said("sent_on", RowKind.LEVELS)
    return {
        "subject": d.subject_names,
        "addressee": [d.inputs.get("addressee")],
        "letter": f"Đơn khiếu nại gửi ngày {figures(sent)}",
        "reason": lines(d.inputs.get("reason")),
        "signatory": d.signatory,
    }


@of(kinds.REMOVAL_COMPLAINT_REPORT)
def _report(d: Dossier) -> Values:
    looked = d.rows.get(RowKind.APPRAISAL)
    words = looked.words if looked else {}
    deciding = d.file.facts.body_at(Relation.DECIDING)
    return {
        "subject": d.subject_names,
        "addressee": [Body.objects.get(pk=deciding).name],
        "annulled": d.said("decision", RowKind.LEVELS),
        "complained": lines(d.said("summary", RowKind.LEVELS)),
        "verified": lines(words.get("verified")),
        "statement": lines(words.get("statement")),
        "proposals": lines(d.inputs.get("proposals")),
        "attached": lines(d.inputs.get("attached")),
        "signatory": d.signatory,
    }


@of(kinds.REMOVAL_COMPLAINT_DECISION)
def _decision(d: Dossier) -> Values:
    resolved = answer(d.file.facts)
    return {
        "grounds": grounds(d),
        "subject": d.subject_names,
        "annulled": d.said("decision", RowKind.LEVELS),
        "answer": str(Answer(resolved).label) if resolved else None,
        "reason": lines(d.inputs.get("reason")),
        "executors": lines(d.inputs.get("executors")),
        "signatory": d.signatory,
    }


@of(kinds.RESTORATION_DECISION)
def _restoration(d: Dossier) -> Values:
    return {
        "grounds": [*d.grounds, d.said("annulling", RowKind.ORIGIN)],
        "subject": d.subject_names,
        "annulled": d.said("wrong", RowKind.ORIGIN),
        "restored_from": _restored_from(d),
        "reason": lines(d.inputs.get("reason")),
        "executors": lines(d.inputs.get("executors")),
        "signatory": d.signatory,
    }


@of(kinds.RESTORATION_MINUTES)
def _restored(d: Dossier) -> Values:
    return {
        **session(d),
        "removal_decision": decision(d),
        "restored_from": _restored_from(d),
        "subject_opinion": lines(d.inputs.get("subject_opinion")),
    }


def _restored_from(d: Dossier) -> date | None:
    """The day after the last one of the membership that had ended, as the register says it."""
    person = d.subjects[0].person
    found = exit_of(person, d.acted_on) if person else None
    return found.last_day + timedelta(days=1) if found else None
