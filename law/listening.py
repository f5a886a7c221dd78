"""Hearing which rules are asked within a block: what is then written can say where each word came from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from law.hits import Hit

_listener: ContextVar[dict[str, Hit] | None] = ContextVar("law_listener", default=None)


@contextmanager
def heard() -> Iterator[dict[str, Hit]]:
    """Gather every answer the law gives within the block, the last one of each rule."""
    answers: dict[str, Hit] = {}
    token = _listener.set(answers)
    try:
        yield answers
    finally:
        _listener.reset(token)


def tell(hit: Hit) -> None:
    """Let whoever listens know of an answer."""
    if (answers := _listener.get()) is not None:
        answers[hit.rule] = hit
