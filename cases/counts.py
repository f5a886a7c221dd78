"""What counters wrote down of a ballot, and the door's objection to announcing anything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cases.models import Case, FileRow
from cases.reading import File
from cases.room_models import CountSheet
from law import Reason
from proof.reader import as_the_system
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


_OTHER = Reason(
    "room.count", "Số phiếu khác với số hai người kiểm phiếu cùng ghi, hoặc hai phiếu kiểm chưa khớp.",
    remedy="Công bố đúng số đã khớp; nếu hai phiếu kiểm chưa khớp thì kiểm lại trong phòng họp trước.",
)  # fmt: skip
