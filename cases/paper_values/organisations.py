"""The words of the papers of an organisation's discipline: the organisation, its head, what follows a dissolution."""

from __future__ import annotations

from typing import Any

from cases.dossier import Dossier, lines
from cases.models import FileRow
from cases.paper_values import ballots, discipline
from cases.paper_values.builders import Values, of
from documents import kinds
from registry.models import Organisation, Person, on
from workflows.conditions.dissolution import GROUND_WORDS
from workflows.conditions.service import EFFECT
from workflows.questions.organisations import RESPONSIBLE
from workflows.rows import RowKind

_PARTS = dict(next(one.options for one in RESPONSIBLE if one.name == "part"))


def organisation(d: Dossier) -> dict[str, str]:
    """The organisation as a paper names it: its name, and the one directly above it that day."""
    here = d.subjects[0].organisation
    superior = Organisation.objects.filter(
        on(d.acted_on, "children__"), children__organisation=here
    )
    above = superior.values_list("name", flat=True).first()
    return {"name": here.name, **({"superior": above} if above else {})}


def responsible(d: Dossier) -> list[dict[str, Any]]:
    """The list of responsible persons, the head first, as it lies in the file."""
    rows = FileRow.objects.filter(
        case=d.file.id, kind=RowKind.RESPONSIBLE, superseded_by=None
    ).order_by("number")
    names = Person.objects.in_bulk([row.facts["person"] for row in rows])
    return [
        {
            "name": names[row.facts["person"]].full_name,
            "part": _PARTS[row.facts["part"]],
            "text": " ".join(lines(row.words["grounds"])),
        }
        for row in rows
    ]


def ground(d: Dossier) -> str | None:
    """The ground of a dissolution, as it was named when the matter was taken up."""
    return GROUND_WORDS.get(d.said("ground", RowKind.LEVELS) or "")


@of(kinds.ORGANISATION_SELF_CRITICISM_GUIDE)
def _guide(d: Dossier) -> Values:
    return discipline.guide(d)


@of(kinds.ORGANISATION_APPRAISAL_MINUTES)
def _appraisal(d: Dossier) -> Values:
    return discipline.appraisal(d)


@of(kinds.ORGANISATION_HEARING_MINUTES)
def _hearing(d: Dossier) -> Values:
    return discipline.hearing(d)


@of(kinds.ORGANISATION_DISCIPLINE_MINUTES)
def _minutes(d: Dossier) -> Values:
    return {**ballots.minutes(d), "responsible": responsible(d)}


@of(kinds.ORGANISATION_PROPOSAL, kinds.ORGANISATION_SUBMISSION)
def _proposal(d: Dossier) -> Values:
    appraised, heard = d.rows.get(RowKind.APPRAISAL), d.rows.get(RowKind.HEARING)
    return {
        "subject": d.subject_names,
        "addressee": ballots.next_body(d),
        "organisation": organisation(d),
        "violation": discipline.violation(d),
        "ground": ground(d),
        "verified": appraised and appraised.words.get("verified"),
        "self_criticism": ballots.self_criticism(d),
        "responsible": responsible(d),
        "levels": ballots.levels(d),
        "statement": heard and heard.words.get("statement"),
        "form": ballots.form_word(d),
        "outcome": ballots.outcome(d),
        "attached": lines(d.inputs.get("attached")),
        "signatory": d.signatory,
    }


@of(kinds.ORGANISATION_DECISION, kinds.DISSOLUTION_DECISION)
def _decision(d: Dossier) -> Values:
    return {
        "grounds": discipline.grounds(d),
        "subject": d.subject_names,
        "organisation": organisation(d),
        "form": ballots.form_word(d),
        "ground": ground(d),
        "violation": discipline.violation(d),
        "effect": discipline.effect(d, EFFECT),
        "complaint": discipline.complaint(d),
        "executors": lines(d.inputs.get("executors")),
        "handover": lines(d.inputs.get("handover")),
        "responsible": responsible(d),
        "signatory": d.signatory,
    }


@of(kinds.ORGANISATION_SERVICE_MINUTES)
def _service(d: Dossier) -> Values:
    said = discipline.service(d)
    refused = "Đại diện tổ chức đảng từ chối nhận quyết định" if said["refusal"] else None
    return {**said, "refusal": refused}


@of(kinds.ORGANISATION_LETTER)
def _letter(d: Dossier) -> Values:
    return {**_told(d), "requests": lines(d.inputs.get("requests"))}


@of(kinds.DISSOLUTION_REPORT)
def _report(d: Dossier) -> Values:
    handed = d.file.facts.taken.get("hand_over")
    return {
        **_told(d),
        "ground": ground(d),
        "levels": ballots.levels(d),
        "arithmetic": d.vote.get("arithmetic"),
        "received_on": handed and handed.last,
        "proposals": lines(d.inputs.get("proposals")),
    }


def _told(d: Dossier) -> Values:
    return {
        "subject": d.subject_names,
        "addressee": lines(d.inputs.get("addressee")),
        "organisation": organisation(d),
        "form": ballots.form_word(d),
        "violation": discipline.violation(d),
        "discipline_decision": discipline.decision(d),
        "signatory": d.signatory,
    }
