"""The words of an inspection's papers: one function a kind, no text that is not from a fact."""

from __future__ import annotations

from cases.dossier import Dossier, lines, opinions, people
from cases.models import FileRow
from cases.paper_values.builders import Values, of, scope, session
from documents import kinds
from documents.catalogue import Kind
from documents.wording import figures
from workflows.rows import RowKind

SOURCES = {
    "giam_sat": "Kết quả giám sát",
    "nam_tinh_hinh": "Thông tin nắm được qua theo dõi địa bàn",
    "don_thu": "Đơn thư",
    "co_quan_khac": "Thông tin của cơ quan pháp luật, thanh tra, kiểm toán",
}


def newest(d: Dossier, *of_kinds: Kind) -> dict[str, str] | None:
    """The newest paper of any of these kinds: the same paper of another variant has another code."""
    return next((d.papers[kind.code] for kind in of_kinds if kind.code in d.papers), None)


def opened_by(d: Dossier) -> dict[str, str] | None:
    """The decision to inspect, or to settle a denunciation; a cell decides by its plan."""
    return newest(
        d, kinds.INSPECTION_DECISION, kinds.ORGANISATION_INSPECTION_DECISION, kinds.CELL_INSPECTION_PLAN,
        kinds.SETTLEMENT_DECISION, kinds.CELL_SETTLEMENT_PLAN,
    )  # fmt: skip


def _report(d: Dossier) -> dict[str, str] | None:
    return newest(
        d, kinds.INSPECTION_REPORT, kinds.ORGANISATION_INSPECTION_REPORT, kinds.CELL_INSPECTION_REPORT
    )  # fmt: skip


def concluded_by(d: Dossier) -> dict[str, str] | None:
    """The notice of the conclusion, once there is one."""
    return newest(
        d, kinds.INSPECTION_NOTICE, kinds.ORGANISATION_INSPECTION_NOTICE, kinds.CELL_INSPECTION_NOTICE,
        kinds.PROGRAMME_NOTICE, kinds.CELL_PROGRAMME_NOTICE, kinds.SETTLEMENT_NOTICE,
    )  # fmt: skip


def heads(d: Dossier) -> list[str]:
    """Who heads each organisation inspected, and what was found of their responsibility."""
    kept = FileRow.objects.filter(case=d.file.id, superseded_by=None, kind=RowKind.HEAD)
    found = []
    for row in kept.order_by("number"):
        (head,) = people(row.words["head"])[:1]
        post = f", {head['post']}" if "post" in head else ""
        words = _HEADS[row.facts["responsibility"]]
        found.append(f"Đồng chí {head['name']}{post}: {words}; {row.words['assessment']}")
    return found


_HEADS = {
    "truc_tiep": "trực tiếp vi phạm",
    "lanh_dao": "chịu trách nhiệm lãnh đạo, chỉ đạo",
    "lien_doi": "để xảy ra vi phạm do thiếu kiểm tra, giám sát",
    "khong": "không có trách nhiệm",
}


@of(kinds.INSPECTION_PROPOSAL)
def _proposal(d: Dossier) -> Values:
    return {
        **scope(d),
        "source": SOURCES.get(d.inputs.get("source", "")),
        "assessment": d.inputs.get("reasons"),
        "team": [{**d.doer, "note": "dự kiến"}],
        "signatory": d.signatory,
    }


@of(kinds.INSPECTION_DECISION, kinds.ORGANISATION_INSPECTION_DECISION)
def _decision(d: Dossier) -> Values:
    return {**_plan(d), "grounds": d.grounds}


@of(kinds.INSPECTION_PLAN, kinds.ORGANISATION_INSPECTION_PLAN, kinds.CELL_INSPECTION_PLAN)
def _plan(d: Dossier) -> Values:
    return {**scope(d), "duration": d.duration, "team": d.team, "signatory": d.signatory}


@of(kinds.EXPLANATION_OUTLINE, kinds.COLLECTIVE_OUTLINE)
def _outline(d: Dossier) -> Values:
    return {
        **scope(d),
        "questions": d.inputs.get("outline"),
        "decision": opened_by(d),
        "signatory": d.leader,
    }


