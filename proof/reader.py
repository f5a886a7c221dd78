"""On whose behalf the database is asked: the site itself, nobody yet, or one person on one day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

#: The name of the setting by which each statement tells the database who reads (cases/second_wall.sql).
SETTING = "kiem_tra.reader"

SYSTEM, NOBODY = "system", "nobody"


class _Asker:
    """Whom the statements of one command, job or request are sent for."""

    def __init__(self, name: str):
        self.name = name


_usual = _Asker(SYSTEM)
_asker: ContextVar[_Asker] = ContextVar("asker")


def current() -> str:
    """Return for whom a statement is sent now: "system", "nobody", or "<person> <day>"."""
    return _asker.get(_usual).name


@contextmanager
def as_nobody() -> Iterator[None]:
    """Let statements see nothing that is walled, until `become` says who asks; for one request."""
    with _asking(_Asker(NOBODY)):
        yield


@contextmanager
def as_the_system() -> Iterator[None]:
    """Let statements see everything: for what must know a whole file whoever asks, never for a list.

    Only what is asked inside is meant: a query made here and read later is sent for whoever asks then.
    """
    with _asking(_Asker(SYSTEM)):
        yield


@contextmanager
def as_person(person: int, day: date) -> Iterator[None]:
    """Let statements see what the person of that number may read on `day`."""
    with _asking(_Asker(_named(person, day))):
        yield


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


@contextmanager
def _asking(asker: _Asker) -> Iterator[None]:
    token = _asker.set(asker)
    try:
        yield
    finally:
        _asker.reset(token)


def _named(person: int, day: date) -> str:
    return f"{int(person)} {day:%Y-%m-%d}"
