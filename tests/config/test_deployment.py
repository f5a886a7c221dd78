"""A site as it is deployed: Django's own list of what makes one insecure finds nothing."""

import json
import subprocess
import sys

import pytest
from django.conf import settings

from tests.config.test_logins import manage

SITE = {
    "ALLOWED_HOSTS": "ho-so.example",
    "SECRET_KEY": "x-9!aB" * 12,
    "DATABASE_URL": "postgres://trang:x@db:5432/ho_so",
    "DATABASE_OWNER_URL": "postgres://chu:y@db:5432/ho_so",
}
ASKED = (
    "DEBUG HTTPS SECURE_SSL_REDIRECT SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SESSION_COOKIE_HTTPONLY"
    " SECURE_HSTS_SECONDS SECOND_STEP_REQUIRED DEMO"
)
TELL = f"""
import json, os
os.environ["DJANGO_SETTINGS_MODULE"], os.environ["KIEM_TRA_LOGIN"] = "config.settings", "nobody"
from django.conf import settings
print(json.dumps({{name: getattr(settings, name) for name in "{ASKED}".split()}}))
"""


def test_the_check_of_a_deployment_finds_nothing(tmp_path):
    done = manage("check --deploy --fail-level DEBUG", tmp_path, **SITE)

    assert done.returncode == 0, done.stderr
    assert "no issues (1 silenced)" in done.stdout
    assert settings.SILENCED_SYSTEM_CHECKS == ["guardian.W001"]  # whose backend ours is, dated


def _settled(tmp_path, **environment) -> dict:
    done = subprocess.run(
        [sys.executable, "-c", TELL],
        cwd=settings.BASE_DIR,
        env={"KIEM_TRA_VAR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_a_site_that_is_reached_from_elsewhere_is_secure_by_itself(tmp_path):
    said = _settled(tmp_path, **SITE)

    assert said.pop("SECURE_HSTS_SECONDS") >= 31_536_000
    assert said.pop("DEBUG") is False
    assert said.pop("DEMO") is False
    assert set(said.values()) == {True}


@pytest.mark.parametrize(
    ("environment", "required"),
    [
        ({}, False),
        ({"DEMO": "1", "HTTPS": "1"}, False),
        ({"HTTPS": "1"}, True),
        ({"HTTPS": "1", "SECOND_STEP_REQUIRED": "0"}, False),
        ({"SECOND_STEP_REQUIRED": "1"}, True),
    ],
)
def test_the_second_step_is_obliged_where_others_can_reach_the_site(
    tmp_path, environment, required
):
    assert _settled(tmp_path, **environment)["SECOND_STEP_REQUIRED"] is required
