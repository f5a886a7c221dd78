"""A cursor that tells the server with every statement for whom it is sent (proof/reader.py)."""

from __future__ import annotations

from typing import Any

from psycopg2 import extensions, sql

from proof import reader


class AskingCursor(extensions.cursor):
    """Sends the setting in the same message as the statement: no round trip and no statement more.

    Always, and not only when it changes: a rollback takes back what was set since its savepoint.
    """

    _before = ""
    _asker = ""

    def execute(self, query: Any, vars: Any = None) -> None:  # noqa: A002 -- the driver's own name
        if self.name:
            self._asker = reader.current()
            self._say(self._asker)
            return super().execute(query, vars)
        return super().execute(self._with_reader(query), vars)

    def executemany(self, query: Any, vars_list: Any) -> None:
        return super().executemany(self._with_reader(query), vars_list)

    def callproc(self, *arguments: Any) -> Any:
        self._say(reader.current())
        return super().callproc(*arguments)

    def copy_expert(self, *arguments: Any, **named: Any) -> None:
        self._say(reader.current())
        return super().copy_expert(*arguments, **named)

    def fetchone(self) -> Any:
        self._as_declared()
        return super().fetchone()

    def fetchmany(self, size: int | None = None) -> Any:
        self._as_declared()
        return super().fetchmany(self.arraysize if size is None else size)

    def fetchall(self) -> Any:
        self._as_declared()
        return super().fetchall()

    def __next__(self) -> Any:
        self._as_declared()
        return super().__next__()

    @property
    def query(self) -> bytes | None:
        """The statement as it was asked for, without what was said before it."""
        sent = super().query
        return sent and sent.removeprefix(self._before.encode())

    def _with_reader(self, query: Any) -> Any:
        if self.connection.info.transaction_status == extensions.TRANSACTION_STATUS_INERROR:
            self._before = ""  # nothing but taking it back is accepted now
            return query
        self._before = f"SET {reader.SETTING} = '{reader.current()}'; "
        if isinstance(query, sql.Composable):
            query = query.as_string(self)
        return self._before.encode() + query if isinstance(query, bytes) else self._before + query

    def _as_declared(self) -> None:
        """A cursor on the server runs while it is read: it is read for whom it was declared."""
        if self.name:
            self._say(self._asker)

    def _say(self, asker: str) -> None:
        with extensions.connection.cursor(
            self.connection, cursor_factory=extensions.cursor
        ) as plain:
            plain.execute(f"SET {reader.SETTING} = '{asker}'")
