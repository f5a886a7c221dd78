"""Counting in the room: two counters write down the same ballot, and only what both say can be announced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from cases import services
from cases.models import Case, FileRow
from cases.reading import File
from cases.refused import StepRefused
from cases.room_models import CountSheet
from law import Reason
from proof.reader import as_the_system
from registry.models import Person
from workflows.inputs import Unclear
from workflows.rows import RowKind
from workflows.stages import Step

#: How many counters write down one count; a show of hands is counted aloud, once.
COUNTERS, ALOUD = 2, 1
#: What is asked of a show of hands.
HANDS = ("present", "yes", "no")


def counted_by(step: Step) -> int:
    """How many sheets the result of `step` needs; 0 where nothing is counted."""
    if step.at_a_meeting:
        return COUNTERS
    aloud = step.lays is RowKind.MEETING and {"yes", "no"} <= {one.name for one in step.inputs}
    return ALOUD if aloud else 0


def round_of(meeting: Case, case: Case) -> int:
    """Which ballot on this matter the meeting now holds: the first, or the next after each void count."""
    void = FileRow.objects.filter(
        case=meeting, kind=RowKind.COUNT_VOID, superseded_by=None, facts__case=case.reference
    )
    return void.count() + 1


@as_the_system()  # the sheets of a meeting belong to whoever writes for it, whatever else of the file they read
def sheets(meeting: Case, case: Case, step: Step, round_: int) -> list[CountSheet]:
    """The sheets that stand for this ballot, in the order in which they were written."""
    found = CountSheet.objects.filter(
        meeting=meeting, case=case, step=step.code, round=round_, taken_back_at=None
    )
    return list(found.select_related("entered_by").order_by("pk"))


def agreed(found: Sequence[CountSheet], step: Step) -> dict[str, int] | None:
    """The totals on which all counters agree; None while one is missing or they differ."""
    if not found or len(found) != counted_by(step):
        return None
    totals: dict[str, int] = found[0].totals
    return totals if all(one.totals == totals for one in found) else None


def differing(found: Sequence[CountSheet]) -> list[str]:
    """The names of the totals on which two sheets differ."""
    if len(found) < COUNTERS:
        return []
    one, other = found[0].totals, found[1].totals
    return [name for name in one if one[name] != other.get(name)]


@as_the_system()
def write(
    meeting: Case, case: Case, file: File, step: Step, *, by: Person, counter: str, totals: Mapping[str, Any]
) -> CountSheet:  # fmt: skip
    """Keep what `counter` counted. `file` is that of the matter as `by` reads it on the day of the meeting.

    Raises StepRefused with every reason; nothing is announced by it.
    """
    counter, reasons = " ".join(counter.split()), list(services.judge(file, step))
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=meeting.pk)
        round_ = round_of(meeting, case)
        standing = sheets(meeting, case, step, round_)
        reasons += _against(meeting, step, standing, counter)
        clean, faults = _clean(step, totals)
        if reasons or faults:
            raise StepRefused([*reasons, *faults])
        try:
            return CountSheet.objects.create(
                meeting=meeting, case=case, step=step.code, round=round_, counter=counter,
                totals=clean, entered_by=by, at=timezone.now(),
            )  # fmt: skip
        except IntegrityError as error:
            raise StepRefused([_SAME]) from error


@as_the_system()
def take_back(
    meeting: Case, case: Case, file: File, step: Step, *, by: Person, sheet: int
) -> None:
    """Take one sheet back before the result is announced; it stays readable. Raises StepRefused."""
    reasons = list(services.judge(file, step))
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=meeting.pk)
        standing = {one.pk: one for one in sheets(meeting, case, step, round_of(meeting, case))}
        if sheet not in standing:
            reasons.append(_GONE)
        if reasons:
            raise StepRefused(reasons)
        CountSheet.objects.filter(pk=sheet).update(taken_back_by=by, taken_back_at=timezone.now())


def about_count(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Where counters have written, a result may be announced only with the totals on which they agree."""
    named = answers.get("meeting") if step.at_a_meeting else None
    if not isinstance(named, str):
        return []
    written = CountSheet.objects.filter(
        meeting__reference=named.strip().upper(), case=file.id, step=step.code, taken_back_at=None
    ).select_related("meeting", "case")
    newest = max(written, key=lambda one: one.round, default=None)
    if newest is None or newest.round != round_of(newest.meeting, newest.case):
        return []
    same = agreed([one for one in written if one.round == newest.round], step)
    return [] if same is not None and _filled(answers.get("totals")) == _filled(same) else [_OTHER]


def _filled(totals: Any) -> dict[str, Any]:
    """Totals without the options that nobody chose, so that a slip may name them or not."""
    return {name: n for name, n in totals.items() if n} if isinstance(totals, Mapping) else {}


def _against(
    meeting: Case, step: Step, standing: Sequence[CountSheet], counter: str
) -> list[Reason]:
    if not counted_by(step):
        return [Reason("room.none", "Nội dung này không biểu quyết.", remedy="Chọn nội dung khác.")]
    reasons = []
    if meeting.stage != "dang_hop":
        reasons.append(_NOT_SITTING)
    if not counter:
        reasons.append(Reason("input.counter", "Thiếu họ tên người kiểm phiếu."))
    if any(one.counter.casefold() == counter.casefold() for one in standing):
        reasons.append(_SAME)
    if len(standing) >= counted_by(step):
        reasons.append(_FULL)
    return reasons


def _clean(step: Step, totals: Mapping[str, Any]) -> tuple[dict[str, int], list[Reason]]:
    """The totals as whole numbers, by the questions of the step itself; what is wrong at its field."""
    asked = {one.name: one for one in step.inputs}
    clean: dict[str, int] = {}
    faults = []
    parts = [("totals", totals)] if "totals" in asked else [(n, totals.get(n)) for n in HANDS]
    for name, value in parts:
        try:
            said = asked[name].clean(value)
        except Unclear as unclear:
            faults.append(Reason(f"input.{name}", str(unclear)))
        else:
            clean.update(said if name == "totals" else {name: said})
    return clean, faults


_NOT_SITTING = Reason(
    "room.not_sitting", "Cuộc họp chưa khai mạc hoặc đã kết thúc.",
    remedy="Khai mạc, điểm danh rồi mới kiểm phiếu.",
)  # fmt: skip
_SAME = Reason(
    "input.counter", "Đồng chí này đã ghi phiếu kiểm.",
    remedy="Người kiểm phiếu thứ hai tự đếm và ghi tên mình; ghi nhầm thì rút phiếu kiểm trước.",
)  # fmt: skip
_FULL = Reason(
    "room.full", "Đã đủ phiếu kiểm của lần bỏ phiếu này.",
    remedy="Hai phiếu khác nhau thì kiểm lại, rút phiếu sai rồi ghi lại.",
)  # fmt: skip
_GONE = Reason(
    "room.gone", "Phiếu kiểm này đã rút, hoặc thuộc lần bỏ phiếu trước.",
    remedy="Mở lại trang để xem các phiếu kiểm đang có.",
)  # fmt: skip
_OTHER = Reason(
    "room.count", "Số phiếu khác với số hai người kiểm phiếu cùng ghi, hoặc hai phiếu kiểm chưa khớp.",
    remedy="Công bố đúng số đã khớp; nếu hai phiếu kiểm chưa khớp thì kiểm lại trong phòng họp trước.",
)  # fmt: skip
