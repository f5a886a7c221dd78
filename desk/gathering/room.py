"""The room of a meeting as one reader may see it: the agenda of the day, one item large, its count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

import law
from cases.models import Case, FileRow
from cases.reading import File, Reader, read_file
from cases.sittings import before, seated
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.agenda import PURPOSES, ballot_result, entries_of, is_theirs, state_of
from desk.gathering.meeting import Counted
from desk.gathering.meetings import stage_tag, titled
from desk.gathering.room_counting import Room, countings_of
from desk.gathering.room_words import ROOM, now
from desk.gathering.votes import votes_of
from desk.pages.parts import Fact, Link
from desk.pages.room import Aside, Matter, RoomItem, RoomPage
from desk.room_forms import CourseForm, TakeBackForm
from documents.kinds import MEETING_MINUTES
from law import Reason
from law.thresholds import Threshold
from permissions.roles import Relation
from registry.models import Person
from workflows import considering
from workflows.procedures.meeting import MeetingStage
from workflows.rows import RowKind

#: How an address names the item shown large, and asks for the face that the room reads on its wall.
ITEM, WALL, CASE = "noi-dung", "chieu", "ho-so"


@dataclass(frozen=True)
class Tried:
    """A press that was refused: which deed, on which form, and what stands against it."""

    deed: str
    form: Any
    reasons: Sequence[Reason] = ()


def room_page(
    case: Case, person: Person, today: date, asked: Mapping[str, Any], tried: Tried | None = None
) -> RoomPage:
    """Gather the room of the meeting `case` for `person`; `tried` is a form that comes back with its faults."""
    file = read_file(case.pk, Reader(person.pk, today, today))
    assert file is not None
    said, entries = _called(file), entries_of(case, person, today)
    ballots = _ballots(case, entries)
    writes = bool(file.standing.roles.get(Relation.HANDLING))
    chosen = _chosen(entries, file, asked)
    on_wall = not writes or WALL in asked
    here = reverse("room", kwargs={"reference": case.reference})
    sitting, people = seated(case, file.facts)
    counted = Counted.of(sitting, ballots)
    room = Room(case, file, sitting, {one.pk: one.full_name for one in people}, person, today)
    spans = considering.spans(file.facts)
    return RoomPage(
        ref=case.reference,
        title=titled(case.body),
        sentence=_sentence(said),
        stage=stage_tag(case),
        here=here,
        meeting_url=case_url(case),
        figures=_figures(room, counted),
        quorum=_quorum(room, counted),
        items=[_item(n, one, room, ballots, spans, chosen) for n, one in enumerate(entries, 1)],
        matter=_matter(entries, chosen, room, ballots, counted, tried, on_wall=on_wall),
        writes=writes,
        on_wall=on_wall,
        wall_url=f"{here}?{WALL}=1",
        reasons=[words.reason(one) for one in tried.reasons] if tried else (),
        **(_ways(case, file, tried) if writes and not on_wall else {}),
    )


def _ballots(meeting: Case, entries: Sequence[Any]) -> dict[int, FileRow]:
    rows = FileRow.objects.filter(
        case__in=[one.case_id for one in entries], superseded_by=None,
        kind__in=(RowKind.BALLOT, RowKind.MOTION), facts__meeting=meeting.reference,
    )  # fmt: skip
    return {row.case_id: row for row in rows}


def _called(file: File) -> Mapping[str, Any]:
    """What the call said: day, hour, place."""
    call = file.facts.last(RowKind.ORIGIN)
    return call.facts if call else {}


def _sentence(said: Mapping[str, Any]) -> str:
    day = date.fromisoformat(said["held_on"])
    return f"{date_format(day, 'l, d/m/Y').capitalize()}, {said['starts']} · {said['place']}"


def _chosen(entries: Sequence[Any], file: File, asked: Mapping[str, Any]) -> Any:
    """The entry shown large: the one asked for, else the one before the meeting, else the first not yet ended."""
    by_number = {str(one.number): one for one in entries}
    by_case = {one.case.reference: one for one in entries}
    if found := by_number.get(str(asked.get(ITEM))) or by_case.get(str(asked.get(CASE))):
        return found
    current, over = considering.current(file.facts), considering.spans(file.facts)
    ended = {one.item for one in over}
    waiting = (one for one in entries if one.number not in ended)
    return by_number.get(str(current)) or next(waiting, entries[-1] if entries else None)


def _figures(room: Room, counted: Counted) -> list[Fact]:
    began, known = room.began, counted.base is not None
    return [
        Fact(_("Được triệu tập"), str(room.sitting.called)),
        Fact(_("Có mặt"), str(room.sitting.present) if began else "—"),
        Fact(_("Tính biểu quyết"), str(counted.base) if known else "—"),
        Fact(_("Trong đó có mặt"), str(counted.present) if began and known else "—"),
    ]


def _quorum(room: Room, counted: Counted) -> list[str]:
    """What the law of the day says of the number that must be there; and what the shares ask in any case."""
    hit = law.rule("vote.quorum", on=room.sitting.held_on)
    told = []
    if not hit.gives_verdict:
        told.append(_("Số người phải có mặt: chưa xác định được quy định vào ngày họp."))
    ordinary = law.rule("vote.ordinary", on=room.sitting.held_on)
    if room.began and counted.base and ordinary.gives_verdict:
        needed = Threshold.of(ordinary.value).needed(counted.base)
        if counted.present < needed:
            told.append(
                _("Có mặt %(here)d, ít hơn %(needed)d: không phương án nào đủ số phiếu được.")
                % {"here": counted.present, "needed": needed}
            )
    return told


def _item(
    place: int, entry: Any, room: Room, ballots: Mapping[int, FileRow], spans: Any, chosen: Any
) -> RoomItem:
    named = _named(entry, room)
    mine = [one for one in spans if one.item == entry.number]
    ballot = None if entry.is_mine else ballots.get(entry.case_id)
    return RoomItem(
        number=place,
        title=entry.case.title if named else _("Nội dung số %(n)d") % {"n": place},
        purpose=PURPOSES[entry.purpose],
        url=f"?{ITEM}={entry.number}",
        state=state_of(room.case.stage, entry.purpose, ballot),
        times="; ".join(_times(one) for one in mine),
        chosen=entry is chosen,
        now=considering.current(room.file.facts) == entry.number,
    )


def _named(entry: Any, room: Room) -> bool:
    """Whether this reader may know which matter it is."""
    return bool(entry.is_open or entry.is_told or (room.told and not entry.is_mine))


def _times(span: considering.Span) -> str:
    return f"{span.since}–{span.until}" if span.until else _("từ %(at)s") % {"at": span.since}


def _matter(
    entries: Sequence[Any], entry: Any, room: Room, ballots: Mapping[int, FileRow], counted: Counted,
    tried: Tried | None, *, on_wall: bool,
) -> Matter | None:  # fmt: skip
    if entry is None:
        return None
    place = list(entries).index(entry) + 1
    line = _item(place, entry, room, ballots, considering.spans(room.file.facts), entry)
    spans = [one for one in considering.spans(room.file.facts) if one.item == entry.number]
    shown = Matter(
        number=entry.number, title=line.title, purpose=line.purpose, state=line.state,
        times=[_times(one) for one in spans],
    )  # fmt: skip
    if not entry.is_open:
        return shown
    file = read_file(entry.case_id, Reader(room.person.pk, room.sitting.held_on, room.today))
    assert file is not None
    sitting = before(room.sitting, room.file.facts, file.facts, entry.case.reference)
    ballot = ballots.get(entry.case_id)
    handles = is_theirs(entry, room.file)
    return replace(
        shown,
        **(_course(room, entry, tried) if not on_wall else {}),
        ref=entry.case.reference,
        url=case_url(entry.case),
        asides=_asides(room, sitting, file, counted, on_wall=on_wall),
        recuse_url="" if on_wall or not room.sits else _recuse(room.case),
        countings=()
        if ballot
        else countings_of(room, entry, file, sitting, tried, handles, on_wall=on_wall),
        result=ballot and ballot_result(ballot.facts),
        announced=[] if ballot else _held_today(file, room),
    )


def _held_today(file: File, room: Room) -> list[Any]:
    """Shows of hands recorded for the day of the meeting: they name no meeting themselves."""
    return [
        one
        for row, one in zip(_votes_rows(file), votes_of(file), strict=True)
        if row.kind == RowKind.MEETING and row.on == room.sitting.held_on
    ]


def _votes_rows(file: File) -> list[Any]:
    kinds = (RowKind.MEETING, RowKind.BALLOT, RowKind.MOTION)
    return [
        row
        for row in file.facts.rows
        if row.kind in kinds and (row.kind != RowKind.MEETING or "yes" in row.facts)
    ]


def _recuse(meeting: Case) -> str:
    return f"{case_url(meeting, 'step', step='recuse')}?{ROOM}={meeting.reference}"


def _course(room: Room, entry: Any, tried: Tried | None) -> dict[str, Any]:
    """The form that begins this item, or ends it where it is the one before the meeting."""
    if not room.sits:
        return {}
    current = considering.current(room.file.facts)
    deed, press = ("bat-dau", _("Bắt đầu xem xét")) if current is None else ("", "")
    if current == entry.number:
        deed, press = "ket-thuc", _("Kết thúc nội dung này")
    if not deed:
        return {}
    again = tried.form if tried and tried.deed == deed else None
    return {
        "deed": deed,
        "press": press,
        "course": again or CourseForm(prefix="gio", at=now()),
    }


def _asides(
    room: Room, sitting: Any, file: File, counted: Counted, *, on_wall: bool
) -> list[Aside]:
    """Who stands otherwise than the rest: accused, asked not to vote, not counted; on the laptop, conflicts too."""
    found = []
    for one in sitting.people:
        name = room.names[int(one.id)]
        if one.accused:
            found.append(Aside(name, _("là người được xem xét ở nội dung này")))
        if one.recused:
            found.append(
                Aside(
                    name,
                    _("đã đề nghị không biểu quyết: không phát phiếu, tổng số tính giữ nguyên"),
                )
            )
        reason, citation, asks = counted.why.get(one.id, ("", "", False))
        if reason:
            found.append(Aside(name, reason, citation, asks))
    if not on_wall and room.sits:
        found += room.conflicts(file, sitting)
    return found


def _ways(case: Case, file: File, tried: Tried | None) -> dict[str, Any]:
    """Where the meeting is opened and ended, what its minutes wait for, and the newest entry to take back."""
    query = f"?{ROOM}={case.reference}"
    if case.stage == MeetingStage.CALLED:
        opening = case_url(case, "step", step="open_session") + query
        return {"begin": Link(_("Khai mạc, điểm danh"), opening, "people")}
    if case.stage == MeetingStage.IN_SESSION:
        newest = considering.last_entry(file.facts)
        row = next((one for one in file.facts.rows if one.number == newest), None)
        again = tried.form if tried and tried.deed == "ghi-nham" else None
        return {
            "end": Link(_("Kết thúc, lập biên bản"), case_url(case, "step", step="end_session") + query, "file"),
            "take_back": (again or TakeBackForm(prefix="nham")) if row else None,
            "last_entry": _entry_words(row) if row else "",
        }  # fmt: skip
    return {"after": _minutes(case)}


def _entry_words(row: Any) -> str:
    label = str(RowKind(row.kind).label)
    return f"{label}, {row.facts['at']}" if "at" in row.facts else label


def _minutes(case: Case) -> list[Link]:
    """The minutes, to be printed and signed by the chair and whoever wrote them; then the signed sheet comes in."""
    held = case.papers.filter(paper__kind=MEETING_MINUTES.code).select_related("paper").last()
    if held is None:
        return []
    paper = held.paper_id
    return [
        Link(_("Mở biên bản để in, ký"), reverse("paper-pdf", kwargs={"paper": paper}), "pdf"),
        Link(
            _("Nhập bản đã có chữ ký chủ trì, người ghi biên bản"),
            reverse("original-new", kwargs={"paper": paper}),
            "upload",
        ),
    ]
