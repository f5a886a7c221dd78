"""Every procedure is walked from its first form to its end by what the pages offer, whoever declared it."""

import pytest

from tests.desk.addresses import WHOLE
from tests.desk.every_body import EveryBody
from tests.desk.hands import ByClient
from tests.desk.ordinary_walks import BEGUN_OTHERWISE, bodies_of, set_out
from workflows.catalogue import DECLARED

OTHERS = [one for one in DECLARED if one.code not in BEGUN_OTHERWISE]
VARIANTS = [one for one in OTHERS if one.stage.varies]
BASES = [one for one in OTHERS if not one.stage.varies]
#: A campaign walks everything for every kind of body that may run it; each run a quarter of the bases and one
#: variant, for one body each.
WALKED = [
    (procedure, kind)
    for procedure in (DECLARED if WHOLE else [*BASES[::4], *VARIANTS[:1]])
    for kind in bodies_of(procedure)[: None if WHOLE and procedure in OTHERS else 1]
]


@pytest.mark.parametrize(
    ("procedure", "kind"), WALKED, ids=[f"{one.code}-{kind}" for one, kind in WALKED]
)
def test_the_ordinary_way_is_walked_through_its_forms(procedure, kind, db, settings):
    walker = set_out(procedure, kind, EveryBody.lay(), settings, ByClient())

    walker.walk()

    walker.case.refresh_from_db()
    assert procedure.is_final(walker.case.stage)
    assert walker.case.closed_on
