"""The lawful way forward: the shortest path to an end, and what each step on it still needs.

Nothing here is a forecast. Steps ahead are judged on the file as it lies, each on the earliest day
known for it; what a guard lacks names the deeds that put it right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from documents.catalogue import Kind
from law import Hit, Reason
from workflows import drafts
from workflows.facts import Facts, Finding, PaperFact
from workflows.guards import CONCLUDING, Guard, look_up
from workflows.paths import Machine, chosen_by, shortest_path
from workflows.rows import RowKind
from workflows.stages import Step

#: Rows of a vote already held; one still to come is held under the law of its own day.
VOTES_HELD = (RowKind.MEETING, RowKind.BALLOT, RowKind.MOTION)

#: States of a signed paper that the clerk has still to number or print.
WAITING = ("da_ky", "cho_in")


@dataclass(frozen=True)
class Ahead:
    """One step ahead and the earliest day it may be done.

    `before` are the steps that must be taken first without moving the file: a content recorded, a
    meeting held, papers prepared; what each of several bodies does stands there once for each.
    `findings` counts the contents to be concluded first (None: none is asked for). `against` are
    reasons that no step of the procedure puts right. `questions` are the rules that give no verdict
    that day; `unconfirmed` those read in one text only, and those nobody read on which nothing hangs
    while every reading comes to the same.
    """

    step: Step
    day: date
    basis: Hit
    before: tuple[Step, ...] = ()
    findings: int | None = None
    against: tuple[Reason, ...] = ()
    questions: tuple[Hit, ...] = ()
    unconfirmed: tuple[Hit, ...] = ()

    @property
    def deeds(self) -> tuple[Step, ...]:
        """Everything to be done here, in order: what comes before the step, and the step."""
        return (*self.before, self.step)


@dataclass(frozen=True)
class Way:
    """The steps ahead, and the stage in which they end; no steps when the file is finished."""

    steps: tuple[Ahead, ...]
    end: str

    @property
    def is_a_way_out(self) -> bool:
        """Whether it leaves the ordinary path, because no ordinary one leads to an end."""
        return any(one.step.aside for one in self.steps)

    @property
    def papers(self) -> int:
        """How many papers are still to be written or signed."""
        return sum(len(papers_of(deed)) for one in self.steps for deed in one.deeds)

    @property
    def votes(self) -> int:
        """How many meetings that vote are still needed."""
        return sum(is_a_vote(deed) for one in self.steps for deed in one.deeds)

    @property
    def questions(self) -> dict[str, tuple[Hit, Ahead]]:
        """Every open question once, by its rule, with the first step that asks it."""
        return _once((hit, one) for one in self.steps for hit in one.questions)

    @property
    def unconfirmed(self) -> dict[str, tuple[Hit, Ahead]]:
        """Every rule of the way that was read in one text only, once."""
        return _once((hit, one) for one in self.steps for hit in one.unconfirmed)


def way_forward(procedure: Machine, facts: Facts, on: date) -> Way:
    """Return the way from where the file lies to an end, walked from `on` or the last move.

    Ordinary moves come first, optional ones are left out where a shorter way exists; a way out is
    taken only where no ordinary move leads to an end. A move against which the file itself has chosen
    (a form that lapses or not, a body that decides or proposes) is no way.
    """
    path = shortest_path(procedure, facts.stage, chosen_by(facts))
    walk = _Walk(procedure, replace(facts, acted_on=max(on, facts.moved_on)))
    steps = tuple(walk.take(stage, step) for stage, step in path)
    return Way(steps, str(path[-1][1].target) if path else facts.stage)


def needs(procedure: Machine, facts: Facts, step: Step, on: date) -> Ahead:
    """Return what one step of the file needs that is to be taken from where the file lies, on `on` or later."""
    walk = _Walk(procedure, replace(facts, acted_on=max(on, facts.moved_on)))
    return walk.take(facts.stage, step)


def open_questions(procedure: Machine, facts: Facts, on: date) -> tuple[Hit, ...]:
    """Return each rule on the way that gives no verdict and was not answered, once."""
    return tuple(hit for hit, _first in way_forward(procedure, facts, on).questions.values())


def open_questions_along(chain: Sequence[tuple[Machine, Facts]], on: date) -> tuple[Hit, ...]:
    """Return the open questions of several files that follow each other (inspection, then discipline), once each."""
    asked = (hit for procedure, facts in chain for hit in open_questions(procedure, facts, on))
    return tuple({hit.rule: hit for hit in asked}.values())


def papers_of(step: Step) -> tuple[Kind, ...]:
    """The kinds of papers a step issues or writes."""
    return (*step.issues, *step.writes)


def is_a_vote(step: Step) -> bool:
    """Whether the step is a meeting that votes, by hands or by secret ballot."""
    return step.lays is RowKind.MEETING or step.at_a_meeting is not None


@dataclass
class _Walk:
    """Somebody who walks the path: what they carry from one step to the next.

    `righted` are the guards already put right on the way; no deed is asked for twice.
    """

    procedure: Machine
    facts: Facts
    righted: set[str] = field(default_factory=set)

    def take(self, stage: str, step: Step) -> Ahead:
        """Say what `step` needs when it is taken from `stage`, and go on to the next."""
        lacking = [guard for guard in step.when if self._lacks(guard, stage)]
        before = self._before(step, stage, lacking)
        self._wait_for((step, *before))
        against = self._against(lacking, before) if stage == self.facts.stage else ()
        self._leave_older_meetings((*before, step))
        concluding = [guard for guard in lacking if CONCLUDING in guard.righted_by]
        open_ones = self._open_findings(concluding)
        deeds = (*before, step)
        asked = _each_once(
            *(hit for deed in deeds for hit in _hits(deed, self.facts)),
            *(self._hits_of_every_conclusion(open_ones) if concluding else ()),
        )
        avoided = [hit for deed in deeds for one in deed.when for hit in one.avoided(self.facts)]
        ahead = Ahead(
            step=step,
            day=self.facts.acted_on,
            basis=look_up(step.basis, self.facts),
            before=before,
            findings=len(open_ones) if concluding else None,
            against=against,
            questions=tuple(hit for hit in asked if hit.force == "ask"),
            unconfirmed=_each_once(*(hit for hit in asked if hit.force == "releasable"), *avoided),
        )
        self.righted |= {guard.id for guard in lacking}
        self._papers_lie_there(ahead)
        return ahead

    def _lacks(self, guard: Guard, stage: str) -> bool:
        """Whether the guard refuses the file as it lies, or needs a vote in a stage still to come."""
        if guard.reads_inputs or guard.id in self.righted:
            return False
        votes = any(is_a_vote(deed) for deed in self._righting(guard, stage))
        return (votes and stage != self.facts.stage) or guard.judge(self.facts).reason is not None

    def _righting(self, guard: Guard, stage: str) -> Iterator[Step]:
        for code in guard.put_right_by(self.facts):
            deed = self.procedure.steps.get(code)
            if deed and not deed.moves and stage in deed.source:
                yield deed

    def _before(self, step: Step, stage: str, lacking: Iterable[Guard]) -> tuple[Step, ...]:
        """The deeds that put the lacking guards right, and the preparation of what is signed."""
        deeds: list[Step] = []
        for guard in lacking:
            there = tuple(deeds)
            deeds += [deed for deed in self._righting(guard, stage) if deed not in there]
        prepared = [one for deed in deeds for one in (*self._draft_for(deed, stage), deed)]
        return (*prepared, *self._draft_for(step, stage))

    def _draft_for(self, step: Step, stage: str) -> tuple[Step, ...]:
        ready = stage == self.facts.stage and drafts.waiting(step.code, self.facts)
        return (
            (self.procedure.steps[drafts.PREFIX + step.code],) if step.drafted and not ready else ()
        )

    def _wait_for(self, deeds: Iterable[Step]) -> None:
        """Move the day on to the first one on which every guard can hold."""
        known = (guard.first_day(self.facts) for deed in deeds for guard in deed.when)
        self.facts = replace(self.facts, acted_on=max((self.facts.acted_on, *filter(None, known))))

    def _leave_older_meetings(self, deeds: Iterable[Step]) -> None:
        """A vote to come is held under the law of its own day, not of a meeting already held."""
        if any(is_a_vote(deed) for deed in deeds):
            rows = tuple(row for row in self.facts.rows if row.kind not in VOTES_HELD)
            self.facts = replace(self.facts, rows=rows)

    def _against(self, lacking: Iterable[Guard], before: tuple[Step, ...]) -> tuple[Reason, ...]:
        """Reasons against the very next step that none of the deeds, nor an answer, takes away."""
        codes = {CONCLUDING, *(deed.code for deed in before)}
        left = (guard for guard in lacking if not codes & set(guard.put_right_by(self.facts)))
        judged = (guard.judge(self.facts) for guard in left)
        return tuple(one.reason for one in judged if one.reason and not _asks(one.hit, self.facts))

    def _open_findings(self, guards: Iterable[Guard]) -> list[Finding]:
        """The findings that one of these guards refuses, each looked at alone."""
        guards = tuple(guards)
        return [
            one
            for one in self.facts.findings
            if any(guard.judge(replace(self.facts, findings=(one,))).reason for guard in guards)
        ]

    def _hits_of_every_conclusion(self, findings: Iterable[Finding]) -> list[Hit]:
        """The rules asked whatever is concluded next of these findings; no outcome is supposed."""
        machine = self.procedure.findings
        if machine is None:
            return []
        stages = {one.stage for one in findings} or {machine.stage.start.value}
        steps = [one for one in machine.steps.values() if stages & set(one.source)]
        asked = [{hit.rule: hit for hit in _hits(step, self.facts)} for step in steps]
        first = asked[0] if asked else {}
        return [hit for rule, hit in first.items() if all(rule in one for one in asked)]

    def _papers_lie_there(self, ahead: Ahead) -> None:
        """The clerk has numbered what lay signed, if asked to; what the step signs now waits for it."""
        numbered = any(deed.lays is RowKind.NUMBERED for deed in ahead.before)
        lying = [
            replace(paper, state="da_ban_hanh") if numbered and paper.state in WAITING else paper
            for paper in self.facts.papers
        ]
        signed = (
            PaperFact(0, kind.code, WAITING[0], ahead.step.code, None)
            for kind in ahead.step.issues
            if kind.numbered and not kind.in_team_series
        )
        self.facts = replace(self.facts, papers=(*lying, *signed))


def _hits(step: Step, facts: Facts) -> Iterator[Hit]:
    """The rules a step asks of this file: of a guard over a table the row it meets, not all of them."""
    yield look_up(step.basis, facts)
    for guard in step.when:
        yield from guard.ahead(facts)


def _each_once(*hits: Hit) -> tuple[Hit, ...]:
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.rule, hit)
    return tuple(first.values())


def _asks(hit: object, facts: Facts) -> bool:
    rule = hit.get("rule") if isinstance(hit, dict) else None
    return rule is not None and look_up(rule, facts).force == "ask"


def _once(found: Iterable[tuple[Hit, Ahead]]) -> dict[str, tuple[Hit, Ahead]]:
    first: dict[str, tuple[Hit, Ahead]] = {}
    for hit, one in found:
        first.setdefault(hit.rule, (hit, one))
    return first
