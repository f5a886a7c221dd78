"""The words of the minutes of a whole meeting: the roll, each item with what came of it."""

from __future__ import annotations

from typing import Any

from cases import sittings
from cases.dossier import Dossier, lines, people
from cases.models import AgendaEntry, Case, FileRow
from cases.paper_values.ballots import outcome_words, slips_words, votes_words
from cases.paper_values.builders import Values, of
from documents import kinds
from documents.wording import joined
from law.electorate import Electorate
from registry.models import Person
from workflows import catalogue, considering, motions
from workflows.inputs import Attendance
from workflows.rows import RowKind

_HERE = "co_mat"
#: How the minutes tell what the meeting had to do with a matter.
_PURPOSES = {
    "de_nghi": "Bỏ phiếu đề nghị thi hành kỷ luật đối với {whom}",
    "quyet_dinh": "Bỏ phiếu quyết định thi hành kỷ luật đối với {whom}",
    "xem_xet_lai": "Bỏ phiếu kín {what} đối với {whom}",
    "ket_luan": "Xem xét, kết luận việc {what} đối với {whom}",
    "khac": "Nghe báo cáo, cho ý kiến về việc {what} đối với {whom}",
}


_QUESTIONS = {
    "de_nghi": "Biểu quyết đề nghị {what} đối với {whom}",
    "quyet_dinh": "Biểu quyết quyết định {what} đối với {whom}",
}


@of(kinds.MEETING_MINUTES)
def _minutes(d: Dossier) -> Values:
    called, roll = d.meeting, d.meeting.get("attendance", ())
    here = [one for one in roll if one["here"] == _HERE]
    return {
        "meeting": sittings.name_of(d.body),
        "held_on": d.acted_on,
        "started": called.get("starts"),
        "ended": d.inputs.get("ended"),
        "venue": called.get("place"),
        "chair": next(iter(people(called.get("chair", ""))), None),
        "recorder": next(iter(people(called.get("recorder", ""))), None),
        "roll": {"called": len(roll), "present": len(here)},
        "present": _named(here),
        "absent": _named([one for one in roll if one["here"] != _HERE], why=True),
        "electorate": _electorate(d),
        "agenda": [_as_it_went(d, entry) for entry in _entries(d)],
        "conclusion": lines(d.inputs.get("conclusion")),
    }


@of(kinds.MEETING_RESULTS)
def _results(d: Dossier) -> Values:
    """What came of each item, what was concluded, and who was given which task."""
    ended = d.rows.get(RowKind.CLOSING)
    return {
        "addressee": lines(d.inputs.get("addressee")),
        "meeting": sittings.name_of(d.body),
        "held_on": d.meeting.get("held_on"),
        "venue": d.meeting.get("place"),
        "agenda": [_item(d, entry) for entry in _entries(d)],
        "conclusion": lines(ended.words.get("conclusion")) if ended else None,
        "tasks": [
            {"what": row.words["what"], "who": row.words["who"], "due": row.facts["due"]}
            for row in FileRow.objects.filter(
                case=d.file.id, kind=RowKind.TASK, superseded_by=None
            ).order_by("number")
        ],
        "signatory": d.signatory,
    }


def _entries(d: Dossier) -> list[AgendaEntry]:
    return list(AgendaEntry.objects.filter(meeting=d.file.id).select_related("case"))


def _item(d: Dossier, entry: AgendaEntry) -> dict[str, str]:
    subjects = entry.case.subjects.filter(superseded_by=None).select_related(
        "person", "organisation"
    )
    whom = [f"đồng chí {one.person}" if one.person else str(one.organisation) for one in subjects]
    procedure = catalogue.get(entry.case.procedure)
    what = procedure.question or procedure.label.lower()
    wording = _QUESTIONS if procedure.question else _PURPOSES
    matter = wording.get(entry.purpose, _PURPOSES[entry.purpose]).format(
        whom=joined(whom), what=what
    )
    return {"matter": matter, "result": _result(d.file.reference, entry.case, entry.purpose)}


def _as_it_went(d: Dossier, entry: AgendaEntry) -> dict[str, str]:
    """An item with its course before its result: from when to when, who stood aside, which counts were void."""
    item, case, facts = _item(d, entry), entry.case.reference, d.file.facts
    aside = Person.objects.filter(
        pk__in=[row.facts["person"] for row in facts.of(RowKind.RECUSAL, case=case)]
    ).order_by("sort_key")
    said = [
        *(
            f"Từ {one.since} đến {one.until}"
            for one in considering.spans(facts)
            if one.item == entry.number and one.until
        ),
        *(f"Đồng chí {one} đề nghị không biểu quyết, không nhận phiếu" for one in aside),
        *(
            f"Kết quả kiểm phiếu lần {number} không có giá trị (phát ra {row.facts['issued']:02},"
            f" thu về {row.facts['returned']:02}), bỏ phiếu lại ngay"
            for number, row in enumerate(considering.void_counts(facts, case), start=1)
        ),
        item["result"],
    ]
    return {**item, "result": ". ".join(said)}


def _result(meeting: str, case: Case, purpose: str) -> str:
    """What came of an item: the ballot in totals, or where the result is written."""
    row = FileRow.objects.filter(
        case=case,
        kind__in=(RowKind.BALLOT, RowKind.MOTION),
        superseded_by=None,
        facts__meeting=meeting,
    ).last()
    if row is not None:
        vote: dict[str, Any] = row.facts
        if row.kind == RowKind.MOTION:
            return _answer(vote)
        return f"{slips_words(vote)}; {votes_words(vote)}. {outcome_words(vote)}"
    if purpose in ("de_nghi", "quyet_dinh", "xem_xet_lai"):
        return "Cuộc họp chưa bỏ phiếu nội dung này"
    return "Cuộc họp đã xem xét; kết quả ghi ở biên bản riêng"


def _answer(vote: dict[str, Any]) -> str:
    """How a meeting answered a question, with its arithmetic."""
    said = ", ".join(
        f"{label.lower()} {vote['votes'][one]}" for one, label in motions.OPTIONS[::-1]
    )
    came = "đủ tỷ lệ" if vote["passes"] else "không đủ tỷ lệ"
    return f"{said[:1].upper()}{said[1:]}; {'; '.join(vote['arithmetic'])}: {came}"


def _electorate(d: Dossier) -> list[str]:
    """Who belongs to the meeting without counting, by the reasons of the law's table.

    Where the law of the day was not found nothing is said here: each ballot tells what was answered.
    """
    who: Electorate = sittings.of_itself(d.file.id, d.file.facts).electorate({})
    reasons: dict[str, int] = {}
    for one in who.exclusions:
        reasons[one.reason] = reasons.get(one.reason, 0) + 1
    if not reasons or who.state != "known":
        return []
    left = [f"Không tính {number:02} đồng chí: {reason}" for reason, number in reasons.items()]
    return [f"Tính biểu quyết: {who.base:02} đồng chí", *left]


def _named(roll: list[dict[str, Any]], *, why: bool = False) -> list[dict[str, str]]:
    """The people of the roll with their notes, in its order."""
    words, found = (
        dict(Attendance.attended),
        Person.objects.in_bulk([one["person"] for one in roll]),
    )
    return [
        {
            "name": found[one["person"]].full_name,
            **({"note": words[one["here"]].lower()} if why else {}),
        }
        for one in roll
    ]
