"""The law this installation lives under: the folder shipped with it, read once."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from law.lawbook import LawBook
from law.loader import load

FOLDER = Path(__file__).parent
_instead: ContextVar[LawBook | None] = ContextVar("law_instead", default=None)


def book() -> LawBook:
    """Return the law book in use; LawRefused when a file of the shipped one is wrong."""
    return _instead.get() or _shipped()


@contextmanager
def using(other: LawBook) -> Iterator[LawBook]:
    """Ask another law book within the block: a coming change, an old edition, a mutation."""
    token = _instead.set(other)
    try:
        yield other
    finally:
        _instead.reset(token)


@cache
def _shipped() -> LawBook:
    return load(FOLDER)
