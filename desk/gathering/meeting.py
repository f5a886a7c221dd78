"""The page of one meeting, for whoever organises it and whoever is called to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases import behalf
from cases.dossier import lines
from cases.models import Case, FileRow, RecordPaper
from cases.reading import File, Reader, read_file
from cases.sittings import seated
from desk.gathering.addresses import case_url
from desk.gathering.agenda import Agenda
from desk.gathering.case import paper_rows
from desk.gathering.deeds import actions_of, whose_turn
from desk.gathering.meetings import stage_tag, titled
from desk.pages.case import CaseHeader
from desk.pages.meeting import AgendaItem, MeetingPage, RollRow
from desk.pages.parts import Fact, Link, Tag, Tone, Who
from documents.kinds import INVITATION
from permissions.roles import Relation
from registry.models import Person
from workflows.forms import Part
from workflows.inputs import Attendance
from workflows.procedures.meeting import MeetingStage
from workflows.rows import RowKind
from workflows.sitting import Sitting

_HERE = "co_mat"
_PARTS = {part.value for part in Part}


def meeting_page(case: Case, person: Person, today: date) -> MeetingPage:
    """Gather the page of the meeting `case` for `person` on `today`."""
    file = read_file(case.pk, Reader(person.pk, today, today))
    assert file is not None
    said = _said(case)
    agenda = Agenda.of(case, person, today)
    about_me = any(entry.is_mine for entry in agenda.entries)
    items = _with_recusals(agenda.items(file), file)
    ended = case.stage == MeetingStage.ENDED
    for_organiser = bool(file.standing.roles.get(Relation.HANDLING)) or _enters(file)
    began = any(row.kind == RowKind.ATTENDANCE for row in file.facts.rows)
    roll = _roll(case, file, agenda) if began or for_organiser else {}
    papers = agenda.papers.get(case.pk, ())
    return MeetingPage(
        header=_header(case, said, papers),
        facts=_facts(case, said, items),
        items=items,
        papers=paper_rows(papers, file.procedure),
        secret=any(entry.purpose in _PARTS for entry in agenda.entries),
        conclusion=_conclusion(said, items) if ended and not about_me else (),
        ended=ended,
        actions=actions_of(case, file) if for_organiser else (),
        no_action=whose_turn(case, agenda.work.get(case.pk, ())),
        for_organiser=for_organiser,
        follow_up=[item for item in items if ended and item.waits],
        **roll,
    )


def _enters(file: File) -> bool:
    """Whether this reader enters the meeting for a body that works on paper."""
    return any(behalf.of(file, step) for step in file.procedure.steps.values())


def _said(case: Case) -> dict[str, Any]:
    """What the call and the end of the meeting say, with the words people wrote."""
    rows = FileRow.objects.filter(
        case=case, superseded_by=None, kind__in=(RowKind.ORIGIN, RowKind.CLOSING)
    ).order_by("number")
    said: dict[str, Any] = {}
    for row in rows:
        said |= {**row.facts, **row.words}
    return said


def _conclusion(said: dict[str, Any], items: list[AgendaItem]) -> list[str]:
    """What was concluded; it may name any item, so it is kept from whoever may not know one of them."""
    return lines(said.get("conclusion")) if all(item.title for item in items) else []


def _header(case: Case, said: dict[str, Any], papers: Any) -> CaseHeader:
    invitation = next((one for one in papers if one.paper.kind == INVITATION.code), None)
    room = Link(_("Phòng họp"), reverse("room", kwargs={"reference": case.reference}), "meeting")
    links = [room, *([_pdf(invitation)] if invitation else [])]
    day = date.fromisoformat(said["held_on"])
    return CaseHeader(
        ref=case.reference,
        url=case_url(case),
        title=titled(case.body),
        sentence=f"{date_format(day, 'l, d/m/Y').capitalize()}, {said['starts']}",
        tags=[stage_tag(case), Tag(_("Nội bộ"), Tone.HOLD, "lock")],
        links=links,
    )


def _pdf(held: RecordPaper) -> Link:
    printed = getattr(held.paper, "print", None) is not None
    name = "paper-pdf" if printed else "paper"
    return Link(_("Giấy mời"), reverse(name, kwargs={"paper": held.paper_id}), "pdf")


def _facts(case: Case, said: dict[str, Any], items: list[AgendaItem]) -> list[Fact]:
    return [
        Fact(_("Địa điểm"), said["place"]),
        Fact(_("Chủ trì"), said["chair"]),
        Fact(_("Ghi biên bản"), said["recorder"]),
        Fact(_("Nội dung"), str(len(items)) if items else _("chưa có")),
    ]


def _with_recusals(items: list[AgendaItem], file: File) -> list[AgendaItem]:
    """Name at each item the number of those who asked not to vote on it."""
    asked: dict[str, int] = {}
    for row in file.facts.of(RowKind.RECUSAL):
        asked[row.facts["case"]] = asked.get(row.facts["case"], 0) + 1
    return [replace(item, recused=asked.get(item.ref, 0)) for item in items]


@dataclass(frozen=True)
class Counted:
    """Who counts at this meeting: as the ballots froze it, else as the law of the day says."""

    base: int | None
    present: int
    why: Mapping[str, tuple[str, str, bool]]

    @classmethod
    def of(cls, sitting: Sitting, ballots: Mapping[int, FileRow]) -> Counted:
        """`base` is None where the law of the day was not found and no ballot was held yet."""
        frozen = next((row.facts for row in ballots.values()), None)
        if frozen:
            left = {str(one): (why, cited or "", False) for one, why, cited in frozen["excluded"]}
            return cls(frozen["base"], frozen["present"], left)
        who = sitting.electorate({})
        left = {
            one.person: (one.reason, one.hit.cited or "", not one.hit.gives_verdict)
            for one in who.exclusions
        }
        present = sum(one.present and one.id in who.counted for one in sitting.people)
        return cls(who.base if who.state == "known" else None, present, left)


def _roll(case: Case, file: File, agenda: Agenda) -> dict[str, Any]:
    """The roll with its figures; who is not counted is told with the law's reason."""
    sitting, people = seated(case, file.facts)
    counted = Counted.of(sitting, agenda.ballots)
    called = file.facts.last(RowKind.ATTENDANCE)
    here = {one["person"]: one["here"] for one in called.facts["attendance"]} if called else {}
    recused = _recused(file, agenda)
    return {
        "figures": _figures(sitting, counted, began=called is not None),
        "roll": [
            _person(one, here.get(one.pk, ""), counted, recused.get(one.pk, ())) for one in people
        ],
        "base_asked": counted.base is None,
    }