@of(kinds.INSPECTION_TEAM_PLAN)
def _team_plan(d: Dossier) -> Values:
    tasks, schedule = (opinions(d.inputs.get(name, "")) for name in ("tasks", "schedule"))
    return {
        "subject": d.subject_names,
        "assignments": [{"name": one["name"], "task": one["text"]} for one in tasks],
        "timetable": [{"on": one["name"], "work": one["text"]} for one in schedule],
        "decision": opened_by(d),
        "signatory": d.leader,
    }


@of(kinds.INSPECTION_OPENING_MINUTES)
def _opening(d: Dossier) -> Values:
    return {
        **session(d),
        "decision": opened_by(d),
        "plan": newest(d, kinds.INSPECTION_PLAN, kinds.ORGANISATION_INSPECTION_PLAN),
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
        "decision": opened_by(d),
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


@of(kinds.FULL_CONFERENCE_MINUTES)
def _full_conference(d: Dossier) -> Values:
    said = d.inputs
    absent = people(said.get("absent") or "")
    return {
        **_conference(d),
        "roll": {"called": said.get("called_count", 0), "present": said.get("present_count", 0)},
        "absent": [{"name": one["name"], "note": one.get("post", "")} for one in absent],
    }


@of(
    kinds.INSPECTION_REPORT, kinds.ORGANISATION_INSPECTION_REPORT, kinds.CELL_INSPECTION_REPORT
)  # fmt: skip
def _result(d: Dossier) -> Values:
    return {
        **scope(d),
        "decision": opened_by(d),
        "results": [
            {"content": d.theme, "verified": one.content, "finding": d.inputs.get("faults")}
            for one in d.findings
        ],
        "strengths": d.inputs.get("strengths"),
        "faults": d.inputs.get("faults"),
        "causes": d.inputs.get("causes"),
        "proposals": d.inputs.get("proposals"),
        "plan": newest(d, kinds.CELL_INSPECTION_PLAN),
        "head_answers": heads(d),
        "signatory": {"name": d.leader["name"]},
    }


@of(kinds.INSPECTION_COMMITTEE_MINUTES, kinds.CELL_INSPECTION_MINUTES)
def _meeting(d: Dossier) -> Values:
    said = d.inputs
    yes, no, present = (said.get(name, 0) for name in ("yes", "no", "present"))
    counted = {"yes": yes, "no": no, "other": max(0, present - yes - no)}
    return {
        **session(d),
        "report": _report(d),
        "attendance": {"called": d.file.facts.members, "present": said.get("present", 0)},
        "subject_opinion": said.get("subject_opinion"),
        "opinions": opinions(said.get("opinions", "")),
        "finding_votes": [
            {"content": one.content, "conclusion": said.get("conclusion"), **counted}
            for one in d.findings
        ],
        "conclusion": said.get("conclusion"),
    }


@of(
    kinds.INSPECTION_NOTICE, kinds.ORGANISATION_INSPECTION_NOTICE, kinds.CELL_INSPECTION_NOTICE
)  # fmt: skip
def _notice(d: Dossier) -> Values:
    facts = d.file.facts
    meeting, request = facts.last(RowKind.MEETING), facts.last(RowKind.REQUEST)
    outcomes = d.file.procedure.findings.stage.enum if d.file.procedure.findings else None
    return {
        **scope(d),
        "held_on": meeting and meeting.on,
        "report": _report(d),
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
        "head_answers": heads(d),
        "due_on": min((row.facts["due"] for row in facts.of(RowKind.DEMAND)), default=None),
        "lower_body": request and request.facts["asked_body"],
        "lower_body_due_on": request and request.facts["due"],
        "signatory": d.signatory,
    }


@of(kinds.INSPECTION_ANNOUNCEMENT_MINUTES)
def _announcement(d: Dossier) -> Values:
    return {
        **session(d),
        "notice": concluded_by(d),
        "receipt": f"{', '.join(d.subject_names).capitalize()} đã nhận 01 bản thông báo kết luận"
        f" kiểm tra ngày {figures(d.acted_on)}",
        "subject_opinion": d.inputs.get("proceedings"),
    }
