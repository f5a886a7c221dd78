"""For each guard of each step a file in which it refuses: met on the walk, or made by taking something away.

A deed that was done is tried again with one thing missing or otherwise: a row, a day, a paper, an answer of
the draft, the reading of the law. A guard that refuses none of them refuses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import law
from law import LawBook
from law.supposing import denied, unread
from workflows import drafts
from workflows.aftermath import SIGNED
from workflows.everyday.correction import ANEW
from workflows.exploring import memory
from workflows.exploring.answers import ENVELOPE, LEAD, SOURCE, forms_of
from workflows.exploring.found import OF_THE_LAW, Walk
from workflows.exploring.memory import Deed, MemoryFile
from workflows.exploring.worlds import settled_law, sittings_for, taker
from workflows.facts import Facts, Row
from workflows.guards import Guard
from workflows.letters import Sender
from workflows.matter import Matter
from workflows.rows import RowKind
from workflows.stages import Step
from workflows.uses import rules_of

_DAY = timedelta(days=1)
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: Kinds of bodies and levels whose powers differ.
_OTHER_BODIES = (("chi_uy", "chi_bo"), ("cap_uy", "co_so"), ("ubkt", "xa"), ("ban", "tinh"))


@dataclass(frozen=True)
class Witness:
    """Facts on which a guard of a step refuses, and the law under which it does (None: all questions answered)."""

    facts: Facts
    book: LawBook | None = None


Witnesses = dict[tuple[str, str], Witness]


def witnesses(found: Walk) -> Witnesses:
    """Return a witness for each step and guard, by their codes; a guard that refuses nothing has none."""
    known: Witnesses = dict(_met(found))
    with settled_law(found.on) as as_it_stands:
        for step in found.procedure.all_steps():
            if step.lays in OF_THE_LAW:
                known.update(_about_the_law(found, step))
            for facts, book in _otherwise(found, step, as_it_stands):
                lacking = [one for one in step.when if (step.code, one.id) not in known]
                if not lacking:
                    break
                for guard in refusing(lacking, facts, book):
                    known[step.code, guard.id] = Witness(facts, book)
    return known


def refuses(step: Step, witness: Witness, found: Walk) -> set[str]:
    """The ids of the guards of a step, as it is declared now, that refuse a witness."""
    with settled_law(found.on):
        return {guard.id for guard in refusing(step.when, witness.facts, witness.book)}


def refusing(guards: Iterable[Guard], facts: Facts, book: LawBook | None) -> list[Guard]:
    """Those of the guards that refuse; `book` is the law they are asked under, None the one in use."""
    with law.using(book or law.book()):
        return [one for one in guards if any(said.reason for said in one.judgements(facts))]


def _met(found: Walk) -> Iterator[tuple[tuple[str, str], Witness]]:
    for (code, guard), facts in found.refused.items():
        yield (code, guard), Witness(facts)


def _otherwise(
    found: Walk, step: Step, as_it_stands: LawBook
) -> Iterator[tuple[Facts, LawBook | None]]:
    """The step where it was done first in each stage, with one thing otherwise each time."""
    first = {(one.deed.step.code, one.state.stage): one for one in reversed(found.done)}
    for (code, _stage), one in first.items():
        if code != step.code:
            continue
        file, deed = one.state.file, one.deed
        facts = _judged(file, deed)
        late = _judged(file, _on(deed, deed.on + _DAY))
        rules = tuple(rules_of(step))
        for book in (as_it_stands, unread(as_it_stands, rules), denied(as_it_stands, rules)):
            yield facts, book
            yield late, book
        for other in _files(file, step, found.procedure):
            yield _judged(other, deed), None
        for other_deed in _deeds(file, deed):
            yield _judged(file, other_deed), None
        yield from _one_thing_otherwise(facts)
    never = () if any(code == step.code for code, _stage in first) else found.refused.items()
    for (code, _guard), facts in never:
        if code == step.code:  # where it was only refused, for that one reason
            yield from _one_thing_otherwise(_filled(step, facts))


def _filled(step: Step, facts: Facts) -> Facts:
    """The facts with the ordinary answers to what the step asks, where it can be filled."""
    helpings = forms_of(step, facts, facts.acted_on, None)
    form = next((one for helping in helpings for one in helping), None)
    return replace(facts, inputs=form.answers) if form else facts


def _one_thing_otherwise(facts: Facts) -> Iterator[tuple[Facts, LawBook | None]]:
    for change in _CHANGES:
        for changed in change(facts):
            yield changed, None


def _about_the_law(found: Walk, step: Step) -> Iterator[tuple[tuple[str, str], Witness]]:
    """Somebody answers, or releases, a rule that the law leaves to nobody."""
    rule = next(one for one in sorted(law.book().floor_rules))
    facts = replace(found.states[0].file.facts, inputs={"rule": rule, "source": SOURCE})
    for guard in refusing(step.when, facts, None):
        yield (step.code, guard.id), Witness(facts)


def _judged(file: MemoryFile, deed: Deed) -> Facts:
    """The facts with what the form says, as the guards of the deed read them."""
    facts, _verdict = memory.verdict(file, deed)
    answers = file.procedure.clean(deed.step, deed.answers).values
    return replace(facts, inputs={**facts.inputs, **answers})


def _deeds(file: MemoryFile, deed: Deed) -> Iterator[Deed]:
    """The deed on other days, at other meetings, with other answers."""
    for day in (deed.on - _DAY, deed.on + _DAY, deed.on + 3650 * _DAY):
        yield _on(deed, day)
    if deed.sitting:
        yield replace(deed, sitting=replace(deed.sitting, held_on=deed.on - _DAY))
        yield from (
            replace(deed, sitting=one) for one in sittings_for(deed.step, file.facts, deed.on)
        )
    for helping in forms_of(deed.step, file.facts, deed.on, deed.sitting):
        yield from (replace(deed, answers=form.answers) for form in helping)


def _on(deed: Deed, day: date) -> Deed:
    return replace(deed, on=day, standing=taker(deed.step, day))


def _files(file: MemoryFile, step: Step, procedure: type[Matter]) -> Iterator[MemoryFile]:
    """The file with another draft in the place of the one that is signed, or with one sent back."""
    for draft in file.facts.of(RowKind.DRAFT):
        if step.drafted and draft.facts["step"] == step.code:
            prepares = procedure.steps[drafts.PREFIX + step.code]
            sitting = None
            for helping in forms_of(prepares, file.facts, file.facts.acted_on, sitting):
                for form in helping:
                    said = procedure.clean(prepares, form.answers).values
                    yield _with_row(file, replace(draft, facts={**draft.facts, **said}))
        back = Row(
            10_000, RowKind.RETURNED, 10_000, LEAD, file.facts.acted_on, "return_draft",
            {"draft": draft.number},
        )  # fmt: skip
        yield replace(file, facts=replace(file.facts, rows=(*file.facts.rows, back)))
        carried = {**draft.facts, "carries_out": RowKind.MEETING.value}
        yield _with_row(file, replace(draft, facts=carried))


def _with_row(file: MemoryFile, row: Row) -> MemoryFile:
    rows = tuple(row if one.number == row.number else one for one in file.facts.rows)
    return replace(file, facts=replace(file.facts, rows=rows))


# One thing of the facts otherwise


def _an_alias_told(facts: Facts) -> Iterator[Facts]:
    """An answer that says under which alias the sender of a letter is known."""
    yield replace(facts, inputs={**facts.inputs, "theme": f"Theo đơn của {ENVELOPE}"})


def _without_rows(facts: Facts) -> Iterator[Facts]:
    yield replace(facts, rows=())
    for kind in dict.fromkeys(row.kind for row in facts.rows):
        yield replace(facts, rows=tuple(one for one in facts.rows if one.kind != kind))


def _rows_said_otherwise(facts: Facts) -> Iterator[Facts]:
    """Each row of a later day, and each of its plain facts turned round or left out."""
    for row in facts.rows:
        for other in (replace(row, on=facts.acted_on + 400 * _DAY), *_turned(row)):
            rows = tuple(other if one is row else one for one in facts.rows)
            yield replace(facts, rows=rows)


def _turned(row: Row) -> Iterator[Row]:
    for name, said in row.facts.items():
        others: tuple[Any, ...] = (None, "khai_tru", Sender.NAMED.value)
        if isinstance(said, bool):
            others = (not said,)
        elif isinstance(said, int):
            others = (0, said + 1)
        for other in others:
            yield replace(row, facts={**row.facts, name: other})


def _one_row_more(facts: Facts) -> Iterator[Facts]:
    """Something that waits: a complaint, a pause, a hand-over, a loan, a doubt; a vote held at the very meeting."""
    more: dict[RowKind, dict[str, Any]] = {
        RowKind.COMPLAINT: {},
        RowKind.PAUSED: {},
        RowKind.FILE_HANDED: {},
        RowKind.BORROWED: {},
        RowKind.CORRECTION: {"shaken": [[1, "", []]]},
    }
    if facts.sitting:
        here = {"meeting": facts.sitting.meeting, "part": ""}
        more[RowKind.BALLOT] = {**here, "form": None}
        more[RowKind.MOTION] = {**here, "body": 0, "passes": False}
    for kind, said in more.items():
        row = Row(10_000, kind, 10_000, LEAD, facts.acted_on, "", said)
        yield replace(facts, rows=(*facts.rows, row))


def _other_answers(facts: Facts) -> Iterator[Facts]:
    """Each day that was answered long before the file was opened, and long after today."""
    long_ago, far_off = facts.opened_on - 3650 * _DAY, facts.today + 3650 * _DAY
    for name, said in facts.inputs.items():
        if isinstance(said, str) and _A_DAY.fullmatch(said):
            for other in (long_ago, far_off):
                yield replace(facts, inputs={**facts.inputs, name: other.isoformat()})
    yield replace(facts, inputs={**facts.inputs, f"{ANEW}on": far_off.isoformat()})


def _nothing_taken(facts: Facts) -> Iterator[Facts]:
    yield replace(facts, taken={})
    for code in facts.taken:
        yield replace(facts, taken={one: said for one, said in facts.taken.items() if one != code})
        long_ago = replace(facts.taken[code], last=facts.acted_on - 400 * _DAY)
        yield replace(facts, taken={**facts.taken, code: long_ago})


def _other_findings(facts: Facts) -> Iterator[Facts]:
    yield replace(facts, findings=())
    for stage in ("xem_xet", "co_dau_hieu", "c3", "c4"):
        yield replace(facts, findings=tuple(replace(one, stage=stage) for one in facts.findings))


def _other_papers(facts: Facts) -> Iterator[Facts]:
    yield replace(facts, papers=())
    yield replace(facts, papers=tuple(replace(one, state=SIGNED) for one in facts.papers))


def _other_people(facts: Facts) -> Iterator[Facts]:
    """The subject on the team; the subject of another kind; nobody left in the body."""
    for change in ({"register": LEAD}, {"category": "cap_uy_vien"}, {"category": "du_bi"}):
        subjects = tuple(replace(one, **change) for one in facts.subjects)
        yield replace(facts, subjects=subjects)
    yield replace(facts, members=0)


def _other_bodies(facts: Facts) -> Iterator[Facts]:
    """The handling body, and every other with it, of another kind or at another level; a cell under a section."""
    for kind, level in _OTHER_BODIES:
        bodies: Mapping[int, Any] = {
            number: replace(one, kind=kind, level=level) for number, one in facts.bodies.items()
        }
        yield replace(facts, body=kind, level=level, bodies=bodies)
    yield replace(facts, under="bo_phan")


_CHANGES: tuple[Callable[[Facts], Iterator[Facts]], ...] = (
    _without_rows,
    _one_row_more,
    _other_answers,
    _nothing_taken,
    _other_findings,
    _other_papers,
    _other_people,
    _other_bodies,
    _rows_said_otherwise,
    _an_alias_told,
)