def _recused(file: File, agenda: Agenda) -> dict[int, list[str]]:
    """By person, the matters on which they asked not to vote, as far as the reader may open them."""
    open_ones = {entry.case.reference for entry in agenda.entries if entry.is_open}
    found: dict[int, list[str]] = {}
    for row in file.facts.of(RowKind.RECUSAL):
        if row.facts["case"] in open_ones:
            found.setdefault(row.facts["person"], []).append(row.facts["case"])
    return found


def _person(one: Person, here: str, counted: Counted, recused: Sequence[str]) -> RollRow:
    state = Tag(_("Được triệu tập"), Tone.INFO)
    if here:
        tone, icon = (Tone.OK, "check") if here == _HERE else (Tone.HOLD, "slash")
        state = Tag(dict(Attendance.attended)[here], tone, icon)
    reason, citation, asked = counted.why.get(str(one.pk), ("", "", False))
    return RollRow(Who(one.full_name), state, reason, citation, ", ".join(recused), asked)


def _figures(sitting: Sitting, counted: Counted, *, began: bool) -> list[Fact]:
    known = counted.base is not None
    return [
        Fact(_("Được triệu tập"), str(sitting.called)),
        Fact(_("Có mặt"), str(sitting.present) if began else "—"),
        Fact(_("Tính biểu quyết"), str(counted.base) if known else "—"),
        Fact(_("Trong đó có mặt"), str(counted.present) if began and known else "—"),
    ]
