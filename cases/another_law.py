"""The same file under the law of another day: what would differ, step by step. Nothing is stored and nobody is judged.

What was done is judged on what each record kept, under the other law; what lies ahead as the file lies today.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import law
from cases.models import Judged, StepRecord
from cases.reading import File
from cases.simulation import Change, Look, look
from law import LawBook, Reason
from law.as_on import as_on
from proof.reader import as_the_system
from workflows.facts import Facts
from workflows.replay import Reading, against, judged_under
from workflows.stages import Step


@dataclass(frozen=True)
class Taken:
    """A step already taken: why the other law would refuse it, what it would rest on, which terms end otherwise.

    `terms` are label, last day then, last day under the other law (None: it sets none).
    """

    sequence: int
    step: Step
    on: date
    reasons: tuple[Reason, ...]
    readings: tuple[Reading, ...]
    terms: tuple[tuple[str, date | None, date | None], ...]

    @property
    def differs(self) -> bool:
        """Whether anything would."""
        return bool(self.reasons or self.readings or self.terms)


@dataclass(frozen=True)
class Compared:
    """A file under the law of `day`: its steps so far, what lies ahead, and the rules to be asked about."""

    day: date
    other: LawBook
    taken: tuple[Taken, ...]
    change: Change
    steps: int

    @property
    def asked(self) -> dict[str, str]:
        """Every rule nobody could read for that day and that is not asked as it is: id and label, once."""
        found = {
            one.rule: one.now["label"]
            for taken in self.taken
            for one in taken.readings
            if one.now and _asks(one.now) and not (one.was and _asks(one.was))
        }
        before = {row[0] for row in _asking(self.change.before)}
        for rule, *_rest in _asking(self.change.after):
            if rule not in before:
                found[rule] = self.other.parameter(rule).label_vi
        return found


@as_the_system()  # the caller has asked whether the reader may trace this file
def compare(file: File, day: date) -> Compared:
    """Judge `file` under the law as it stood on `day`, beside the law it was and is led under."""
    other = as_on(law.book(), day)
    records = list(StepRecord.objects.filter(case=file.id).order_by("sequence"))
    shas = {sha for one in records for sha in (one.facts_id, one.standing_id)}
    texts = dict(Judged.objects.filter(pk__in=shas).values_list("pk", "content"))
    taken = [one for record in records if (one := _taken(file, record, texts, other)) is not None]
    before = look(file)
    with law.using(other):
        after = look(file)
    differing = tuple(one for one in taken if one.differs)
    return Compared(day, other, differing, Change(before, after), len(records))


def _taken(
    file: File, record: StepRecord, texts: Mapping[str, str], other: LawBook
) -> Taken | None:
    step = file.procedure.step(record.step)
    if step is None:
        return None
    facts, standing = (json.loads(texts[sha]) for sha in (record.facts_id, record.standing_id))
    verdict, seen = judged_under(other, file.procedure, step, record.inputs, facts, standing)
    content = {"hits": record.hits, "on_behalf_of": record.on_behalf_of_id}
    reasons, _by_place = against(content, verdict)
    readings = tuple(_readings(record.hits, verdict.hits))
    terms = tuple(_terms(file, step, seen, other))
    return Taken(record.sequence, step, record.acted_on, reasons, readings, terms)


def _readings(
    kept: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]
) -> Iterator[Reading]:
    """Each rule that would be read in another row: rules are paired by name, some are asked under one law only."""
    was, now = ({hit["rule"]: hit for hit in hits} for hits in (kept, found))
    for rule in dict.fromkeys((*was, *now)):
        reading = Reading(was.get(rule), now.get(rule))
        if _another_row(reading):
            yield reading


def _another_row(reading: Reading) -> bool:
    """Another row of the law, or another value; the same row cited by other words is none."""
    if reading.was is None or reading.now is None:
        return True
    return any(reading.was.get(name) != reading.now.get(name) for name in ("key", "value", "unit"))


def _terms(
    file: File, step: Step, seen: Facts, other: LawBook
) -> Iterator[tuple[str, date | None, date | None]]:
    """The deadlines that waited for this step, where their last day would have been another."""
    waiting = [one for one in file.procedure.clocks if one.until == step.code]
    if not waiting:
        return
    before = {clock.name: clock for one in waiting for clock in one(seen)}
    with law.using(other):
        after = {clock.name: clock for one in waiting for clock in one(seen)}
    for name in dict.fromkeys((*before, *after)):
        days = [one[name].last_day if name in one else None for one in (before, after)]
        if days[0] != days[1]:
            yield (before.get(name) or after[name]).label, days[0], days[1]


def _asks(hit: Mapping[str, Any]) -> bool:
    unread = hit["state"] == "unknown" or hit["confidence"] == "uncertain"
    return unread and not hit.get("settled_by")


def _asking(seen: Look) -> Sequence[tuple[str, ...]]:
    return [row for rows in seen.rests_on.values() for row in rows if row[3] == "ask"]
