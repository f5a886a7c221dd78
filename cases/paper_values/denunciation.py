"""The words of the papers of a denunciation: its denouncer by an alias, and that only in papers kept inside."""

from __future__ import annotations

from typing import Any

from cases import incoming
from cases.dossier import Dossier, lines, opinions, people
from cases.incoming_models import IncomingEntry
from cases.models import Case, FileRow
from cases.paper_values.builders import Values, limits, of, scope, session
from cases.paper_values.inspection import heads, newest
from documents import kinds
from documents.wording import figures
from workflows.conclusions.of_denunciation import RESULT_OF
from workflows.conditions.denunciation import received_on
from workflows.questions.denunciation import RESULTS
from workflows.rows import RowKind
from workflows.stages import Step

#: A cell settles what was sent down to it: whoever sent it down keeps the envelope.
KEPT_ABOVE = "danh tính do cơ quan chuyển đơn giữ trong phong bì"
_RESULTS = dict(RESULTS)


def _entry(d: Dossier) -> IncomingEntry | None:
    return incoming.letter_of(Case.objects.get(pk=d.file.id))


def _letter(d: Dossier) -> str:
    """The letter by its line in the book; one that came by a slip, by the day it was received."""
    entry = _entry(d)
    if entry is not None:
        return incoming.in_words(entry)
    received = received_on(d.file.facts)
    return f"đơn tố cáo nhận ngày {figures(received)}" if received else "đơn tố cáo"


def _sender(d: Dossier) -> str:
    entry = _entry(d)
    return incoming.sender_in_words(entry) if entry else KEPT_ABOVE


def _to_sender(d: Dossier) -> Values:
    told = _sender(d) if _entry(d) else f"người tố cáo, {KEPT_ABOVE}"
    return {
        "letter": _letter(d),
        "addressee": [told[:1].upper() + told[1:]],
        "signatory": d.signatory,
    }


def _decision(d: Dossier) -> dict[str, str] | None:
    return newest(d, kinds.SETTLEMENT_DECISION, kinds.CELL_SETTLEMENT_PLAN)


def _label(step: Step, name: str, value: Any) -> str:
    """The words of a choice as the form offered them."""
    asked = next((one for one in step.inputs if one.name == name), None)
    return dict(getattr(asked, "options", ())).get(value, "")


def _assessed(d: Dossier) -> dict[int, FileRow]:
    """What the team found of each content, by the number of its finding; the newest stands."""
    kept = FileRow.objects.filter(case=d.file.id, superseded_by=None, kind=RowKind.ASSESSED)
    return {row.facts["finding"]: row for row in kept.order_by("number")}


def _results(d: Dossier) -> list[dict[str, str]]:
    found = _assessed(d)
    return [
        {
            "content": one.content,
            "reported": found[one.number].words.get("explained", ""),
            "verified": found[one.number].words.get("verified", ""),
            "finding": _RESULTS[found[one.number].facts["proposed"]],
        }
        for one in d.findings
        if one.number in found
    ]


@of(kinds.SENDER_MINUTES)
def _sender_minutes(d: Dossier) -> Values:
    said = d.inputs
    return {
        **session(d),
        "letter": _letter(d),
        "sender": _sender(d),
        "outcome": [_label(d.step, "confirmed", said.get("confirmed"))],
        "matters": said.get("matters"),
        "papers_given": said.get("papers_given"),
        "protection": _label(d.step, "protection", said.get("protection")),
    }


@of(kinds.WITHDRAWAL_MINUTES)
def _withdrawal(d: Dossier) -> Values:
    said = d.inputs
    return {
        **session(d),
        "letter": _letter(d),
        "sender": _sender(d),
        "withdrawal": [_label(d.step, "scope", said.get("scope")), *lines(said.get("matters"))],
        "matters": [
            _label(d.step, "freely", said.get("freely")),
            *lines(said.get("proceedings")),
        ],
    }


@of(kinds.SETTLEMENT_PROPOSAL)
def _proposal(d: Dossier) -> Values:
    return {
        **scope(d),
        "letter": _letter(d),
        "nature": _label(d.step, "field", d.inputs.get("field")),
        "assessment": d.inputs.get("reasons"),
        "team": [{**d.doer, "note": "dự kiến"}],
        "signatory": d.signatory,
    }


@of(kinds.SETTLEMENT_DECISION)
def _opened(d: Dossier) -> Values:
    return {**_plan(d), "grounds": d.grounds}


