"""The words of the papers that prepare and decide a discipline: taken from facts and answers alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import law
from cases.dossier import Dossier, lines, opinions, people
from cases.paper_values import ballots
from cases.paper_values.ballots import self_criticism
from cases.paper_values.builders import Values, of, session
from documents import kinds
from documents.grounds import named
from documents.wording import figures
from law import terms
from registry.models import Post, on
from workflows.conditions.discipline import ballot, form_voted
from workflows.conditions.service import EFFECT, WINDOW
from workflows.forms import Form
from workflows.guards import look_up
from workflows.matter import Right
from workflows.rows import RowKind

CELL_EFFECT = "decision.chi_bo.effect"
_UNITS = {"day": "ngày", "working_day": "ngày làm việc", "month": "tháng"}


def member(d: Dossier) -> dict[str, str]:
    """The member as a paper names them: name, offices held, cell."""
    person = d.subjects[0].person
    posts = Post.objects.filter(on(d.acted_on), person=person).select_related("body")
    held = "; ".join(f"{post.get_position_display()} {post.body.name}" for post in posts)
    return {"name": person.full_name, "post": held or "không giữ chức vụ", "unit": d.host}


def violation(d: Dossier) -> list[str]:
    return lines(d.said("violation", RowKind.LEVELS, RowKind.ORIGIN))


def theme(d: Dossier) -> str:
    return d.said("theme", RowKind.PLAN, RowKind.LEVELS, RowKind.ORIGIN) or ""


@of(kinds.DISCIPLINE_TEAM_DECISION, kinds.COMMITTEE_TEAM_DECISION)
def _team_decision(d: Dossier) -> Values:
    return {**_plan(d), "grounds": d.grounds}


@of(kinds.DISCIPLINE_PLAN)
def _plan(d: Dossier) -> Values:
    return {
        "subject": d.subject_names,
        "content": theme(d),
        "duration": d.duration,
        "team": d.team,
        "signatory": d.signatory,
    }


@of(kinds.CELL_DISCIPLINE_PLAN)
def _cell_plan(d: Dossier) -> Values:
    tasks, schedule = (opinions(d.inputs.get(name, "")) for name in ("tasks", "schedule"))
    return {
        "subject": d.subject_names,
        "content": theme(d),
        "assignments": [{"name": one["name"], "task": one["text"]} for one in tasks],
        "timetable": [{"on": one["name"], "work": one["text"]} for one in schedule],
        "signatory": d.signatory,
    }


@of(kinds.CELL_SELF_CRITICISM_GUIDE)
def _cell_guide(d: Dossier) -> Values:
    return {**guide(d), "signatory": d.signatory}


@of(kinds.SELF_CRITICISM_GUIDE)
def guide(d: Dossier) -> Values:
    """What is suggested to whoever criticises himself."""
    return {
        "subject": d.subject_names,
        "content": theme(d),
        "questions": d.inputs.get("outline"),
        "signatory": d.leader,
    }


@of(kinds.HEARING_MINUTES)
def hearing(d: Dossier) -> Values:
    """What was told before the hearing, and what was said there."""
    rights: tuple[Right, ...] = d.file.procedure.rights
    return {
        **session(d),
        "matters": [f"Nội dung được xem xét: {theme(d)}", *(right.words for right in rights)],
        "statement": d.inputs.get("statement"),
        "wishes": d.inputs.get("wishes"),
    }


@of(kinds.APPRAISAL_MINUTES)
def appraisal(d: Dossier) -> Values:
    """What the team found when it looked at the proposals again."""
    return {
        **session(d),
        "matters": d.inputs.get("matters"),
        "verified": d.inputs.get("verified"),
        "conclusion": d.inputs.get("conclusion"),
        "levels": ballots.levels(d),
    }


@of(kinds.CELL_DISCIPLINE_PROPOSAL)
def _cell_proposal(d: Dossier) -> Values:
    return {
        **_proposal(d),
        "held_on": ballots.held_on(d),
        "self_criticism": self_criticism(d),
        "vote_result": ballots.result(d),
        "arithmetic": d.vote.get("arithmetic"),
    }


@of(kinds.DISCIPLINE_PROPOSAL)
def _committee_proposal(d: Dossier) -> Values:
    appraisal = d.rows.get(RowKind.APPRAISAL)
    verified = appraisal and appraisal.words.get("verified")
    return {**_submission(d), "verified": verified}


@of(kinds.SUBMISSION)
def _submission(d: Dossier) -> Values:
    hearing = d.rows.get(RowKind.HEARING)
    return {
        **_proposal(d),
        "levels": ballots.levels(d),
        "statement": hearing and hearing.words.get("statement"),
    }


def _proposal(d: Dossier) -> Values:
    """What every proposal says: to whom, about whom, for what, which form."""
    return {
        "subject": d.subject_names,
        "addressee": ballots.next_body(d),
        "member": member(d),
        "violation": violation(d),
        "form": ballots.form_word(d),
        "outcome": ballots.outcome(d),
        "posts_removed": _posts(d),
        "attached": lines(d.inputs.get("attached")),
        "signatory": d.signatory,
    }


@of(kinds.CELL_DISCIPLINE_DECISION)
def _cell_decision(d: Dossier) -> Values:
    return {**_decision(d), "effect": effect(d, CELL_EFFECT)}


@of(kinds.DISCIPLINE_DECISION)
def _decision(d: Dossier) -> Values:
    return {
        "grounds": grounds(d),
        "subject": d.subject_names,
        "member": member(d),
        "form": ballots.form_word(d),
        "posts_removed": _posts(d),
        "violation": violation(d),
        "effect": effect(d, EFFECT),
        "complaint": complaint(d),
        "executors": lines(d.inputs.get("executors")),
        "handover": lines(d.inputs.get("handover")),
        "signatory": d.signatory,
    }


@of(kinds.SERVICE_MINUTES)
def service(d: Dossier) -> Values:
    """How a decision was made known and handed over, with the last day of the complaint."""
    window = terms.deadline(look_up(WINDOW, d.file.facts), d.acted_on)
    refused = d.inputs.get("result") == "tu_choi_nhan"
    return {
        **session(d),
        "discipline_decision": decision(d),
        "received_on": d.acted_on,
        "complaint": complaint(d),
        "complaint_starts": window and window.start.fromordinal(window.start.toordinal() + 1),
        "complaint_ends": window and window.last_day,
        "subject_opinion": d.inputs.get("subject_opinion"),
        "refusal": "Đảng viên từ chối nhận quyết định" if refused else None,
        "witnesses": people(d.inputs.get("witnesses", "")),
    }


@of(kinds.DISCIPLINE_LETTER)
def _letter(d: Dossier) -> Values:
    who = f"{d.inputs.get('called', '')} {d.subjects[0].person.full_name}".strip()
    return {
        **_told(d),
        "subject": who,
        "member": {**member(d), "name": who},
        "requests": lines(d.inputs.get("requests")),
    }


@of(kinds.CELL_DISCIPLINE_REPORT)
def _report(d: Dossier) -> Values:
    return {
        **_told(d),
        "arithmetic": d.vote.get("arithmetic"),
        "received_on": d.file.facts.taken["hand_over"].last,
        "proposals": lines(d.inputs.get("proposals")),
    }


def _told(d: Dossier) -> Values:
    return {
        "subject": d.subject_names,
        "addressee": lines(d.inputs.get("addressee")),
        "member": member(d),
        "form": ballots.form_word(d),
        "posts_removed": _posts(d),
        "violation": violation(d),
        "discipline_decision": decision(d),
        "signatory": d.signatory,
    }


def decision(d: Dossier) -> dict[str, str] | None:
    """The decision as other papers refer to it."""
    codes = ("QD-04", "QD-04.CB", "QD-04.BA", "QD-05", "QD-05.GT")
    return next((d.papers[code] for code in codes if code in d.papers), None)


def complaint(d: Dossier) -> str | None:
    """The sentence on the right to complain; the period is the law's, never the template's."""
    hit = look_up(WINDOW, d.file.facts)
    if not hit.gives_verdict or not isinstance(hit.value, int):
        return None
    return (
        f"Trong thời hạn {hit.value} {_UNITS[hit.unit or 'day']}, kể từ ngày nhận được Quyết định này, nếu"
        f" không đồng ý, {d.subject_names[0]} có quyền khiếu nại với cấp ủy hoặc ủy ban kiểm tra cấp trên;"
        " trong khi chờ giải quyết phải chấp hành nghiêm chỉnh"
    )


def effect(d: Dossier, rule: str) -> str:
    """From when the decision binds; where it is not known, signing and announcing fall on one day."""
    hit = look_up(rule, d.file.facts)
    if hit.gives_verdict:
        return f"Quyết định có hiệu lực {hit.value}"
    return "Quyết định này được ký và công bố trong cùng một ngày, có hiệu lực kể từ ngày đó"


def grounds(d: Dossier) -> list[Any]:
    """Charter, procedure, penalties with what amends them, local documents, the proposal, the vote."""
    day = _voted_on(d)
    penalty = law.penalty_on(day)
    article = d.inputs.get("article")
    penalties: list[Any] = []
    if penalty:
        amending = "".join(
            f", được sửa đổi, bổ sung bởi {one.kind} số {one.number}, ngày {figures(one.signed)}"
            for one in law.amending(penalty, day)
        )
        head = f"{article[0].upper()}{article[1:]} " if article else ""
        penalties = [f"{head}{named(penalty)}{amending}"]
    submission = d.papers.get("TT-01") or d.papers.get("TT-01.TC")
    return [
        *d.grounds,
        *penalties,
        *_local_documents(d),
        *([f"Xét {_reference(submission)}"] if submission else []),
        f"Theo kết quả biểu quyết bằng phiếu kín ngày {figures(day)}",
    ]


def _local_documents(d: Dossier) -> list[str]:
    """Documents by which the power of the deciding body was answered for this case."""
    found = [
        row.facts["source"]
        for row in d.file.facts.of(RowKind.ANSWER)
        if row.facts["rule"].startswith("authority.")
    ]
    return list(
        dict.fromkeys(
            f"{one['clause']} {one['document']}, ngày {figures(one['dated'])}" for one in found
        )
    )


def _reference(paper: dict[str, str]) -> str:
    return f"{paper['kind']} số {paper['number']}, ngày {figures(paper['on'])} của {paper['by']}"


def _voted_on(d: Dossier) -> date:
    found = ballot(d.file.facts)
    return found.on if found else d.acted_on


def _posts(d: Dossier) -> list[str] | None:
    if form_voted(d.file.facts) != Form.REMOVAL and ballots.form_word(d) != "cách chức":
        return None
    return member(d)["post"].split("; ")
