"""What the pages about members who change cells show: the list, one transfer with its terms, the recurring checks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from desk.absence_forms import NarrowTransfers
from desk.gathering import words
from desk.gathering.absences import body_for, history_of
from desk.gathering.leaves import filters_of
from desk.gathering.office_words import event
from desk.pages.absences import (
    ClockLine,
    MatterPage,
    TransferLine,
    TransfersPage,
    TurnLine,
    TurnsPage,
)
from desk.pages.parts import Fact, Link, Tag, Tone, due
from desk.worded import worded
from law import Hit
from registry.absence_models import CellTransfer
from registry.absences.rights import bodies_kept_by, units_of
from registry.cell_transfers.clocks import (
    Clock,
    clocks_of,
    is_overdue,
    place_of,
    shown_by,
    sides_of,
    transfers_of,
)
from registry.members.rights import bodies_written_by, units_read_by
from registry.models import Body, Person, Post, RegisterEntry, held_by
from registry.periodic_checks import Turn, turns
from workflows.procedures.removal.of_newcomer import TransferStrikeOff

#: How many rows the list shows; whoever wants the others narrows it.
MOST = 200
DEEDS = (
    RegisterEntry.Deed.TRANSFER_SEEN,
    RegisterEntry.Deed.TRANSFER_SENT,
    RegisterEntry.Deed.TRANSFER_TAKEN,
    RegisterEntry.Deed.TRANSFER_LATE,
    RegisterEntry.Deed.TRANSFER_DROPPED,
)


def transfers_page(person: Person, today: date, read: set[int], asked: Any) -> TransfersPage:
    """Gather the transfers out of the units that `person` reads, and into them."""
    filters = NarrowTransfers(asked)
    found = list(rows_of(read, filters)[: MOST + 1])
    query = filters_of(asked)
    return TransfersPage(
        rows=[_line(one, today) for one in found[:MOST]],
        filters=filters,
        narrowed=any(filters.cleaned_data.values()),
        export_url=reverse("cell-transfers-export") + (f"?{query}" if query else ""),
        more=max(len(found) - MOST, 0),
        news=[
            Link(one.name, reverse("cell-transfer-new", kwargs={"body": one.pk}), "plus")
            for one in bodies_kept_by(person, today)
        ],
    )


def rows_of(units: set[int], filters: NarrowTransfers) -> QuerySet[CellTransfer]:
    """The transfers of these units that the filters leave, the newest event first."""
    rows = filters.narrow(transfers_of(units))
    return rows.select_related("person", "from_cell", "to_cell").order_by("-event_on", "-pk")


def _line(row: CellTransfer, today: date) -> TransferLine:
    return TransferLine(
        name=row.person.full_name,
        url=reverse("cell-transfer", kwargs={"pk": row.matter}),
        kind=worded(row.get_kind_display()),
        origin=row.from_cell.name,
        target=place_of(row),
        event_on=row.event_on,
        state=state_of(row),
        tags=[Tag(text, Tone.SOON, "clock") for text in _looked_at(row, today)],
    )


def state_of(row: CellTransfer) -> Tag:
    """How far it is."""
    if row.dropped:
        return Tag(_("Không chuyển nữa"), Tone.HOLD)
    if row.taken_on:
        return Tag(_("Đã tiếp nhận"), Tone.OK, "check")
    if row.left_on:
        return Tag(_("Đã cấp giấy giới thiệu"), Tone.INFO)
    return Tag(_("Chưa làm thủ tục"), Tone.INFO)


def _looked_at(row: CellTransfer, today: date) -> Iterator[str]:
    if row.dropped:
        return
    names = [what for _since, _words, what in shown_by(row, today)]
    if any(one.startswith("het_tam_thoi") for one in names):
        yield _("Hết thời gian tạm thời")
    if is_overdue(row, today):
        yield _("Xem xét xóa tên")
    elif any(one.startswith("transfer.") for one in names):
        yield _("Chậm, đã báo cáo lý do") if row.reason else _("Chậm, chưa báo cáo lý do")


def newest(pk: int, person: Person, today: date) -> CellTransfer:
    """The newest telling of a transfer, for who reads one of its sides; their own is read by everybody."""
    rows = CellTransfer.objects.filter(CellTransfer.of(pk), superseded_by=None)
    row = rows.select_related("person", "from_cell", "to_cell").first()
    if row is None:
        raise Http404("No such transfer.")
    if row.person_id != person.pk and not (
        {one.pk for one in sides_of(row)} & units_read_by(person, today)
    ):
        raise Http404("Not a member this person reads.")
    return row


def transfer_page(pk: int, person: Person, today: date) -> MatterPage:
    """Gather one transfer."""
    row = newest(pk, person, today)
    return MatterPage(
        name=row.person.full_name,
        sentence=f"{worded(row.get_kind_display())}: {row.from_cell.name} → {place_of(row)}",
        area=Link(_("Chuyển sinh hoạt đảng"), reverse("cell-transfers")),
        facts=list(_facts(row)),
        flags=[] if row.dropped else [said for _since, said, _what in shown_by(row, today)],
        hints=[],
        events=[event(one) for one in history_of(row.person, DEEDS)],
        ways=list(_ways(row, person, today)),
        clocks=[] if row.dropped else [_clock(one, today) for one in clocks_of(row)],
        consider=_consider(row, person, today),
    )


def _facts(row: CellTransfer) -> Iterator[Fact]:
    yield Fact(_("Lý do chuyển"), row.event)
    yield Fact(_("Ngày thay đổi nơi làm việc, nơi ở"), words.day(row.event_on))
    if row.until:
        yield Fact(_("Sinh hoạt tạm thời đến hết ngày"), words.day(row.until))
    if row.left_on:
        yield Fact(_("Giấy giới thiệu"), row.letter, words.day(row.left_on))
    if row.arrived_on:
        yield Fact(_("Ngày nộp giấy giới thiệu"), words.day(row.arrived_on))
    if row.taken_on:
        yield Fact(_("Sinh hoạt ở nơi đến từ ngày"), words.day(row.taken_on))
    if row.reason:
        yield Fact(_("Lý do chậm"), row.reason)
    if row.dropped:
        yield Fact(_("Không chuyển nữa"), row.dropped)


def _clock(one: Clock, today: date) -> ClockLine:
    if one.deadline is None:
        term, state = proposed_term(one.hit), Tag(_("Chưa rõ quy định"), Tone.INFO, "info")
        return ClockLine(worded(one.words), term, one.hit.cited or "", None, state)
    last = one.deadline.longest
    if one.done_on:
        kept = one.done_on <= last
        state = Tag(_("Đúng hạn"), Tone.OK, "check") if kept else Tag(_("Chậm"), Tone.LATE, "clock")
    else:
        state = due(last, today).tag
    return ClockLine(
        worded(one.words), _span(one.deadline.value, one.deadline.unit), one.hit.cited or "", last, state
    )


def proposed_term(hit: Hit) -> str:
    """What an earlier rule said, where the one of the day is not known."""
    for proposal in hit.proposals:
        if proposal.kind == "earlier" and isinstance(proposal.value, int):
            return _("Quy định trước: %(term)s") % {
                "term": _span(proposal.value, proposal.unit or "")
            }
    return _("Chưa có quy định nào đã đọc")


def _span(number: int, unit: str) -> str:
    names = {"working_day": _("ngày làm việc"), "day": _("ngày"), "month": _("tháng")}
    return f"{number} {names.get(unit, unit)}"


def _ways(row: CellTransfer, person: Person, today: date) -> Iterator[Link]:
    """What `person` may write about it, each for the side that writes it."""
    if row.is_over or row.person_id == person.pk:
        return
    ours = body_for(person, [row.from_cell], today)
    theirs = body_for(person, [row.to_cell or row.from_cell], today)
    if ours and row.left_on is None:
        yield _way(row, ours, "giay-gioi-thieu", _("Ghi giấy giới thiệu"), "letter")
    if theirs and row.left_on:
        yield _way(row, theirs, "tiep-nhan", _("Ghi tiếp nhận"), "check")
    if either := ours or theirs:
        yield _way(row, either, "ly-do", _("Ghi lý do chậm"), "pen")
    if ours:
        yield _way(row, ours, "khong-chuyen", _("Ghi không chuyển nữa"), "x")


def _way(row: CellTransfer, body: Body, deed: str, text: str, icon: str) -> Link:
    at = {"pk": row.matter, "body": body.pk, "deed": deed}
    return Link(text, reverse("cell-transfer-deed", kwargs=at), icon)


def _consider(row: CellTransfer, person: Person, today: date) -> Link | None:
    """The way to a file about it, for who acts in a receiving body that may strike off; it opens nothing by itself."""
    if row.to_cell is None or not is_overdue(row, today):
        return None
    held = Post.objects.filter(
        held_by(person, today), body__kind__in=TransferStrikeOff.bodies
    ).select_related("body__organisation")
    for post in held.order_by("pk"):
        body = post.body
        ours = units_of(body, today)
        if row.to_cell_id in ours and row.from_cell_id not in ours:
            at = {"procedure": TransferStrikeOff.code, "body": body.pk}
            url = f"{reverse('case-new', kwargs=at)}?chuyen={row.matter}"
            return Link(_("Nêu xem xét xóa tên"), url, "folder")
    return None


def first_answers(matter: str, person: Person, today: date) -> dict[str, Any]:
    """What a transfer that never arrived answers of a new file's first questions; 404 for one not read."""
    if not matter.isdecimal():
        raise Http404("No such transfer.")
    row = newest(int(matter), person, today)
    return {
        "person": row.person_id,
        "left_on": row.left_on,
        "from_cell": row.from_cell.name,
        "summary": _("Sổ chuyển sinh hoạt đảng, mục %(n)d: %(letter)s ngày %(day)s, chưa nộp.")
        % {
            "n": row.matter,
            "letter": row.letter,
            "day": words.day(row.left_on) if row.left_on else "",
        },
    }


