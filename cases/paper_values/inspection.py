"""The words of an inspection's papers: one function a kind, no text that is not from a fact."""

from __future__ import annotations

from cases.dossier import Dossier, lines, opinions, people
from cases.paper_values.builders import Values, of, scope, session
from documents import kinds
from documents.wording import figures
from workflows.rows import RowKind

_SOURCES = {
    "giam_sat": "Kết quả giám sát",
    "nam_tinh_hinh": "Thông tin nắm được qua theo dõi địa bàn",
    "don_thu": "Đơn thư",
    "co_quan_khac": "Thông tin của cơ quan pháp luật, thanh tra, kiểm toán",
}


@of(kinds.INSPECTION_PROPOSAL)
def _proposal(d: Dossier) -> Values:
    return {
        **scope(d),
        "source": _SOURCES.get(d.inputs.get("source", "")),
        "assessment": d.inputs.get("reasons"),
        "team": [{**d.doer, "note": "dự kiến"}],
        "signatory": d.signatory,
    }


@of(kinds.INSPECTION_DECISION)
def _decision(d: Dossier) -> Values:
    return {**_plan(d), "grounds": d.grounds}


@of(kinds.INSPECTION_PLAN)
def _plan(d: Dossier) -> Values:
    return {**scope(d), "duration": d.duration, "team": d.team, "signatory": d.signatory}


@of(kinds.EXPLANATION_OUTLINE)
def _outline(d: Dossier) -> Values:
    return {
        **scope(d),
        "questions": d.inputs.get("outline"),
        "decision": d.papers.get("QD-01.KT"),
        "signatory": d.leader,
    }


@of(kinds.INSPECTION_TEAM_PLAN)
def _team_plan(d: Dossier) -> Values:
    tasks, schedule = (opinions(d.inputs.get(name, "")) for name in ("tasks", "schedule"))
    return {
        "subject": d.subject_names,
        "assignments": [{"name": one["name"], "task": one["text"]} for one in tasks],
        "timetable": [{"on": one["name"], "work": one["text"]} for one in schedule],
        "decision": d.papers.get("QD-01.KT"),
        "signatory": d.leader,
    }


@of(kinds.INSPECTION_OPENING_MINUTES)
def _opening(d: Dossier) -> Values:
    return {
        **session(d),
        "decision": d.papers.get("QD-01.KT"),
        "plan": d.papers.get("KH-01.KT"),
        "agreed_timetable": d.inputs.get("proceedings"),
        "rights": [right.words for right in d.file.procedure.rights],
    }


@of(kinds.INSPECTION_VERIFICATION_MINUTES)
def _verification(d: Dossier) -> Values:
    return {
        **session(d),
        "met": people(d.inputs.get("met", "")),
        "matters": d.inputs.get("matters"),
        "verified": d.inputs.get("verified"),
    }


@of(kinds.VERIFICATION_LETTER)
def _letter(d: Dossier) -> Values:
    return {
        "addressee": lines(d.inputs.get("addressee")),
        "content": d.inputs.get("content"),
        "requests": lines(d.inputs.get("requests")),
        "decision": d.papers.get("QD-01.KT"),
        "signatory": d.signatory,
    }


@of(kinds.INSPECTION_WORKING_MINUTES)
def _exchange(d: Dossier) -> Values:
    return {
        **session(d),
        "matters": d.inputs.get("proceedings"),
        "opinions": opinions(d.inputs.get("opinions", "")),
    }


@of(kinds.INSPECTION_CONFERENCE_MINUTES)
def _conference(d: Dossier) -> Values:
    return {
        **session(d),
        "host": d.host,
        "opinions": opinions(d.inputs.get("opinions", "")),
        "conclusion": d.inputs.get("conclusion"),
    }


@of(kinds.INSPECTION_REPORT)
def _result(d: Dossier) -> Values:
    return {
        **scope(d),
        "decision": d.papers.get("QD-01.KT"),
        "results": [
            {"content": d.theme, "verified": one.content, "finding": d.inputs.get("faults")}
            for one in d.findings
        ],
        "strengths": d.inputs.get("strengths"),
        "faults": d.inputs.get("faults"),
        "causes": d.inputs.get("causes"),
        "proposals": d.inputs.get("proposals"),
        "signatory": {"name": d.leader["name"]},
    }


@of(kinds.INSPECTION_COMMITTEE_MINUTES)
def _meeting(d: Dossier) -> Values:
    said = d.inputs
    yes, no, present = (said.get(name, 0) for name in ("yes", "no", "present"))
    counted = {"yes": yes, "no": no, "other": max(0, present - yes - no)}
    return {
        **session(d),
        "report": d.papers.get("BC-02.KT"),
        "attendance": {"called": d.file.facts.members, "present": said.get("present", 0)},
        "subject_opinion": said.get("subject_opinion"),
        "opinions": opinions(said.get("opinions", "")),
        "finding_votes": [
            {"content": one.content, "conclusion": said.get("conclusion"), **counted}
            for one in d.findings
        ],
        "conclusion": said.get("conclusion"),
    }


@of(kinds.INSPECTION_NOTICE)
def _notice(d: Dossier) -> Values:
    facts = d.file.facts
    meeting, request = facts.last(RowKind.MEETING), facts.last(RowKind.REQUEST)
    outcomes = d.file.procedure.findings.stage.enum if d.file.procedure.findings else None
    return {
        **scope(d),
        "held_on": meeting and meeting.on,
        "report": d.papers.get("BC-02.KT"),
        "strengths": d.inputs.get("strengths"),
        "findings": [
            {
                "content": one.content,
                "conclusion": d.concluded.get(one.number) or d.inputs.get("faults"),
                "outcome": outcomes(one.stage).label if outcomes else "",
            }
            for one in d.findings
        ],
        "demands": d.inputs.get("demands"),
        "due_on": min((row.facts["due"] for row in facts.of(RowKind.DEMAND)), default=None),
        "lower_body": request and request.facts["asked_body"],
        "lower_body_due_on": request and request.facts["due"],
        "signatory": d.signatory,
    }


@of(kinds.TRANSFER_LETTER)
def _transfer(d: Dossier) -> Values:
    return {
        **_measure(d),
        "signs": lines(d.inputs.get("signs")),
        "attached": lines(d.inputs.get("attached")),
    }


@of(kinds.CADRE_LETTER)
def _recommendation(d: Dossier) -> Values:
    return {**_measure(d), "proposals": lines(d.inputs.get("proposals"))}


def _measure(d: Dossier) -> Values:
    """What every letter that goes with a conclusion says."""
    return {
        "addressee": lines(d.inputs.get("addressee")),
        "subject": d.subject_names,
        "content": d.theme,
        "notice": d.papers.get("TB-01.KT"),
        "signatory": d.signatory,
    }


@of(kinds.INSPECTION_ANNOUNCEMENT_MINUTES)
def _announcement(d: Dossier) -> Values:
    kinds_of_notice = ("TB-01.KT", "TB-01.CH", "TB-01.CH.CB")
    return {
        **session(d),
        "notice": next((d.papers[code] for code in kinds_of_notice if code in d.papers), None),
        "receipt": f"{', '.join(d.subject_names).capitalize()} đã nhận 01 bản thông báo kết luận"
        f" kiểm tra ngày {figures(d.acted_on)}",
        "subject_opinion": d.inputs.get("proceedings"),
    }
