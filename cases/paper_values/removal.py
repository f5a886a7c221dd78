"""The words of the papers of a removal: taken from facts, answers and the law of the day alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from cases.dossier import Dossier, lines, opinions, people
from cases.paper_values import ballots
from cases.paper_values.builders import Values, of, session
from cases.paper_values.discipline import member
from documents import kinds
from documents.wording import figures
from law import terms
from law.differences import UNITS
from permissions.roles import Relation
from registry.models import Body
from workflows import motions, removals
from workflows.conditions.removal import WINDOW
from workflows.guards import look_up
from workflows.removals import MONTHS, Silence
from workflows.rows import RowKind

_DECISIONS = (kinds.REMOVAL_DECISION.code,)


@of(kinds.REMOVAL_WARNING)
def _warning(d: Dossier) -> Values:
    return {
        **session(d),
        "removal_ground": ground(d),
        "matters": lines(d.inputs.get("proceedings")),
        "subject_opinion": lines(d.inputs.get("promise")),
    }


@of(kinds.CRITICISM_CALL)
def _call(d: Dossier) -> Values:
    before = len(list(d.file.facts.of(RowKind.CALLED)))
    return {
        "subject": d.subject_names,
        "questions": lines(d.inputs.get("outline")),
        "due_on": d.inputs.get("called_for"),
        "venue": d.inputs.get("place"),
        "times": f"lần thứ {before + 1}",
        "signatory": d.signatory,
    }


@of(kinds.MOTION_MINUTES)
def _minutes(d: Dossier) -> Values:
    vote = d.vote
    return {
        **_counted(d),
        "subject": d.subject_names,
        "asked": asked(d),
        "removal_ground": ground(d),
        "self_criticism": self_criticism(d),
        "held_on": d.acted_on,
        "venue": d.meeting.get("place"),
        "started": d.meeting.get("starts"),
        "chair": _one(d.meeting.get("chair")),
        "recorder": _one(d.meeting.get("recorder")) or d.doer,
        "voting_way": dict(motions.WAYS)[vote["way"]],
        "electorate": ballots.electorate_words(vote),
        "present": ballots.present(d),
        "absent": ballots.absent(d),
        "observers": people(vote.get("observers", "")),
        "tellers": ballots.tellers_of(vote.get("tellers", "")),
        "opinions": opinions(vote.get("opinions", "")),
        "conclusion": vote.get("conclusion"),
        "outcome": outcome(d),
    }


@of(kinds.CELL_RESOLUTION, kinds.CELL_SHORTFALL_REPORT)
def _cell_proposal(d: Dossier) -> Values:
    return {
        **_counted(d),
        **_about(d),
        "addressee": next_body(d),
        "held_on": _voted_on(d),
        "attached": lines(d.inputs.get("attached")),
        "signatory": d.signatory,
    }


@of(kinds.BASE_RESOLUTION, kinds.SHORTFALL_REPORT)
def _proposal(d: Dossier) -> Values:
    return {**_cell_proposal(d), "levels": levels(d), "appraised": appraised(d)}


@of(kinds.ORGAN_SUBMISSION)
def _submission(d: Dossier) -> Values:
    deciding = d.file.facts.body_at(Relation.DECIDING)
    return {
        **_about(d),
        "addressee": [Body.objects.get(pk=deciding).name],
        "levels": levels(d),
        "appraised": appraised(d),
        "verified": lines(d.inputs.get("verified")),
        "attached": lines(d.inputs.get("attached")),
        "signatory": d.signatory,
    }


@of(kinds.REMOVAL_DECISION, kinds.LEAVE_DECISION)
def decision_values(d: Dossier) -> Values:
    """What a decision says of whom, why, on which grounds; the time to complain where the law gives one."""
    return {
        **_about(d),
        "grounds": grounds(d),
        "complaint": complaint(d),
        "executors": lines(d.inputs.get("executors")),
        "signatory": d.signatory,
    }


@of(kinds.ANNULMENT_DECISION)
def _annulment(d: Dossier) -> Values:
    return {
        **decision_values(d),
        "asked": asked(d),
        "annulled": d.said("admission", RowKind.LEVELS),
    }


@of(kinds.PERSUASION_MINUTES)
def _persuasion(d: Dossier) -> Values:
    return {
        **session(d),
        "removal_ground": ground(d),
        "matters": lines(d.inputs.get("proceedings")),
    }


@of(kinds.AGE_CERTIFICATE)
def _certificate(d: Dossier) -> Values:
    return {
        "subject": d.subject_names,
        "removal_decision": decision(d),
        "admitted_on": d.inputs.get("admitted_on"),
        "recognised_on": d.inputs.get("recognised_on"),
        "party_age": d.inputs.get("counted"),
        "signatory": d.signatory,
    }


@of(kinds.TRANSFER_ENQUIRY, kinds.TRANSFER_NOTICE)
def _letter(d: Dossier) -> Values:
    return {
        "subject": d.subject_names,
        "addressee": lines(d.inputs.get("addressee")),
        "removal_ground": ground(d),
        "removal_decision": decision(d),
        "from_cell": d.said("from_cell", RowKind.LEVELS),
        "requests": lines(d.inputs.get("requests")),
        "signatory": d.signatory,
    }


@of(kinds.EXPLANATION_MINUTES)
def _explanation(d: Dossier) -> Values:
    return {
        **session(d),
        "removal_ground": ground(d),
        "statement": lines(d.inputs.get("statement")),
        "wishes": lines(d.inputs.get("wishes")),
    }


@of(kinds.REMOVAL_MINUTES)
def _announced(d: Dossier) -> Values:
    refused = d.inputs.get("result") == "tu_choi_nhan"
    side = people(d.inputs.get("subject_side", ""))
    has_window = any(kind in d.papers for kind in _DECISIONS)
    found = window_from(d, d.acted_on) if has_window else None
    return {
        **session(d),
        "removal_decision": decision(d),
        "received_on": d.acted_on,
        "handover": _card(d),
        "complaint": complaint(d) if has_window else None,
        "complaint_ends": found,
        "subject_opinion": lines(d.inputs.get("subject_opinion")),
        "refusal": "Người được trao từ chối nhận quyết định" if refused else None,
        "witnesses": side if refused else [],
    }


@of(kinds.REMOVAL_FILE_INDEX)
def _index(d: Dossier) -> Values:
    return {
        "subject": d.subject_names,
        "asked": asked(d),
        "contents": d.contents,
        "handed_by": d.doer,
        "file_code": d.inputs.get("archive"),
        "file_title": f"Hồ sơ {d.file.reference}",
    }


# What they have in common


def asked(d: Dossier) -> str:
    """The question of the file, as resolutions word it."""
    return removals.asked(d.file.procedure.question, removals.ground(d.file.facts))


def ground(d: Dossier) -> list[str]:
    """The ground in the law's words, what happened, and what the entries of proofs count."""
    found, said = removals.ground(d.file.facts), removals.proof(d.file.facts)
    words = [f"{str(found.label)[0].upper()}{str(found.label)[1:]}"] if found else []
    return [*words, *lines(d.said("summary", RowKind.LEVELS)), *_proved(said)]


