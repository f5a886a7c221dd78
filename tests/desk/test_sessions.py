"""Where one is signed in: listed, and ended at the next request."""

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from desk.account import devices, sessions

PASSWORD = settings.DEMO_PASSWORD
LIST = reverse("account_sessions")
OFFICE = (
    "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 Chrome/109.0.0.0 Safari/537.36"
)
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1 Version/17.5 Safari/604.1"


def _signed_in(name: str, device: str = OFFICE, **said) -> Client:
    client = Client(headers={"user-agent": device}, **said)
    client.post(reverse("account_login"), {"login": name, "password": PASSWORD})
    return client


def _open(client: Client) -> bool:
    return client.get(LIST).status_code == 200


def _number(client: Client) -> int:
    return UserSession.objects.get(session_key=client.session.session_key).pk


@pytest.fixture
def account(db):
    return get_user_model().objects.create_user("canbo", password=PASSWORD)


@pytest.fixture
def office(account):
    return _signed_in("canbo")


@pytest.fixture
def phone(account):
    return _signed_in("canbo", PHONE, REMOTE_ADDR="10.1.2.3")


def test_the_list_tells_devices_apart_and_marks_this_one(office, phone):
    rows = office.get(LIST).context["rows"]

    assert [(row.device, row.address, row.here) for row in rows] == [
        ("Chrome, Windows", "127.0.0.1", True),
        ("Safari, iPhone", "10.1.2.3", False),
    ]


def test_one_ended_session_is_out_at_its_next_request(office, phone):
    office.post(LIST, {"end": _number(phone)})

    assert not _open(phone)
    assert _open(office)


def test_all_others_end_at_once(office, phone):
    third = _signed_in("canbo", PHONE)

    page = office.post(LIST, {"others": "1"}, follow=True).content.decode()

    assert "Đã kết thúc 2 phiên đăng nhập khác." in page
    assert [_open(one) for one in (office, phone, third)] == [True, False, False]


def test_nobody_ends_the_session_of_another(office, account):
    get_user_model().objects.create_user("khac", password=PASSWORD)
    other = _signed_in("khac")

    answers = [office.post(LIST, {"end": said}) for said in (_number(other), "x", "0", "")]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert _open(other)


def test_this_session_is_ended_by_signing_out_only(office):
    assert office.post(LIST, {"end": _number(office)}).status_code == 404
    assert _open(office)


def test_a_new_password_ends_all_other_sessions(office, phone):
    new = "mot-mat-khau-khac-han"
    said = {"oldpassword": PASSWORD, "password1": new, "password2": new}

    office.post(reverse("account_change_password"), said)

    assert _open(office)
    assert not _open(phone)
    assert [row.here for row in office.get(LIST).context["rows"]] == [True]


def test_a_visit_is_noted_from_time_to_time_and_not_at_each_request(office, settings):
    first = UserSession.objects.get().last_seen_at
    office.get(LIST)
    assert UserSession.objects.get().last_seen_at == first

    settings.LAST_SEEN_EVERY = -1
    office.get(LIST)
    assert UserSession.objects.get().last_seen_at > first


def test_a_session_that_ran_out_is_no_longer_listed(office, phone):
    phone.session.delete(phone.session.session_key)

    assert len(office.get(LIST).context["rows"]) == 1


def test_an_account_signed_in_by_other_means_is_told_that_nothing_was_noted(account):
    client = Client()
    client.force_login(account)

    assert "Chưa ghi nhận phiên nào" in client.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("said", "named"),
    [
        (OFFICE, "Chrome, Windows"),
        (f"{OFFICE} Edg/109.0", "Edge, Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko Firefox/128.0", "Firefox, Linux"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36", "Chrome, Android"),
        ("curl/8", "Trình duyệt không rõ"),
        ("", "Trình duyệt không rõ"),
    ],
)
def test_a_device_is_named_by_what_its_browser_says(said, named):
    assert devices.named(said) == named


def test_ending_all_of_an_account_counts_them(office, phone, account):
    assert sessions.end_all(account) == 2
    assert not _open(office)
