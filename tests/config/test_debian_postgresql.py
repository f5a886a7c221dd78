"""The walls and both logins hold on Debian's PostgreSQL 15 as well, the oldest we run on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

DEBIAN = Path("/usr/lib/postgresql/15/bin")


@pytest.mark.skipif(not (DEBIAN / "postgres").exists(), reason="no PostgreSQL 15 on this machine")
def test_the_walls_hold_on_postgresql_15():
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "KIEM_TRA_"))}

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "tests/proof"],
        cwd=settings.BASE_DIR,
        env={**inherited, "KIEM_TRA_PG_BIN": str(DEBIAN)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert (settings.BASE_DIR / "var/tests/postgresql-15/data/PG_VERSION").read_text() == "15\n"