def _proved(said: Any) -> list[str]:
    told = [
        f"Các tháng {MONTHS[name]} trong năm {year}: {_months(said[name], year)} (tổng số: {number})"
        for name, years in removals.counted(said).items()
        for year, number in sorted(years.items())
    ]
    if card := said.get("card_on"):
        told.append(f"Trả hoặc hủy thẻ đảng viên ngày {figures(card)}")
    if since := said.get("educated_from"):
        told.append(f"Chi bộ giáo dục, giúp đỡ từ ngày {figures(since)}")
    if years := said.get("unfit_years"):
        last = f", đến năm {said['unfit_last']}" if said.get("unfit_last") else ""
        told.append(f"Số năm liền vi phạm tư cách: {years}{last}")
    return [*told, *([said["paper"]] if said.get("paper") else [])]


def _months(months: list[str], year: str) -> str:
    return ", ".join(month[5:] for month in months if month.startswith(year))


def self_criticism(d: Dossier) -> list[str]:
    """What the member wrote, or how often he was asked and why there is nothing."""
    if row := d.rows.get(RowKind.REPORT):
        return lines(row.words["summary"])
    called = list(d.file.facts.of(RowKind.CALLED))
    days = ", ".join(figures(row.on) for row in called)
    told = [f"Đã yêu cầu tự kiểm điểm {len(called)} lần: ngày {days}"] if called else []
    if row := d.rows.get(RowKind.REFUSAL):
        told += [str(Silence(row.facts["about"]).label), *lines(row.words["proceedings"])]
    return told


def appraised(d: Dossier) -> list[str]:
    """What the committee between cell and base said, where there is one."""
    row = d.rows.get(RowKind.APPRAISAL)
    return lines(row.words["conclusion"]) if row else []


