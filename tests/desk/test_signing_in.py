"""Signing in: accounts of the register only, locked after too many wrong passwords."""

import pytest
from allauth.account.adapter import get_adapter
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import NoReverseMatch, reverse

PASSWORD = "mat-khau-cua-kiem-thu"
WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng."


@pytest.fixture
def officer(db):
    return get_user_model().objects.create_user("canbo", password=PASSWORD)


def _sign_in(client, password, name="canbo"):
    return client.post(reverse("account_login"), {"login": name, "password": password})


def test_the_right_password_opens_the_door(officer):
    client = Client()

    answer = _sign_in(client, PASSWORD)

    assert answer.headers["Location"] == "/"
    assert client.session["_auth_user_id"] == str(officer.pk)


def test_one_is_brought_back_to_the_page_one_wanted(officer):
    client = Client()

    asked = client.get(reverse("components"))
    answer = client.post(asked.headers["Location"], {"login": "canbo", "password": PASSWORD})

    assert answer.headers["Location"] == reverse("components")


def test_a_wrong_password_and_an_unknown_name_are_told_alike(officer):
    wrong, unknown = (
        _sign_in(Client(), "sai", name).content.decode() for name in ("canbo", "khong-co")
    )

    assert WRONG in wrong
    assert WRONG in unknown


def test_five_wrong_passwords_lock_the_name_even_for_the_right_one(officer):
    client = Client()
    for _ in range(5):
        _sign_in(client, "sai")

    answer = _sign_in(client, PASSWORD)

    assert answer.status_code == 429
    assert "Thử lại sau 15 phút" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(rf):
    assert not get_adapter().is_open_for_signup(rf.get("/"))
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_one_signs_out_by_a_form_and_is_told_so(officer):
    client = Client()
    client.force_login(officer)

    page = client.post(reverse("account_logout"), follow=True).content.decode()

    assert "Bạn đã đăng xuất." in page
    assert "_auth_user_id" not in client.session


def test_a_new_password_must_be_long(officer):
    client = Client()
    client.force_login(officer)

    said = {"oldpassword": PASSWORD, "password1": "ngan", "password2": "ngan"}
    page = client.post(reverse("account_change_password"), said).content.decode()

    assert "Có chỗ cần sửa" in page
    officer.refresh_from_db()
    assert officer.check_password(PASSWORD)


def test_a_changed_password_is_the_one_that_counts(officer):
    client = Client()
    client.force_login(officer)

    said = {
        "oldpassword": PASSWORD,
        "password1": "mot-mat-khau-khac-han",
        "password2": "mot-mat-khau-khac-han",
    }
    client.post(reverse("account_change_password"), said)

    officer.refresh_from_db()
    assert officer.check_password("mot-mat-khau-khac-han")


def test_a_demonstration_offers_its_sample_people_one_button_each(world, settings):
    settings.DEMO = True

    page = Client().get(reverse("account_login"))
    offered = page.context["demo_sign_ins"]()

    assert {one.username for one in offered} == {
        "canbo",
        "chunhiem",
        "vanthu",
        "phochunhiem",
        "uyvien",
        "giamsat",
        "bithu2",
        "phobithu2",
        "bithuxa",
        "thon2a",
        "bithu",  # the last two of this world
        "dangvien",
    }
    assert all(_sign_in(Client(), one.password, one.username).status_code == 302 for one in offered)
    assert page.content.decode().count('name="password" value=') == len(offered)


def test_a_real_site_offers_nobody(officer, settings):
    settings.DEMO = False

    assert "Vào xem với một vai mẫu" not in Client().get(reverse("account_login")).content.decode()
