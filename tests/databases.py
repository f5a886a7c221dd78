"""Databases for the suite: one server, one template with all tables, a copy per worker."""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg2
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from config import embedded
from config.embedded import programs
from config.logins import OWNER

#: What the tables and their walls are made from; any change asks for a new template.
SOURCES = (
    "*/migrations/*.py", "proof/walls.py", "proof/grants.py", "cases/second_wall.*", "requirements*.txt",
    "workflows/procedures/**/*.py",  # the second wall names procedures by whom they let answer
)  # fmt: skip


@cache
def cluster() -> embedded.Cluster:
    """The suite's own server, apart from the site's; one for each version of PostgreSQL."""
    return embedded.Cluster(
        settings.BASE_DIR / "var" / "tests" / f"postgresql-{programs.version()}"
    )


def open_copy() -> None:
    """Point Django, as the login `app`, at a fresh database of this worker's own."""
    embedded.hold(cluster(), sweeps=True)
    connections["default"].settings_dict.update(EMBEDDED=str(cluster().folder), NAME=current())
    _copy_template()


def begin_with(lay: Callable[[], object]) -> None:
    """Give the worker's fresh database what `lay` lays: it does so once, a copy of that is taken ever after."""
    if lay in _kept:
        close_copy()
        with _maintenance() as run:
            run(f"CREATE DATABASE {current()} TEMPLATE {_kept[lay]}")
        return
    lay()
    connections.close_all()
    _count_rows()
    name = f"{current()}_{len(_kept)}"
    with _maintenance() as run:
        run(_ALONE.format(current()))
        run(f"CREATE DATABASE {name} TEMPLATE {current()}")
    _kept[lay] = name


def _count_rows() -> None:
    """Tell the planner what was laid: left to guess, it reads some lists in minutes."""
    connection = connect(OWNER, current())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    connection.close()


#: End what is still connected, at most five seconds: a server's thread keeps its connection as long as a browser
#: keeps the line to it, out of reach of the thread that copies.
_ALONE = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{}'"
#: By what lays it, the database of this worker that keeps what was laid.
_kept: dict[Callable[[], object], str] = {}


def _copy_template() -> None:
    with _maintenance() as run:
        try:
            run(f"CREATE DATABASE {current()} TEMPLATE {_template()}")
        except psycopg2.errors.InvalidCatalogName:  # another run with other sources swept it away
            _template.cache_clear()
            run(f"CREATE DATABASE {current()} TEMPLATE {_template()}")


def renew_copy() -> None:
    """Give the worker its database as it was at first, whatever a test left in it."""
    close_copy()
    open_copy()


def close_all() -> None:
    """Remove the worker's database, and what it kept."""
    close_copy()
    with _maintenance() as run:
        for name in _kept.values():
            run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    _kept.clear()


def close_copy() -> None:
    """Remove the worker's database."""
    connections.close_all()
    with _maintenance() as run:
        run(f"DROP DATABASE IF EXISTS {current()} WITH (FORCE)")


def connect(login: str, database: str) -> psycopg2.extensions.connection:
    """Return a plain connection of the suite's server that commits each statement."""
    connection = psycopg2.connect(
        host=str(cluster().socket), user=login, password=cluster().passwords[login], dbname=database
    )
    connection.autocommit = True
    return connection


@cache
def current() -> str:
    """The name of this worker's database."""
    return f"copy_{os.getpid()}"


@cache
def _template() -> str:
    """The name of the template for the present sources, laid by whichever worker comes first."""
    name = f"template_{_fingerprint()}"
    with _one_at_a_time(), _maintenance() as run:
        there = {row[0] for row in run("SELECT datname FROM pg_database")}
        for left in filter(_is_left_over, there - {name}):
            run(f"DROP DATABASE {left} WITH (FORCE)")
        if name not in there:
            run("CREATE DATABASE unfinished")
            _lay_tables("unfinished")
            run(f"ALTER DATABASE unfinished RENAME TO {name}")
    return name


def _is_left_over(database: str) -> bool:
    kind, _, rest = database.partition("_")
    return kind in {"template", "unfinished"} or (
        kind == "copy" and not Path(f"/proc/{rest.partition('_')[0]}").exists()
    )


def _lay_tables(database: str) -> None:
    """Migrate as the owner, the one moment when the suite is not `app`."""
    connection = connections["default"]
    usual = dict(connection.settings_dict)
    connection.settings_dict.update(USER=OWNER, LOGIN=OWNER, NAME=database)
    try:
        call_command("migrate", verbosity=0)
    finally:
        connection.close()
        connection.settings_dict.update(usual)


def _fingerprint() -> str:
    files = sorted(path for pattern in SOURCES for path in settings.BASE_DIR.glob(pattern))
    text = b"".join(str(path).encode() + path.read_bytes() for path in files)
    return hashlib.sha256(text).hexdigest()[:16]


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with (cluster().folder / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _maintenance() -> Iterator:
    """Statements about whole databases, by the owner, from a database nobody works in."""
    connection = connect(OWNER, "postgres")

    def run(statement: str) -> list:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []

    try:
        yield run
    finally:
        connection.close()
