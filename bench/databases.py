"""The bench's databases: one kept for each size and state of the sources, a copy for each run."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg2
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from bench.province.told import TODAY
from config import embedded
from config.embedded import programs
from config.logins import APP, OWNER
from proof.reader import SETTING, SYSTEM
from workflows.editions import edition
from workflows.procedures.supervision.thematic import ThematicSupervision

#: What the kept data are made of, beside the law; any change asks for new ones.
SOURCES = (
    "*/migrations/*.py", "bench/flow/**/*.py", "bench/province/*.py", "bench/scale/filling.py",
    "bench/search/filling.py", "cases/*.py", "cases/stories/demo.py",
    "cases/second_wall.sql", "documents/*.py", "proof/*.py", "registry/provinces/*", "workflows/*.py",
)  # fmt: skip

RUN = "bench_run"


def cluster() -> embedded.Cluster:
    """The server of the present settings' database."""
    return embedded.Cluster(Path(settings.DATABASES["default"]["EMBEDDED"]))


def kept(cases: int, fill: Callable[[], None], kind: str = "") -> str:
    """Return the database of this kind and size, of the present sources, filled if it is not there.

    `fill` runs with Django connected to the new database as its owner. Databases of other sources
    are dropped; those of other sizes stay.
    """
    embedded.hold(cluster())
    name = f"bench_{fingerprint()}_{kind}{cases}"
    there = {row[0] for row in maintain("SELECT datname FROM pg_database")}
    for old in there:
        if old.startswith("bench_") and not old.startswith(f"bench_{fingerprint()}_"):
            maintain(f"DROP DATABASE {old} WITH (FORCE)")
    if name not in there:
        maintain("CREATE DATABASE bench_unfinished")
        with as_owner("bench_unfinished"):
            call_command("migrate", verbosity=0)
            fill()
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        maintain(f"ALTER DATABASE bench_unfinished RENAME TO {name}")
    return name


@contextmanager
def copy_of(name: str) -> Iterator[None]:
    """Work, as the login `app`, in a copy of `name` that is gone afterwards."""
    maintain(f"DROP DATABASE IF EXISTS {RUN} WITH (FORCE)")
    maintain(f"CREATE DATABASE {RUN} TEMPLATE {name} STRATEGY FILE_COPY")
    connection.close()
    connection.settings_dict["NAME"] = RUN
    try:
        yield
    finally:
        connection.close()
        maintain(f"DROP DATABASE {RUN} WITH (FORCE)")


def plain(login: str = APP, database: str | None = None) -> psycopg2.extensions.connection:
    """Return a connection without Django to the database Django works in now (or another).

    What it is asked is asked by the site itself: row-level security hides nothing from it.
    """
    return psycopg2.connect(
        options=f"-c {SETTING}={SYSTEM}",
        host=str(cluster().socket),
        user=login,
        password=cluster().passwords[login],
        dbname=database or connection.settings_dict["NAME"],
    )


@contextmanager
def as_owner(name: str) -> Iterator[None]:
    """Let Django work in `name` as its owner: to lay tables and to fill them, never to measure."""
    usual = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(USER=OWNER, LOGIN=OWNER, NAME=name)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(usual)


def tidy() -> None:
    """Clear away what rehearsals have left behind, so that no side finds more of it than another."""
    maintain("VACUUM", connection.settings_dict["NAME"])


def maintain(statement: str, database: str = "postgres") -> list[tuple]:
    """Run one statement about whole databases, as the owner."""
    held = plain(OWNER, database)
    held.autocommit = True
    try:
        with held.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
    finally:
        held.close()


def fingerprint() -> str:
    """Return a name for the present state of everything the data are made of."""
    files = sorted({path for pattern in SOURCES for path in settings.BASE_DIR.glob(pattern)})
    # A case whose last record has another edition than today's would send the whole edition again.
    edition_now, _ = edition(ThematicSupervision, TODAY)
    total = hashlib.sha256(f"{programs.version()} {edition_now}".encode())
    for path in files:
        total.update(path.relative_to(settings.BASE_DIR).as_posix().encode() + path.read_bytes())
    return total.hexdigest()[:12]
