"""The words of a supervision's papers: one function a kind, no text that is not from a fact."""

from __future__ import annotations

from cases.dossier import Dossier, opinions, people
from cases.paper_values.builders import Values, limits, of, scope, seal, session
from documents import kinds
from documents.wording import figures
from workflows.everyday.archive import RETENTIONS
from workflows.rows import RowKind


@of(kinds.SUPERVISION_PROPOSAL)
def _proposal(d: Dossier) -> Values:
    source = {
        "chuong_trinh_nam": f"Chương trình kiểm tra, giám sát năm {d.acted_on.year}",
        "nhiem_vu": "Nhiệm vụ do cấp ủy giao",
    }
    return {
        **scope(d),
        "source": source.get(d.inputs.get("source", "")),
        "assessment": d.inputs.get("reasons"),
        "team": [{**d.doer, "note": "dự kiến"}],
        "signatory": d.signatory,
    }


@of(kinds.SUPERVISION_DECISION)
def _decision(d: Dossier) -> Values:
    return {
        **scope(d),
        "grounds": d.grounds,
        "seal": seal(d, "Đoàn giám sát"),
        "duration": d.duration,
        "team": d.team,
        "signatory": d.signatory,
    }


@of(kinds.SUPERVISION_PLAN)
def _plan(d: Dossier) -> Values:
    return {**scope(d), "duration": d.duration, "team": d.team, "signatory": d.signatory}


@of(kinds.REPORT_OUTLINE)
def _outline(d: Dossier) -> Values:
    return {
        **scope(d),
        "questions": d.inputs.get("outline"),
        "decision": d.opening_decision,
        "signatory": d.leader,
    }


@of(kinds.TEAM_PLAN)
def _team_plan(d: Dossier) -> Values:
    tasks = opinions(d.inputs.get("tasks", ""))
    schedule = opinions(d.inputs.get("schedule", ""))
    return {
        "subject": d.subject_names,
        "assignments": [{"name": one["name"], "task": one["text"]} for one in tasks],
        "timetable": [{"on": one["name"], "work": one["text"]} for one in schedule],
        "decision": d.opening_decision,
        "signatory": d.leader,
    }


@of(kinds.OPENING_MINUTES)
def _opening(d: Dossier) -> Values:
    return {
        **session(d),
        "decision": d.opening_decision,
        "plan": d.papers.get("KH-01") or d.papers.get("KH-01.CB"),
        "agreed_timetable": d.inputs.get("proceedings"),
    }


@of(kinds.WORKING_MINUTES)
def _working(d: Dossier) -> Values:
    return {
        **session(d),
        "matters": d.inputs.get("proceedings"),
        "opinions": opinions(d.inputs.get("opinions", "")),
    }


@of(kinds.VERIFICATION_MINUTES)
def _verification(d: Dossier) -> Values:
    return {
        **session(d),
        "met": people(d.inputs.get("met", "")),
        "matters": d.inputs.get("matters"),
        "verified": d.inputs.get("verified"),
    }


@of(kinds.CONFERENCE_MINUTES)
def _conference(d: Dossier) -> Values:
    return {
        **session(d),
        "host": d.host,
        "opinions": opinions(d.inputs.get("opinions", "")),
        "conclusion": d.inputs.get("conclusion"),
    }


@of(kinds.RESULT_REPORT)
def _result(d: Dossier) -> Values:
    return {
        **scope(d),
        "decision": d.opening_decision,
        "results": [
            {
                "content": d.theme,
                "verified": finding.content,
                "finding": d.inputs.get("faults")
                if len(d.findings) == 1
                else "Xem phần đánh giá chung",
            }
            for finding in d.findings
        ],
        "strengths": d.inputs.get("strengths"),
        "faults": d.inputs.get("faults"),
        "causes": d.inputs.get("causes"),
        "proposals": d.inputs.get("proposals"),
        "signatory": {"name": d.leader["name"]},
    }


@of(kinds.COMMITTEE_MINUTES)
def _meeting(d: Dossier) -> Values:
    said = d.inputs
    return {
        **session(d),
        "report": d.papers.get("BC-02"),
        "opinions": opinions(said.get("opinions", "")),
        "votes": {
            "called": d.file.facts.members,
            "present": said.get("present", 0),
            "for": said.get("yes", 0),
            "against": said.get("no", 0),
        },
        "conclusion": said.get("conclusion"),
    }


