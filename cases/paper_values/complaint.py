"""The words of the papers of a complaint, and of a superior's own review: from facts, answers and the law alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from cases.dossier import Dossier, lines, opinions, people
from cases.models import FileRow
from cases.paper_values import ballots
from cases.paper_values.builders import Values, of, session
from cases.paper_values.discipline import complaint as right_to_complain
from cases.paper_values.discipline import effect
from documents import kinds
from documents.wording import figures
from law import terms
from law.differences import UNITS
from registry.models import Body
from workflows.complaint_clocks import time_to_settle
from workflows.complaints import About, Cause, Finding, Ground, Party, Proposal
from workflows.conditions.complaint import ground_of, is_final, window
from workflows.conditions.service import EFFECT, WINDOW
from workflows.forms import Form
from workflows.guards import look_up
from workflows.reviews import Outcome, form_resolved, outcome_of, reviewed
from workflows.rows import RowKind

_LAST = "Đây là quyết định giải quyết cuối cùng"


def content(d: Dossier) -> str:
    """The work itself, as every paper of the file calls it."""
    whose = ", ".join(d.subject_names)
    if _is_complaint(d):
        return f"giải quyết khiếu nại kỷ luật đảng của {whose}"
    return f"xem xét lại quyết định kỷ luật đối với {whose}"


def standing(d: Dossier) -> list[str]:
    """The decision that is reviewed: its number and day, who decided, the form."""
    about = _about(d)
    form = about.get("form")
    decider = Body.objects.get(pk=about["decided_by"]).name
    named = f"Quyết định {about['decision']}" if about.get("decision") else "Quyết định kỷ luật"
    what = f"hình thức {Form(form).label.lower()}" if form else "chưa có hình thức được công bố"
    received = about.get("received_on")
    handed = f", nhận ngày {figures(received)}" if received else ""
    return [f"{named} của {decider}: {what}{handed}"]


def letter(d: Dossier) -> str | None:
    """The complaint as papers name it; None where a superior acts without one."""
    about = _about(d)
    if not _is_complaint(d):
        return None
    whose = ", ".join(d.subject_names)
    return f"đơn khiếu nại đề ngày {figures(about['sent_on'])} của {whose}, nhận ngày {figures(about['arrived_on'])}"


def complained_of(d: Dossier) -> list[str]:
    """Each point of the letter, else what it is about at all."""
    said = lines(d.said("grounds", RowKind.REVIEWED))
    about = [str(one.label) for one in About if _about(d).get(f"about_{one.value}")]
    cause = _about(d).get("cause")
    first = [str(Cause(cause).label)] if cause else []
    return [*first, *(said or about)]


def resolved(d: Dossier) -> list[str] | None:
    """What becomes of the form, in the words of the decision; None before there is a result."""
    facts = d.file.facts
    outcome, before, after = outcome_of(facts), reviewed(facts).get("form"), form_resolved(facts)
    if outcome is None or before is None:
        return None
    was = Form(before).label.lower()
    if outcome is Outcome.KEPT:
        return [f"Giữ nguyên hình thức kỷ luật {was} đối với {d.subject_names[0]}"]
    if outcome is Outcome.ANNULLED or after is None:
        return [f"Xóa bỏ hình thức kỷ luật {was} đối với {d.subject_names[0]}"]
    now = Form(after).label.lower()
    return [f"Thay đổi hình thức kỷ luật đối với {d.subject_names[0]}: từ {was} thành {now}"]


@of(kinds.COMPLAINT_PROPOSAL)
def _proposal(d: Dossier) -> Values:
    found = window(d.file.facts)
    said = d.inputs["proposal"]
    way = (
        f"Không giải quyết: {Ground(said).label.lower()}"
        if said in Ground.values
        else str(Proposal(said).label)
    )
    return {
        **_named(d),
        "complained_of": complained_of(d),
        "complaint_ends": found and found.longest,
        "assessment": lines(d.inputs.get("reason")),
        "handling": [way],
        "signatory": d.signatory,
    }


@of(kinds.COMPLAINT_REFUSAL)
def _refusal(d: Dossier) -> Values:
    ground = ground_of(d.file.facts)
    return {
        **_named(d),
        "not_handled": str(Ground(ground).label) if ground else None,
        "reason": lines(d.inputs.get("reason")),
        "signatory": d.signatory,
    }


@of(kinds.COMPLAINT_SLIP)
def _slip(d: Dossier) -> Values:
    return {
        **_named(d),
        "addressee": [Body.objects.get(pk=d.inputs["to"]).name],
        "reason": lines(d.inputs.get("reason")),
        "attached": lines(d.inputs.get("attached")),
        "signatory": d.signatory,
    }


@of(kinds.COMPLAINT_DECISION)
def _opening_decision(d: Dossier) -> Values:
    return {**_plan(d), "grounds": d.grounds}


@of(kinds.COMPLAINT_PLAN)
def _plan(d: Dossier) -> Values:
    return {
        **_named(d),
        "complained_of": complained_of(d),
        "method": lines(d.inputs.get("schedule")),
        "duration": d.duration,
        "team": d.team,
        "signatory": d.signatory,
    }


@of(kinds.COMPLAINT_ACCEPTANCE)
def _acceptance(d: Dossier) -> Values:
    clock = next(iter(time_to_settle(d.file.facts)), None)
    return {
        **_named(d),
        "complained_of": complained_of(d),
        "due_on": clock and clock.last_day,
        "signatory": d.signatory,
    }


@of(kinds.COMPLAINT_OPENING_MINUTES)
def _opening(d: Dossier) -> Values:
    return {
        **session(d),
        **_named(d),
        "decision": d.opening_decision,
        "plan": d.papers.get(kinds.COMPLAINT_PLAN.code),
        "rights": [right.words for right in d.file.procedure.rights],
        "agreed_timetable": lines(d.inputs.get("proceedings")),
    }


@of(kinds.COMPLAINT_WORKING_MINUTES)
def _working(d: Dossier) -> Values:
    met = (
        d.step.code if d.step.code in Party.values else Party.DISCIPLINER
    )  # the exchange is with them
    return {
        **session(d),
        **_named(d),
        "met": people(d.inputs.get("met", "")),
        "met_as": str(Party(met).label),
        "matters": lines(d.inputs.get("matters")),
        "verified": lines(d.inputs.get("verified")),
    }


@of(kinds.COMPLAINT_CONFERENCE_MINUTES)
def _conference(d: Dossier) -> Values:
    return {
        **session(d),
        **_named(d),
        "opinions": opinions(d.inputs.get("opinions", "")),
        "conclusion": lines(d.inputs.get("conclusion")),
    }


@of(kinds.COMPLAINT_REPORT)
def _report(d: Dossier) -> Values:
    proposed = Outcome(d.inputs["proposed"]).label
    return {
        **_named(d),
        "decision": d.opening_decision,
        "results": _examined(d),
        "assessment": lines(d.inputs.get("assessment")),
        "proposals": [str(proposed), *lines(d.inputs.get("proposals"))],
        "dissent": lines(d.inputs.get("dissent")),
        "signatory": {"name": d.leader["name"]},
    }


@of(kinds.COMPLAINT_MINUTES)
def _meeting(d: Dossier) -> Values:
    return {
        **ballots.minutes(d),
        **_named(d),
        "report": d.papers.get(kinds.COMPLAINT_REPORT.code),
        "statement": _statement(d),
    }


@of(kinds.COMPLAINT_SUBMISSION)
def _submission(d: Dossier) -> Values:
    return {
        **_named(d),
        "addressee": lines(d.inputs.get("addressee")),
        "vote_result": ballots.result(d),
        "outcome": ballots.outcome(d),
        "reason": lines(d.inputs.get("reason")),
        "attached": lines(d.inputs.get("attached")),
        "signatory": d.signatory,
    }


@of(kinds.COMPLAINT_REFERRAL_NOTICE)
def _referral(d: Dossier) -> Values:
    return {**_named(d), "addressee": lines(d.inputs.get("addressee")), "signatory": d.signatory}


@of(kinds.COMPLAINT_RESOLUTION)
def _resolution(d: Dossier) -> Values:
    return {
        **_named(d),
        "grounds": [*d.grounds, *_report_on(d)],
        "resolved": resolved(d),
        "posts_removed": lines(d.inputs.get("posts")),
        "reason": lines(d.inputs.get("reason")),
        "effect": [effect(d, EFFECT)],
        "complaint": further(d),
        "executors": lines(d.inputs.get("executors")),
        "signatory": d.signatory,
    }


@of(kinds.COMPLAINT_ANNOUNCEMENT)
def _announcement(d: Dossier) -> Values:
    days = (
        None
        if is_final(d.file.facts)
        else terms.deadline(look_up(WINDOW, d.file.facts), d.acted_on)
    )
    refused = d.inputs.get("result") == "tu_choi_nhan"
    return {
        **session(d),
        **_named(d),
        "resolution": d.papers.get(kinds.COMPLAINT_RESOLUTION.code),
        "resolved": resolved(d),
        "received_on": d.acted_on,
        "complaint": further(d),
        "complaint_starts": days and date.fromordinal(days.start.toordinal() + 1),
        "complaint_ends": days and days.last_day,
        "subject_opinion": lines(d.inputs.get("subject_opinion")),
        "refusal": ["Bên được trao từ chối nhận quyết định"] if refused else None,
        "witnesses": people(d.inputs.get("witnesses", "")),
    }


@of(kinds.COMPLAINT_EXTENSION)
def _extension(d: Dossier) -> Values:
    hit = look_up("complaint.extension", d.file.facts)
    return {
        **_named(d),
        "extended": f"{d.inputs['days']} {UNITS[hit.unit or 'day']}",
        "reason": lines(d.inputs.get("reason")),
        "signatory": d.signatory,
    }


@of(kinds.COMPLAINT_FILE_INDEX)
def _index(d: Dossier) -> Values:
    return {
        **_named(d),
        "contents": d.contents,
        "handed_by": d.doer,
        "file_code": d.inputs.get("archive"),
        "file_title": f"Hồ sơ {d.file.reference}",
    }


def further(d: Dossier) -> str | None:
    """Whether one may complain further, and how long; a last settlement says that it is one."""
    return _LAST if is_final(d.file.facts) else right_to_complain(d)


def _about(d: Dossier) -> dict[str, Any]:
    return dict(reviewed(d.file.facts))


def _is_complaint(d: Dossier) -> bool:
    return "sent_on" in _about(d)


def _named(d: Dossier) -> Values:
    """What nearly every paper repeats: of whom, what work, which decision, which letter."""
    return {
        "subject": d.subject_names,
        "content": content(d),
        "discipline_standing": standing(d),
        "letter": letter(d),
    }


def _rows(d: Dossier, kind: RowKind) -> list[FileRow]:
    laid = FileRow.objects.filter(case=d.file.id, superseded_by=None, kind=kind)
    return list(laid.select_related("laid_by").order_by("number"))


def _examined(d: Dossier) -> list[dict[str, str]]:
    return [
        {
            "content": row.words["content"],
            "verified": row.words["verified"],
            "finding": str(Finding(row.facts["finding"]).label),
        }
        for row in _rows(d, RowKind.GROUND)
    ]


def _statement(d: Dossier) -> list[str]:
    """What the one whose decision is reviewed said to the team, or that they did not come."""
    said = [
        line
        for row in _rows(d, RowKind.MINUTES)
        if row.laid_by.step == Party.COMPLAINANT
        for line in lines(row.words["verified"])
    ]
    refused = [
        line for row in _rows(d, RowKind.REFUSAL) for line in lines(row.words["proceedings"])
    ]
    return said or [f"Không đến làm việc: {line}" for line in refused]


def _report_on(d: Dossier) -> list[str]:
    report = d.papers.get(kinds.COMPLAINT_REPORT.code)
    return (
        [f"Xét {report['kind']} số {report['number']}, ngày {figures(report['on'])}"]
        if report
        else []
    )
