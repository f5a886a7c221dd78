"""Notices: who finds which, until they have been seen."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from permissions.notices import Notice, notices_for, see, tell
from registry.models import Post
from registry.provinces import Province, load
from tests.cases.supervision import TODAY, ago


@pytest.fixture
def province(db) -> Province:
    return load("thu_ha", code="thong-bao")


def test_a_notice_to_a_person_is_found_by_that_person_alone(province):
    told = tell("Quyết định đã gửi", "Đã giao ngày hôm nay.", person=province.people["dangvien"])

    assert list(notices_for(province.people["dangvien"], TODAY)) == [told]
    assert not notices_for(province.people["chunhiem"], TODAY).exists()


def test_a_notice_to_a_post_goes_with_the_post(province):
    body, chair, deputy = (
        province.bodies["ubkt"],
        *map(province.people.get, ("chunhiem", "phochunhiem")),
    )
    tell("Hồ sơ quá hạn", "Quá hạn ba ngày.", body=body, position="chu_nhiem")
    assert notices_for(chair, TODAY).exists()
    assert not notices_for(deputy, TODAY).exists()

    Post.objects.filter(person=chair).update(last_day=ago(1))
    Post.objects.create(
        person=deputy,
        body=body,
        position="chu_nhiem",
        first_day=TODAY,
        last_day=TODAY + timedelta(9),
    )

    assert not notices_for(chair, TODAY).exists()
    assert notices_for(deputy, TODAY).exists()


def test_one_is_seen_or_all_and_never_those_of_others(province):
    chair, member = province.people["chunhiem"], province.people["dangvien"]
    first, second = (tell(f"Việc {n}", "Nội dung.", person=member) for n in (1, 2))
    foreign = tell("Việc khác", "Nội dung.", person=chair)

    assert see(member, TODAY, only=foreign.pk) == 0
    assert see(member, TODAY, only=first.pk) == 1
    assert see(member, TODAY) == 1

    assert not notices_for(member, TODAY).filter(seen_at=None).exists()
    assert Notice.objects.get(pk=second.pk).seen_by == member
    assert Notice.objects.get(pk=foreign.pk).seen_at is None


def test_a_notice_is_for_somebody_and_is_neither_edited_nor_removed(province):
    with pytest.raises(IntegrityError), transaction.atomic():
        tell("Cho ai?", "Không cho ai.")
    tell("Việc", "Nội dung.", person=province.people["dangvien"])

    for change in ("UPDATE permissions_notice SET text = ''", "DELETE FROM permissions_notice"):
        with (
            pytest.raises((ProgrammingError, IntegrityError)),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)
