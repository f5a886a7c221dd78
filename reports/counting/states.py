"""What is true of a subject by where its contents stand: marks, and which of the seven outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from reports.counted_models import Mark
from reports.counting.lying import Follower, Found
from workflows.outcomes import Violation, outcome_of

#: Stages of a content in which the violation reached the level of discipline, whatever came of it then.
_MUST = frozenset({"c3", "c3b", "c4", "c5", "c6", "c6_het", "c6_mien", "da_ky_luat"})
_SIGNS = {
    "co_dau_hieu": (),
    "dh": (Mark.MOVED,),
    "khong_kiem_tra": (Mark.NOT_INSPECTED,),
    "chuyen": (Mark.REFERRED,),
}
_OF_DENUNCIATION = {"sai": Mark.FALSE, "khong_co_so": Mark.UNFOUNDED}
#: The gravest last.
_ORDER = tuple(Violation)


@dataclass(frozen=True, slots=True)
class State:
    """What holds of a subject from a day until before another; `until` None: it still does."""

    since: date
    until: date | None
    marks: frozenset[str]
    outcome: str


def states(
    day: date, found: Iterable[Found], followers: Iterable[Follower], *, denounced: bool
) -> Iterator[State]:
    """Yield one state after another of a subject that was concluded about on `day`.

    `found` are all stages of its contents in the order they were reached, `followers` the files opened about it.
    """
    steps, after = list(found), list(followers)
    later = {one.on for one in steps} | {one.opened_on for one in after}
    starts = [day, *sorted(one for one in later if one > day)]
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        at = {one.number: one.stage for one in steps if one.on <= start}
        opened = any(one.opened_on <= start for one in after)
        marks, outcome = _marks(set(at.values()), opened=opened, denounced=denounced)
        yield State(start, end, marks, outcome)


def _marks(stages: set[str], *, opened: bool, denounced: bool) -> tuple[frozenset[str], str]:
    outcomes = [one for stage in stages if (one := outcome_of(stage))]
    gravest = max(outcomes, key=_ORDER.index, default=None)
    marks: set[str] = set()
    if gravest:
        marks.add(Mark.VIOLATED)
    if stages & _MUST:
        marks.add(Mark.MUST)
    if gravest is Violation.DISCIPLINED:
        marks.add(Mark.DISCIPLINED)
    for stage in stages & _SIGNS.keys():
        marks |= {Mark.SIGNS, *_SIGNS[stage]}
    if opened and Mark.MOVED in marks:
        marks.add(Mark.INSPECTED)
    if "c1" in stages:
        marks.add(Mark.SHORTCOMING)
    if not marks and stages and stages <= {"c0"}:
        marks.add(Mark.WELL)
    if denounced:
        marks.add(_result(stages, marks))
    return frozenset(str(getattr(mark, "value", mark)) for mark in marks), gravest or ""


def _result(stages: set[str], marks: set[str]) -> str:
    """The result of a denunciation as a whole: true as soon as one content of it is."""
    if marks & {Mark.VIOLATED, Mark.SHORTCOMING}:
        return Mark.TRUE
    return _OF_DENUNCIATION["sai"] if "sai" in stages else _OF_DENUNCIATION["khong_co_so"]
