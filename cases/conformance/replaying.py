"""Deciding every record of finished files again, and keeping what came of it: once for each engine and file."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

import law
from cases.conformance.books import Books, engine
from cases.conformance.deviations import Deviation, of_order, of_terms, of_verdict
from cases.conformance_models import Conformance, Hearing, Reviewed
from cases.models import Case, FileRow, Judged, StepRecord
from proof.reader import as_the_system
from workflows import catalogue
from workflows.conditions.discipline import UNHEARD
from workflows.replay import Outcome, Replayed, decide_again
from workflows.reviews import Outcome as Result
from workflows.reviews import Tells
from workflows.rows import RowKind

#: Files read and kept at once.
BATCH = 200
#: Rows that say whether somebody was heard, and what became of the decision.
_TELLING = (RowKind.HEARING, RowKind.REFUSAL, RowKind.REVIEW, RowKind.COMPLAINT)


def waiting(now: str) -> QuerySet[Case]:
    """The finished files that the engine `now` has not decided again as they stand."""
    done = Conformance.objects.filter(case=OuterRef("pk"), engine=now, head=OuterRef("head"))
    return Case.objects.filter(closed_on__isnull=False).exclude(Exists(done))


def current(now: str) -> QuerySet[Conformance]:
    """What is kept of the files as they stand, by the engine `now`."""
    return Conformance.objects.filter(engine=now, head=F("case__head"))


@as_the_system()  # every finished file is decided again; who reads what came of it is asked where it is read
def replay_finished(tell: Callable[[int, int], None] = lambda _done, _all: None) -> int:
    """Decide again every finished file that waits for it; return how many. Stopped, it goes on where it was."""
    now, books, done = engine(), Books(), 0
    left = list(waiting(now).order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(left), BATCH):
        batch = list(Case.objects.filter(pk__in=left[first : first + BATCH]).order_by("pk"))
        kept = list(weighed(batch, now, books))
        Conformance.objects.bulk_create(kept, ignore_conflicts=True)
        done += len(kept)
        tell(done, len(left))
    return done


def weighed(cases: Iterable[Case], now: str, books: Books) -> Iterator[Conformance]:
    """Decide the histories of `cases` again; nothing is written."""
    cases = list(cases)
    histories, rows = defaultdict(list), defaultdict(list)
    records = list(StepRecord.objects.filter(case__in=cases).order_by("case_id", "sequence"))
    for record in records:
        histories[record.case_id].append(record)
    told = FileRow.objects.filter(case__in=cases, kind__in=_TELLING, superseded_by=None)
    for row in told.order_by("number"):
        rows[row.case_id].append(row)
    shas = {sha for record in records for sha in (record.facts_id, record.standing_id)}
    texts = dict(Judged.objects.filter(pk__in=shas).values_list("pk", "content"))
    for case in cases:
        yield _weigh(case, histories[case.pk], rows[case.pk], texts, now, books)


def _weigh(
    case: Case,
    history: list[StepRecord],
    rows: list[FileRow],
    texts: Mapping[str, str],
    now: str,
    books: Books,
) -> Conformance:
    found = _History(case)
    for record in history:
        found.look_at(record, texts, books)
    deviations = [one.as_json() for one in found.deviations()]
    decided, hearing, review = _figures(case, {record.step for record in history}, rows)
    return Conformance(
        case=case, engine=now, head=case.head, records=len(history), kept=found.kept, count=len(deviations),
        deviations=deviations, decided=decided, hearing=hearing, review=review,
    )  # fmt: skip


class _History:
    """What is known of one file while its records are decided again, in order."""

    def __init__(self, case: Case):
        self.procedure = catalogue.PROCEDURES.get(case.procedure)
        self.stage: str | None = None
        self.taken: Counter[str] = Counter()
        self.found: list[Deviation] = []
        self.late: dict[str, Deviation] = {}
        self.kept = 0

    def look_at(self, record: StepRecord, texts: Mapping[str, str], books: Books) -> None:
        said = json.loads(record.content)
        facts, standing = (json.loads(texts[sha]) for sha in (record.facts_id, record.standing_id))
        edition, book = books.of(record.edition_id, record.acted_on)
        again = decide_again(said, record.inputs, facts, standing, edition, book)
        self.found += self._out_of_order(record, facts, again)
        if again.outcome in (Outcome.CODE_CHANGED, Outcome.ERASED):
            self.kept += 1
        else:
            self.found += of_verdict(record, said, again, standing)
        with law.using(book):
            self.late.update(of_terms(record, again))
        self.taken[record.step] += 1
        if record.moves:
            self.stage = record.to_stage

    def deviations(self) -> list[Deviation]:
        """All that was found, in the order of the records; a deadline once, where it was ended last."""
        return sorted([*self.found, *self.late.values()], key=lambda one: one.sequence)

    def _out_of_order(
        self, record: StepRecord, facts: Mapping[str, Any], again: Replayed
    ) -> Iterator[Deviation]:
        """What the records before this one do not bear out, whatever it was judged on."""
        if self.stage and record.finding is None and record.from_stage != self.stage:
            says = f"Hồ sơ khi đó ở “{self._named(self.stage)}”."
            done = f"Ghi là làm từ “{self._named(record.from_stage)}”."
            yield of_order(record, again.step, says, done)
        judged = Counter({step: times for step, (_first, _last, times) in facts["taken"].items()})
        for step in sorted((judged - self.taken) | (self.taken - judged)):
            says = f"Trước bước này đã ghi bước “{self._step(step)}” {self.taken[step]} lần."
            yield of_order(record, again.step, says, f"Được xét như đã ghi {judged[step]} lần.")

    def _named(self, stage: str) -> str:
        known = self.procedure and stage in self.procedure.stage.enum.values
        return str(self.procedure.stage.enum(stage).label) if self.procedure and known else stage

    def _step(self, code: str) -> str:
        step = self.procedure.step(code) if self.procedure else None
        return step.label if step else code


def _figures(case: Case, steps: set[str], rows: list[FileRow]) -> tuple[bool, str, str]:
    """Whether a discipline was decided, whether somebody was heard before, and what became of it."""
    procedure = catalogue.PROCEDURES.get(case.procedure)
    if procedure is None or not procedure.disciplines or "decide" not in steps:
        return False, Hearing.NONE_DUE.value, Reviewed.NOT.value
    hears = any(step.lays is RowKind.HEARING for step in procedure.all_steps())
    return True, (_hearing(rows) if hears else Hearing.NONE_DUE).value, _review(rows).value


def _hearing(rows: list[FileRow]) -> Hearing:
    if any(row.kind == RowKind.HEARING for row in rows):
        return Hearing.HELD
    declined = any(
        row.kind == RowKind.REFUSAL and row.facts.get("about") == UNHEARD for row in rows
    )
    return Hearing.DECLINED if declined else Hearing.NOT_HELD


def _review(rows: list[FileRow]) -> Reviewed:
    """The newest result counts; who set it going is told by the first thing its file made known here."""
    told = [row.facts for row in rows if row.kind == RowKind.REVIEW]
    results = [one for one in told if one["said"] in Result.values]
    if not results:
        complained = any(row.kind == RowKind.COMPLAINT for row in rows) or told
        return Reviewed.OPEN if complained else Reviewed.NOT
    last = results[-1]
    if last["said"] == Result.KEPT:
        return Reviewed.KEPT
    own = any(one["said"] == Tells.LOOKED_AT and one["source"] == last["source"] for one in told)
    return Reviewed.CHANGED_FROM_ABOVE if own else Reviewed.CHANGED_ON_COMPLAINT
