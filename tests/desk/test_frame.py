"""The frame around every page: language, privacy, navigation, and answers that cannot be given."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from desk import navigation

WORDS = {"vi": "Đăng nhập", "en": "Sign in"}


@pytest.fixture
def officer(db):
    return get_user_model().objects.create_user("canbo", password="mat-khau-cua-kiem-thu")


@pytest.fixture
def signed_in(officer):
    client = Client()
    client.force_login(officer)
    return client


def test_vietnamese_is_spoken_whatever_the_browser_was_set_up_for(client, db):
    page = client.get(reverse("account_login"), headers={"accept-language": "en"})

    assert '<html lang="vi">' in page.content.decode()
    assert page.headers["Content-Language"] == "vi"


@pytest.mark.parametrize("language", WORDS)
def test_a_person_may_choose_the_language_before_signing_in(client, db, language):
    client.post(reverse("language"), {"language": language, "next": "/"})

    page = client.get(reverse("account_login")).content.decode()

    assert f'<html lang="{language}">' in page
    assert f"<h1>{WORDS[language]}</h1>" in page


def test_a_language_nobody_offers_changes_nothing(client, db):
    client.cookies["django_language"] = "xx'>"

    assert '<html lang="vi">' in client.get(reverse("account_login")).content.decode()


def test_pages_of_the_signed_in_are_kept_in_no_cache(signed_in):
    page = signed_in.get(reverse("components"))

    assert "no-store" in page.headers["Cache-Control"]
    assert "private" in page.headers["Cache-Control"]


def test_the_browser_is_told_to_load_nothing_from_elsewhere(client, db):
    policy = client.get(reverse("account_login")).headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_what_the_browser_stopped_is_written_down_and_cut_to_length(client, caplog):
    answer = client.post(
        reverse("csp-report"), b"{\n" + b"x" * 9000, content_type="application/csp-report"
    )

    assert answer.status_code == 204
    assert len(caplog.records) == 1
    assert "\\n" in caplog.text
    assert len(caplog.text) < 4500


def test_an_area_without_an_address_is_not_in_the_navigation(monkeypatch):
    areas = [
        ("", [navigation.Area("components", "Có", "x"), navigation.Area("khong-co", "Không", "x")])
    ]
    monkeypatch.setattr(
        navigation, "AREAS", [*areas, ("Trống", [navigation.Area("khong-co", "Không", "x")])]
    )

    [group] = navigation.side_navigation("components")

    assert [(entry.label, entry.current) for entry in group.entries] == [("Có", True)]


def test_a_navigation_longer_than_a_screen_is_open_where_the_page_lies_and_a_short_one_everywhere():
    keeper = {"bi_thu"}

    def opened(page, *posts):
        return [str(one.title) for one in navigation.side_navigation(page, posts) if one.open]

    assert opened("absence-new", *keeper) == ["", "Đi xa, ra nước ngoài"]
    assert opened("worklist", *keeper) == [""]
    short = navigation.side_navigation("worklist")
    assert len(short) > 3
    assert all(group.open for group in short)
    whole = [one.name for group in navigation.side_navigation("", keeper) for one in group.entries]
    assert len(whole) == len(set(whole)) > 25


def test_an_unknown_address_says_where_to_go_on(signed_in):
    page = signed_in.get("/khong-co-trang-nay/")

    assert page.status_code == 404
    assert "Không có trang này" in page.content.decode()


def test_a_form_from_a_page_too_old_is_refused_with_a_way_on(officer):
    client = Client(enforce_csrf_checks=True)

    page = client.post(
        reverse("account_login"), {"login": "canbo", "password": "mat-khau-cua-kiem-thu"}
    )

    assert page.status_code == 403
    assert "Trang này để quá lâu" in page.content.decode()


def test_our_fault_is_said_to_be_ours(client, db, monkeypatch):
    monkeypatch.setattr("desk.context.side_navigation", _broken)
    monkeypatch.setattr("allauth.account.views.LoginView.get_context_data", _broken)
    client.raise_request_exception = False

    page = client.get(reverse("account_login"))

    assert page.status_code == 500
    assert "Lỗi thuộc về hệ thống, không phải do bạn" in page.content.decode()


def _broken(*_args, **_kwargs):
    raise RuntimeError("broken on purpose")
