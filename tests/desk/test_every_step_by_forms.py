"""Every step of every procedure is taken through its generated form, on the shortest way that leads to it."""

from datetime import date

import pytest

from tests.desk.addresses import WHOLE
from tests.desk.every_body import EveryBody
from tests.desk.form_walker import TEAM, FormWalker
from tests.desk.ordinary_walks import INSTEAD, answers_for, place_of, subject_of
from workflows.catalogue import DECLARED
from workflows.conditions.suspension_term import ExtensionGuard
from workflows.guards import CONCLUDING
from workflows.paths import ways_to
from workflows.variants import own_steps

BEGUN = date(2026, 3, 2)
#: A campaign takes every step; each run a share of them, with the same code.
SHARE = 1 if WHOLE else 120

#: What must be said on the way for a step to be there: the vote comes to no form, the act is long past.
WANTED = {
    "record_no_discipline": {"form": "khong"},
    "record_time_barred": {"act_ended": date(2009, 1, 5), "form": "khien_trach"},
    "end_watch": {"form": "khai_tru"},
}

#: Steps that name a file of somebody else, which no walk opens; test_organisation_pages.py asks for its form.
NAMES_ANOTHER_FILE = {"record_person_result"}
#: What is answered only at the step itself: less time than the plan gave.
AT_LAST = {"extend": {"days": 1}}


def _steps():
    for procedure in DECLARED:
        kind = "ubkt" if "ubkt" in procedure.bodies else min(procedure.bodies)
        others = {procedure.opens, *procedure.also_opens, *NAMES_ANOTHER_FILE}
        for machine in () if procedure.is_meeting else procedure.machines():
            for step in own_steps(machine):
                if step.code not in others:
                    yield procedure, kind, step


STEPS = list(_steps())[::SHARE]


def _way(procedure, step):
    """The moves of the file that lead to where `step` can be taken, then those of its finding."""
    opened = [one for one in procedure.steps.values() if one.code not in procedure.also_opens]
    file = ways_to(procedure, [one for one in opened if one.moves])
    if not step.about_finding:
        return [one for _stage, one in min((file[s] for s in step.source if s in file), key=len)]
    machine = procedure.findings
    concluding = next(
        one
        for one in procedure.steps.values()
        if one.moves and any(CONCLUDING in guard.righted_by for guard in one.when)
    )
    finding = ways_to(machine, [one for one in machine.steps.values() if one.moves])
    to_finding = min((finding[s] for s in step.source if s in finding), key=len)
    return [
        *(one for _stage, one in file[concluding.source[0]]),
        *(one for _stage, one in to_finding),
    ]


@pytest.mark.parametrize(
    ("procedure", "kind", "step"), STEPS, ids=[f"{one.code}-{step.code}" for one, _, step in STEPS]
)
def test_the_step_is_taken_through_its_form(procedure, kind, step, db, settings):
    world = EveryBody.lay()
    wanted = answers_for(procedure, world) | WANTED.get(step.code, {})
    walker = FormWalker(settings, BEGUN, wanted, INSTEAD)

    walker.open(
        procedure, world.bodies[kind, place_of(procedure, kind)], subject_of(procedure, kind, world)
    )
    for move in _way(procedure, step):
        if move.code not in walker.walked:
            walker.reach(move)
    for guard in step.when:
        if isinstance(guard, ExtensionGuard):  # asked only once it comes to an extension
            walker.settle(guard.kind.extension)
    walker.prefers |= AT_LAST.get(step.code, {})
    if step.code == "change_team":
        walker.team = ("", *TEAM)  # the first of them leaves, another joins
    walker.reach(step)

    assert walker.case.history.latest("sequence").step == step.code
