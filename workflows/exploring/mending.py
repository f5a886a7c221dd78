"""Every way in which an entry of a file may be put right on a walk: each newest entry, written anew or struck out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from workflows import correcting
from workflows.correcting import Correcting
from workflows.everyday import correction
from workflows.everyday.correction import ASK, CONFIRM, REWRITE, STRIKE
from workflows.exploring.answers import possible
from workflows.exploring.memory import Deed, MemoryFile, words_in
from workflows.exploring.worlds import taker
from workflows.facts import Row
from workflows.inputs import Choice
from workflows.rows import RowKind

#: What is told apart of a correction: the step whose entry it was, and how it was put right.
Way = tuple[str, str]


def askings(file: MemoryFile) -> Iterator[tuple[Way, Deed]]:
    """Yield each correction that may be asked for, the newest entry of each step; refused ones too.

    Written anew it says the same again, and once with each other choice that it asks; struck out it is gone.
    """
    step, on = file.procedure.steps[ASK], file.facts.today
    newest: dict[str, Row] = {row.step: row for row in file.facts.rows}
    for row in newest.values():
        wrong = file.procedure.step(row.step)
        if wrong is None or row.kind in (RowKind.CORRECTION, RowKind.CORRECTION_ASKED):
            continue
        about = {"record": row.laid_by, "reason": "Ghi nhầm"}
        if correction.may_be_struck_out(wrong):
            yield (row.step, STRIKE), Deed(step, taker(step, on), on, {**about, "what": STRIKE})
        if correction.may_be_rewritten(wrong):
            for how, said in _said(file, row):
                answers = {**said, **about, "what": REWRITE}
                yield (row.step, how), Deed(step, taker(step, on), on, answers)


def confirming(file: MemoryFile) -> Deed:
    """The second person confirms the newest correction asked for."""
    step, on = file.procedure.steps[CONFIRM], file.facts.today
    request = correction.waiting(file.facts)[-1].number
    answers = {"request": request, "result": "dung", "note": "Bản gốc"}
    return Deed(step, taker(step, on), on, answers)


def _said(file: MemoryFile, row: Row) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entry as it is, then with each choice made otherwise."""
    here = Correcting(file.procedure, file.facts, 0)
    asking = file.procedure.steps[ASK]
    told = correcting.said_now(here, asking, {"record": row.laid_by}, words_in(file))
    first = {name: said for name, said in told.items() if said is not None}
    first[correction.DAY.name] = row.on.isoformat()
    yield REWRITE, first
    wrong = file.procedure.step(row.step)
    for one in wrong.inputs if wrong else ():
        if not isinstance(one, Choice):
            continue
        name = f"{correction.ANEW}{one.name}"
        for other in possible(replace(one, name=name), file.facts, file.facts.today):
            if other != first.get(name):
                yield f"{one.name}={other}", {**first, name: other}