# Kiểm tra, đối chiếu định kỳ


def turns_page(person: Person, today: date, read: set[int]) -> TurnsPage:
    """Gather the recurring duties of the base organisations that `person` reads."""
    keeps = list(bodies_written_by(person, today))
    ours = {one.pk: units_of(one, today) for one in keeps}
    rows = []
    for turn in turns(read, today):
        body = next((one for one in keeps if turn.unit.pk in ours[one.pk]), None)
        rows.append(_turn(turn, body, today))
    return TurnsPage(rows)


def _turn(one: Turn, body: Body | None, today: date) -> TurnLine:
    return TurnLine(
        unit=one.unit.name,
        what=worded(one.kind.label),
        done_on=one.done_on,
        due=one.due,
        source=_turn_source(one.hit),
        state=_turn_state(one, today),
        ways=list(_turn_ways(one, body, today)) if body else [],
    )


def _turn_source(hit: Hit) -> str:
    """How often, and by which rule."""
    if hit.state == "known" and hit.gives_verdict:
        return f"{_span(hit.value, hit.unit or '')}, {hit.cited}"
    return proposed_term(hit)


def _turn_state(one: Turn, today: date) -> Tag:
    if one.finding is not None:
        return Tag(_("Quá kỳ, đã ghi sai sót"), Tone.LATE, "clock")
    if one.done_on is None:
        return Tag(_("Chưa ghi lần nào"), Tone.INFO)
    if one.due is None:
        return Tag(_("Chưa rõ quy định"), Tone.INFO, "info")
    return due(one.due, today).tag


def _turn_ways(one: Turn, body: Body, today: date) -> Iterator[Link]:
    deeds = [("da-lam", _("Ghi đã làm"), "check")]
    if one.missed_on(today) and one.finding is None:
        deeds.append(("sai-sot", _("Ghi sai sót"), "pen"))
    for deed, text, icon in deeds:
        at = {"unit": one.unit.pk, "what": one.kind.value, "body": body.pk, "deed": deed}
        yield Link(text, reverse("periodic-check", kwargs=at), icon)
