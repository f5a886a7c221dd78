"""How procedures are declared and moved; what each of them promises is in test_promises.py."""

from datetime import date

import pytest

from workflows.catalogue import PROCEDURES
from workflows.editions import edition, history, in_force
from workflows.procedure import Procedure
from workflows.stages import Stages, Step

MACHINES = [
    *PROCEDURES.values(),
    *dict.fromkeys(p.findings for p in PROCEDURES.values() if p.findings),
]
STEPS = [(machine, step) for machine in MACHINES for step in machine.steps.values()]
each = pytest.mark.parametrize("machine", MACHINES, ids=lambda one: f"{one.code} {one.__name__}")


@each
def test_every_step_says_what_happens_in_its_own_sentence(machine):
    for step in machine.steps.values():
        assert len(step.sentence) > 15, step.code
        assert step.sentence.endswith("."), step.code
        assert step.label, step.code


@each
def test_names_of_answers_are_told_apart(machine):
    for step in machine.steps.values():
        names = [question.name for question in step.inputs]
        assert len(names) == len(set(names)), step.code


def test_an_edition_holds_between_two_changes_of_law_and_changes_with_them():
    supervision = PROCEDURES["P1.CD"]

    same = {edition(supervision, day)[0] for day in (date(2026, 9, 8), date(2026, 10, 30))}
    assert len(same) == 1
    assert edition(supervision, date(2026, 4, 10))[0] != edition(supervision, date(2026, 4, 11))[0]


def test_the_history_of_editions_has_each_day_in_one_of_them():
    discipline = PROCEDURES["P5.DV"]
    editions = history(discipline)

    assert [day for day, _sha in editions] == sorted({day for day, _sha in editions})
    for day in (date(2017, 7, 1), date(2022, 3, 1), date(2026, 9, 1)):
        start, sha = in_force(discipline, day)
        assert (start, sha) in editions
        assert start <= day
        assert sha == edition(discipline, day)[0] == edition(discipline, start)[0]


def test_a_day_before_every_known_regulation_is_an_edition_of_its_own():
    discipline, day = PROCEDURES["P5.DV"], date(1999, 1, 1)

    assert in_force(discipline, day) == (day, edition(discipline, day)[0])


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
