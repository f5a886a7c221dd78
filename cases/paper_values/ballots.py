"""The words of the papers of a vote: who counted, the slips, the arithmetic, what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from cases.dossier import Dossier, lines, opinions, people
from cases.paper_values.builders import Values, of
from documents import kinds
from documents.fields import DECIDES, PROPOSES, REVIEWS
from documents.wording import figures, two_figures
from permissions.roles import Relation
from registry.models import Body, BodyKind, Person
from workflows.conditions.discipline import form_voted
from workflows.forms import Form, Part, Whom
from workflows.inputs import Attendance
from workflows.rows import RowKind

#: Who speaks at the hearing.
_SPEAKER = {Whom.MEMBER: "đảng viên", Whom.ORGANISATION: "đại diện tổ chức đảng"}
_MOTIONS = {Part.DECIDES: DECIDES, Part.PROPOSES: PROPOSES, Part.REVIEWS: REVIEWS}
_WORDS = {form.value: str(form.label).lower() for form in Form}


@of(kinds.COUNT_MINUTES)
def _count(d: Dossier) -> Values:
    return {
        **_vote(d),
        "meeting": _meeting_word(d),
        "envelope": d.vote.get("envelope"),
        "absent": absent(d),
    }


@of(kinds.DISCIPLINE_MINUTES)
def minutes(d: Dossier) -> Values:
    """The minutes of a committee's meeting that voted on a discipline."""
    return {**_meeting(d), "meeting": _meeting_word(d), "report": _report(d)}


@of(kinds.CELL_DISCIPLINE_MINUTES)
def _cell_minutes(d: Dossier) -> Values:
    decides = d.vote.get("part") == Part.DECIDES
    announced = "Chủ trì công bố kết quả biểu quyết tại hội nghị"
    return {
        **_meeting(d),
        "observers": people("\n".join(_beside(d))),
        "effect": announced if decides else None,
        "subject_opinion": None,  # the member is there and speaks for himself
    }


def _beside(d: Dossier) -> Iterator[str]:
    """Who was there without a vote, whoever came from the committee above first."""
    yield from filter(None, (d.vote.get(name) for name in ("superior", "observers")))


@of(kinds.INVITATION)
def _invitation(d: Dossier) -> Values:
    called = d.meeting
    word = "hội nghị" if d.body.kind != BodyKind.INSPECTION else "kỳ họp"
    return {
        "addressee": f"Các đồng chí thuộc thành phần {word} của {d.body.name}",
        "meeting": f"{word} {d.body.name}",
        "content": d.inputs.get("content"),
        "held_on": called.get("held_on"),
        "started": called.get("starts"),
        "venue": called.get("place"),
        "chair": _one(called.get("chair")),
        "requests": d.inputs.get("requests"),
        "signatory": d.signatory,
    }


def _meeting(d: Dossier) -> Values:
    """The minutes of the meeting as far as it concerns this matter."""
    hearing = d.rows.get(RowKind.HEARING)
    return {
        **_vote(d),
        "chair": _one(d.meeting.get("chair")),
        "present": present(d),
        "absent": absent(d),
        "observers": people(d.vote.get("observers", "")),
        "self_criticism": self_criticism(d),
        "hearing": hearing
        and {
            "kind": f"Biên bản nghe {_SPEAKER[d.file.facts.whom]} trình bày ý kiến",
            "on": hearing.laid_by.acted_on.isoformat(),
        },
        "subject_opinion": _opinion(hearing),
        "opinions": opinions(d.vote.get("opinions", "")),
        "conclusion": d.vote.get("conclusion"),
        "limitation": [*filter(None, [d.inputs.get("note")]), *_pauses(d)],
    }


#: The spans that a limitation leaves out, as the form asks for them and the minutes tell them.
_LEFT_OUT = (
    ("proceedings_from", "proceedings_to", "Thời gian tố tụng hình sự"),
    ("postponed_from", "postponed_to", "Thời gian chưa xem xét theo quy định"),
)


def _pauses(d: Dossier) -> list[str]:
    spans = [(d.inputs.get(first), d.inputs.get(last), words) for first, last, words in _LEFT_OUT]
    return [
        f"{words} không tính vào thời hiệu: từ ngày {figures(first)} đến hết ngày {figures(last)}."
        for first, last, words in spans
        if first and last
    ]


