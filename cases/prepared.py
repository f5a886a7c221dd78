"""Statements that the server plans once for each connection; every later run only names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection

#: The names known to each connection of the driver; a name goes with its connection.
_known: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Prepared:
    """One statement under a name: `%(case)s` in its text stands for the value "case" of `types`.

    Planning the long statements of the door takes the server longer than running them.
    """

    name: str
    types: Mapping[str, str]
    text: str

    def run_in(self, cursor: Any) -> str:
        """Return the words that run the statement, having prepared it where it is not known yet.

        A pool that hands out another session for every transaction cannot keep names; a site behind
        one tells Django so (DISABLE_SERVER_SIDE_CURSORS), and then the whole text is returned.
        """
        if connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS"):
            return self.text
        known = _known.setdefault(connection.connection, set())
        if self.name not in known:
            cursor.execute(self._preparing)
            known.add(self.name)
        return self._running

    @cached_property
    def _running(self) -> str:
        return f"EXECUTE {self.name} ({', '.join(f'%({value})s' for value in self.types)})"

    @property
    def _preparing(self) -> str:
        numbers = {value: f"${place}" for place, value in enumerate(self.types, start=1)}
        return f"PREPARE {self.name} ({', '.join(self.types.values())}) AS {self.text % numbers}"


#: By connection, the names of statements that were `run` on it.
_named: WeakKeyDictionary[Any, dict[str, str]] = WeakKeyDictionary()
_numbers = count(1)


def run(cursor: Any, text: str, values: Sequence[object]) -> None:
    """Execute a statement whose values stand at `%s` in `text`, planned at its first run on a connection.

    For texts that are few, however many values they are asked with. One statement, the first time too: it
    is planned in the message that runs it.
    """
    if connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS"):
        cursor.execute(text, values)
        return
    names = _named.setdefault(connection.connection, {})
    places = ", ".join(["%s"] * len(values))
    if text in names:
        cursor.execute(f"EXECUTE {names[text]} ({places})", values)
        return
    name = f"run_{next(_numbers)}"  # a new one for each attempt: what failed may have left its name behind
    numbered = text % tuple(f"${place}" for place in range(1, len(values) + 1))
    cursor.execute(f"PREPARE {name} AS {numbered}; EXECUTE {name} ({places})", values)
    names[text] = name
