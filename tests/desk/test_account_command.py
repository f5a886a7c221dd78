"""`manage.py account`: unlock, reset the second step, close, open; each deed is kept."""

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from permissions.models import AccountDeed, ApiToken
from registry.models import Person
from tests.cases.supervision import lay_province
from tests.desk import codes
from tests.desk.test_sessions import PASSWORD, _open, _signed_in

Deed = AccountDeed.Deed


@pytest.fixture
def officer(db):
    account = get_user_model().objects.create_user("canbo", password=PASSWORD)
    Person.objects.filter(pk=lay_province().people["canbo"].pk).update(account=account)
    return account


def _does(deed: str, user: str = "canbo") -> str:
    out = StringIO()
    call_command("account", deed, user, stdout=out)
    return out.getvalue()


def _sign_in(password: str = PASSWORD):
    said = {"login": "canbo", "password": password}
    return Client().post(reverse("account_login"), said)


def test_a_locked_name_is_let_in_again(officer):
    for _ in range(5):
        _sign_in("sai")
    assert _sign_in().status_code == 429

    _does("unlock")

    assert _sign_in().status_code == 302


def test_a_lost_telephone_is_forgotten_and_every_session_ends(officer):
    browser = _signed_in("canbo")
    codes.set_up(officer)

    _does("reset-mfa")

    assert not Authenticator.objects.exists()
    assert not _open(browser)
    assert _sign_in()["Location"] == "/"


def test_a_closed_account_has_no_session_no_key_and_no_way_in(officer):
    browser = _signed_in("canbo")
    key = ApiToken.give(officer.person)

    said = _does("close")

    assert "1 phiên đăng nhập, thu hồi 1 khóa API" in said
    assert not _open(browser)
    assert ApiToken.live(key) is None
    assert _sign_in().status_code == 200


def test_an_opened_account_signs_in_but_its_keys_stay_gone(officer):
    key = ApiToken.give(officer.person)
    _does("close")

    _does("open")

    assert _sign_in().status_code == 302
    assert ApiToken.live(key) is None


def test_each_deed_is_kept_with_who_did_it_and_cannot_be_edited(officer, monkeypatch, caplog):
    monkeypatch.setenv("SUDO_USER", "quantri01")
    for deed in ("unlock", "reset-mfa", "close", "open"):
        _does(deed)

    kept = AccountDeed.objects.order_by("pk")

    assert [one.deed for one in kept] == [
        Deed.UNLOCKED, Deed.SECOND_STEP_RESET, Deed.CLOSED, Deed.OPENED,
    ]  # fmt: skip
    assert {one.by for one in kept} == {"quantri01"}
    assert caplog.text.count("quantri01") == 4
    with pytest.raises(DatabaseError), transaction.atomic():
        kept.update(by="khac")


def test_an_unknown_name_is_named(db):
    with pytest.raises(CommandError, match="Không có tài khoản “khongco”"):
        _does("unlock", "khongco")
