"""The editions and law books that many records share, each read once."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import law
from cases.models import Edition
from cases.packing import rule_book
from law import LawBook
from law import editions as law_editions
from proof.canonical import sha256
from workflows.replay import law_of


def engine() -> str:
    """The name of what decides again now: the hash of the rule book's code and of the law as it stands."""
    return hashlib.sha256(f"{_code()} {law.version()}".encode()).hexdigest()


@cache
def _code() -> str:
    total = hashlib.sha256()
    for name, text in rule_book():
        total.update(name.encode() + b"\0" + hashlib.sha256(text).digest())
    return total.hexdigest()


class Books:
    """Editions of procedures and the law of each, for a run over many records.

    A law book serves every procedure and every day between two changes of the law, since only rows of
    that very day are left out of what an edition is completed with (`workflows.replay.law_of`).
    """

    def __init__(self) -> None:
        self._more = law_editions.whole(law.book())
        self._changes = law_editions.changes(law.book(), date.min)
        self._editions: dict[str, tuple[Mapping[str, Any], str]] = {}
        self._books: dict[tuple[str, int], LawBook] = {}

    def of(self, edition: str, on: date) -> tuple[Mapping[str, Any], LawBook]:
        """Return the edition of that hash (without its law), and the law a record of the day `on` read."""
        if edition not in self._editions:
            whole = self._read(edition)
            name = sha256(whole["law"])
            self._editions[edition] = ({**whole, "law": None}, name)
        else:
            whole = None
        known, name = self._editions[edition]
        place = name, bisect(self._changes, on)
        if place not in self._books:
            whole = whole or self._read(edition)
            self._books[place] = law_of(whole, on.isoformat(), self._more)
        return known, self._books[place]

    @staticmethod
    def _read(edition: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(Edition.objects.get(pk=edition).content)
        return found
