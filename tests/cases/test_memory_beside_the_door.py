"""A file in memory and the file in the database: the same deeds, the same refusals, the same facts read back."""

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

import law
from cases import services
from cases.models import Case, FileRow
from cases.reading import Reader, read_file
from cases.refused import StepRefused
from cases.stories.documents import proposed
from documents.printing import print_pending
from registry.models import Body
from tests.cases.discipline import (
    OPENED,
    SAID,
    WORKING_RULES,
    World,
    ballot,
    in_the_cell,
    level_by_level,
)
from tests.cases.supervision import Supervision, lay_province
from workflows import catalogue
from workflows.aiming import aimed
from workflows.exploring import memory
from workflows.exploring.answers import possible
from workflows.exploring.memory import Deed, MemoryFile
from workflows.facts import BodyFact
from workflows.rows import RowKind

TAKE_STEP = services.take_step
#: What only the register, the press and the vault can say against a deed; everything else memory says too.
OF_THE_DOOR = (
    "input.", "conflict", "paper.", "signing.", "draft.", "levels.", "outcome.", "term.", "route.",
    "endorse.", "decline.", "opinion.", "permission", "grounds.", "door.",
)  # fmt: skip


def lying(file, step):
    """The file that was read, as one in memory."""
    body = Body.objects.get(pk=file.facts.body_at(step.at) or file.body)
    drafts = [row.number for row in file.facts.of(RowKind.DRAFT)]
    words = FileRow.objects.filter(case=file.id, number__in=drafts, superseded_by=None)
    return MemoryFile(
        file.procedure,
        file.facts,
        {one.pk: BodyFact(one.pk, one.kind, one.organisation.kind) for one in Body.objects.all()},
        {row.number: dict(row.words) for row in words},
        electronic=body.signs_electronically,
        records=file.records,
        row=file.next_number,
        finding=file.next_finding,
        paper=1 + max((one.id for one in file.facts.papers), default=0),
    )


def plain(facts):
    """What two files have in common: numbers of papers, and the hashes of drafts' words, are each door's own."""
    told = facts.as_json()
    rows = [
        [*row[:6], {name: said for name, said in row[6].items() if name != "papers"}]
        for row in told["rows"]
    ]
    papers = sorted(paper[1:] for paper in told["papers"])
    about = {name: said for name, said in told.items() if name not in ("acted_on", "today")}
    return {**about, "rows": rows, "papers": papers}


class Beside:
    """Takes each step at the real door and in memory, and compares; counts what came of it."""

    def __init__(self):
        self.same, self.refused = 0, 0

    def take(self, case, step, *, actor, acted_on, today, inputs=None, **more):
        reader = Reader(actor.pk, acted_on, today)
        pk = case if isinstance(case, int) else case.pk
        file = read_file(pk, reader)
        declared, inputs = file.procedure.step(step), dict(inputs or {})
        facts, _reasons = aimed(file.facts, declared, inputs)
        facts = services._with_meeting(file, declared, facts, inputs)
        deed = Deed(declared, file.standing, acted_on, inputs, facts.sitting)
        here = lying(file, declared)
        judged, verdict = memory.verdict(here, deed)
        said = {one.rule for one in verdict.reasons}
        try:
            record = TAKE_STEP(
                case, step, actor=actor, acted_on=acted_on, today=today, inputs=inputs, **more
            )
        except StepRefused as refused:
            self.refused += 1
            real = {one.rule for one in refused.reasons}
            only_there = {one for one in real - said if not one.startswith(OF_THE_DOOR)}
            assert (said - {"paper.state"}) <= real, (step, said - real)
            assert not only_there, (step, only_there)
            raise
        self.same += 1
        assert not said, (step, said)
        after = memory.done(here, deed, judged).facts
        assert plain(after) == plain(read_file(pk, reader).facts), step
        return record


@pytest.fixture
def beside(monkeypatch):
    beside = Beside()
    monkeypatch.setattr(services, "take_step", beside.take)
    return beside


@pytest.mark.django_db
def test_a_discipline_of_every_level_is_the_same_in_memory(beside):
    level_by_level(World("song-song"), until="hand_over")

    assert beside.same > 30


