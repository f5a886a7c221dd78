"""The second step: set up, asked at sign-in and before a signature, switched off, obliged for signers."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from registry.models import Person
from tests.cases.supervision import TODAY, lay_province
from tests.desk import codes
from tests.desk.test_approval_routes_pages import AT_ONCE, chosen
from tests.desk.test_approvals import NOTICE, PASSWORD, Office

SETTING_UP = reverse("mfa_activate_totp")


class Holder:
    """A person of the sample province with an account, before a browser."""

    def __init__(self, name: str, **flags):
        self.client, self.name = Client(), name
        self.account = get_user_model().objects.create_user(name, password=PASSWORD, **flags)
        if person := lay_province().people.get(name):
            Person.objects.filter(pk=person.pk).update(account=self.account)

    def gives_password(self):
        said = {"login": self.name, "password": PASSWORD}
        return self.client.post(reverse("account_login"), said)

    def gives_code(self, code: str, page: str = "mfa_authenticate"):
        return self.client.post(reverse(page), {"code": code})

    def sets_up(self):
        """Read the key from the page, as an app would, and send the code it shows."""
        page = self.client.get(SETTING_UP).content.decode()
        secret = re.search(r'class="mono[^"]*" data-once>(\w+)<', page)[1]
        return self.client.post(SETTING_UP, {"code": codes.shown(secret)})

    def opens(self, name: str):
        return self.client.get(reverse(name))

    @property
    def signed_in(self) -> bool:
        return "_auth_user_id" in self.client.session


@pytest.fixture
def officer(db):
    return Holder("canbo")


@pytest.fixture
def with_codes(officer):
    codes.set_up(officer.account)
    return officer


@pytest.fixture
def chair(db, settings):
    settings.SECOND_STEP_REQUIRED = True
    return Holder("chunhiem")


def test_it_is_set_up_with_a_code_and_gives_recovery_codes_to_keep(officer):
    officer.gives_password()
    said = {"password": PASSWORD, "next": SETTING_UP}
    officer.client.post(reverse("account_reauthenticate"), said)

    done = officer.sets_up()

    assert done["Location"] == reverse("mfa_view_recovery_codes")
    kept = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert len(kept) == 10
    shown = officer.opens("mfa_view_recovery_codes").content.decode()
    loaded = officer.opens("mfa_download_recovery_codes").content.decode()
    assert all(code in shown and code in loaded for code in kept)
    assert loaded.startswith("Mã dự phòng")


def test_the_password_alone_signs_nobody_in_any_more(with_codes):
    asked = with_codes.gives_password()

    assert asked["Location"] == reverse("mfa_authenticate")
    assert not with_codes.signed_in
    assert with_codes.gives_code(codes.shown()).status_code == 302
    assert with_codes.signed_in


def test_a_recovery_code_opens_once(with_codes):
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]

    with_codes.gives_password()
    with_codes.gives_code(code)
    assert with_codes.signed_in

    with_codes.client = Client()
    with_codes.gives_password()
    with_codes.gives_code(code)
    assert not with_codes.signed_in


def test_new_recovery_codes_end_the_old_ones(with_codes):
    old = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    with_codes.gives_password()
    with_codes.gives_code(codes.shown())
    with_codes.gives_code(codes.shown(), "mfa_reauthenticate")

    with_codes.client.post(reverse("mfa_generate_recovery_codes"))

    new = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert not set(old) & set(new)


def test_five_wrong_codes_lock_the_name_as_five_wrong_passwords_do(with_codes):
    with_codes.gives_password()
    answers = [with_codes.gives_code(codes.not_shown()) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    assert AccessAttempt.objects.get(username="canbo").failures_since_start == 5
    assert with_codes.gives_code(codes.shown()).status_code == 429
    assert not with_codes.signed_in
    with_codes.client = Client()
    assert with_codes.gives_password().status_code == 429


def test_it_is_switched_off_only_with_a_code(with_codes):
    with_codes.gives_password()
    with_codes.gives_code(codes.shown())
    off = reverse("mfa_deactivate_totp")

    assert with_codes.client.post(off)["Location"].startswith(reverse("mfa_reauthenticate"))
    by_password = with_codes.opens("account_reauthenticate")
    assert by_password["Location"].startswith(reverse("mfa_reauthenticate"))
    with_codes.gives_code(codes.shown(), "mfa_reauthenticate")
    with_codes.client.post(off)

    assert not Authenticator.objects.exists()


def test_a_signature_asks_for_the_code_where_there_is_one(db):
    office = Office()
    office.matter.goes_to("draft_conclude")
    office.confirms("chunhiem", "conclude")
    codes.set_up(office.matter.who("chunhiem").account)

    asked = office.signs("chunhiem", "conclude")

    assert asked["Location"].startswith(reverse("mfa_reauthenticate"))
    assert office.last() == "draft_conclude"
    said = {"code": codes.shown(), "next": office.url("conclude")}
    office.client("chunhiem").post(reverse("mfa_reauthenticate"), said)
    assert office.last() == "conclude"


def test_several_drafts_at_once_ask_for_the_code_too(db):
    office = Office()
    office.matter.goes_to("draft_conclude")
    office.confirms("chunhiem", "conclude")
    office.page("chunhiem", "conclude")
    codes.set_up(office.matter.who("chunhiem").account)

    asked = office.client("chunhiem").post(AT_ONCE, chosen(office, "chunhiem"))

    assert asked["Location"].startswith(reverse("mfa_reauthenticate"))
    assert office.last() == "draft_conclude"


def test_through_the_api_a_password_is_not_enough_where_there_is_a_code(db):
    office = Office()
    office.matter.goes_to("draft_conclude")
    office.confirms("chunhiem", "conclude")
    codes.set_up(office.matter.who("chunhiem").account)

    answer = office.client("chunhiem").post(
        f"/api/cases/{office.matter.case.reference}/steps/conclude",
        {"acted_on": TODAY.isoformat()},
        content_type="application/json",
    )

    assert answer.json()["reasons"][0]["rule"] == "signing.password"
    assert office.last() == "draft_conclude"


def test_an_endorsement_asks_who_one_is_too(db):
    office = Office()
    office.matter.goes_to("draft_conclude")
    office.drafts_anew(**NOTICE)

    asked = office.sends("phochunhiem", "conclude", "endorse_draft", opinion="Đúng biên bản.")

    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    assert office.last() == "draft_conclude"


def test_a_signer_is_led_to_set_it_up_and_to_nothing_else(chair):
    chair.gives_password()

    for name in ("worklist", "cases", "mfa_index", "account_change_password"):
        assert chair.opens(name)["Location"] == SETTING_UP, name
    page = chair.client.get(SETTING_UP).content.decode()
    assert "phải có xác thực hai lớp" in page
    program = chair.client.get("/api/me")
    assert (program.status_code, program["Content-Type"]) == (
        403,
        "application/json",
    )


def test_once_set_up_everything_opens(chair, django_capture_on_commit_callbacks):
    chair.gives_password()

    with django_capture_on_commit_callbacks(execute=True):
        done = chair.sets_up()

    assert done["Location"] == reverse("mfa_view_recovery_codes")
    assert chair.client.get(done["Location"]).status_code == 200
    assert chair.opens("worklist").status_code == 200


def test_where_it_is_obliged_it_cannot_be_switched_off(chair):
    codes.set_up(chair.account)
    chair.gives_password()
    chair.gives_code(codes.shown())
    chair.gives_code(codes.shown(), "mfa_reauthenticate")

    page = chair.opens("mfa_deactivate_totp").content.decode()
    chair.client.post(reverse("mfa_deactivate_totp"))

    assert "bắt buộc có xác thực hai lớp" in page
    assert Authenticator.objects.filter(type="totp").exists()


@pytest.mark.parametrize(
    ("name", "flags", "led"),
    [
        ("phochunhiem", {}, True),
        ("bithu", {}, True),
        ("kythuat", {"is_superuser": True}, True),
        ("kythuat", {"is_staff": True}, True),
        ("canbo", {}, False),
        ("vanthu", {}, False),
    ],
)
def test_it_is_obliged_for_signers_and_technical_administrators(db, settings, name, flags, led):
    settings.SECOND_STEP_REQUIRED = True
    one = Holder(name, **flags)

    one.gives_password()

    assert (one.opens("account_change_password").status_code == 302) is led


def test_a_demonstration_obliges_nobody(db):
    chair = Holder("chunhiem")

    chair.gives_password()

    assert chair.opens("worklist").status_code == 200
