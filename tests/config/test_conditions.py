"""The start-up check names what is wrong with driver, server or login, and refuses to go on."""

import pytest
from django.core.checks import run_checks
from django.db import connection

from config.logins import OWNER
from config.postgresql import conditions
from config.postgresql.conditions import Found, demand, reasons_against
from config.refusals import CannotRun

GOOD = Found(login="app", server=15, powerful=False, owns=False)


def test_a_plain_login_on_a_recent_server_is_trusted():
    assert reasons_against(GOOD, app=True) == []


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (Found("app", 14, powerful=False, owns=False), "cần từ bản 15 trở lên"),
        (Found("postgres", 18, powerful=True, owns=False), "có quyền quản trị"),
        (Found("chu", 18, powerful=False, owns=True), "sở hữu bảng"),
    ],
)
def test_each_fault_is_told(found, reason):
    (told,) = reasons_against(found, app=True)

    assert reason in told


def test_all_faults_are_told_at_once():
    assert len(reasons_against(Found("x", 14, powerful=True, owns=True), app=True)) == 3


def test_the_owner_may_own():
    assert reasons_against(Found("owner", 18, powerful=True, owns=True), app=False) == []


def test_another_driver_is_refused(monkeypatch):
    monkeypatch.setattr(conditions, "is_psycopg3", True)
    conditions.driver_reasons.cache_clear()

    (told,) = conditions.driver_reasons()

    assert "psycopg 3" in told
    conditions.driver_reasons.cache_clear()


@pytest.mark.django_db
def test_the_login_of_the_suite_is_trusted():
    assert conditions.ask(connection.connection).login == "app"
    assert run_checks(tags=["database"], databases=["default"]) == []


@pytest.mark.django_db
def test_the_owner_may_not_serve_the_site(owner_connection):
    with pytest.raises(CannotRun, match=f"Tài khoản {OWNER} có quyền quản trị.*sở hữu bảng"):
        demand(owner_connection, app=True)