@pytest.mark.django_db
def test_a_supervision_is_the_same_in_memory(beside):
    Supervision(lay_province("song-song-gs")).goes_to("announce")

    assert beside.same > 12


class TwoDoors(RuleBasedStateMachine):
    """People of one cell at one discipline, taken at both doors."""

    world, beside = None, None

    @initialize(until=st.sampled_from(["plan", "receive_self_criticism", "hear"]))
    def the_matter_is_opened(self, until):
        self.day = OPENED
        self.matter = in_the_cell(self.world, until=until)
        self.meetings = ["HN-2026-9999"]

    @rule(data=st.data(), days=st.sampled_from([0, 0, 0, 0, 0, 1, 60]))
    def somebody_tries(self, data, days):
        self.day += timedelta(days=days)
        print_pending()
        case = Case.objects.get(pk=self.matter.case.pk)
        step = data.draw(st.sampled_from(self._table(case)), label="step")
        actor = data.draw(st.sampled_from(self._who(case, step)), label="actor")
        facts = read_file(case.pk, Reader(actor.pk, self.day, self.day)).facts
        answers = self._answers(data, step, facts)
        try:
            self.beside.take(
                case, step.code, actor=actor, acted_on=self.day, today=self.day, inputs=answers
            )
        except StepRefused as refused:
            assert Case.objects.get(pk=case.pk).records == case.records
            self._answer(case, [one.rule for one in refused.reasons])

    def _answer(self, case, rules):
        """The chair of the committee above answers what the law does not tell, while the matter runs."""
        known = law.book().rule_ids
        if case.stage not in catalogue.get(case.procedure).steps["answer_rule"].source:
            return
        for one in rules:
            if one in known and law.rule(one, on=self.day).force == "ask":
                said = {"rule": one, "value": proposed(one, self.day), "source": WORKING_RULES}
                self.beside.take(
                    case, "answer_rule", actor=self.world.who("chu"), acted_on=self.day,
                    today=self.day, inputs=said,
                )  # fmt: skip

    def _table(self, case):
        """The steps of the stage, its own and its moves most of all, and one that is out of turn."""
        procedure = catalogue.get(case.procedure)
        there = [one for one in procedure.steps.values() if case.stage in one.source]
        own = [one for one in there if not one.everyday]
        moves = [one for one in own if one.moves]
        return [*moves, *moves, *own, *there, procedure.steps["close_window"]]

    def _who(self, case, step):
        """Those of the cell who may take it, twice, and whoever may not."""
        everyone = [self.world.who(one) for one in ("hieu", "m1", "m2", "m3", "chu")]
        may = [
            one
            for one in everyone
            if not step.by.refusals(read_file(case.pk, Reader(one.pk, self.day, self.day)).standing)
        ]
        return [*may, *may, *everyone] if may else everyone

    def _answers(self, data, step, facts):
        if step.votes and data.draw(st.integers(0, 4), label="at a meeting of today"):
            with suppress(StepRefused):  # a matter that is over is on no agenda
                meeting = self.world.meets("chi_bo_truong", "hieu", self.day, self.matter.case)
                self.meetings.append(meeting.reference)
        if step.votes:
            votes = data.draw(
                st.sampled_from([{"khien_trach": 5}, {"khong": 5}, {"khien_trach": 6}])
            )
            return ballot(self.meetings[-1], **votes)
        said = SAID.get(step.code)
        choices = {
            one.name: possible(one, facts, self.day) for one in step.inputs if one.kind != "file"
        }
        answers = {
            name: data.draw(st.sampled_from(values), label=name)
            for name, values in choices.items()
            if values
        }
        usual = said is not None and "sent_on" not in answers
        return dict(said) if usual and data.draw(st.integers(0, 4)) else answers


@pytest.mark.django_db
def test_random_deeds_come_to_the_same_at_both_doors(campaign_size):
    world, beside = World("song-song-ng"), Beside()
    world.cell_of(9)
    machine = type("OneCell", (TwoDoors,), {"world": world, "beside": beside})

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=max(4, campaign_size(100)), stateful_step_count=25, deadline=None, database=None,
            derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip

    assert beside.same > 5
    assert beside.refused > 5
