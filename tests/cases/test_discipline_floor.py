"""What no role may skip, a Django administrator least of all: self-criticism, hearing, secret ballot, service."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model

from cases.refused import StepRefused
from registry.models import Person, Post
from tests.cases.discipline import (
    DECIDED,
    DECIDES,
    POWER,
    SERVED,
    WORKING_RULES,
    World,
    level_by_level,
    refused_whole,
)

#: One holder of every role that touches the matter, and the member himself.
EVERYBODY = (
    "soan", "chu", "doan", "giam", "van", "soat", "ky", "nghe", "btv1", "xuong1", "hoa_bt", "thu", "quan_tri",
)  # fmt: skip
FLOOR = ("right.heard.before_meeting", "vote.discipline.ballot")


@pytest.fixture
def world(db):
    """The province with an administrator of the site who is also secretary of every body that decides."""
    world = World()
    account = get_user_model().objects.create_superuser("quan-tri", password="mau-mau-mau")
    admin = Person.objects.create(full_name="Quản Thị Trị", account=account)
    world.province.people["quan_tri"] = admin
    for body in ("ubkt_an", "btv_an", "dang_uy_hoa", "chi_bo_xuong"):
        for position in ("bi_thu", "chu_nhiem", "van_thu"):
            Post.objects.create(
                person=admin, body=world.bodies[body], position=position, first_day=date(2025, 7, 1)
            )
    return world


@pytest.fixture
def unheard(world):
    """Everything done but self-criticism and hearing, the standing committee in session."""
    matter = level_by_level(world, until="present")
    meeting = world.meets("btv_an", "nghe", DECIDED, matter.case, absent=("quan_tri",))
    matter.answer(POWER, on=DECIDED, value=DECIDES)
    return matter, meeting


def test_nobody_lets_a_body_vote_without_self_criticism_and_hearing(unheard):
    matter, meeting = unheard

    for who in EVERYBODY:
        with refused_whole("self_criticism", "right.heard.before_meeting"):
            matter.vote("vote_to_decide", meeting, by=who, khai_tru=9)


def test_nobody_decides_without_a_secret_ballot(unheard):
    matter, _meeting = unheard

    for who in EVERYBODY:
        with refused_whole("Chưa có kết quả bỏ phiếu"):
            matter.take("decide", by=who, on=DECIDED)


@pytest.mark.parametrize("rule", FLOOR)
def test_nobody_releases_or_answers_away_a_promise_of_the_floor(unheard, rule):
    matter, _meeting = unheard
    said = {"rule": rule, "source": WORKING_RULES}

    for who in EVERYBODY:
        with refused_whole(rule):
            matter.take("release_rule", by=who, on=DECIDED, reason="Cho nhanh.", **said)
        with refused_whole(rule):
            matter.take("answer_rule", by=who, on=DECIDED, value="không", **said)


def test_nobody_closes_the_window_of_a_decision_that_was_never_served(world):
    matter = level_by_level(world, until="decide")

    for who in EVERYBODY:
        with refused_whole("Chưa đến lượt", "Thời hạn khiếu nại chưa hết"):
            matter.take("close_window", by=who, on=date(2026, 4, 5))


def test_the_administrator_alone_signs_nothing_he_prepared(world):
    matter = level_by_level(world, until="compare_limitation")
    matter.take("draft_decide", by="quan_tri", on=SERVED)

    with refused_whole("không được tự ký duyệt"):
        matter.take("decide", by="quan_tri", on=SERVED)


def test_an_account_without_any_post_is_a_stranger_however_mighty(world):
    matter = level_by_level(world, until="appraise")
    Post.objects.filter(person=world.who("quan_tri")).update(last_day=date(2025, 12, 31))

    with pytest.raises(StepRefused) as caught:
        matter.take("hear", by="quan_tri", on=date(2026, 3, 20))

    assert [reason.rule for reason in caught.value.reasons] == ["permission"]
