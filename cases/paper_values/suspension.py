"""The words of the papers of a suspension: taken from facts, answers and the law of the day alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from cases.dossier import Dossier, lines, people
from cases.paper_values.builders import Values, of, session
from cases.paper_values.discipline import member
from documents import kinds
from documents.wording import figures
from law import terms
from law.differences import UNITS
from registry.models import Body
from workflows.conditions.suspension import COMPLAINT
from workflows.conditions.suspension_term import lengthening, unit_of
from workflows.guards import look_up
from workflows.rows import RowKind
from workflows.suspensions import Cause, activities, length_so_far, running_term

NO_ACTIVITY, DUES = "effect.suspended.no_activity", "effect.suspended.dues"
_DECISIONS = (kinds.SUSPENSION_DECISION.code, kinds.ORGANISATION_SUSPENSION_DECISION.code)


def suspended_from(d: Dossier) -> str:
    """What is taken away: "sinh hoạt đảng, sinh hoạt cấp ủy", "hoạt động"."""
    return ", ".join(str(one.label) for one in activities(d.file.facts))


def suspension(d: Dossier) -> dict[str, str] | None:
    """The decision to suspend as other papers refer to it."""
    return next((found for code in _DECISIONS if (found := d.papers.get(code))), None)


@of(kinds.SUSPENSION_SUBMISSION, kinds.CELL_SUSPENSION_SUBMISSION)
def _submission(d: Dossier) -> Values:
    hearing = d.rows.get(RowKind.HEARING)
    return {
        **_about(d),
        "addressee": [_deciding(d)],
        "content": d.said("theme", RowKind.LEVELS),
        "act_paper": d.said("act_paper", RowKind.LEVELS),
        "signs": lines(d.said("signs", RowKind.LEVELS)),
        "statement": hearing and hearing.words.get("statement"),
        "attached": lines(d.inputs.get("attached")),
        "signatory": d.signatory,
    }


@of(kinds.SUSPENSION_HEARING_MINUTES)
def _hearing(d: Dossier) -> Values:
    return {
        **session(d),
        **_about(d),
        "signs": lines(d.said("signs", RowKind.LEVELS)),
        "statement": d.inputs.get("statement"),
        "wishes": d.inputs.get("wishes"),
    }


@of(kinds.SUSPENSION_DECISION)
def _decision(d: Dossier) -> Values:
    return {**_organisation_decision(d), "member": member(d)}


@of(kinds.ORGANISATION_SUSPENSION_DECISION)
def _organisation_decision(d: Dossier) -> Values:
    return {
        **_about(d),
        **_signed(d),
        "term": _first_term(d),
        "effect": effect(d),
        "complaint": complaint(d),
    }


@of(kinds.SUSPENSION_EXTENSION)
def _extension(d: Dossier) -> Values:
    return {**_about(d), **_signed(d), "suspension": suspension(d), "term": _longer_term(d)}


@of(kinds.SUSPENSION_END)
def _end(d: Dossier) -> Values:
    cause = Cause(d.inputs["cause"]).label
    return {
        **_about(d),
        **_signed(d),
        "suspension": suspension(d),
        "returns_on": d.inputs.get("returns_on"),
        "reason": [f"{cause}: {d.inputs.get('reason', '')}"],
    }


@of(kinds.SUSPENSION_MINUTES)
def _minutes(d: Dossier) -> Values:
    back = d.papers.get(kinds.SUSPENSION_END.code)
    begins = {} if back else {"effect": effect(d), "term": _term_in_force(d), **_complaint_days(d)}
    refused = d.inputs.get("result") == "tu_choi_nhan"
    return {
        **session(d),
        **_about(d),
        **begins,
        "suspension": back or suspension(d),
        "received_on": d.acted_on,
        "returns_on": d.said("returns_on", RowKind.RESUMPTION) if back else None,
        "subject_opinion": d.inputs.get("subject_opinion"),
        "refusal": "Bên được trao từ chối nhận quyết định" if refused else None,
        "witnesses": people(d.inputs.get("witnesses", "")),
    }


@of(kinds.SUSPENSION_NOTICE)
def _notice(d: Dossier) -> Values:
    return {
        **_about(d),
        "addressee": lines(d.inputs.get("addressee")),
        "suspension": suspension(d),
        "term": _term_in_force(d),
        "effect": effect(d),
        "requests": lines(d.inputs.get("requests")),
        "signatory": d.signatory,
    }


@of(kinds.SUSPENSION_FILE_INDEX)
def _index(d: Dossier) -> Values:
    return {
        **_about(d),
        "contents": d.contents,
        "handed_by": d.doer,
        "file_code": d.inputs.get("archive"),
        "file_title": f"Hồ sơ {d.file.reference}",
    }


def effect(d: Dossier) -> list[str]:
    """What the law of the day says of a suspended member; nothing where it was not found."""
    if not d.file.facts.subjects[0].is_person:
        return []
    said = {
        NO_ACTIVITY: "Trong thời gian bị đình chỉ không sinh hoạt, không biểu quyết, không xếp loại",
        DUES: "Trong thời gian bị đình chỉ vẫn đóng đảng phí theo quy định",
    }
    hits = {rule: look_up(rule, d.file.facts) for rule in said}
    return [said[rule] for rule, hit in hits.items() if hit.gives_verdict and hit.value is True]


def complaint(d: Dossier) -> str | None:
    """The sentence on complaining, once the period is known; it is the law's, never the template's."""
    hit = look_up(COMPLAINT, d.file.facts)
    if not hit.gives_verdict or not isinstance(hit.value, int):
        return None
    return (
        f"Trong thời hạn {hit.value} {UNITS[hit.unit or 'day']}, kể từ ngày nhận được quyết định đình chỉ,"
        f" {d.subject_names[0]} có quyền khiếu nại; trong khi chờ giải quyết vẫn phải chấp hành"
    )


def _complaint_days(d: Dossier) -> Values:
    window = terms.deadline(look_up(COMPLAINT, d.file.facts), d.acted_on)
    return {"complaint": complaint(d), "complaint_ends": window and window.last_day}


def _about(d: Dossier) -> Values:
    return {"subject": d.subject_names, "suspended_from": suspended_from(d)}


def _signed(d: Dossier) -> Values:
    """What the three decisions say alike: on what they rest, why, who carries them out."""
    submission = d.papers.get(kinds.SUSPENSION_SUBMISSION.code) or d.papers.get(
        kinds.CELL_SUSPENSION_SUBMISSION.code
    )
    proposed: list[Any] = [f"Xét {_reference(submission)}"] if submission else []
    act = d.said("act_paper", RowKind.LEVELS)
    return {
        "grounds": [*d.grounds, *([act] if act else []), *proposed, d.inputs.get("resolved")],
        "reason": lines(d.inputs.get("reason")),
        "executors": lines(d.inputs.get("executors")),
        "signatory": d.signatory,
    }


def _first_term(d: Dossier) -> str:
    start = date.fromisoformat(d.inputs["from_on"])
    if "days" not in d.inputs:
        return _by_law(start, d.inputs.get("until"))
    unit = unit_of(lengthening(d.file.facts), d.file.facts)
    last = terms.last_day(start, d.inputs["days"], unit).last_day
    return _length(d.inputs["days"], unit, start, last)


def _longer_term(d: Dossier) -> str:
    facts = d.file.facts
    if "days" not in d.inputs:
        return f"theo thời hạn tố tụng được gia hạn, đến hết ngày {figures(d.inputs['until'])}"
    before = running_term(facts)
    unit = unit_of(lengthening(d.file.facts), facts)
    assert before is not None
    last = terms.last_day(before.last_day, d.inputs["days"], unit).last_day
    return (
        f"thêm {d.inputs['days']} {UNITS[unit]}, từ sau ngày {figures(before.last_day)}"
        f" đến hết ngày {figures(last)}"
    )


def _term_in_force(d: Dossier) -> str | None:
    facts = d.file.facts
    row = facts.last(RowKind.SUSPENSION)
    if row is None:
        return None
    start, found = date.fromisoformat(row.facts["from_on"]), running_term(facts)
    if found is None:
        return _by_law(start, row.facts.get("until"))
    return _length(length_so_far(facts, found.unit), found.unit, start, found.last_day)


def _length(amount: int, unit: str, start: date, last: date) -> str:
    return f"{amount} {UNITS[unit]}, từ ngày {figures(start)} đến hết ngày {figures(last)}"


def _by_law(start: date, until: str | None) -> str:
    end = f", đến hết ngày {figures(until)}" if until else ""
    return f"từ ngày {figures(start)}, theo thời hạn của pháp luật tố tụng{end}"


def _lengthening(d: Dossier) -> Any:
    return lengthening(d.file.facts)


def _deciding(d: Dossier) -> str:
    levels = d.file.facts.last(RowKind.LEVELS)
    return Body.objects.get(pk=levels.facts["deciding"]).name if levels else d.body.name


def _reference(paper: dict[str, str]) -> str:
    return f"{paper['kind']} số {paper['number']}, ngày {figures(paper['on'])} của {paper['by']}"
