"""Each command runs under the login it needs, and those that read files never open a database."""

import os
import subprocess
import sys

import environ
import pytest
from django.conf import settings

from config import logins
from config.logins import APP, NOBODY, OWNER
from config.refusals import CannotRun
from tests import campaign


@pytest.mark.parametrize(
    ("line", "login"),
    [
        ("migrate", OWNER),
        ("flush", OWNER),
        ("runserver", APP),
        ("qcluster", APP),
        ("shell", APP),
        ("audit verify", APP),
        ("law rules", NOBODY),
        ("law simulate HS-1", APP),
        ("procedures", NOBODY),
        ("papers list", NOBODY),
        ("papers sample QD-01", NOBODY),
        ("papers check", NOBODY),
        ("papers print 1", APP),
        ("check", NOBODY),
        ("check --database default", APP),
        ("makemigrations --check", NOBODY),
        ("collectstatic --noinput", NOBODY),
        ("", NOBODY),
    ],
)
def test_the_login_follows_from_the_command(line, login):
    assert logins.needed_by(line.split()) == login


@pytest.mark.parametrize(
    "line",
    ["check", "makemigrations --check --dry-run", "collectstatic --dry-run --noinput", "help"],
)
def test_commands_that_read_files_leave_no_trace_of_a_database(line, tmp_path):
    done = manage(line, tmp_path)

    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert not (tmp_path / "database").exists()


def test_a_command_that_reads_files_cannot_open_the_database(tmp_path):
    done = manage("showmigrations", tmp_path, KIEM_TRA_LOGIN=NOBODY)

    assert done.returncode == 1
    assert done.stderr == "Lệnh này không dùng cơ sở dữ liệu.\n"


@campaign.only
def test_a_command_starts_the_server_and_leaves_it_as_it_was(tmp_path):
    done = manage("migrate --verbosity 0", tmp_path)
    seen = manage("showmigrations registry", tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert "[X] 0001_register" in seen.stdout
    assert not (tmp_path / "database" / "data" / "postmaster.pid").exists()


def test_a_database_without_tables_is_named_with_its_remedy(tmp_path):
    asked = manage("audit verify", tmp_path)

    assert (asked.returncode, asked.stdout) == (1, "")
    assert asked.stderr.splitlines()[-1] == (
        "Cơ sở dữ liệu chưa có bảng, hoặc thiếu bảng mới. Chạy: manage.py migrate"
    )


def test_a_site_with_its_own_database_gives_both_addresses(tmp_path):
    env = site(
        DATABASE_URL="postgres://trang:x@db:5432/ho_so",
        DATABASE_OWNER_URL="postgres://chu:y@db:5432/ho_so",
    )

    assert logins.database(env, tmp_path, APP)["USER"] == "trang"
    assert logins.database(env, tmp_path, OWNER)["USER"] == "chu"
    assert logins.role(env, APP) == "trang"
    assert "EMBEDDED" not in logins.database(env, tmp_path, APP)


def test_a_missing_address_is_named(tmp_path):
    env = site(DATABASE_URL="postgres://trang:x@db:5432/ho_so", DATABASE_OWNER_URL="")

    with pytest.raises(CannotRun, match="DATABASE_OWNER_URL chưa đặt"):
        logins.database(env, tmp_path, OWNER)


def manage(line, var, **environment):
    """Run a command of `manage.py` in a site of its own that keeps everything in `var`."""
    usual = {name: os.environ[name] for name in ("PATH", "KIEM_TRA_PG_BIN") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *line.split()],
        cwd=settings.BASE_DIR,
        env={**usual, "KIEM_TRA_VAR": str(var), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def site(**environment):
    """The environment of a site, as the settings read it."""
    env = environ.Env(DATABASE_URL=(str, ""), DATABASE_OWNER_URL=(str, ""))
    env.ENVIRON = environment
    return env
