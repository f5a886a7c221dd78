"""Notices on the screen: the number at the top of every page, the list, and marking what was seen."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from permissions.notices import Notice, tell
from registry.provinces import Province
from tests.cases.supervision import lay_province
from tests.desk.test_exception_pages import main


@pytest.fixture
def province(db) -> Province:
    return lay_province()


def signed_in(province: Province, who: str) -> Client:
    person, client = province.people[who], Client()
    person.account = get_user_model().objects.create_user(f"nguoi-{who}")
    person.save()
    client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")
    return client


def number(client: Client) -> int:
    """What the bell at the top of a page says; zero when it says nothing."""
    found = re.search(r'<b class="n">(\d+)<', client.get(reverse("law-gaps")).content.decode())
    return int(found[1]) if found else 0


@pytest.mark.parametrize("who", ["chunhiem", "thon2a"])  # with a post, and without
def test_the_number_falls_as_notices_are_seen_and_the_list_keeps_them(province, who):
    client = signed_in(province, who)
    first, _second = (
        tell(f"Việc số {n}", "Nội dung.", "/quy-dinh/", person=province.people[who]) for n in (1, 2)
    )
    assert number(client) == 2

    client.post(reverse("notices"), {"only": first.pk})

    assert number(client) == 1
    page = main(client.get(reverse("notices")))
    assert (
        page.index("Việc số 2")
        < page.index("Đã xem", page.index("Việc số 2"))
        < page.index("Việc số 1")
    )

    client.post(reverse("notices"))

    assert number(client) == 0
    assert "Không có thông báo mới" in main(client.get(reverse("notices")))


def test_a_notice_to_a_post_is_counted_for_its_holder_alone(province):
    chair, officer = signed_in(province, "chunhiem"), signed_in(province, "canbo")
    tell("Hồ sơ quá hạn", "Ba ngày.", body=province.bodies["ubkt"], position="chu_nhiem")

    assert (number(chair), number(officer)) == (1, 0)
    assert "Chủ nhiệm · Ủy ban Kiểm tra" in main(chair.get(reverse("notices")))

    officer.post(reverse("notices"))
    assert Notice.objects.get().seen_at is None


def test_a_page_that_marks_no_such_notice_is_a_bad_request(province):
    assert signed_in(province, "canbo").post(reverse("notices"), {"only": "x"}).status_code == 400
