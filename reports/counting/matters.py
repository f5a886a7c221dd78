"""How the file of each kind of matter becomes rows: who was examined, disciplined, suspended, complained, wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from reports.counted_models import Counted, Mark, Origin, What
from reports.counting.lying import Follower, Lying, Move, Who, key_of
from reports.counting.states import State, states
from workflows import catalogue
from workflows.forms import Form, Part
from workflows.letters import Source, Standing
from workflows.reviews import is_heavier
from workflows.rows import RowKind

#: The stage in which a body has given its conclusion, in every machine of supervision, inspection and denunciation.
CONCLUDED = "da_ket_luan"
DECIDED = "da_quyet_dinh"

#: Inspections of the programme that a form of their own counts.
_OF_PROGRAMME = {
    "P2.NV": What.LOWER_CHECKED,
    "P2.NVTW": What.LOWER_CHECKED,
    "P2.KL": What.DISCIPLINE_CHECKED,
    "P2.TC": What.FINANCE_CHECKED,
}
_ORIGIN_OF_PART = {
    "P1": Origin.SUPERVISION,
    "P2": Origin.INSPECTION,
    "P3": Origin.INSPECTION,
    "P6": Origin.DENUNCIATION,
    "P0": Origin.LETTER,
}
_ORIGIN_OF_ANSWER = {
    "giam_sat": Origin.SUPERVISION,
    "nam_tinh_hinh": Origin.INFORMATION,
    "don_thu": Origin.LETTER,
    "co_quan_khac": Origin.OTHER_BODY,
    "chuong_trinh_nam": Origin.PROGRAMME,
    "nhiem_vu": Origin.PROGRAMME,
    "ket_luan": Origin.INSPECTION,
    "cap_duoi_de_nghi": Origin.LOWER,
    "tu_phat_hien": Origin.INFORMATION,
    "da_xu_ly_nha_nuoc": Origin.OTHER_BODY,
    "da_chuyen_noi_khac": Origin.OTHER_BODY,
}
_ABOUT = {
    "about_vi_pham": Mark.ABOUT_VIOLATION,
    "about_hinh_thuc": Mark.ABOUT_FORM,
    "about_thu_tuc": Mark.ABOUT_PROCEDURE,
}
_WAYS_OF_A_LETTER = {
    "da_chuyen": Mark.PASSED_ON,
    "da_huong_dan": Mark.PASSED_ON,
    "khong_thu_ly": Mark.FILED,
    "cho_to_cao": Mark.ACCEPTED,
    "cho_khieu_nai": Mark.ACCEPTED,
    "lam_thong_tin": Mark.USED,
}
#: Letters stay under what was done with them once their file is put away.
_PUT_AWAY = "da_luu"


def rows_of(lying: Lying) -> Iterator[Counted]:
    """Yield every row of one file, in a fixed order."""
    yield from _files(lying)
    of_part = _OF_PART.get(lying.part)
    if of_part:
        yield from of_part(lying)
    if catalogue.get(lying.case.procedure).reviews:
        yield from _reviews(lying)


def _files(lying: Lying) -> Iterator[Counted]:
    """Each subject of the file, from its opening to its close."""
    case = lying.case
    if catalogue.get(case.procedure).is_intake or catalogue.get(case.procedure).is_meeting:
        return
    at = Move(
        "", case.opened_on, case.body_id, case.body.kind,
        case.body.organisation_id, case.body.organisation.kind,
    )  # fmt: skip
    for who in lying.subjects:
        state = State(case.opened_on, case.closed_on, frozenset(), "")
        yield _row(
            lying, What.OPENED, who, lying.moves[0] if lying.moves else at, state, case.opened_on
        )


def _examined(lying: Lying) -> Iterator[Counted]:
    """Each subject of a supervision, an inspection or a denunciation that was concluded."""
    done = lying.first(CONCLUDED)
    if done is None or catalogue.get(lying.case.procedure).findings is None:
        return
    for who in lying.subjects:
        found = [one for one in lying.found if one.subject == who.number]
        for state in states(done.on, found, _after(lying, who), denounced=lying.part == "P6"):
            themes = {one.theme for one in found if one.theme}
            yield _row(lying, _examination(lying), who, done, state, done.on, themes=themes)


def _after(lying: Lying, who: Who) -> list[Follower]:
    """The inspections on signs opened out of the file: about this subject, or about nobody whom the file names.

    A sign found in a cell is often one about a member of it: whoever supervises the cell finds it, and the
    inspection is about the member.
    """
    ours = {key_of(one.person, one.organisation) for one in lying.subjects}
    mine = key_of(who.person, who.organisation)
    return [
        one for one in lying.followers
        if one.procedure.startswith("P3") and (mine in one.about or not ours & one.about)
    ]  # fmt: skip


def _examination(lying: Lying) -> What:
    of_part = {
        "P1": What.SUPERVISED,
        "P2": _OF_PROGRAMME.get(lying.case.procedure, What.INSPECTED),
        "P3": What.SIGNS_INSPECTED,
        "P6": What.DENOUNCED,
    }
    return of_part[lying.part]


def _denunciations(lying: Lying) -> Iterator[Counted]:
    """What is to be settled from the day it was received until it was concluded; then what was concluded."""
    received, done = lying.first("da_nhan_don"), lying.first(CONCLUDED)
    if received is not None:
        until = done.on if done else lying.case.closed_on
        for who in lying.subjects:
            state = State(received.on, until, frozenset(), "")
            yield _row(lying, What.DENUNCIATION, who, received, state, received.on)
    yield from _examined(lying)


def _disciplines(lying: Lying) -> Iterator[Counted]:
    """Whoever is being considered, until it was decided; the decision of a discipline, until it was annulled."""
    decided = lying.first(DECIDED)
    until = decided.on if decided else lying.case.closed_on
    for who in lying.subjects if lying.moves else ():
        state, at = State(lying.case.opened_on, until, frozenset(), ""), lying.moves[0]
        yield _row(lying, What.CONSIDERED, who, at, state, state.since, themes=_themes(lying, who))
    form = _form(lying)
    if decided is None or form in ("", Form.NONE):
        return
    annulled = lying.first("da_xoa_bo")
    on_judgment = any(kind == RowKind.JUDGMENT for kind, _facts in lying.rows)
    for who in lying.subjects:
        marks = {Mark.ON_JUDGMENT.value} if on_judgment else set()
        state = State(decided.on, annulled.on if annulled else None, frozenset(marks), "")
        yield _row(
            lying, What.DISCIPLINED, who, decided, state, decided.on, form=form, themes=_themes(lying, who)
        )  # fmt: skip


def _themes(lying: Lying, who: Who) -> set[str]:
    """How the violation was classed: where it was found, else where the discipline was taken up."""
    mine = key_of(who.person, who.organisation)
    before = {theme for key, theme in lying.found_before if key == mine and theme}
    return before or {str(lying.said(RowKind.LEVELS, RowKind.ORIGIN).get("counted_as") or "")} - {
        ""
    }


def _form(lying: Lying) -> str:
    votes = [
        facts for kind, facts in lying.rows
        if kind == RowKind.BALLOT and facts.get("part") == Part.DECIDES
    ]  # fmt: skip
    if votes:
        return str(votes[-1].get("form") or "")
    judged = any(kind == RowKind.JUDGMENT for kind, _facts in lying.rows)
    return Form.EXPULSION.value if judged else ""


def _suspensions(lying: Lying) -> Iterator[Counted]:
    if decided := lying.first(DECIDED):
        for who in lying.subjects:
            state = State(decided.on, None, frozenset(), "")
            yield _row(lying, What.SUSPENDED, who, decided, state, decided.on)


def _reviews(lying: Lying) -> Iterator[Counted]:
    """A complaint on a discipline from the day it was taken up until it was settled; then how it was settled."""
    taken, settled = lying.first("da_thu_ly"), lying.first(DECIDED)
    reviewed = lying.said(RowKind.REVIEWED)
    about = frozenset(mark.value for name, mark in _ABOUT.items() if reviewed.get(name))
    if taken is not None:
        until = settled.on if settled else lying.case.closed_on
        for who in lying.subjects:
            state = State(taken.on, until, about, "")
            yield _row(lying, What.COMPLAINT, who, taken, state, taken.on)
    if settled is not None:
        for who in lying.subjects:
            state = State(settled.on, None, about | _changed(lying, reviewed), "")
            yield _row(lying, What.REVIEWED, who, settled, state, settled.on)


def _changed(lying: Lying, reviewed: Mapping[str, Any]) -> frozenset[str]:
    votes = [
        facts for kind, facts in lying.rows
        if kind == RowKind.BALLOT and facts.get("part") == Part.REVIEWS
    ]  # fmt: skip
    if not votes:
        return frozenset()
    before, after = reviewed.get("form"), votes[-1].get("form")
    if not after:
        return frozenset({Mark.ANNULLED.value})
    if after == before:
        return frozenset({Mark.KEPT.value})
    return frozenset({(Mark.RAISED if is_heavier(after, before) else Mark.LOWERED).value})


def _letters(lying: Lying) -> Iterator[Counted]:
    """A letter from the day it was entered, under what was last done with it."""
    entered = lying.first("da_vao_so")
    if entered is None:
        return
    classed = lying.said(RowKind.CLASSIFICATION, RowKind.RECEIPT)
    nature = str(classed.get("nature") or classed.get("source") or "")
    unnamed = {Mark.ANONYMOUS.value} if classed.get("standing") == Standing.ANONYMOUS else set()
    moves = [move for move in lying.moves if move.on >= entered.on and move.to != _PUT_AWAY]
    whom: list[Who | None] = list(lying.subjects[:1]) or [None]
    for since, until, marks in _spans(entered.on, moves):
        state = State(
            since, until, frozenset(marks | unnamed), nature if nature in Source.values else ""
        )
        yield _row(lying, What.LETTER, whom[0], entered, state, entered.on)


def _spans(day: date, moves: list[Move]) -> Iterator[tuple[date, date | None, set[str]]]:
    starts = sorted({day} | {move.on for move in moves})
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        last = [move.to for move in moves if move.on <= start][-1:]
        way = _WAYS_OF_A_LETTER.get(last[0]) if last else None
        yield start, end, {way.value} if way else set()


_OF_PART: Mapping[str, Callable[[Lying], Iterator[Counted]]] = {
    "P0": _letters,
    "P1": _examined,
    "P2": _examined,
    "P3": _examined,
    "P5": _disciplines,
    "P5S": _suspensions,
    "P6": _denunciations,
}


def origin_of(lying: Lying) -> str:
    """Out of what the file came: of the file before it, else as its first step says."""
    before = _ORIGIN_OF_PART.get(lying.origin.partition(".")[0])
    if before:
        return before.value
    first = lying.said(RowKind.ORIGIN, RowKind.LEVELS)
    said = str(first.get("source") or first.get("route") or "")
    return _ORIGIN_OF_ANSWER.get(said, Origin.UNKNOWN).value


def _row(
    lying: Lying,
    what: What,
    who: Who | None,
    at: Move,
    state: State,
    day: date,
    *,
    form: str = "",
    themes: set[str] | None = None,
) -> Counted:
    person = who.person if who else None
    elected = {Mark.COMMITTEE_MEMBER.value} if lying.was_elected(person, day) else set()
    return Counted(
        what=what.value,
        case_id=lying.case.pk,
        subject=who.number if who else None,
        person_id=person,
        organisation_id=who.organisation if who else None,
        procedure=lying.case.procedure,
        day=day,
        since=state.since,
        until=state.until,
        body_id=at.body,
        body_kind=at.body_kind,
        unit_id=at.unit,
        level=at.level,
        origin=origin_of(lying),
        form=form,
        outcome=state.outcome,
        marks=sorted(state.marks | elected),
        themes=sorted(themes or ()),
    )
