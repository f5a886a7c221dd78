"""When two files are the same to a walk: the same stage, and the same yes or no from every guard still ahead."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Any

from permissions.roles import Relation
from workflows.aftermath import ISSUED, SERVED
from workflows.exploring.ledger import Ledger, Mark
from workflows.exploring.memory import MemoryFile
from workflows.facts import Facts, Finding
from workflows.guards import Guard
from workflows.inputs import Choice
from workflows.matter import Matter
from workflows.procedure import Procedure
from workflows.promises.discipline import decides
from workflows.stages import Step

#: Deeds of the floor matter to a key until the last step that is asked about them.
_UNTIL_THE_VOTE = frozenset({Mark.TOLD, Mark.CRITICISED, Mark.HEARD, Mark.VOTED})


@dataclass(frozen=True)
class Ahead:
    """What is still ahead of a stage: steps that may yet be taken, and every guard they stand under."""

    steps: tuple[Step, ...]
    guards: tuple[Guard, ...]
    choosing: tuple[Step, ...]
    by_level: bool
    to_be_decided: bool


class Keys:
    """The keys of one procedure's files; what lies ahead of each stage is worked out once."""

    def __init__(self, procedure: type[Matter]):
        self.procedure = procedure
        self._ahead: dict[str, Ahead] = {}
        self._everyday: dict[str, tuple[Guard, ...]] = {}
        self._concluding = _by_stage(procedure.findings) if procedure.findings else {}

    def key(self, file: MemoryFile, ledger: Ledger) -> Hashable:
        """The canonical key of a file with the ledger of the path that led to it."""
        facts = replace(file.facts, inputs={}, sitting=None, finding=None)
        ahead = self.ahead(facts.stage)
        marks = ledger.marks
        return (
            facts.stage,
            tuple(holds(guard, facts) for guard in ahead.guards),
            tuple(sorted(self._finding(facts, one) for one in facts.findings)),
            tuple(_may_be_handed_over(facts, one) for one in ahead.steps if one.serves),
            _turn(facts) if ahead.by_level else (),
            tuple(chosen(step, facts) for step in ahead.choosing),
            frozenset(marks if ahead.to_be_decided else marks - _UNTIL_THE_VOTE),
        )

    def beside(self, file: MemoryFile) -> Hashable:
        """The yes or no of every everyday deed this stage offers: in what else files of one key may differ."""
        stage = file.facts.stage
        if stage not in self._everyday:
            steps = [
                one for one in self.procedure.steps.values() if one.everyday and stage in one.source
            ]
            self._everyday[stage] = tuple(one for one in _guards(steps) if not one.reads_inputs)
        return tuple(holds(guard, file.facts) for guard in self._everyday[stage])

    def ahead(self, stage: str) -> Ahead:
        """What may still be done from a stage, by the declared moves."""
        if stage not in self._ahead:
            self._ahead[stage] = self._look(stage)
        return self._ahead[stage]

    def _look(self, stage: str) -> Ahead:
        reached = [stage]
        for here in reached:  # grows while it is walked
            for step in self.procedure.steps.values():
                if here in step.source and step.target and step.target not in reached:
                    reached.append(step.target)
        steps = [one for one in self.procedure.steps.values() if set(reached) & set(one.source)]
        return Ahead(
            tuple(steps),
            self._asked_ahead(steps, stage),
            tuple(one for one in steps if _chooses(one)),
            any(one.at is not Relation.HANDLING for one in steps),
            any(decides(one) for one in steps),
        )

    def _asked_ahead(self, steps: list[Step], stage: str) -> tuple[Guard, ...]:
        """The guards of the steps ahead that a file may differ in; of everyday deeds only those that one needs.

        A loan, a pause, a hand-over, a correction asked for stand under guards of their own, which no other
        step asks: they make no state of their own, they are only followed to their end. Nor does a paper
        signed beside the path, such as an extension: what its guards read of a form lies in its draft.
        """
        own = [one for one in steps if not one.everyday]
        there = [one for one in own if stage in one.source]
        needed = {code for guard in _guards(there) for code in guard.righted_by}
        putting_right = [
            one for one in steps if one.everyday and one.code in needed and stage in one.source
        ]
        unasked = _guards([one for one in there if not one.inputs and not _stays_signed(one)])
        return tuple(
            guard
            for guard in _guards([*own, *putting_right])
            if guard in unasked
            or (
                not guard.reads_inputs
                and (guard in _guards([*there, *putting_right]) or not self._any_time(guard))
            )
        )

    def _any_time(self, guard: Guard) -> bool:
        """Whether deeds that every open stage offers put a guard right: nothing hangs on it before its step."""
        deeds = [self.procedure.steps.get(code) for code in guard.righted_by]
        return bool(deeds) and all(one is not None and one.everyday for one in deeds)

    def _finding(self, facts: Facts, one: Finding) -> tuple[Any, ...]:
        about = replace(facts, finding=one)
        guards = self._concluding.get(one.stage, ())
        return (one.subject, one.stage, *(holds(guard, about) for guard in guards))


def holds(guard: Guard, facts: Facts) -> bool:
    """Whether a guard has nothing against these facts, no form being filled."""
    return not any(one.reason for one in guard.judgements(facts))


def chosen(step: Step, facts: Facts) -> tuple[bool, ...]:
    """Which answers of the step's choices its guards would let stand in this file, each by itself."""
    return tuple(
        not any(
            said.reason
            for guard in step.when
            if guard.reads_inputs
            for said in guard.judgements(replace(facts, inputs={one.name: value}))
        )
        for one in step.inputs
        if isinstance(one, Choice)
        for value, _label in one.options
    )


def _chooses(step: Step) -> bool:
    """Whether what the file says decides which choice of the step may be made."""
    return (
        not step.everyday
        and any(guard.reads_inputs for guard in step.when)
        and any(isinstance(one, Choice) and one.required for one in step.inputs)
    )


def _stays_signed(step: Step) -> bool:
    """Whether the step only signs what its draft was asked, and leaves the file where it is."""
    return step.drafted and not step.moves


def _by_stage(machine: type[Procedure]) -> dict[str, tuple[Guard, ...]]:
    """What each stage of a finding's own machine is asked."""
    steps = list(machine.steps.values())
    return {
        stage: _guards([one for one in steps if stage in one.source])
        for stage in machine.stage.enum.values
    }


def _guards(steps: list[Step]) -> tuple[Guard, ...]:
    """Every guard of the steps once; one that only reads a form says nothing of a file."""
    found: dict[tuple[str, str, str], Guard] = {}
    for step in steps:
        for guard in step.when:
            found.setdefault((guard.id, guard.sentence, guard.remedy), guard)
    return tuple(found.values())


def _may_be_handed_over(facts: Facts, step: Step) -> bool:
    """Whether the papers that a step hands over have been printed."""
    papers = facts.papers_of(step.serves)
    return bool(papers) and all(one.state in (ISSUED, SERVED) for one in papers)


def _turn(facts: Facts) -> tuple[Any, ...]:
    """Whose turn it is among the levels, and whether the body decides itself."""
    return len(facts.levels_left), facts.body_at(Relation.DECIDING) == facts.own
