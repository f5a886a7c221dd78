"""The walk: from the bare file to every state it can reach, each deed tried once in each."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import date

import law
from law import LawBook, Reason
from workflows.everyday.correction import ASK, CONFIRM
from workflows.everyday.passing_on import PASS_ON
from workflows.exploring import memory, mending
from workflows.exploring.answers import Form, forms_of
from workflows.exploring.found import (
    FINDINGS_AT_MOST,
    NOT_WALKED,
    OF_THE_LAW,
    STATES_AT_MOST,
    STATES_OF_A_VARIANT,
    Done,
    State,
    Walk,
)
from workflows.exploring.keys import Keys
from workflows.exploring.ledger import Ledger
from workflows.exploring.memory import Deed, MemoryFile
from workflows.exploring.mending import Way
from workflows.exploring.worlds import settled_law, sittings_for, starts, taker
from workflows.facts import Facts
from workflows.matter import Matter
from workflows.rows import RowKind
from workflows.stages import Step

#: How often a deed is done again that changed nothing yet: a second paper numbered, a second demand answered.
AGAIN_AT_MOST = 4
#: Deeds of which the second follows the first at once, by another hand.
_TWO_HANDED = (ASK, CONFIRM)


def walked(procedure: type[Matter], on: date) -> Walk:
    """The walk of a procedure under the law in use; walked once in the life of a process."""
    key = procedure, on, law.book()
    if key not in _WALKED:
        _WALKED[key] = walk(procedure, on)
    return _WALKED[key]


_WALKED: dict[tuple[type[Matter], date, LawBook], Walk] = {}


def walk(procedure: type[Matter], on: date) -> Walk:
    """Walk a procedure from each of its starts on `on`, under the law in use with no question left open."""
    with settled_law(on):
        return _Walker(procedure, on).run()


class _Walker:
    def __init__(self, procedure: type[Matter], on: date):
        self.procedure, self.on = procedure, on
        self.keys, self.found = Keys(procedure), Walk(procedure, on)
        self.known: dict[Hashable, int] = {}
        self.waiting: deque[State] = deque()
        self.idle: set[tuple[str, str]] = set()
        self.opened: set[tuple[str, str, Hashable]] = set()
        self.met_wrongly: set[tuple[str, str]] = set()
        self.alike: set[tuple[str, str, tuple[str, str]]] = set()
        self.paired: set[tuple[str, str]] = set()
        self.followed: set[tuple[str, str]] = set()
        self.mended: set[tuple[str, Way]] = set()
        self.beside: list[tuple[MemoryFile, Ledger]] = []

    def run(self) -> Walk:
        """Walk from the first start; from the next only where something was not come upon before."""
        for world, file in enumerate(starts(self.procedure, self.on)):
            self.world = world
            self._meet(file, Ledger(), None)
            while self.waiting:
                self._leave(self.waiting.popleft())
            if not self.found.unseen():
                break
        return self.found

    def _meet(self, file: MemoryFile, ledger: Ledger, came: tuple[int, str] | None) -> State:
        """The state of this file: the one known by its key, or a new one; where the walk is cut, none goes on."""
        key = (self.world, self.keys.key(file, ledger))
        if key in self.known:
            return self.found.states[self.known[key]]
        state = State(len(self.found.states), file, ledger, came)
        self.known[key] = state.number
        self.found.states.append(state)
        if len(self.found.states) > (
            STATES_OF_A_VARIANT if self.found.of_variant else STATES_AT_MOST
        ):
            self.found.whole = False
        else:
            self.waiting.append(state)
        return state

    def _leave(self, state: State) -> None:
        """Try every deed the stage offers."""
        facts = state.file.facts
        for step in self._open_to(facts):
            if step.finds and len(facts.findings) >= FINDINGS_AT_MOST:
                continue
            if step.drafted or step.lays in NOT_WALKED or step.code in _TWO_HANDED:
                continue
            if (state.stage, step.code) in self.idle:
                continue
            can = self._try(state, step, facts.today)
            if can and step.everyday and step.moves:  # it ends here, whatever lies in the file
                self.idle.add((state.stage, step.code))
            if not can:
                for day in self._later(state, step):
                    self._try(state, step, day)
        self._follow(state)
        self._mend(state)

    def _open_to(self, facts: Facts) -> list[Step]:
        """What people do at this stage, and the act that gives the file to another body: people then tell of it."""
        by_plan = self.procedure.steps[PASS_ON]
        return [
            *self.procedure.on_the_table(facts),
            *([by_plan] if facts.stage in by_plan.source else []),
        ]

    def _follow(self, state: State) -> None:
        """Go on from files that an everyday deed left in the same state: what it made possible is done too."""
        while self.beside:
            file, ledger = self.beside.pop()
            self._everyday(replace(state, file=file, ledger=ledger))

    def _mend(self, state: State) -> None:
        """Put each entry right that one may: asked for and confirmed by another hand."""
        if state.stage not in self.procedure.steps[ASK].source:
            return
        for way, asking in mending.askings(state.file):
            if (state.stage, way) in self.mended:
                continue
            facts, verdict = memory.verdict(state.file, asking)
            if verdict.reasons:
                continue
            asked = memory.done(state.file, asking, facts)
            self.found.done.append(Done(state, asking, verdict.hits, asked))
            here = replace(state, file=asked)
            if self._do(here, mending.confirming(asked)) is self.found.states[state.number]:
                self.mended.add((state.stage, way))

    def _later(self, state: State, step: Step) -> list[date]:
        """The first later day on which every guard of the step can hold, where one waits for a day."""
        facts = replace(state.file.facts, finding=next(iter(state.file.facts.findings), None))
        days = [day for guard in step.when if (day := guard.first_day(facts))]
        return [max(days)] if days and max(days) > facts.today else []

    def _try(self, state: State, step: Step, day: date) -> bool:
        """Do the step on `day` in every way it can be done; return whether it can."""
        bare = Deed(step, taker(step, day), day)
        opening = not state.file.records  # a file is opened with its first form filled
        if not opening and (reasons := memory.judge(state.file, bare, form_filled=False)):
            self._note(state, bare, reasons)
            return False
        can, ordinary, before = False, None, len(self.found.done)
        for deed, form in self._forms(state, step, day):
            met = self._do(state, deed)
            can |= met is not None
            if not form.unusual:
                ordinary = met
            elif met is not None and met is ordinary and len(form.unusual) == 1:
                (what,) = form.unusual
                self.alike.add((state.stage, step.code, what))
        return can or len(self.found.done) > before

    def _forms(self, state: State, step: Step, day: date) -> Iterator[tuple[Deed, Form]]:
        """The deed with every form tried: pairs of unusual answers only where none alone is taken.

        A meeting at which something is wrong is tried once in each stage.
        """
        facts, standing = replace(state.file.facts, acted_on=day), taker(step, day)
        ordinary, *wrong = sittings_for(step, facts, day)
        for helping in forms_of(step, facts, day, ordinary):
            before, first = len(self.found.done), None
            for form in helping:
                first = first or form
                if not any((state.stage, step.code, one) in self.alike for one in form.unusual):
                    yield Deed(step, standing, day, form.answers, ordinary), form
            if first and wrong and (state.stage, step.code) not in self.met_wrongly:
                self.met_wrongly.add((state.stage, step.code))
                for sitting in wrong:
                    yield Deed(step, standing, day, first.answers, sitting), first
            if len(self.found.done) > before and (
                not self.procedure.is_intake or (state.stage, step.code) in self.paired
            ):
                return
            self.paired.add((state.stage, step.code))

    def _do(self, state: State, deed: Deed) -> State | None:
        """Do the deed; return the state it led to, None where it is refused."""
        facts, verdict = memory.verdict(state.file, deed)
        if verdict.reasons:
            self._note(state, deed, verdict.reasons)
            return None
        after = _in_print(memory.done(state.file, deed, facts), deed.step)
        ledger = state.ledger.after(state.file, deed.step, deed.answers, after.records)
        self.found.done.append(Done(state, deed, verdict.hits, after))
        if deed.step.prepares:
            return self._signed(replace(state, file=after, ledger=ledger), deed)
        met = self._meet_printed(after, ledger, state, deed.step)
        for _ in range(AGAIN_AT_MOST if _may_be_repeated(deed.step) else 0):
            if met.number != state.number or (again := self._again(after, deed)) is None:
                break
            ledger = ledger.after(after, deed.step, deed.answers, again.records)
            after = again
            met = self._meet_printed(after, ledger, state, deed.step)
        if met.number == state.number and deed.step.everyday and deed.step.code not in _TWO_HANDED:
            self._beside(state, deed.step, after, ledger)
        return met

    def _beside(self, state: State, step: Step, after: MemoryFile, ledger: Ledger) -> None:
        """Keep a file that an everyday deed left in the same state: one for all that it makes possible beside."""
        self.idle.add((state.stage, step.code))
        opens = (state.stage, step.code, self.keys.beside(after))
        if opens not in self.opened:
            self.opened.add(opens)
            self.beside.append((after, ledger))

    def _signed(self, state: State, prepared: Deed) -> State | None:
        """The state after the draft just prepared is signed; what else may be done to it is tried too."""
        step = self.procedure.steps[prepared.step.prepares or ""]
        signed = self._try(state, step, prepared.on)
        if not signed:
            for day in self._later(state, step):
                self._try(state, step, day)
        if (state.stage, step.code) not in self.followed:
            self.followed.add((state.stage, step.code))
            self._everyday(state)
        return None

    def _everyday(self, here: State) -> None:
        """Every everyday deed that was not done in this stage yet, in a file that lies as this one."""
        for step in self._open_to(here.file.facts):
            new = step.everyday and not step.moves and (here.stage, step.code) not in self.idle
            if new and step.lays not in OF_THE_LAW and step.code not in _TWO_HANDED:
                self._try(here, step, here.file.facts.today)

    def _meet_printed(self, after: MemoryFile, ledger: Ledger, state: State, step: Step) -> State:
        """The state after a deed; and the one in which the press has printed what it left, where that differs."""
        met = self._meet(after, ledger, (state.number, step.code))
        dry = memory.printed(after)
        also = met if dry is after else self._meet(dry, ledger, (state.number, step.code))
        _joins(state, step, met)
        if also is not met:
            _joins(state, step, also)
            _joins(met, None, also)
        return met if also.number == state.number else also

    def _again(self, file: MemoryFile, deed: Deed) -> MemoryFile | None:
        """The file after the same deed once more, about the next thing it may be about."""
        for helping in forms_of(deed.step, file.facts, deed.on, deed.sitting):
            for form in helping:
                other = replace(deed, answers=form.answers)
                facts, verdict = memory.verdict(file, other)
                if not verdict.reasons:
                    return _in_print(memory.done(file, other, facts), deed.step)
        return None

    def _note(self, state: State, deed: Deed, reasons: tuple[Reason, ...]) -> None:
        """Write down which guards refuse, and whether the file now waits for another."""
        facts, _verdict = memory.verdict(state.file, deed)
        answers = self.procedure.clean(deed.step, deed.answers).values
        facts = replace(facts, inputs={**facts.inputs, **answers})
        against, said = [], set()
        for guard in deed.step.when:
            if found := [one.reason for one in guard.judgements(facts) if one.reason]:
                against.append(guard)
                said |= {reason.rule for reason in found}
        if not against:
            return
        for guard in against:
            self.found.refused.setdefault((deed.step.code, guard.id), facts)
        if any(reason.rule not in said for reason in reasons):
            return
        if all(guard.elsewhere for guard in against):
            state.waits |= {guard.id for guard in against}


def _in_print(file: MemoryFile, step: Step) -> MemoryFile:
    """The press has printed whatever a deed left, but for what the clerk has only just numbered."""
    return file if step.lays is RowKind.NUMBERED else memory.printed(file)


def _joins(one: State, step: Step | None, other: State) -> None:
    if (step, other.number) not in one.left:
        one.left.append((step, other.number))


def _may_be_repeated(step: Step) -> bool:
    """Whether a second time may be about something else: another paper, row or record of the file."""
    kinds = {one.kind for one in step.inputs}
    return not step.moves and bool(kinds & {"paper", "row"}) and step.lays is not RowKind.CORRECTION
