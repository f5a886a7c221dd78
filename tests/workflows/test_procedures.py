"""Promises every procedure keeps; a new one is covered the moment it enters the catalogue."""

from datetime import date

import pytest

import law
from documents.catalogue import every_kind
from permissions.roles import Relation, Role
from workflows import drafts
from workflows.catalogue import PROCEDURES
from workflows.editions import describe, edition
from workflows.procedure import Procedure
from workflows.stages import Stages, Step

MACHINES = [
    *PROCEDURES.values(),
    *dict.fromkeys(p.findings for p in PROCEDURES.values() if p.findings),
]
STEPS = [(machine, step) for machine in MACHINES for step in machine.steps.values()]
named = pytest.mark.parametrize(
    ("machine", "step"), STEPS, ids=lambda one: getattr(one, "code", str(one))
)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda m: m.code)
def test_every_stage_is_reached_and_has_a_way_out(machine):
    reached, moves = {machine.stage.start.value}, [s for s in machine.steps.values() if s.moves]
    for _ in machine.stage.enum:
        reached |= {s.target for s in moves if reached & set(s.source)}
    assert reached == set(machine.stage.enum.values)

    for stage in machine.stage.enum.values:
        leads_on = any(stage in step.source for step in moves)
        assert leads_on != machine.is_final(stage), stage


@named
def test_every_step_cites_its_basis_in_every_regime(machine, step):
    for day in (date(2017, 7, 1), date(2022, 3, 1), date(2025, 9, 1), date(2026, 9, 1)):
        hit = law.rule(step.basis, on=day)
        assert hit.cited or hit.force == "ask", (step.code, day)


@named
def test_every_step_can_be_taken_by_someone(machine, step):
    assert step.by.seats
    assert all(
        isinstance(where, Relation) and isinstance(role, Role) for where, role in step.by.seats
    )
    assert step.by.words


@named
def test_every_step_says_what_happens_in_its_own_sentence(machine, step):
    assert len(step.sentence) > 15
    assert step.sentence.endswith(".")
    assert step.label


@named
def test_every_paper_of_a_step_is_in_the_catalogue(machine, step):
    known = set(every_kind())
    assert set(step.issues) | set(step.writes) <= known
    assert all(kind.numbered for kind in step.issues), "a signed paper takes a number"


@named
def test_every_signed_paper_of_an_organ_is_prepared_by_another(machine, step):
    if any(not kind.in_team_series for kind in step.issues):
        assert step.drafted
        assert machine.steps[drafts.PREFIX + step.code].prepares == step.code


@named
def test_every_guard_explains_itself_and_stands_on_a_known_rule(machine, step):
    for guard in step.when:
        assert guard.sentence.endswith(".")
        assert guard.remedy.endswith(".")
        if guard.law:
            law.rule(guard.law, on=date(2026, 9, 1))  # UnknownRule for an id no row defines


@named
def test_names_of_answers_are_told_apart(machine, step):
    names = [question.name for question in step.inputs]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("machine", MACHINES, ids=lambda m: m.code)
def test_every_stage_belongs_to_an_official_phase(machine):
    for stage in machine.stage.enum.values:
        if not machine.is_final(stage):
            assert any(stage in stages for stages in machine.stage.phases.values()), stage


def test_supervision_never_reaches_discipline():
    for machine in (PROCEDURES["P1.CD"], PROCEDURES["P1.CD"].findings, PROCEDURES["P1.TX"]):
        words = str(describe(machine))
        for form in ("khiển trách", "cảnh cáo", "cách chức", "khai trừ"):
            assert form not in words.lower(), (machine.code, form)


def test_an_edition_holds_between_two_changes_of_law_and_changes_with_them():
    supervision = PROCEDURES["P1.CD"]

    same = {edition(supervision, day)[0] for day in (date(2026, 9, 8), date(2026, 10, 30))}
    assert len(same) == 1
    assert edition(supervision, date(2026, 4, 10))[0] != edition(supervision, date(2026, 4, 11))[0]


def test_a_second_target_for_one_stage_is_refused_at_import():
    from django.db.models import TextChoices

    from permissions.predicates import may_sign

    class Two(TextChoices):
        A = "a", "A"
        B = "b", "B"
        C = "c", "C"

    stage = Stages(Two, start=Two.A, ends=[Two.B, Two.C])
    said = {"label": "Chuyển", "by": may_sign, "basis": "basis.case_file"}

    def go(self):
        """Chuyển hồ sơ sang giai đoạn khác."""

    stage.step(Two.A, Two.B, **said)(go)
    with pytest.raises(TypeError, match="declared twice"):
        stage.step(Two.A, Two.C, **said)(go)


def test_a_step_without_its_sentence_is_refused_at_import():
    from permissions.predicates import may_sign

    stages = PROCEDURES["P1.TX"].__dict__["stage"]

    def silent(self): ...

    with pytest.raises(TypeError, match="no docstring"):
        stages.step(stages.start, label="Im lặng", by=may_sign, basis="basis.case_file")(silent)


def test_only_declared_steps_are_steps():
    for word in ("__init__", "refusals", "move", "stage", "steps"):
        assert PROCEDURES["P1.CD"].step(word) is None


def test_viewflow_moves_as_declared():
    for machine, step in STEPS:
        for source in step.source:
            assert machine.move(step, source) == (step.target or source)


def test_the_catalogue_is_one_list():
    assert all(code == procedure.code for code, procedure in PROCEDURES.items())
    assert all(issubclass(procedure, Procedure) for procedure in PROCEDURES.values())
    assert all(isinstance(step, Step) for _machine, step in STEPS)