@of(kinds.RESULT_NOTICE)
def _notice(d: Dossier) -> Values:
    meeting = d.file.facts.last(RowKind.MEETING)
    demands = [row.facts["due"] for row in d.file.facts.of(RowKind.DEMAND)]
    return {
        **scope(d),
        "held_on": meeting and meeting.on,
        "report": d.papers.get("BC-02"),
        "strengths": d.inputs.get("strengths"),
        "faults": d.inputs.get("faults"),
        "demands": d.inputs.get("demands"),
        "due_on": min(demands, default=None),
        "signatory": d.signatory,
    }


@of(kinds.ANNOUNCEMENT_MINUTES)
def _announcement(d: Dossier) -> Values:
    return {
        **session(d),
        "notice": d.papers.get("TB-01") or d.papers.get("TB-01.CB"),
        "receipt": f"Đại diện {', '.join(d.subject_names)} đã nhận 01 bản thông báo kết quả giám sát"
        f" ngày {figures(d.acted_on)}",
        "subject_opinion": d.inputs.get("proceedings"),
    }


@of(kinds.TEAM_EXTENSION, kinds.INSPECTION_EXTENSION)
def _extension(d: Dossier) -> Values:
    plan = d.file.facts.last(RowKind.PLAN)
    if plan is None:
        return {}
    old, new = limits(d, plan)
    return {
        "grounds": d.grounds,
        "subject": d.subject_names,
        "decision": d.opening_decision,
        "old_limit": old,
        "new_limit": new,
        "reason": d.inputs.get("reason"),
        "signatory": d.signatory,
    }


@of(kinds.TEAM_CHANGE, kinds.INSPECTION_TEAM_CHANGE)
def _change(d: Dossier) -> Values:
    now, then = {p for p, _ in d.file.team}, {seat["person"] for seat in d.inputs.get("team", ())}
    return {
        "grounds": d.grounds,
        "subject": d.subject_names,
        "decision": d.opening_decision,
        "leaving": [d.named(person) for person in sorted(now - then)],
        "joining": [d.named(person) for person in sorted(then - now)],
        "reason": d.inputs.get("reason"),
        "signatory": d.signatory,
    }


@of(
    kinds.FILE_INDEX,
    kinds.INSPECTION_FILE_INDEX,
    kinds.SETTLEMENT_FILE_INDEX,
    kinds.PROGRAMME_FILE_INDEX,
    kinds.DISCIPLINE_FILE_INDEX,
)
def _index(d: Dossier) -> Values:
    return {
        "subject": d.subject_names,
        "content": d.theme,
        "contents": d.contents,
        "handed_by": d.doer,
        "file_code": d.inputs.get("archive"),
        "file_title": f"Hồ sơ {d.file.reference}",
        "retention": _retention(d),
    }


def _retention(d: Dossier) -> str:
    """For how long the file is kept, as whoever deposits it said, and by which table."""
    said = d.inputs.get("retention")
    if not said:
        return ""
    years = d.inputs.get("years")
    by = d.inputs.get("retained_by")
    term = f"{years} năm" if years else dict(RETENTIONS)[said].lower()
    return f"{term}, theo {by}" if by else term


@of(kinds.WATCH_ASSIGNMENT)
def _watch(d: Dossier) -> Values:
    assigned = d.inputs.get("assigned")
    return {
        "period": d.period,
        "grounds": d.grounds,
        "assignments": [{**d.named(assigned), "task": f"Theo dõi {d.theme}"}] if assigned else [],
        "signatory": d.signatory,
    }


@of(kinds.WATCH_REPORT)
def _watch_report(d: Dossier) -> Values:
    return {
        "subject": d.subject_names,
        "period": d.period,
        "observed": d.observed,
        "assessment": f"{d.inputs.get('strengths', '')}\n{d.inputs.get('faults', '')}",
        "proposals": d.inputs.get("proposals"),
        "signatory": d.signatory,
    }


@of(kinds.REMINDER_LETTER)
def _reminder(d: Dossier) -> Values:
    return {
        "addressee": d.subject_names,
        "content": d.theme,
        "faults": d.inputs.get("faults"),
        "demands": d.inputs.get("demands"),
        "period": d.period,
        "signatory": d.signatory,
    }
