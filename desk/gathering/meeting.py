"""The page of one meeting, for whoever organises it and whoever is called to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.dossier import lines
from cases.models import Case, FileRow, RecordPaper
from cases.reading import File, Reader, read_file
from cases.sittings import seated
from desk.gathering.agenda import Agenda
from desk.gathering.case import actions_of, case_url, paper_rows, whose_turn
from desk.gathering.meetings import stage_tag, titled
from desk.pages.case import CaseHeader
from desk.pages.meeting import AgendaItem, MeetingPage, RollRow
from desk.pages.parts import Fact, Link, Tag, Tone, Who
from documents.kinds import INVITATION
from law.electorate import Electorate
from law.electorate import Person as Voter
from permissions.roles import Relation
from registry.models import Person
from workflows.forms import Part
from workflows.inputs import Attendance
from workflows.meeting import MeetingStage
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
    items = _with_recusals(agenda.items(file), file)
    ended = case.stage == MeetingStage.ENDED
    for_organiser = bool(file.standing.roles.get(Relation.HANDLING))
    began = any(row.kind == RowKind.ATTENDANCE for row in file.facts.rows)
    figures, roll = _roll(case, file, agenda) if began or for_organiser else ((), ())
    papers = agenda.papers.get(case.pk, ())
    return MeetingPage(
        header=_header(case, said, papers),
        facts=_facts(case, said, items),
        items=items,
        papers=paper_rows(papers, file.procedure),
        figures=figures,
        roll=roll,
        secret=any(entry.purpose in _PARTS for entry in agenda.entries),
        conclusion=lines(said.get("conclusion")) if ended else (),
        ended=ended,
        actions=actions_of(case, file) if for_organiser else (),
        no_action=whose_turn(case, agenda.work.get(case.pk, ())),
        for_organiser=for_organiser,
        follow_up=[item for item in items if ended and item.waits],
    )


def _said(case: Case) -> dict[str, Any]:
    """What the call and the end of the meeting say, with the words people wrote."""
    rows = FileRow.objects.filter(
        case=case, superseded_by=None, kind__in=(RowKind.ORIGIN, RowKind.CLOSING)
    ).order_by("number")
    said: dict[str, Any] = {}
    for row in rows:
        said |= {**row.facts, **row.words}
    return said


def _header(case: Case, said: dict[str, Any], papers: Any) -> CaseHeader:
    invitation = next((one for one in papers if one.paper.kind == INVITATION.code), None)
    links = [_pdf(invitation)] if invitation else []
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


def _roll(case: Case, file: File, agenda: Agenda) -> tuple[list[Fact], list[RollRow]]:
    """The roll with its figures; who is not counted is told with the law's reason."""
    sitting, people = seated(case, file.facts)
    who = sitting.electorate({})
    names = {str(one.pk): one.full_name for one in people}
    called = file.facts.last(RowKind.ATTENDANCE)
    here = {one["person"]: one["here"] for one in called.facts["attendance"]} if called else {}
    recused = _recused(file, agenda)
    rows = [
        _person(voter, names[voter.id], here, _why(who, agenda), recused)
        for voter in sitting.people
    ]
    return _figures(sitting, who, began=called is not None), rows


def _why(who: Electorate, agenda: Agenda) -> dict[str, tuple[str, str]]:
    """Reason and citation by person: as the ballots froze them, else as the law says today."""
    frozen = [row.facts["excluded"] for row in agenda.ballots.values()]
    if frozen:
        return {str(one): (reason, cited or "") for one, reason, cited in frozen[0]}
    return {one.person: (one.reason, one.hit.cited or "") for one in who.exclusions}


def _recused(file: File, agenda: Agenda) -> dict[int, list[str]]:
    """By person, the matters on which they asked not to vote, as far as the reader may open them."""
    open_ones = {entry.case.reference for entry in agenda.entries if entry.is_open}
    found: dict[int, list[str]] = {}
    for row in file.facts.of(RowKind.RECUSAL):
        if row.facts["case"] in open_ones:
            found.setdefault(row.facts["person"], []).append(row.facts["case"])
    return found


def _person(
    voter: Voter,
    name: str,
    here: dict[int, str],
    why: dict[str, tuple[str, str]],
    recused: dict[int, list[str]],
) -> RollRow:
    said = here.get(int(voter.id))
    state = Tag(_("Được triệu tập"), Tone.INFO)
    if said:
        label = dict(Attendance.attended)[said]
        state = Tag(label, Tone.OK, "check") if said == _HERE else Tag(label, Tone.HOLD, "slash")
    reason, citation = why.get(voter.id, ("", ""))
    return RollRow(Who(name), state, reason, citation, ", ".join(recused.get(int(voter.id), ())))


def _figures(sitting: Sitting, who: Electorate, *, began: bool) -> list[Fact]:
    present = str(sum(p.present and p.id in who.counted for p in sitting.people))
    return [
        Fact(_("Được triệu tập"), str(sitting.called)),
        Fact(_("Có mặt"), str(sitting.present) if began else "—"),
        Fact(_("Tính biểu quyết"), str(who.base)),
        Fact(_("Trong đó có mặt"), present if began else "—"),
    ]
