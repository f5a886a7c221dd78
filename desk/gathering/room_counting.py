"""The count of one item in the room: who gets a slip, what it takes, what two counters wrote, what it comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cases import conflicts, services
from cases.counts import HANDS, agreed, counted_by, differing, sheets
from cases.models import Case
from cases.reading import File
from cases.room_models import CountSheet
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.room_words import ROOM
from desk.pages.parts import Fact, Link, Tag, Tone, Votes
from desk.pages.room import Aside, Counting, ShareRow, SheetRow, TallyShown
from desk.room_forms import SheetForm, VoidForm
from desk.worded import worded
from law.faults import Impossible
from permissions.conflicts import Ground
from proof.reader import as_the_system
from registry.models import Person
from workflows import balloting, catalogue, considering, motions, tallying
from workflows.conditions.ballot import slip_of
from workflows.forms import Form
from workflows.procedures.meeting import MeetingStage
from workflows.rows import RowKind
from workflows.sitting import Sitting
from workflows.stages import Step

_CONCLUDES = "ket_luan"


@dataclass(frozen=True)
class Room:
    """A meeting with its own file, who belongs to it, and who looks."""

    case: Case
    file: File
    sitting: Sitting
    names: dict[int, str]
    person: Person
    today: date

    @property
    def began(self) -> bool:
        return self.file.facts.last(RowKind.ATTENDANCE) is not None

    @property
    def sits(self) -> bool:
        return self.case.stage == MeetingStage.IN_SESSION

    @property
    def told(self) -> bool:
        """Whether those called know what is on the agenda."""
        return any(step in self.file.facts.taken for step in ("invite", "open_session"))

    @as_the_system()  # kinship is told to whoever writes for the meeting, as the door would tell it
    def conflicts(self, file: File, sitting: Sitting) -> list[Aside]:
        """Members too close to the matter to handle it: they keep their vote unless they ask not to cast it."""
        waiting = {int(one.id) for one in sitting.people if not (one.accused or one.recused)}
        keeps = _("giữ quyền biểu quyết, trừ khi tự đề nghị không biểu quyết")
        return [
            Aside(self.names[one], f"{ground.label}; {keeps}")
            for one, grounds in conflicts.of_people(waiting, file).items()
            for ground in grounds
            if ground is not Ground.SUBJECT
        ]


def steps_of(case: Case, purpose: str) -> list[Step]:
    """The steps by which this matter records what a meeting with this purpose votes."""
    steps = catalogue.get(case.procedure).steps.values()
    return [
        one
        for one in steps
        if case.stage in one.source
        and counted_by(one)
        and (one.at_a_meeting == purpose or (one.at_a_meeting is None and purpose == _CONCLUDES))
    ]


def totals_asked(file: File, step: Step) -> list[tuple[str, str]]:
    """What a counter writes down: the slips, then one number an option."""
    if not step.at_a_meeting:
        labels = {one.name: one.label for one in step.inputs}
        return [(name, worded(labels[name])) for name in HANDS]
    said = (_("Phát ra"), _("Thu vào"), _("Hợp lệ"), _("Không hợp lệ"))
    slips = list(zip(balloting.SLIPS, said, strict=True))
    if step.motion:
        return [*slips, *((one, worded(label)) for one, label in motions.OPTIONS)]
    try:
        options = slip_of(file.facts).options
    except Impossible:
        options = ()
    return [*slips, *((one, worded(Form(one).label)) for one in options)]


def countings_of(
    room: Room, entry: Any, file: File, sitting: Sitting, tried: Any, handles: Any, *, on_wall: bool
) -> list[Counting]:
    """One counting a step that the matter's stage offers for this purpose; none before the session."""
    if not room.sits:
        return []
    return [
        _counting(room, entry, file, sitting, step, tried, pressing=not on_wall and handles(step))
        for step in steps_of(entry.case, entry.purpose)
    ]