def levels(d: Dossier) -> list[dict[str, str]]:
    """The votes that proposed, from below."""
    rows = list(removals.proposals(d.file.facts))
    names = Body.objects.in_bulk([row.facts["body"] for row in rows])
    return [
        {
            "body": names[row.facts["body"]].name,
            "on": figures(row.on),
            "base": str(row.facts["base"]),
            "result": _result(row.facts),
        }
        for row in rows
    ]


def _result(vote: Mapping[str, Any]) -> str:
    """A vote as a resolution tells it: who agreed, who did not, whether that was enough."""
    enough = "đủ tỷ lệ" if vote["passes"] else "không đủ tỷ lệ"
    return (
        f"Đồng ý {vote['votes'][motions.YES]}, không đồng ý {vote['votes'][motions.NO]}; {enough}"
    )


def outcome(d: Dossier) -> str:
    """What the vote came to, in one sentence."""
    carried = "Hội nghị thông qua việc" if d.vote["passes"] else "Không đủ tỷ lệ thông qua việc"
    onward = "" if d.vote["passes"] else "; báo cáo toàn bộ kết quả lên cấp có thẩm quyền"
    return f"{carried} {asked(d)}{onward}"


def next_body(d: Dossier) -> list[str]:
    """To whom a proposal goes: the next level, else the body that decides."""
    facts = d.file.facts
    left = [one for one in facts.levels_left if one != d.body.pk]
    onward = left[0] if left else facts.body_at(Relation.DECIDING)
    return [Body.objects.get(pk=onward).name]


def complaint(d: Dossier) -> list[str]:
    """The sentence on complaining, once the period is known; it is the law's, never the template's."""
    hit = look_up(WINDOW, d.file.facts)
    if not hit.gives_verdict or not isinstance(hit.value, int):
        return []
    sentence = (
        f"Trong thời hạn {hit.value} {UNITS[hit.unit or 'working_day']}, kể từ ngày nhận được Quyết định này,"
        f" nếu không đồng ý, {d.subject_names[0]} có quyền khiếu nại với cấp ủy cấp trên cho đến Ban Bí thư"
    )
    return [sentence]


def window_from(d: Dossier, received: date) -> date | None:
    """The last day to complain of what is received on that day."""
    found = terms.deadline(look_up(WINDOW, d.file.facts), received)
    return found.last_day if found else None


def decision(d: Dossier) -> dict[str, str] | None:
    """The decision that this file came to, as other papers refer to it."""
    steps = [one.kind for one in d.file.facts.papers if one.step == "decide"]
    return next((d.papers[code] for code in steps if code in d.papers), None)


def grounds(d: Dossier) -> list[Any]:
    """Charter and instruments, the submission, the vote that the decision carries out."""
    submission = d.papers.get(kinds.ORGAN_SUBMISSION.code)
    told = _reference(submission) if submission else ""
    voted = _voted_on(d)
    return [
        *d.grounds,
        *([f"Xét {told}"] if told else []),
        *([f"Theo kết quả biểu quyết ngày {figures(voted)}"] if voted else []),
    ]


def _reference(paper: dict[str, str]) -> str:
    return f"{paper['kind']} số {paper['number']}, ngày {figures(paper['on'])} của {paper['by']}"


def _about(d: Dossier) -> Values:
    return {
        "subject": d.subject_names,
        "member": member(d),
        "asked": asked(d),
        "removal_ground": ground(d),
        "self_criticism": self_criticism(d),
    }


def _counted(d: Dossier) -> Values:
    """Totals and arithmetic of the vote the paper is about."""
    vote = d.vote
    if not vote:
        return {}
    totals = vote["totals"]
    words = dict(motions.OPTIONS)
    return {
        "attendance": {"called": vote["base"], "present": vote["present"]},
        "slips": {
            "issued": totals["phat_ra"],
            "received": totals["thu_vao"],
            "valid": totals["hop_le"],
            "invalid": totals["khong_hop_le"],
        },
        "vote_result": [
            {"form": words[one], "votes": vote["votes"][one]} for one in (motions.YES, motions.NO)
        ],
        "arithmetic": vote["arithmetic"],
    }


def _voted_on(d: Dossier) -> date | None:
    row = removals.vote_of(d.file.facts, d.body.pk)
    return row.on if row else None


def _card(d: Dossier) -> list[str]:
    said = {
        "da_thu": "Đã thu thẻ đảng viên, huy hiệu Đảng",
        "da_tra": "Người đó đã trả thẻ từ trước",
    }
    return [
        said.get(d.inputs.get("card", ""), "Không thu được thẻ"),
        *lines(d.inputs.get("card_note")),
    ]


def _one(text: Any) -> dict[str, str] | None:
    found = people(text or "")
    return found[0] if found else None
