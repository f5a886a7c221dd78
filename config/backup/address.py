"""Where a database is, for PostgreSQL's own programs and for a connection beside Django's."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

import psycopg2
from django.db import connection

from config.embedded import programs
from config.logins import OWNER
from config.refusals import CannotRun

#: How values are written as text, whatever the machine is set to: one row gives one text everywhere.
_FIXED = "-c TimeZone=UTC -c DateStyle=ISO,YMD -c bytea_output=hex -c extra_float_digits=1 -c IntervalStyle=postgres"


@dataclass(frozen=True)
class Address:
    """One database of one server, reached as the login that owns its tables."""

    host: str
    port: str
    user: str
    password: str
    name: str

    @classmethod
    def of_the_site(cls) -> Address:
        """The database Django works in, which must be as the owner."""
        if connection.settings_dict["LOGIN"] != OWNER:
            raise CannotRun("Sao lưu và phục hồi cần tài khoản chủ sở hữu cơ sở dữ liệu.")
        given = connection.get_connection_params()
        return cls(
            *(str(given.get(one) or "") for one in ("host", "port", "user", "password", "dbname"))
        )

    def named(self, name: str) -> Address:
        """Another database of the same server."""
        return replace(self, name=name)

    @contextmanager
    def open(self, *, autocommit: bool = False) -> Iterator[psycopg2.extensions.connection]:
        """A connection of its own, closed at the end; CannotRun where nobody answers."""
        try:
            held = psycopg2.connect(**self._given(), options=_FIXED)
        except psycopg2.OperationalError as error:
            raise CannotRun(f"Không kết nối được {self.name}: {error}") from error
        held.autocommit = autocommit
        try:
            yield held
        finally:
            held.close()

    def ask(self, statement: str, *values: Any) -> list[tuple]:
        """Run one statement outside any transaction; return its rows."""
        with self.open(autocommit=True) as held, held.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall() if cursor.description else []

    def run(
        self,
        program: str,
        *arguments: str,
        output: IO[bytes] | None = None,
        read: Path | None = None,
    ) -> None:
        """Run one of PostgreSQL's programs on this database; CannotRun with what it said when it fails."""
        named = {
            "PGHOST": self.host,
            "PGPORT": self.port,
            "PGUSER": self.user,
            "PGPASSWORD": self.password,
        }
        given = {name: value for name, value in named.items() if value}
        files = [str(read)] if read else []
        done = subprocess.run(
            [str(self._folder() / program), "--no-password", *arguments, "--dbname", self.name, *files],
            stdout=output or subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", **given},
        )  # fmt: skip
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip().splitlines()
            raise CannotRun(f"{program}: {' '.join(said[:2]) or 'thất bại'}")

    def _folder(self) -> Path:
        """Programs as old as the server, where they are; ours otherwise, which must not be older."""
        major = int(self.ask("SHOW server_version_num")[0][0]) // 10_000
        own = Path(f"/usr/lib/postgresql/{major}/bin")
        return own if major != programs.version() and own.exists() else programs.folder()

    def _given(self) -> dict[str, str]:
        named = {"host": self.host, "port": self.port, "user": self.user, "password": self.password}
        return {**{k: v for k, v in named.items() if v}, "dbname": self.name}


@contextmanager
def working_in(address: Address) -> Iterator[None]:
    """Let Django work as the owner in another database of its server."""
    usual = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(
        NAME=address.name, USER=address.user, PASSWORD=address.password, LOGIN=OWNER
    )
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.clear()
        connection.settings_dict.update(usual)
