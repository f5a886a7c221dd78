"""Who may take which step at which stage: the engine says what the tables written beside it say, cell by cell."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from permissions.roles import Relation, Role
from permissions.standing import Standing
from tests.campaign import WHOLE
from tests.workflows.planted import with_step, without_guard
from tests.workflows.tables.reading import table_of
from workflows.catalogue import DECLARED, PROCEDURES
from workflows.facts import Facts, Finding, Subject

DAY = date(2026, 11, 20)
OFFICES = [(relation, role) for relation in Relation for role in Role]
each_procedure = pytest.mark.parametrize("procedure", DECLARED, ids=lambda one: one.code)


def lying(machine, procedure, stage):
    """A bare file at a stage, or one whose only finding is at it."""
    finding = Finding(1, 1, stage) if machine is not procedure else None
    return Facts(
        procedure.code, procedure.stage.start.value if finding else stage, DAY, DAY, DAY, DAY,
        body="ubkt", level="tinh", members=5, own=1, subjects=(Subject(1, True, 1),),
        findings=(finding,) if finding else (), finding=finding,
    )  # fmt: skip


def standing(office, *, subject=False, on_team=False):
    relation, role = office
    roles = {relation: frozenset({role})}
    if on_team:
        roles[Relation.TEAM] = roles.get(Relation.TEAM, frozenset()) | {Role.TEAM_MEMBER}
    return Standing(7, DAY, roles, is_subject=subject)


def differences(procedure):
    """Every cell in which the engine and the table say something else, the cheap ones first."""
    table = {line.step: line for line in table_of(procedure.code)}
    steps = {step.code: step for step in procedure.all_steps()}
    yield from (f"no such step: {code}" for code in sorted(set(table) - set(steps)))
    yield from (f"not in the table: {code}" for code in sorted(set(steps) - set(table)))
    for machine in procedure.machines():
        for step in machine.steps.values():
            if line := table.get(step.code):
                yield from _of_step(procedure, machine, step, line)


def _of_step(procedure, machine, step, line):
    if (step.target or "") != line.target:
        yield f"{step.code} leads to {step.target or 'nowhere'}, not to {line.target or 'nowhere'}"
    if (asked := " ".join(one.id for one in step.when)) != line.conditions:
        yield f"{step.code} asks {asked or 'nothing'}, not {line.conditions or 'nothing'}"
    for cell, may in _answers_of(step.by).items():
        office, subject, on_team = cell
        if may != line.allows(office, subject=subject, on_team=on_team):
            yield f"{step.code} {office} subject={subject} on_team={on_team}: {may}"
    yield from _at_every_stage(procedure, machine, step, line)


@cache
def _answers_of(by):
    """Whether a predicate lets each office take a step, as the subject and on the team too; many steps share one."""
    return {
        (office, subject, on_team): not by.refusals(
            standing(office, subject=subject, on_team=on_team)
        )
        for office in OFFICES
        for subject in (False, True)
        for on_team in (False, True)
    }


def _at_every_stage(procedure, machine, step, line):
    """The engine's own answer: order and permission together, at every stage."""
    stages = list(machine.stage.enum.values)
    wanted = line.sources_of([one for one in stages if not machine.is_final(one)])
    named = [one for one in OFFICES if line.allows(one, subject=False, on_team=False)]
    strangers = [one for one in OFFICES if one not in named]
    seldom = 1 if WHOLE else 8 if procedure.stage.varies is not None else 2
    for number, stage in enumerate(stages):
        if (number + len(step.code)) % seldom:
            continue  # other stages for each step; a variant's are its base's, and seldom asked
        facts = lying(machine, procedure, stage)
        for office in _asked_here(named, number) + _asked_here(strangers, number):
            reasons = procedure.refusals(step, facts, standing(office), None).reasons
            may = not {"order", "permission"} & {one.rule for one in reasons}
            if may != (stage in wanted and office in named):
                yield f"{step.code} at {stage} by {office}: {may}"


def _asked_here(offices, number):
    """All of them in a campaign; else another one at each stage."""
    return offices if WHOLE else offices[number % len(offices) :][:1] if offices else []


@each_procedure
def test_the_engine_says_what_the_table_says(procedure):
    assert list(differences(procedure)) == []


def test_a_procedure_without_a_table_says_how_to_write_one():
    with pytest.raises(FileNotFoundError) as told:
        table_of("P9.XX")

    assert "tests/workflows/tables/p9_xx.csv" in str(told.value)
    assert "python -m tests.workflows.tables P9.XX" in str(told.value)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"source": ("da_kiem_diem", "da_nghe")}, "hear at da_nghe by"),
        ({"target": "da_bieu_quyet"}, "hear leads to da_bieu_quyet, not to da_nghe"),
        ({"by": PROCEDURES["P5.CB"].steps["plan"].by}, "COMMITTEE_MEMBER"),
    ],
)
def test_a_step_declared_otherwise_is_named(changed, said):
    told = list(differences(with_step("P5.CB", "hear", **changed)))

    assert told
    assert all(one.startswith("hear ") for one in told)
    assert any(said in one for one in told)


def test_a_guard_left_out_of_a_step_is_named():
    vote = PROCEDURES["P5.CB"].steps["vote_to_decide"]
    heard = next(one for one in vote.when if one.id == "right.heard.before_meeting")

    (told,) = differences(without_guard(PROCEDURES["P5.CB"], "vote_to_decide", heard))

    assert told.startswith("vote_to_decide asks the_meeting_is_in_session ")
    assert "right.heard.before_meeting" not in told.partition(", not ")[0]


def test_a_step_that_is_new_is_named():
    plan = PROCEDURES["P5.CB"].steps["plan"]
    more = with_step("P5.CB", "plan")
    more.steps = {**more.steps, "plan_again": replace(plan, code="plan_again")}

    assert list(differences(more)) == ["not in the table: plan_again"]
