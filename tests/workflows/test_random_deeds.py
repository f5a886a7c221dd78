"""Random people, days, answers, ballots, refusals and corrections: what every procedure keeps, it keeps each time."""

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from permissions.roles import Relation, Role
from permissions.standing import Standing
from tests.campaign import WHOLE
from tests.workflows.planted import faulty
from workflows.catalogue import DECLARED, PROCEDURES
from workflows.drafts import PREFIX
from workflows.everyday.correction import ASK, CONFIRM, REWRITE, STRIKE
from workflows.exploring import memory, mending
from workflows.exploring.answers import DRAFTER, SIGNER, forms_of, possible
from workflows.exploring.memory import Deed, Refused
from workflows.exploring.worlds import settled_law, sittings_for, standing_for, starts, taker
from workflows.forms import Part
from workflows.promises.discipline import DECISIONS, decides, is_excepted
from workflows.promises.supervision import OF_DISCIPLINE, supervises
from workflows.rows import RowKind
from workflows.way_forward import way_forward

DAY = date(2026, 11, 20)
OFFICES = [(relation, role) for relation in Relation for role in Role]


class Officers(RuleBasedStateMachine):
    """People at one file; what they did is kept here a second time, without asking the engine."""

    procedure = None

    def __init__(self):
        super().__init__()
        self.law = settled_law(DAY)
        self.law.__enter__()
        self.file = next(iter(starts(self.procedure, DAY)))
        self.day, self.history, self.moves, self.rows = DAY, [], [], {}

    def teardown(self):
        self.law.__exit__(None, None, None)

    @rule(data=st.data(), days=st.sampled_from([0, 0, 0, 1, 40, 400]))
    def somebody_tries(self, data, days):
        """A step of the table, or any at all, by somebody who may or by anybody."""
        self.day += timedelta(days=days if self.history else 0)
        self.file = memory.on_day(self.file, self.day)
        early_end = data.draw(st.integers(0, 19), label="an early end") == 0
        step = data.draw(st.sampled_from(self._likely(early_end)), label="step")
        self._try(self._deed(data, step))
        if data.draw(st.booleans(), label="the press prints"):
            self.file = memory.printed(self.file)

    @rule()
    def the_lawful_way_is_gone_on(self):
        """What the file itself says comes next, in the ordinary way, on the first day it may be done."""
        facts = self.file.facts
        if self.procedure.is_final(facts.stage):
            return
        ahead = way_forward(self.procedure, facts, self.day).steps[0]
        self.day = max(self.day, ahead.day)
        self.file = memory.printed(memory.on_day(self.file, self.day))
        concluding = self.procedure.findings.steps.values() if ahead.findings else ()
        for step in (*concluding, *ahead.deeds):
            sitting = next(iter(sittings_for(step, facts, self.day)))
            alone = next(forms_of(step, self.file.facts, self.day, sitting), iter(()))
            for form in islice(alone, 12):
                deed = Deed(step, taker(step, self.day), self.day, form.answers, sitting)
                if not memory.judge(self.file, deed):
                    self._try(deed)
                    return

    def _try(self, deed):
        before, reasons = self.file, memory.judge(self.file, deed)
        if reasons:
            assert all(one.text and one.remedy for one in reasons)
            with pytest.raises(Refused):
                memory.take(self.file, deed)
            return
        self.file = memory.take(self.file, deed)
        self._taken(before, deed)

    def _likely(self, early_end):
        """The steps that stand open here, moves most of all, beside all others of the stage."""
        table = self.procedure.on_the_table(self.file.facts) or self.procedure.all_steps()
        if not early_end and not self.procedure.is_final(self.file.facts.stage):
            table = [one for one in table if not (one.aside and self._ends(one))]
        own = [one for one in table if not one.everyday]
        can = [one for one in own if not memory.judge(
            self.file, Deed(one, taker(one, self.day), self.day), form_filled=False)]  # fmt: skip
        moves = [one for one in can if one.moves]
        return [*can, *can, *moves * 4, *table]

    def _ends(self, step):
        return step.moves and not step.about_finding and self.procedure.is_final(step.target)

    def _deed(self, data, step):
        if data.draw(st.integers(0, 9), label="anybody") == 0:
            relation, role = data.draw(st.sampled_from(OFFICES))
            who = Standing(data.draw(st.sampled_from([1, DRAFTER, SIGNER])), self.day,
                           {relation: frozenset({role})})  # fmt: skip
        else:
            who = taker(step, self.day)
            if step.by.seats and data.draw(st.integers(0, 5), label="the same hand") == 0:
                who = standing_for(step.by, DRAFTER, self.day)
        facts = self.file.facts
        if step.code == ASK and (ways := [one for _way, one in mending.askings(self.file)]):
            return replace(data.draw(st.sampled_from(ways), label="what was wrong"), standing=who)
        sitting = next(iter(sittings_for(step, facts, self.day)))
        if sitting and data.draw(st.integers(0, 4), label="something wrong") == 0:
            sitting = data.draw(st.sampled_from(list(sittings_for(step, facts, self.day))))
        answers = {}
        for one in step.inputs:
            values = possible(one, facts, self.day, sitting)
            if values and (one.required or data.draw(st.booleans())):
                likely = [values[0], *values]
                answers[one.name] = data.draw(st.sampled_from(likely), label=one.name)
        return Deed(step, who, self.day, answers, sitting)

    def _taken(self, before, deed):
        step, person = deed.step, deed.standing.person
        stage = before.facts.stage
        if not step.about_finding:
            assert stage in step.source
            assert self.file.facts.stage == (step.target or stage)
        assert not self.procedure.is_final(stage) or step.everyday  # lent, taken back, opened again
        self._nobody_signs_what_they_wrote(step, person)
        self._the_floor_comes_first(step)
        self._findings_go_their_way(before, deed)
        if supervises(self.procedure):
            assert step.lays not in OF_DISCIPLINE
            assert not decides(step)
        self.rows |= {
            row.number: row.laid_by for row in self.file.facts.of(RowKind.CORRECTION_ASKED)
        }
        self.history.append((self.file.records, step, person, deed.on, dict(deed.answers)))
        if step.moves and not step.about_finding:
            self.moves.append(deed.on)

    def _nobody_signs_what_they_wrote(self, step, person):
        drafts = [by for _n, one, by, _on, _said in self.history if one.code == PREFIX + step.code]
        assert not (step.drafted and person == drafts[-1])

    def _the_floor_comes_first(self, step):
        if not decides(step):
            return
        struck = self._corrected(STRIKE)
        real = [(one, said) for n, one, _by, _on, said in self.history if n not in struck]
        refused = {said.get("about") for one, said in real if one.lays is RowKind.REFUSAL}
        laid = {one.lays for one, _said in real}
        if is_excepted(step):  # the law's own dated exception: a court has judged already
            assert RowKind.JUDGMENT in laid
            return
        assert RowKind.REPORT in laid or "kiem_diem" in refused
        assert RowKind.HEARING in laid or "trinh_bay" in refused
        assert any(one.code == self.procedure.rights[0].kept_by for one, _said in real)
        if DECISIONS.intersection(step.issues):
            assert any(one.votes is Part.DECIDES for one, _said in real)

    def _corrected(self, *how):
        """The records that were put right in one of these ways, each asked for and confirmed."""
        asked = {n: said for n, one, _by, _on, said in self.history if one.code == ASK}
        return {
            asked[self.rows[said["request"]]]["record"]
            for _n, one, _by, _on, said in self.history
            if one.code == CONFIRM
            and said["result"] == "dung"
            and asked[self.rows[said["request"]]]["what"] in how
        }

    def _findings_go_their_way(self, before, deed):
        machine, step = self.procedure.findings, deed.step
        was = {one.number: one.stage for one in before.facts.findings}
        now = {one.number: one.stage for one in self.file.facts.findings}
        changed = {number for number in now if now[number] != was.get(number)}
        assert set(was) <= set(now)
        if step.about_finding:
            assert len(changed) <= 1
            assert all(was[n] in step.source and now[n] == step.target for n in changed)
            assert not any(machine.is_final(was[n]) for n in changed)
        else:
            assert changed == (set(now) - set(was) if step.finds else set())

    @invariant()
    def the_file_says_what_was_done(self):
        facts, codes = self.file.facts, [one.code for _n, one, *_rest in self.history]
        assert {code: taken.times for code, taken in facts.taken.items()} == {
            code: codes.count(code) for code in codes
        }
        for code, taken in facts.taken.items():
            days = [on for _n, one, _by, on, _said in self.history if one.code == code]
            assert (taken.first, taken.last) == (min(days), max(days))
        assert facts.moved_on == (self.moves[-1] if self.moves else DAY)
        assert self.file.records == len(self.history)

    @invariant()
    def rows_keep_their_numbers_and_their_records(self):
        rows = self.file.facts.rows
        numbers = [row.number for row in rows]
        steps = {n: one.code for n, one, *_rest in self.history}
        assert numbers == sorted(set(numbers))
        assert all(row.number < self.file.row for row in rows)
        assert all(steps[row.laid_by] in (row.step, CONFIRM) for row in rows)
        assert not self._corrected(STRIKE, REWRITE) & {row.laid_by for row in rows}

    @invariant()
    def a_discipline_is_one_the_ballot_carried(self):
        for row in self.file.facts.of(RowKind.BALLOT):
            cast = row.facts["votes"]
            assert sum(cast.values()) <= row.facts["entitled"] <= row.facts["base"]
            if row.facts["form"]:
                assert 2 * sum(cast.values()) > row.facts["base"]

    @invariant()
    def papers_are_told_apart_and_an_end_is_an_end(self):
        facts = self.file.facts
        ids = [one.id for one in facts.papers]
        assert ids == sorted(set(ids))
        json.dumps(facts.as_json())
        for clock in self.procedure.running(facts):
            assert clock.explained["source"]
        if self.procedure.is_final(facts.stage):
            assert all(one.everyday for one in self.procedure.on_the_table(facts))


def run(machine, rounds, **more):
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=rounds, stateful_step_count=50, deadline=None, database=None,
            suppress_health_check=list(HealthCheck), **more,
        ),
    )  # fmt: skip


@pytest.mark.parametrize("procedure", DECLARED[:: 1 if WHOLE else 2], ids=lambda one: one.code)
def test_whatever_people_try_the_promises_hold(procedure, campaign_size):
    machine = type(f"OfficersOf{procedure.__name__}", (Officers,), {"procedure": procedure})

    run(machine, campaign_size(200), phases=[Phase.generate])


def test_a_procedure_in_which_somebody_may_be_voted_on_unheard_is_found_out():
    base = PROCEDURES["P5.CB"]
    vote = base.steps["vote_to_decide"]
    unasked = tuple(one for one in vote.when if one.id != "right.heard.before_meeting")
    steps = {
        **base.steps,
        "vote_to_decide": replace(vote, when=unasked, source=("da_kiem_diem",)),
    }
    planted = type("OfficersOfAFault", (Officers,), {"procedure": faulty("P5.CB", steps=steps)})

    with pytest.raises(AssertionError):
        run(planted, 100, phases=[Phase.generate], derandomize=True)
