"""Rows of the register that end and begin together: gathered, written in few statements, then told one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from registry.models import (
    AreaAssignment,
    Body,
    Delegation,
    Membership,
    Organisation,
    PaperOnly,
    Person,
    Placement,
    Post,
    Register,
    Succession,
    Term,
    UnitTransfer,
)
from registry.register import enter, lock, told

#: In whose register each kind of row is told, and about whom.
_HOME: dict[type[Model], Any] = {
    Organisation: lambda row: row.pk,
    Placement: lambda row: row.organisation_id,
    Succession: lambda row: row.predecessor_id,
    Body: lambda row: row.organisation_id,
    Term: lambda row: row.body.organisation_id,
    Post: lambda row: row.body.organisation_id,
    Delegation: lambda row: row.post.body.organisation_id,
    AreaAssignment: lambda row: row.body.organisation_id,
    PaperOnly: lambda row: row.entered_by.organisation_id,
    Membership: lambda row: row.cell_id,
    UnitTransfer: lambda row: row.organisation_id,
}


@dataclass
class Change:
    """One row that began, or ended; `before` is how it was told before, nothing for a new one."""

    row: Any
    before: dict[str, Any] | None
    words: str
    more: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What is kept of it: "begun" for a new row, else "ended"."""
        return "begun" if self.before is None else "ended"


class Changes:
    """Everything one act does to the register, in the order in which it is told."""

    def __init__(self) -> None:
        self.made: list[Change] = []

    def begin(self, row: Any, words: str) -> Any:
        """A new row; organisations and bodies are written at once, since others hang on them."""
        if isinstance(row, (Organisation, Body)):
            row.save(force_insert=True)
        self.made.append(Change(row, None, words))
        return row

    def end(self, row: Any, last_day: date | None, words: str, **more: Any) -> None:
        """A row that is there gets this last day, and what `more` names beside it."""
        if row.first_day and last_day and last_day < row.first_day:
            last_day = row.first_day  # a row that had not begun yet ends on the day it begins
        before = told(row)
        for name, value in {"last_day": last_day, **more}.items():
            setattr(row, name, value)
        self.made.append(Change(row, before, words, tuple(more)))

    def end_all(self, rows: Iterable[Any], last_day: date, words: str) -> list[Any]:
        """End each of `rows`; return them."""
        found = list(rows)
        for row in found:
            self.end(row, last_day, words)
        return found

    def flush(self) -> None:
        """Write every row: the new ones of each kind together, and the ends of each kind and day together."""
        new: dict[type[Model], list[Any]] = defaultdict(list)
        old: dict[tuple[type[Model], date | None], list[int]] = defaultdict(list)
        for change in self.made:
            if change.more:
                change.row.save(update_fields=["last_day", *change.more])
            elif change.before is not None:
                old[type(change.row), change.row.last_day].append(change.row.pk)
            elif change.row.pk is None:
                new[type(change.row)].append(change.row)
        for (model, last_day), rows in old.items():
            model._default_manager.filter(pk__in=rows).update(last_day=last_day)
        for model, rows in new.items():
            model._default_manager.bulk_create(rows)

    def registers(self) -> list[int]:
        """The organisations whose registers tell of it, in one order, so that two acts never wait in a ring."""
        return sorted({_home(change) for change in self.made})

    def tell(self, deed: str, *, by: Person, post: Post | None, on: date, document: str) -> int:
        """Enter each change in its register; return how many were entered."""
        held: dict[int, Register] = {one: lock(one) for one in self.registers()}
        for change in self.made:
            row = change.row
            enter(
                held[_home(change)],
                {
                    "deed": deed,
                    "body": _body_of(row),
                    "person": getattr(row, "person_id", None),
                    "by": by.pk,
                    "post": post and post.pk,
                    "on": on,
                    "words": change.words,
                    "document": document,
                    "before": change.before,
                    "after": told(row),
                },
            )
        return len(self.made)

    def as_json(self) -> list[list[Any]]:
        """What is kept of it, to be taken back: table, row, what was done, and how it was."""
        return [
            [one.row._meta.model_name, one.row.pk, one.kind, _plain(one.before)]
            for one in self.made
        ]

    def counts(self) -> dict[str, dict[str, int]]:
        """How many rows of each table began and ended."""
        found: dict[str, dict[str, int]] = defaultdict(lambda: {"begun": 0, "ended": 0})
        for one in self.made:
            found[one.row._meta.model_name][one.kind] += 1
        return dict(found)


def _home(change: Change) -> int:
    return int(_HOME[type(change.row)](change.row))


def _body_of(row: Any) -> int | None:
    if isinstance(row, Body):
        return row.pk
    if isinstance(row, Delegation):
        return row.post.body_id
    return getattr(row, "body_id", None)


def _plain(before: dict[str, Any] | None) -> dict[str, Any] | None:
    if before is None:
        return None
    return {n: v.isoformat() if isinstance(v, date) else v for n, v in before.items()}
