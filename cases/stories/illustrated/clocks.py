"""When each clock of a file began and ended: the procedure's own clocks, over the facts each step judged."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cases.stories.illustrated.filed import Filed
from cases.stories.illustrated.parts import Deadline
from law.differences import UNITS
from workflows.facts import BodyFact, Facts, Finding, PaperFact, Row, Subject, Taken

Running = dict[str, Deadline]


@dataclass
class Clocks:
    """What began to run at a step, and what ended there, by the step's place in the history."""

    begun: dict[int, list[Deadline]] = field(default_factory=lambda: defaultdict(list))
    ended: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


def clocks_of(filed: Filed) -> Clocks:
    """Return the clocks of a file; a clock whose last day moves begins again there."""
    clocks, before = Clocks(), {}
    for record, running in zip(filed.history, _after_each(filed), strict=True):
        for name, deadline in running.items():
            if before.get(name) != deadline:
                clocks.begun[record.sequence].append(deadline)
        for name, deadline in before.items():
            if name not in running:
                clocks.ended[record.sequence].append(_kept(deadline, record.acted_on))
        before = running
    return clocks


def _after_each(filed: Filed) -> Sequence[Running]:
    """What runs after each step: what the next one judged; after the last, what the file shows now."""
    judged = [facts_of(json.loads(record.facts.content)) for record in filed.history[1:]]
    later = [
        {c.name: deadline_of(c.label, c.last_day, c.explained) for c in filed.procedure.running(f)}
        for f in judged
    ]
    now = {
        row.name: deadline_of(row.explained["label"], row.last_day, row.explained)
        for row in filed.deadlines
    }
    return [*later, now]


def facts_of(kept: Mapping[str, Any]) -> Facts:
    """Return the facts whose plain form (`Facts.as_json`) a record keeps."""
    day = date.fromisoformat
    number, findings = kept["finding"], tuple(Finding(*one) for one in kept["findings"])
    plain = {name: kept[name] for name in ("procedure", "stage", "body", "level", "members")}
    days = {name: day(kept[name]) for name in ("acted_on", "today", "opened_on", "moved_on")}
    return Facts(
        **plain,
        **days,
        subjects=tuple(Subject(*one) for one in kept["subjects"]),
        findings=findings,
        taken={s: Taken(day(a), day(z), n) for s, (a, z, n) in kept["taken"].items()},
        rows=tuple(Row(n, k, at, by, day(on), s, f) for n, k, at, by, on, s, f in kept["rows"]),
        papers=tuple(PaperFact(*one, on and day(on)) for *one, on in kept["papers"]),
        finding=next((one for one in findings if one.number == number), None),
        own=kept.get("own", 0),
        bodies={one[0]: BodyFact(*one) for one in kept.get("bodies", ())},
    )


def deadline_of(label: str, last_day: date, explained: Mapping[str, Any]) -> Deadline:
    """Return a clock that tells how its last day was found."""
    how = []
    if explained.get("start"):
        how.append(f"tính từ {_day(explained['start'])}, ngày này không tính")
    if explained.get("value"):
        how.append(f"thời gian {explained['value']} {UNITS[explained['unit']]}")
    if explained.get("extended"):
        how.append(f"trong đó gia hạn {explained['extended']} {UNITS[explained['unit']]}")
    how += _skipped(explained.get("skipped") or ())
    how.append(f"theo {explained['source']}")
    if explained.get("other_reading"):
        how.append(f"cách hiểu khác cho ngày {_day(explained['other_reading'])}")
    return Deadline(label, last_day, how)


def _skipped(days: Sequence[Sequence[str]]) -> list[str]:
    reasons = Counter(why for _, why in days)
    return [f"bỏ qua {times} ngày: {why}" for why, times in reasons.items()]


def _kept(deadline: Deadline, on: date) -> str:
    left = (deadline.last_day - on).days
    how = f"trước hạn {left} ngày" if left > 0 else f"sau hạn {-left} ngày"
    how = how if left else "vào đúng ngày cuối"
    return f"{deadline.label}: hạn {deadline.last_day:%d/%m/%Y}, xong {how}"


def _day(text: str) -> str:
    return f"{date.fromisoformat(text):%d/%m/%Y}"
