"""Counting in the room: two counters write down the same ballot, each alone; a slip of the pen is taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from cases import services
from cases.counts import HANDS, counted_by, round_of, sheets
from cases.models import Case
from cases.reading import File
from cases.refused import StepRefused
from cases.room_models import CountSheet
from law import Reason
from proof.reader import as_the_system
from registry.models import Person
from workflows.inputs import Unclear
from workflows.stages import Step


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
def take_back(meeting: Case, case: Case, file: File, step: Step, *, by: Person, sheet: int) -> None:
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
