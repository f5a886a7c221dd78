"""The words of papers that change a running matter, or pass its file on."""

from __future__ import annotations

from cases.dossier import Dossier, lines
from cases.models import FileRow
from cases.paper_values.builders import Values, of
from documents import kinds
from documents.wording import figures
from registry.models import Organisation, Person


@of(kinds.SCOPE_CHANGE)
def _scope(d: Dossier) -> Values:
    return {
        "grounds": d.grounds,
        "subject": d.subject_names,
        "decision": d.opening_decision,
        "adjusted": _adjusted(d),
        "reason": lines(d.inputs.get("reason")),
        "signatory": d.signatory,
    }


def _adjusted(d: Dossier) -> list[str]:
    said, adjusted = d.inputs, []
    if theme := said.get("theme"):
        adjusted.append(f"Nội dung: {theme}")
    if said.get("period_from") or said.get("period_to"):
        adjusted.append(f"Mốc thời gian: {_period(d)}")
    if member := said.get("member"):
        adjusted.append(f"Bổ sung đối tượng: đồng chí {Person.objects.get(pk=member)}")
    if organisation := said.get("organisation"):
        adjusted.append(f"Bổ sung đối tượng: {Organisation.objects.get(pk=organisation)}")
    return adjusted


def _period(d: Dossier) -> str:
    named = (("từ ngày", "period_from"), ("đến ngày", "period_to"))
    return " ".join(
        f"{words} {figures(d.inputs[name])}" for words, name in named if d.inputs.get(name)
    )


@of(kinds.FILE_HANDOVER)
def _handover(d: Dossier) -> Values:
    row = FileRow.objects.get(case=d.file.id, number=d.inputs["handover"], superseded_by=None)
    by = next(one.by for one in d.file.facts.rows if one.number == row.number)
    return {
        "file_code": d.file.reference,
        "file_title": f"Hồ sơ {d.file.reference}",
        "contents": d.contents,
        "handed_by": d.named(by),
        "received_by": d.doer,
        "held_on": d.acted_on,
        "reason": lines(row.words["reason"]),
        "work_left": lines(row.words["left"]),
        "remarks": lines(d.inputs.get("note")),
    }
