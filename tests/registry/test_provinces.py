"""The sample provinces: districts until 30/6/2025, communes after; posts, places and successors by day."""

from datetime import date

import pytest

from registry import tree
from registry.models import Delegation, Organisation, Post, on
from registry.provinces import find, load
from tests.cases.supervision import TODAY, Supervision, refused

LAST_DAY, FIRST_DAY = date(2025, 6, 30), date(2025, 7, 1)


@pytest.mark.parametrize("name", ["mau_giang", "thu_ha"])
def test_districts_end_and_communes_go_on(db, name):
    province = load(name, code="p")

    before = Organisation.objects.filter(on(LAST_DAY), kind="huyen")
    after = Organisation.objects.filter(on(FIRST_DAY), kind="huyen")
    communes = Organisation.objects.filter(on(FIRST_DAY), kind="xa")

    assert before.exists()
    assert not after.exists()
    assert communes.exists()
    top = province.organisations["tinh"].pk
    assert tree.below(top, LAST_DAY) == set(
        Organisation.objects.filter(on(LAST_DAY)).exclude(pk=top).values_list("pk", flat=True)
    )
    assert tree.below(top, FIRST_DAY) == set(
        Organisation.objects.filter(on(FIRST_DAY)).exclude(pk=top).values_list("pk", flat=True)
    )


def test_the_line_above_a_cell_runs_up_to_the_province_of_its_day(db):
    places = load("mau_giang", code="p").organisations
    line = [places[name].pk for name in ("xuong", "hoa", "an", "tinh")]

    assert tree.above(places["xuong"].pk, FIRST_DAY) == line
    assert tree.above(places["doai"].pk, LAST_DAY) == [
        places[name].pk for name in ("doai", "thuong", "huyen", "tinh")
    ]


def test_an_ended_commune_names_its_successor(db):
    province = load("mau_giang", code="p")

    (succession,) = province.organisations["thuong"].successions.all()

    assert succession.successor == province.organisations["an"]
    assert succession.day == FIRST_DAY


def test_a_province_is_found_again_by_its_short_names(db):
    laid = load("thu_ha", code="p")

    found = find("p", "thu_ha")

    assert found.organisations == laid.organisations
    assert found.bodies == laid.bodies
    assert found.people == laid.people


def test_whoever_is_delegated_acts_in_the_post_for_its_days_only(db):
    supervision = Supervision(load("thu_ha", code="p")).goes_to("draft_decide")
    chair = Post.objects.get(person=supervision.who("chunhiem"))
    Delegation.objects.create(
        post=chair, to=supervision.who("uyvien3"), document="Giấy ủy quyền (mẫu)",
        first_day=TODAY, last_day=TODAY,
    )  # fmt: skip

    with refused("Chỉ chủ nhiệm"):
        supervision.take("drop", by="uyvien2", reason="Không cần.")
    supervision.take("drop", by="uyvien3", reason="Không cần.")

    assert supervision.stage == "khong_thuc_hien"
    assert supervision.last.post_id == chair.pk
    assert supervision.last.actor == supervision.who("uyvien3")
