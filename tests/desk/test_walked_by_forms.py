"""Every procedure is walked from its first form to its end by what the pages offer, whoever declared it."""

import pytest

from tests.desk.addresses import WHOLE
from tests.desk.every_body import EveryBody
from tests.desk.form_walker import FormWalker
from tests.desk.ordinary_walks import (
    INSTEAD,
    answers_for,
    begun,
    disciplined,
    origin_of,
    place_of,
    subject_of,
)
from workflows.catalogue import DECLARED

#: Opened only out of another file that runs on beside it: told in tests/cases/test_merged_discipline.py.
BESIDE_ANOTHER = {"P5.KH"}

MATTERS = [one for one in DECLARED if not one.is_meeting and one.code not in BESIDE_ANOTHER]
VARIANTS = [one for one in MATTERS if one.stage.varies]
#: A campaign walks everything for every kind of body that may run it; each run the bases and a few of
#: the variants, for one body each.
WALKED = [
    (procedure, kind)
    for procedure in MATTERS
    if WHOLE or procedure not in VARIANTS or procedure in VARIANTS[::15]
    for kind in sorted(procedure.bodies, key=lambda kind: (kind != "ubkt", kind))[
        : None if WHOLE else 1
    ]
]


@pytest.mark.parametrize(
    ("procedure", "kind"), WALKED, ids=[f"{one.code}-{kind}" for one, kind in WALKED]
)
def test_the_ordinary_way_is_walked_through_its_forms(procedure, kind, db, settings):
    world = EveryBody.lay()
    day = begun(procedure)
    walker = FormWalker(settings, day, answers_for(procedure, world), INSTEAD)
    subject, body = (
        subject_of(procedure, kind, world),
        world.bodies[kind, place_of(procedure, kind)],
    )
    if procedure.reviews:  # there must be something to complain of
        walker.prefers |= disciplined(subject, world, FormWalker(settings, day, {}, INSTEAD))

    walker.open(procedure, body, subject, origin_of(procedure, body, day))
    walker.walk()

    walker.case.refresh_from_db()
    assert procedure.is_final(walker.case.stage)
    assert walker.case.closed_on
