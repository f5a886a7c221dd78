"""Who manages the member is kept with the file; when that changes on the way, a head confirms first."""

from datetime import date, timedelta

import pytest

from cases.models import Case, Subject
from cases.reading import Reader, read_file
from cases.verification import verify
from registry import offices
from registry.deeds import EndPost
from registry.models import ManagedPost, Post
from registry.organs.management import DetermineManager, manager_on
from tests.cases.discipline import WORKING_RULES, World
from tests.cases.inspections import DAY, opened
from tests.cases.supervision import refused

LATER = DAY + timedelta(days=5)
RULE = "cadre.management.changed"


@pytest.fixture
def world(db) -> World:
    """The commune manages the secretaries of its cells, the province the members of base committees."""
    world = World()
    units = world.province.organisations
    for manager, kind, body, position in (
        ("an", "chi_bo", "chi_bo", "bi_thu"),
        ("tinh", "co_so", "cap_uy", "uy_vien"),
    ):
        ManagedPost.objects.create(
            manager=units[manager], organisation_kind=kind, body_kind=body, position=position,
            first_day=date(2025, 7, 1), document="Quyết định phân cấp (mẫu)",
        )  # fmt: skip
    return world


def ends_the_higher_post(world, last_day=DAY):
    post = Post.objects.get(
        person=world.who("xuong1"), body=world.bodies["dang_uy_hoa"], last_day=None
    )
    deed = EndPost(post=post, last_day=last_day, document="Quyết định thôi giữ chức vụ (mẫu)")
    return offices.record(deed, by=world.who("hoa_bt"), today=LATER)


def facts_of(inspection, day):
    who = inspection.world.who("chu").pk
    return read_file(inspection.case.pk, Reader(who, day, day)).facts


def test_of_several_posts_the_highest_says_who_manages(world):
    person, units = world.who("xuong1"), world.province.organisations

    assert manager_on(person.pk, DAY) == units["tinh"].pk
    ends_the_higher_post(world)
    assert manager_on(person.pk, DAY) == units["tinh"].pk
    assert manager_on(person.pk, LATER) == units["an"].pk
    assert manager_on(world.who("thu").pk, DAY) is None


def test_the_file_keeps_who_managed_the_member_and_asks_when_that_has_changed(world):
    inspection = opened(world, "P3.DV", world.who("xuong1"))
    kept = Subject.objects.get(case=inspection.case)
    assert kept.managed_by == world.province.organisations["tinh"]
    assert facts_of(inspection, DAY).managed_above == (1,)

    ends_the_higher_post(world)
    inspection._take("draft_decide", "soan", DAY, inspection.plan)
    with refused(RULE, "Thẩm quyền có thể đã thay đổi"):
        inspection._take("decide", "chu", LATER, {})

    inspection.answer(RULE, on=LATER, value="có", source=WORKING_RULES)
    inspection._take("decide", "chu", LATER, {})
    assert Case.objects.get(pk=inspection.case.pk).stage == "da_quyet_dinh"
    assert not verify(Case.objects.filter(pk=inspection.case.pk)).faults


def test_said_no_the_file_is_not_decided_here(world):
    inspection = opened(world, "P3.DV", world.who("xuong1"))
    ends_the_higher_post(world)
    inspection._take("draft_decide", "soan", DAY, inspection.plan)

    inspection.answer(RULE, on=LATER, value="không", source=WORKING_RULES)

    with refused(RULE, "không còn thuộc thẩm quyền"):
        inspection._take("decide", "chu", LATER, {})


def test_a_document_overrides_the_posts_and_a_second_change_asks_again(world):
    person, units = world.who("xuong1"), world.province.organisations
    inspection = opened(world, "P3.DV", person)
    inspection._take("draft_decide", "soan", DAY, inspection.plan)
    ends_the_higher_post(world)
    inspection.answer(RULE, on=LATER, value="có", source=WORKING_RULES)
    assert facts_of(inspection, LATER).managed_otherwise == ()

    deed = DetermineManager(
        in_body=world.bodies["btv_an"], person=person, manager=units["hoa"],
        since=LATER + timedelta(days=1), document="Quyết định diện quản lý (mẫu)",
    )  # fmt: skip
    offices.record(deed, by=world.who("ky"), today=LATER)

    next_day = LATER + timedelta(days=1)
    assert manager_on(person.pk, next_day) == units["hoa"].pk
    assert facts_of(inspection, next_day).managed_otherwise == (1,)
    with refused(RULE):
        inspection._take("decide", "chu", next_day, {})


def test_nobody_managed_before_and_after_changes_nothing(world):
    inspection = opened(world, "P3.DV", world.who("thu"))

    facts = facts_of(inspection, LATER)

    assert (facts.managed_otherwise, facts.managed_above) == ((), ())
    assert "managed_otherwise" not in facts.as_json()
