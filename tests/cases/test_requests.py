"""A cell asked to discipline its member: its leaders may follow the request, and see nothing else of it."""

from datetime import date

import pytest

from cases import services
from cases.models import Finding
from cases.queries import parts_of
from cases.requests import asked_of, may_follow, not_taken_up
from cases.stories import a_inspection, a_supervision
from permissions.ways import Part
from registry.provinces import load
from tests.cases.discipline import World
from tests.cases.organisations import OPENED, taken_up
from tests.cases.test_inspection import Quiet
from workflows.forms import Whom

CONCLUDED = date(2017, 10, 4)


@pytest.fixture
def asked(db, tmp_path):
    """The province in which an inspection has asked Chi bộ thôn Mẫu Đoài, and the inspection."""
    province = load("mau_giang", code="ke")
    supervision, inspection = (Quiet(lambda _line: None, tmp_path) for _ in range(2))
    a_supervision.tell(supervision, province)
    a_inspection.tell(inspection, province, origin=supervision.told)
    return province, inspection.told


def test_the_leaders_of_the_cell_may_follow_the_request_reading_only_what_was_made_known(asked):
    province, inspection = asked

    for leader in ("luong", "quach"):
        person = province.people[leader]
        assert list(asked_of(person, CONCLUDED)) == [inspection]
        assert inspection in may_follow(person, CONCLUDED)
        assert parts_of(inspection, person, CONCLUDED) == {Part.HEADER, Part.ISSUED}


@pytest.mark.parametrize("other", ["ban", "doai1", "thu", "hieu", "hoa_bt"])
def test_nobody_else_is_asked(asked, other):
    province, _inspection = asked

    assert not asked_of(province.people[other], CONCLUDED).exists()


def test_once_the_finding_has_its_outcome_nothing_is_asked(asked):
    province, inspection = asked
    chair = province.people["kiem"]

    services.take_step(
        inspection, "take_over", actor=chair, acted_on=date(2017, 11, 1),
        inputs={"finding": 1, "grounds": "Chi bộ chưa xem xét."}, today=date(2017, 11, 1),
    )  # fmt: skip

    assert not asked_of(province.people["luong"], date(2017, 11, 1)).exists()


def test_about_an_organisation_the_leaders_of_the_one_directly_above_are_asked(db):
    world = World()
    matter = taken_up(world, "P5.TC", "xuong", proposing=("dang_uy_hoa",), deciding="btv_an")
    subject = matter.case.subjects.get()
    Finding.objects.create(
        case=matter.case, number=1, subject=subject, content="Việc", stage="c3b",
        laid_by=subject.laid_by,
    )  # fmt: skip

    asked = {name for name in ("hoa_bt", "hoa_pbt", "hoa1", "xuong1", "ky", "hieu")
             if asked_of(world.who(name), OPENED).exists()}  # fmt: skip

    assert asked == {"hoa_bt", "hoa_pbt"}
    assert not_taken_up(world.who("hoa_bt"), OPENED, Whom.ORGANISATION) == [matter.case]
    assert not_taken_up(world.who("hoa_bt"), OPENED, Whom.MEMBER) == []