@of(kinds.SETTLEMENT_PLAN, kinds.CELL_SETTLEMENT_PLAN)
def _plan(d: Dossier) -> Values:
    return {**scope(d), "duration": d.duration, "team": d.team, "signatory": d.signatory}


@of(kinds.ACCUSED_OUTLINE)
def _outline(d: Dossier) -> Values:
    return {
        **scope(d),
        "questions": d.inputs.get("outline"),
        "decision": _decision(d),
        "signatory": d.leader,
    }


@of(kinds.SETTLEMENT_TEAM_PLAN)
def _team_plan(d: Dossier) -> Values:
    tasks, schedule = (opinions(d.inputs.get(name, "")) for name in ("tasks", "schedule"))
    return {
        "subject": d.subject_names,
        "assignments": [{"name": one["name"], "task": one["text"]} for one in tasks],
        "timetable": [{"on": one["name"], "work": one["text"]} for one in schedule],
        "decision": _decision(d),
        "signatory": d.leader,
    }


@of(kinds.SETTLEMENT_EXTENSION)
def _extension(d: Dossier) -> Values:
    plan = d.file.facts.last(RowKind.PLAN)
    if plan is None:
        return {}
    old, new = limits(d, plan)
    return {**_changed(d), "old_limit": old, "new_limit": new}


@of(kinds.SETTLEMENT_TEAM_CHANGE)
def _change(d: Dossier) -> Values:
    now, then = {p for p, _ in d.file.team}, {seat["person"] for seat in d.inputs.get("team", ())}
    return {
        **_changed(d),
        "leaving": [d.named(person) for person in sorted(now - then)],
        "joining": [d.named(person) for person in sorted(then - now)],
    }


def _changed(d: Dossier) -> Values:
    return {
        "grounds": d.grounds,
        "subject": d.subject_names,
        "decision": _decision(d),
        "reason": d.inputs.get("reason"),
        "signatory": d.signatory,
    }


@of(kinds.SETTLEMENT_OPENING_MINUTES)
def _opening(d: Dossier) -> Values:
    return {
        **session(d),
        "content": d.theme,
        "decision": _decision(d),
        "plan": newest(d, kinds.SETTLEMENT_PLAN),
        "agreed_timetable": d.inputs.get("proceedings"),
        "rights": [right.words for right in d.file.procedure.rights],
    }


@of(kinds.SETTLEMENT_VERIFICATION_MINUTES)
def _verification(d: Dossier) -> Values:
    return {
        **session(d),
        "met": people(d.inputs.get("met", "")),
        "matters": d.inputs.get("matters"),
        "verified": d.inputs.get("verified"),
    }


@of(kinds.SETTLEMENT_WORKING_MINUTES)
def _exchange(d: Dossier) -> Values:
    return {
        **session(d),
        "results": _results(d),
        "matters": d.inputs.get("proceedings"),
        "opinions": opinions(d.inputs.get("opinions", "")),
    }


@of(kinds.SETTLEMENT_CONFERENCE_MINUTES)
def _conference(d: Dossier) -> Values:
    said = d.inputs
    absent = people(said.get("absent") or "")
    return {
        **session(d),
        "host": d.host,
        "roll": {"called": said["called_count"], "present": said.get("present_count", 0)}
        if "called_count" in said
        else None,
        "absent": [{"name": one["name"], "note": one.get("post", "")} for one in absent],
        "opinions": opinions(said.get("opinions", "")),
        "conclusion": said.get("conclusion"),
    }


@of(kinds.SETTLEMENT_REPORT)
def _result(d: Dossier) -> Values:
    return {
        **scope(d),
        "decision": _decision(d),
        "results": _results(d),
        "assessment": d.inputs.get("assessment"),
        "head_answers": heads(d),
        "proposals": d.inputs.get("proposals"),
        "signatory": {"name": d.leader["name"]},
    }


@of(kinds.SETTLEMENT_COMMITTEE_MINUTES)
def _meeting(d: Dossier) -> Values:
    said, found = d.inputs, _assessed(d)
    yes, no, present = (said.get(name, 0) for name in ("yes", "no", "present"))
    counted = {"yes": yes, "no": no, "other": max(0, present - yes - no)}
    return {
        **session(d),
        "report": newest(d, kinds.SETTLEMENT_REPORT),
        "attendance": {"called": d.file.facts.members, "present": present},
        "subject_opinion": said.get("subject_opinion"),
        "opinions": opinions(said.get("opinions", "")),
        "finding_votes": [
            {
                "content": one.content,
                "conclusion": _RESULTS[found[one.number].facts["proposed"]],
                **counted,
            }
            for one in d.findings
            if one.number in found
        ],
        "conclusion": said.get("conclusion"),
    }