def _counting(
    room: Room, entry: Any, file: File, sitting: Sitting, step: Step, tried: Any, *, pressing: bool
) -> Counting:
    void = considering.void_counts(room.file.facts, entry.case.reference)
    round_ = len(void) + 1
    found = sheets(room.case, entry.case, step, round_)
    totals, who = agreed(found, step), balloting.electorate(file.facts, sitting)
    counters = "\n".join(one.counter for one in found)
    wrong = tallying.faults(file.facts, sitting, step, totals, counters) if totals else []
    labels, waits = totals_asked(file, step), services.judge(file, step) if pressing else ()
    over = bool(totals) and totals.get("thu_vao", 0) > totals.get("phat_ra", 0) if totals else False
    open_ = pressing and not waits
    return Counting(
        title=step.label,
        step=step.code,
        secret=step.votes is not None,
        round=round_,
        entitled=len(who.slips_for),
        base=who.base if step.at_a_meeting else file.facts.members,
        shares=[_share(one) for one in tallying.shares(file.facts, sitting, step)],
        void=[_void(number, row) for number, row in enumerate(void, start=1)],
        waits=[words.reason(one) for one in waits],
        sheets=[_sheet(one, labels, found, step) for one in found],
        form=_form(step, labels, tried) if open_ and len(found) < counted_by(step) else None,
        differs=bool(differing(found)),
        faults=[words.reason(one) for one in wrong],
        tally=_tally(tallying.tally(file.facts, sitting, step, totals), totals)
        if totals and not over
        else None,
        announce=_announce(room, entry, step) if open_ and totals and not wrong else None,
        void_form=_void_form(tried) if open_ and over else None,
    )


def _form(step: Step, labels: Sequence[tuple[str, str]], tried: Any) -> SheetForm:
    again = tried and tried.deed == "dem" and getattr(tried.form, "step", "") == step.code
    form = tried.form if again else SheetForm(labels, prefix=f"dem-{step.code}")
    form.step = step.code
    return form


def _void_form(tried: Any) -> VoidForm:
    return tried.form if tried and tried.deed == "huy-dem" else VoidForm(prefix="huy")


def _announce(room: Room, entry: Any, step: Step) -> Link:
    meeting = room.case.reference
    named = f"&meeting={meeting}" if step.at_a_meeting else ""
    url = f"{case_url(entry.case, 'step', step=step.code)}?{ROOM}={meeting}{named}"
    return Link(_("Công bố, ghi kết quả"), url, "ballot")


def _share(one: tallying.Share) -> ShareRow:
    return ShareRow(one.what, one.needed, one.base, one.hit.cited or "")


def _void(number: int, row: Any) -> str:
    return _("Lần %(n)d không có giá trị: phát ra %(issued)d, thu về %(returned)d.") % {
        "n": number, "issued": row.facts["issued"], "returned": row.facts["returned"],
    }  # fmt: skip


def _sheet(
    one: CountSheet, labels: Sequence[tuple[str, str]], found: Sequence[CountSheet], step: Step
) -> SheetRow:
    """A sheet; its numbers are shown only once nobody can copy them any more."""
    shown, other = len(found) >= counted_by(step), set(differing(found))
    totals = [(Fact(label, str(one.totals.get(name, 0))), name in other) for name, label in labels]
    at = f"{timezone.localtime(one.at):%H:%M}"
    return SheetRow(one.pk, one.counter, at, one.entered_by.full_name, totals if shown else ())


def _tally(found: tallying.Tally | None, totals: Mapping[str, int]) -> TallyShown | None:
    """The agreed numbers against the share; where the law is silent only that."""
    if found is None:
        return None
    if found.asks:
        tag = Tag(_("Chưa tính được kết quả"), Tone.SOON, "question")
        return TallyShown(
            "", tag, None, notes=[_("Trả lời câu hỏi về quy định ở hồ sơ, rồi công bố.")]
        )
    cast = sum(n for name, n in totals.items() if name not in (*balloting.SLIPS, "present"))
    votes = Votes(
        label=worded(found.leading), agree=found.for_leading, against=cast - found.for_leading, base=found.base,
        threshold=found.needed, passes=found.passes, citation=found.citation,
        words=[_("cần %(needed)d / %(base)d") % {"needed": found.needed, "base": found.base}],
    )  # fmt: skip
    passed = Tag(_("Đủ số phiếu"), Tone.OK, "check")
    tag = passed if found.passes else Tag(_("Chưa đủ số phiếu"), Tone.HOLD, "slash")
    return TallyShown(found.words, tag, votes, found.lines, _notes(found))


def _notes(found: tallying.Tally) -> list[str]:
    notes = []
    if found.equal:
        notes.append(
            _(
                "Số phiếu cao nhất bằng nhau. Kết quả có giá trị, công bố như đã kiểm, không bỏ phiếu lại."
            )
        )
    if found.goes_up:
        notes.append(
            _("Không hình thức nào đủ số phiếu: toàn bộ kết quả được gửi lên cấp có thẩm quyền.")
        )
    if found.differs:
        notes.append(
            _(
                "Kết quả khác nhau khi tính và khi không tính người được xem xét: khi công bố phần mềm sẽ hỏi."
            )
        )
    return notes