def _vote(d: Dossier) -> Values:
    """What every paper of a ballot repeats."""
    vote, totals = d.vote, d.vote["totals"]
    return {
        "subject": d.subject_names,
        "held_on": held_on(d),
        "venue": d.meeting.get("place"),
        "started": d.meeting.get("starts"),
        "recorder": _one(d.meeting.get("recorder")) or d.doer,
        "motion": _MOTIONS[vote["part"]],
        "attendance": {"called": vote["base"], "present": vote["present"]},
        "electorate": electorate_words(d.vote),
        "tellers": tellers_of(vote.get("tellers", "")),
        "slips": {
            "issued": totals["phat_ra"],
            "received": totals["thu_vao"],
            "valid": totals["hop_le"],
            "invalid": totals["khong_hop_le"],
        },
        "vote_result": result(d),
        "arithmetic": [f"{_upper(line)}" for line in vote["arithmetic"]] or ["Không phải tính"],
        "outcome": outcome_words(vote),
    }


def result(d: Dossier) -> list[dict[str, Any]]:
    """The votes of each form on the slip, none of them left out; nothing before anybody voted."""
    if not d.vote:
        return []
    votes = d.vote["votes"]
    holds_post = d.file.facts.subjects[0].holds_post
    return [
        {"form": _WORDS[form], "votes": votes.get(form, 0)}
        for form in d.file.facts.whom.forms
        if votes.get(form) or form != Form.REMOVAL or holds_post
    ]


def self_criticism(d: Dossier) -> list[str]:
    """What the subject wrote and the form named in it, or that there is none."""
    if row := d.rows.get(RowKind.REPORT):
        form = Form(row.facts["proposed_form"]).label.lower()
        return [*lines(row.words["summary"]), f"Tự nhận hình thức: {form}{_agreed(row.facts)}"]
    if row := d.rows.get(RowKind.REFUSAL):
        whose = d.file.facts.whom.label
        return [f"{whose} không tự kiểm điểm, đã lập biên bản", *lines(row.words["proceedings"])]
    return []


def _agreed(said: Any) -> str:
    """How many of an organisation agreed to the form it named; nothing where one person wrote."""
    if "agreed" not in said:
        return ""
    day = figures(said["criticised_on"])
    return f" (họp ngày {day}: {said['agreed']} tán thành trên {said['present']} người dự)"


def held_on(d: Dossier) -> date | None:
    """The day of the ballot the paper is about; None before there is one."""
    if d.step.votes:
        return d.acted_on
    row = d.rows.get(RowKind.BALLOT)
    return row.laid_by.acted_on if row else None


def form_word(d: Dossier) -> str | None:
    """The form the ballot came to; None where none reached its share."""
    form = d.vote.get("form") or form_voted(d.file.facts)
    return _WORDS.get(form) if form else None


def levels(d: Dossier) -> list[dict[str, str]]:
    """The ballots that proposed, level by level, with their arithmetic."""
    rows = [row for row in d.file.facts.of(RowKind.BALLOT) if row.facts["part"] == Part.PROPOSES]
    names = Body.objects.in_bulk([row.facts["body"] for row in rows])
    return [
        {
            "body": names[row.facts["body"]].name,
            "on": figures(row.on),
            "base": str(row.facts["base"]),
            "result": _votes_in_words(row.facts),
        }
        for row in rows
    ]


def next_body(d: Dossier) -> str:
    """To whom a proposal goes: the next level, then the handling body, then the one that decides."""
    if asked := d.inputs.get("addressee"):
        return str(asked)
    facts = d.file.facts
    found = facts.last(RowKind.LEVELS)
    proposing = list(found.facts["proposing"]) if found else []
    if d.body.pk in proposing:
        place = proposing.index(d.body.pk)
        onward = proposing[place + 1] if place + 1 < len(proposing) else facts.own
    else:
        left = next(iter(facts.levels_left), None)
        onward = left or facts.body_at(Relation.DECIDING) or facts.own
    return Body.objects.get(pk=onward).name


def slips_words(vote: Any) -> str:
    """How many slips were given out, came back and hold: "phát ra 12, thu về 12, …"."""
    said = {name: two_figures(number) for name, number in vote["totals"].items()}
    return (
        f"Bỏ phiếu kín: phát ra {said['phat_ra']}, thu về {said['thu_vao']},"
        f" hợp lệ {said['hop_le']}, không hợp lệ {said['khong_hop_le']}"
    )


def votes_words(vote: Any) -> str:
    """The votes of each form that had any, the heaviest first: "khai trừ 9, cảnh cáo 2"."""
    votes = vote["votes"]
    return ", ".join(f"{_WORDS[form]} {votes[form]}" for form in reversed(Form) if votes.get(form))


