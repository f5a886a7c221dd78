"""Every procedure is walked from its first form to its end by what the pages offer, whoever declared it."""

from datetime import date

import pytest

from registry.models import VotingStatus
from tests.desk.addresses import WHOLE
from tests.desk.every_body import FIRST, EveryBody
from tests.desk.form_walker import FormWalker
from workflows.catalogue import DECLARED

#: A day whose law was read more fully than that of later days.
BEGUN = date(2026, 3, 2)
#: At which level a procedure is walked, the first of these whose bodies run it.
LEVELS = ("xa", "co_so", "tinh", "tw")
#: Opened only out of another file that runs on beside it: told in tests/cases/test_merged_discipline.py.
BESIDE_ANOTHER = {"P5.KH"}

#: A responsible person needs a discipline of their own, or the decision that none is considered.
INSTEAD = {"record_person_result": "leave_person"}

MATTERS = [one for one in DECLARED if not one.is_meeting and one.code not in BESIDE_ANOTHER]
VARIANTS = [one for one in MATTERS if one.stage.varies]
#: A campaign walks everything for every kind of body that may run it; each run the bases and a fifth of
#: the variants, for one body each.
WALKED = [
    (procedure, kind)
    for procedure in MATTERS
    if WHOLE or procedure not in VARIANTS or procedure in VARIANTS[::5]
    for kind in sorted(procedure.bodies, key=lambda kind: (kind != "ubkt", kind))[
        : None if WHOLE else 1
    ]
]


def place_of(procedure, kind):
    """Where such a body stands in the tree: a cell, or the first level at which it runs the procedure."""
    if kind == "chi_bo":
        return "thon"
    level = next(one for one in LEVELS if procedure.is_of_level(one))
    return "tw" if kind == "ban_bi_thu" else level


def answers_for(procedure, world):
    """What a walk must say where the first choice of a form is no ordinary one."""
    if procedure.dissolves:  # the committee directly above proposes, the one above that decides
        bodies = (world.bodies["cap_uy", "xa"], world.bodies["cap_uy", "tinh"])
        return {
            "proposing__1": str(bodies[0].pk),
            "deciding": str(bodies[1].pk),
            "form": "giai_tan",
        }
    if procedure.is_intake:  # an organ sends what it found; nobody's identity is in question
        return {
            "source": "chuyen_den", "sender_kind": "to_chuc", "sender": "Cơ quan mẫu", "envelope": "",
            "nature": "chuyen_den", "standing": "khong_phai_don", "theme": "việc mẫu", "subject": "việc mẫu",
            "content": "việc mẫu", "route": "lam_thong_tin",
        }  # fmt: skip
    if "tw" in procedure.levels and procedure.disciplines:
        return {"deciding": str(world.bodies["btv", "tw"].pk)}
    return {}


def subject_of(procedure, kind, world):
    """A member of the cell, or the cell; for a host cell a member who is with it for a time."""
    if not procedure.subjects:
        return None
    if procedure.of_guests:
        guest = world.members["xuong"][-1]
        VotingStatus.objects.create(
            person=guest, status=VotingStatus.Status.AWAY, document="Giấy giới thiệu (mẫu)", first_day=FIRST
        )  # fmt: skip
        return guest
    cell = "xuong" if place_of(procedure, kind) == "co_so" else "thon"
    return world.members[cell][-1] if "person" in procedure.subjects else world.places[cell]


@pytest.mark.parametrize(
    ("procedure", "kind"), WALKED, ids=[f"{one.code}-{kind}" for one, kind in WALKED]
)
def test_the_ordinary_way_is_walked_through_its_forms(procedure, kind, db, settings):
    world = EveryBody.lay()
    walker = FormWalker(settings, BEGUN, answers_for(procedure, world), INSTEAD)

    walker.open(
        procedure, world.bodies[kind, place_of(procedure, kind)], subject_of(procedure, kind, world)
    )
    walker.walk()

    walker.case.refresh_from_db()
    assert procedure.is_final(walker.case.stage)
    assert walker.case.closed_on