@of(kinds.SETTLEMENT_NOTICE)
def _notice(d: Dossier) -> Values:
    facts = d.file.facts
    meeting, request = facts.last(RowKind.MEETING), facts.last(RowKind.REQUEST)
    outcomes = d.file.procedure.findings.stage.enum if d.file.procedure.findings else None
    return {
        **scope(d),
        "held_on": meeting and meeting.on,
        "report": newest(d, kinds.SETTLEMENT_REPORT),
        "findings": [
            {
                "content": one.content,
                "conclusion": d.concluded.get(one.number, ""),
                "outcome": outcomes(one.stage).label if outcomes else "",
            }
            for one in d.findings
        ],
        "assessment": d.inputs.get("assessment"),
        "head_answers": heads(d),
        "demands": d.inputs.get("demands"),
        "due_on": min((row.facts["due"] for row in facts.of(RowKind.DEMAND)), default=None),
        "lower_body": request and request.facts["asked_body"],
        "lower_body_due_on": request and request.facts["due"],
        "signatory": d.signatory,
    }


@of(kinds.SETTLEMENT_ANNOUNCEMENT_MINUTES)
def _announcement(d: Dossier) -> Values:
    return {
        **session(d),
        "notice": newest(d, kinds.SETTLEMENT_NOTICE),
        "receipt": f"{', '.join(d.subject_names).capitalize()} đã nhận 01 bản thông báo kết luận"
        f" giải quyết tố cáo ngày {figures(d.acted_on)}",
        "subject_opinion": d.inputs.get("proceedings"),
    }


@of(kinds.DENOUNCER_NOTICE)
def _to_the_denouncer(d: Dossier) -> Values:
    """Each content with its result, and nothing of what became of whom it was about."""
    return {
        **_to_sender(d),
        "findings": [
            {"content": one.content, "conclusion": _told_of(one.stage)} for one in d.findings
        ],
        "message": d.inputs.get("message"),
    }


def _told_of(stage: str) -> str:
    return _RESULTS[RESULT_OF[stage]] if stage in RESULT_OF else "đã rút, không xem xét"


@of(kinds.SETTLEMENT_STOPPED)
def _stopped(d: Dossier) -> Values:
    return {
        **scope(d),
        "decision": _decision(d),
        "reason": d.inputs.get("reason"),
        "signatory": d.signatory,
    }


@of(kinds.NEXT_TERM_LIST)
def _next_term(d: Dossier) -> Values:
    said = d.inputs
    opens = said.get("congress_on")
    return {
        **scope(d),
        "letter": _letter(d),
        "sender": _sender(d),
        "congress": f"{said.get('congress', '')}, khai mạc ngày {figures(opens)}" if opens else "",
        "addressee": lines(said.get("handed_to")),
        "reason": said.get("reason"),
        "signatory": d.signatory,
    }


@of(kinds.FALSE_DENUNCIATION_REPORT)
def _false(d: Dossier) -> Values:
    named = [one.content for one in d.findings if one.number == d.inputs.get("finding")]
    return {
        "sender": _sender(d),
        "content": " ".join("; ".join(named).split()),
        "decision": _decision(d),
        "signs": lines(d.inputs.get("signs")),
        "proposals": d.inputs.get("proposals"),
        "signatory": {"name": d.leader["name"]},
    }


# Papers of intake, written out of a file that settles


def slip(d: Dossier) -> Values:
    """What goes with a letter that another body is to settle."""
    return {
        **_to_sender(d),
        "sender": _sender(d),
        "subject": d.subject_names,
        "content": d.theme,
        "addressee": d.inputs.get("receiver"),
        "reason": d.inputs.get("reason"),
        "attached": lines(d.inputs.get("attached")),
    }


_HANDLED = {
    "forward": "đơn được chuyển cơ quan có thẩm quyền",
    "extend": "thời hạn giải quyết tố cáo được gia hạn",
}


def notice_to_sender(d: Dossier) -> Values:
    """What the denouncer is told on the way: that the letter went on, that it takes longer."""
    return {
        **_to_sender(d),
        "handling": _HANDLED.get(d.step.prepares or d.step.code, ""),
        "message": d.inputs.get("message"),
    }


def refusal(d: Dossier) -> Values:
    """Why a denunciation is not settled."""
    return {
        **_to_sender(d),
        "reason": d.said("reason", RowKind.OPINION),
        "message": d.inputs.get("message"),
    }
