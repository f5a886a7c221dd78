"""Keys for programs: they end by themselves, and sign only when given for that."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.utils import timezone

from permissions.models import AccountDeed, ApiToken
from registry.models import Person


@pytest.fixture
def person(db):
    account = get_user_model().objects.create_user("canbo")
    return Person.objects.create(full_name="Trần Thị Thử Soạn", account=account)


def _given(*said: str) -> tuple[str, str]:
    out, beside = StringIO(), StringIO()
    call_command("api_token", "canbo", *said, stdout=out, stderr=beside)
    return out.getvalue().strip(), beside.getvalue()


def test_a_key_lives_ninety_days_and_does_not_sign_and_says_so(person):
    key, told = _given()

    held = ApiToken.live(key)
    assert held.person == person
    assert not held.may_sign
    assert held.expires_at - held.given_at == pytest.approx(timedelta(90), abs=timedelta(minutes=1))
    assert f"dùng đến {timezone.localtime(held.expires_at):%H:%M %d/%m/%Y}" in told
    assert "không ký được văn bản" in told


def test_a_key_for_signing_is_asked_for_by_name(person):
    key, told = _given("--may-sign", "--days", "7")

    held = ApiToken.live(key)
    assert held.may_sign
    assert held.expires_at < timezone.now() + timedelta(days=8)
    assert "được ký văn bản" in told


def test_a_key_past_its_end_opens_nothing(person):
    key, _told = _given()
    ApiToken.objects.update(expires_at=timezone.now())

    assert ApiToken.live(key) is None


def test_revoked_keys_open_nothing_and_every_deed_is_kept(person):
    key, _told = _given()

    said, _ = _given("--revoke")

    assert said == "Đã thu hồi 1 khóa."
    assert ApiToken.live(key) is None
    assert list(AccountDeed.objects.order_by("pk").values_list("deed", flat=True)) == [
        "cap_khoa",
        "thu_hoi_khoa",
    ]


@pytest.mark.parametrize("days", ["0", "367"])
def test_no_key_lives_for_ever(person, days):
    with pytest.raises(CommandError, match="từ 1 đến 366"):
        _given("--days", days)
