"""A database that lives as long as one command: for checks on sample data, far from the site's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from config import embedded
from config.logins import APP, DATABASE, OWNER


@contextmanager
def throwaway() -> Iterator[None]:
    """While entered, the login `app` works in a new, empty, migrated database of a server of its own.

    The site's database is not even opened. Raises CannotRun where PostgreSQL's programs are missing.
    """
    folder = Path(mkdtemp(prefix="kiem-tra-"))
    cluster, usual = embedded.Cluster(folder), dict(connection.settings_dict)
    connection.close()
    try:
        embedded.hold(cluster, sweeps=True)
        with override_settings(APP_ROLE=APP):
            _use(folder, OWNER)
            call_command("migrate", verbosity=0)
            _use(folder, APP)
            yield
    finally:
        connection.close()
        connection.settings_dict.clear()
        connection.settings_dict.update(usual)
        embedded.leave(cluster)
        shutil.rmtree(folder, ignore_errors=True)


def _use(folder: Path, login: str) -> None:
    connection.close()
    connection.settings_dict.update(
        EMBEDDED=str(folder), NAME=DATABASE, USER=login, LOGIN=login, HOST="", PORT=""
    )
