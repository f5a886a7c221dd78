"""Every procedure is walked from its first form to its end by what the pages offer, whoever declared it."""

from datetime import date

import pytest

from tests.desk.addresses import WHOLE
from tests.desk.every_body import EveryBody
from tests.desk.form_walker import FormWalker
from workflows.catalogue import DECLARED

#: A day whose law was read more fully than that of later days.
BEGUN = date(2026, 3, 2)

#: Each procedure for one body; a campaign walks it for every kind of body that may run it.
WALKED = [
    (procedure, kind)
    for procedure in DECLARED
    if not procedure.is_meeting
    for kind in sorted(procedure.bodies, key=lambda kind: (kind != "ubkt", kind))[
        : None if WHOLE else 1
    ]
]


@pytest.mark.parametrize(
    ("procedure", "kind"), WALKED, ids=[f"{one.code}-{kind}" for one, kind in WALKED]
)
def test_the_ordinary_way_is_walked_through_its_forms(procedure, kind, db, settings):
    world = EveryBody.lay()
    walker = FormWalker(settings, BEGUN)
    place = "thon" if kind == "chi_bo" else "xa"
    subject = world.members["thon"][-1] if "person" in procedure.subjects else world.places["thon"]

    walker.open(procedure, world.bodies[kind, place], subject if procedure.subjects else None)
    walker.walk()

    walker.case.refresh_from_db()
    assert procedure.is_final(walker.case.stage)
    assert walker.case.closed_on
