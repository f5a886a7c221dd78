"""A removal on the screen: its votes against their shares, the meeting that held them, the story of the file."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests.cases.discipline import World
from tests.cases.removals import CELL, called, raised, resolved_in_the_cell, with_organ


@pytest.fixture
def site(db, settings):
    settings.STANDS_ON = CELL
    world = World()
    with_organ(world)
    return world


def client_of(world, short):
    person = world.who(short)
    person.account = get_user_model().objects.create(username=short)
    person.save()
    client = Client()
    client.force_login(person.account)
    return client


def text(client, name, query="", **parts):
    answer = client.get(reverse(name, kwargs=parts) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_file_its_meeting_and_its_story_tell_the_vote(site):
    removal = resolved_in_the_cell(called(raised(site)))
    reference = removal.case.reference
    meeting = removal.laid("bieu_quyet")["meeting"]
    secretary = client_of(site, "xuong1")

    case = text(secretary, "case", "?muc=votes", reference=reference)
    held = text(secretary, "meeting", reference=meeting)
    told = text(secretary, "case-retold", reference=reference)

    assert "3·9 = 27 ≥ 24 = 2·12" in case
    assert "Đồng ý" in held
    assert "Đủ tỷ lệ" in held
    assert "3·9 = 27 ≥ 24 = 2·12" in told
    assert "2025-05, 2025-06, 2025-12" in told


def test_the_way_of_a_removal_is_offered_to_a_cell_and_to_the_organ(site):
    offered = text(client_of(site, "xuong1"), "case-choose")
    organ = text(client_of(site, "to"), "case-choose")

    for label in ("Xóa tên đảng viên", "Xóa tên đảng viên dự bị", "Xin ra khỏi Đảng"):
        assert label in offered
    assert "Giải quyết khiếu nại về xóa tên" in organ
