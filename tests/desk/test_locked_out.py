"""Nobody learns from the sign-in which accounts exist: not by its words, its work, or its lock."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import get_hasher
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

PASSWORD = "mat-khau-cua-kiem-thu"
SIGN_IN = reverse("account_login")
#: Who asks: a name nobody has, one with the wrong password, a closed one with the right one.
ASKED = {"khongco1": "sai", "dangmo01": "sai", "dangdong": PASSWORD}


@pytest.fixture
def accounts(db):
    create = get_user_model().objects.create_user
    return [
        create("dangmo01", password=PASSWORD),
        create("dangdong", password=PASSWORD, is_active=False),
    ]


def _try(name: str, password: str):
    return Client().post(SIGN_IN, {"login": name, "password": password})


def _page(name: str, answer) -> str:
    """The page without what is new in each request, and without the name that was typed."""
    token = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
    return token.sub("", answer.content.decode()).replace(name, "")


def test_all_three_are_answered_with_the_same_page(accounts):
    answers = {name: _try(name, password) for name, password in ASKED.items()}

    assert {answer.status_code for answer in answers.values()} == {200}
    assert len({_page(name, answer) for name, answer in answers.items()}) == 1


def test_all_three_cost_the_same_statements_and_one_hash(accounts, monkeypatch):
    hasher = type(get_hasher())
    whole, hashed = hasher.encode, []
    monkeypatch.setattr(
        hasher, "encode", lambda self, *said, **more: hashed.append(1) or whole(self, *said, **more)
    )
    costs = set()

    for name, password in ASKED.items():
        hashed.clear()
        with CaptureQueriesContext(connection) as asked:
            _try(name, password)
        costs.add((len(asked), len(hashed)))

    assert len(costs) == 1
    assert costs.pop()[1] == 1


def test_all_three_are_locked_alike(accounts):
    pages = set()
    for name, password in ASKED.items():
        for _ in range(5):
            _try(name, password)
        answer = _try(name, PASSWORD)
        assert answer.status_code == 429
        pages.add(_page(name, answer))

    assert len(pages) == 1
    assert "tồn tại" not in pages.pop()


def test_a_lock_is_for_one_name_only(accounts):
    for _ in range(5):
        _try("khongco1", "sai")

    assert _try("dangmo01", PASSWORD).status_code == 302


def test_no_letter_resets_a_password_and_the_page_says_whom_to_ask(accounts):
    with pytest.raises(NoReverseMatch):
        reverse("account_reset_password")
    assert "liên hệ người quản trị của cơ quan" in Client().get(SIGN_IN).content.decode()
