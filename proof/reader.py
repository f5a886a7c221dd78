"""On whose behalf the database is asked: the site itself, nobody yet, or one person on one day."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from datetime import date
from functools import wraps
from typing import ParamSpec, TypeVar

#: The name of the setting by which each statement tells the database who reads (cases/second_wall.sql).
SETTING = "kiem_tra.reader"

SYSTEM, NOBODY = "system", "nobody"

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


class _Asker:
    """Whom the statements of one command, job or request are sent for."""

    def __init__(self, name: str):
        self.name = name


_usual = _Asker(SYSTEM)
_asker: ContextVar[_Asker] = ContextVar("asker")


def current() -> str:
    """Return for whom a statement is sent now: "system", "nobody", or "<person> <day>"."""
    return _asker.get(_usual).name


def as_nobody() -> _Asking:
    """Let statements see nothing that is walled, until `become` says who asks; for one request."""
    return _Asking(NOBODY)


def as_the_system() -> _Asking:
    """Let statements see everything: for what must know a whole file whoever asks, never for a list.

    Only what is asked inside is meant: a query made here and read later is sent for whoever asks then.
    """
    return _Asking(SYSTEM)


def as_person(person: int, day: date) -> _Asking:
    """Let statements see what the person of that number may read on `day`."""
    return _Asking(_named(person, day))


def become(person: int, day: date) -> None:
    """From here to the end of the request, send statements for that person on `day`.

    Outside `as_nobody` it changes nothing: a command or a job goes on as the system.
    """
    asker = _asker.get(_usual)
    if asker.name != SYSTEM:
        asker.name = _named(person, day)


def nobody_unless_said() -> None:
    """From now on nothing in this process is sent as the system unless it says so: for a web server."""
    _usual.name = NOBODY


class _Asking:
    """A stretch of work for one asker, anew each time it begins; the door begins many in one step."""

    def __init__(self, name: str):
        self._name = name

    def __call__(self, deed: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
        """The same deed, always done for this asker."""

        @wraps(deed)
        def inside(*arguments: _Asked.args, **named: _Asked.kwargs) -> _Answer:
            token = _asker.set(_Asker(self._name))
            try:
                return deed(*arguments, **named)
            finally:
                _asker.reset(token)

        return inside

    def __enter__(self) -> None:
        self._token = _asker.set(_Asker(self._name))

    def __exit__(self, *_: object) -> None:
        _asker.reset(self._token)


def _named(person: int, day: date) -> str:
    return f"{int(person)} {day:%Y-%m-%d}"