def _votes_in_words(vote: Any) -> str:
    return f"{_upper(votes_words(vote))}; {' ; '.join(line.split('; ', 1)[-1] for line in vote['arithmetic'])}"


def outcome_words(vote: Any) -> str:
    """What a ballot came to, in one sentence."""
    if vote["part"] == Part.REVIEWS:
        return _reviewed(vote)
    decides = vote["part"] == Part.DECIDES
    word = "Quyết định thi hành kỷ luật" if decides else "Đề nghị thi hành kỷ luật"
    if vote["form"]:
        return f"{word} bằng hình thức {_WORDS[vote['form']]}"
    if vote["goes_up"]:
        return (
            "Không hình thức nào đủ tỷ lệ; báo cáo toàn bộ kết quả và hồ sơ lên cấp có thẩm quyền"
        )
    return "Không hình thức nào đủ số phiếu; không thi hành kỷ luật"


def _reviewed(vote: Any) -> str:
    """What a ballot on a complaint, or on a superior's review, came to."""
    if vote["form"]:
        return f"Hình thức kỷ luật đủ số phiếu: {_WORDS[vote['form']]}"
    return "Xóa bỏ hình thức kỷ luật" if vote.get("none") else "Không hình thức nào đủ số phiếu"


def outcome(d: Dossier) -> str | None:
    """What the last ballot of the file came to; None, so that the paper is refused, before anybody voted."""
    return outcome_words(d.vote) if d.vote else None


def electorate_words(vote: Any) -> list[str]:
    """How the base was found: everyone of the meeting, less each exclusion with its reason."""
    reasons: dict[str, int] = {}
    for _person, reason, _cited in vote["excluded"]:
        reasons[reason] = reasons.get(reason, 0) + 1
    said = [f"Không tính {number:02} đồng chí: {reason}" for reason, number in reasons.items()]
    if vote["recused"]:
        said.append(
            f"{len(vote['recused']):02} đồng chí đề nghị không biểu quyết, không nhận phiếu, vẫn tính vào tổng số"
        )
    if vote["base_without_accused"] is not None:
        said.append("Tính hay không tính đồng chí được xem xét vào tổng số, kết quả không thay đổi")
    return [f"Thuộc thành phần họp: {vote['base'] + len(vote['excluded']):02} đồng chí", *said]


def _roll(d: Dossier, *, came: bool) -> list[dict[str, str]]:
    words = dict(Attendance.attended)
    roll = {one["person"]: one["here"] for one in d.meeting.get("attendance", ())}
    without_vote = {person for person, _reason, _cited in d.vote["excluded"]} if came else set()
    chosen = [
        person
        for person, here in roll.items()
        if (here == "co_mat") == came and person not in without_vote
    ]
    found = Person.objects.in_bulk(chosen)
    return [
        {"name": found[person].full_name, **({} if came else {"note": words[roll[person]].lower()})}
        for person in chosen
    ]


def _opinion(hearing: Any) -> list[str] | None:
    """What the member said at the hearing, in full, as it was read out."""
    if hearing is None:
        return None
    return lines(hearing.words["statement"]) + lines(hearing.words.get("wishes"))


def present(d: Dossier) -> list[dict[str, str]]:
    """Those who came and count; who came without a vote is named apart."""
    return _roll(d, came=True)


def absent(d: Dossier) -> list[dict[str, str]]:
    """Those who did not come, each with what the roll says of it."""
    return _roll(d, came=False)


def _report(d: Dossier) -> dict[str, str] | None:
    """What the meeting heard first: the proposal that came up, else the appraisal or the conclusion."""
    own = d.file.facts.body_at(Relation.HANDLING) == d.body.pk
    below, ours = ("TT-01", "TT-01.TC", "BC-03.CB"), ("BB-03.KL", "BB-03.KL.TC")
    order = (*ours, *below) if own else (*below, *ours)
    return next((d.papers[kind] for kind in order if kind in d.papers), None)


def _meeting_word(d: Dossier) -> str:
    return "kỳ họp" if d.body.kind == BodyKind.INSPECTION else "hội nghị"


def tellers_of(text: str) -> list[dict[str, str]]:
    """Whoever counted, each with the task they had."""
    return [
        {"name": one["name"], **({"role": one["post"]} if "post" in one else {})}
        for one in people(text)
    ]


def _one(text: Any) -> dict[str, str] | None:
    found = people(text or "")
    return found[0] if found else None


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
