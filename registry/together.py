"""Several questions put to the database in one statement: each then holds its rows, as if it had been asked alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import Field, QuerySet, Value

#: What asks step by step: it yields the questions of a step, goes on when they are read, and returns what it found.
T = TypeVar("T")
Talk = Generator[Sequence[QuerySet[Any]], None, T]

#: How a value that came as JSON becomes what the driver would have given; every other comes as it is.
_GIVEN: Sequence[tuple[type[Field], Callable[[Any], Any]]] = (
    (models.DateTimeField, datetime.fromisoformat),
    (models.DateField, date.fromisoformat),
    (models.TimeField, time.fromisoformat),
    (models.DecimalField, Decimal),
    (models.FloatField, float),
    (models.UUIDField, UUID),
    (models.JSONField, json.dumps),
    (models.BinaryField, lambda told: bytes.fromhex(told.removeprefix("\\x"))),
)


def together(*asked: QuerySet[Any]) -> None:
    """Read what all of these select, by one statement, for whoever asks now; one read before is left as it is.

    Each holds its rows afterwards and asks no more, unless it is narrowed further.
    """
    read = [_Read(one) for one in asked if one._result_cache is None]
    if said := [one for one in read if one.sql]:
        parts = ", ".join(
            f"(SELECT json_agg(t)::text FROM ({one.sql}) t)"  # noqa: S608 -- Django's own words
            for one in said
        )
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {parts}", [value for one in said for value in one.values])
            for one, told in zip(said, cursor.fetchone(), strict=True):
                one.hold(json.loads(told, parse_float=Decimal) if told else [])


def answered(*talks: Talk[T]) -> list[T]:
    """Let these go on side by side, and return what each found: what all ask at one step is one statement."""
    whole = side_by_side(talks)
    while True:
        try:
            together(*next(whole))
        except StopIteration as over:
            return over.value


def side_by_side(talks: Sequence[Talk[T]]) -> Talk[list[T]]:
    """Many talks as one, which asks at each step what all of them ask there."""
    found: dict[int, T] = {}
    waiting = dict(enumerate(talks))
    while waiting:
        asked: list[QuerySet[Any]] = []
        for place, talk in list(waiting.items()):
            try:
                asked += next(talk)
            except StopIteration as over:
                found[place] = over.value
                del waiting[place]
        if asked:
            yield asked
    return [found[place] for place in range(len(talks))]


def summed(asked: QuerySet[Any], **aggregates: Any) -> QuerySet[Any]:
    """The one row of these aggregates over what `asked` selects, to be read together with others."""
    return asked.order_by().annotate(all_of_them=Value(1)).values("all_of_them").annotate(
        **aggregates
    ).values(*aggregates)  # fmt: skip


class _Read:
    """One queryset: its statement, and its rows once they are there."""

    def __init__(self, asked: QuerySet[Any]):
        self.asked = asked
        self.compiler = asked.query.get_compiler(asked.db)
        try:
            self.sql, self.values = self.compiler.as_sql(with_col_aliases=True)
        except EmptyResultSet:  # nothing can be selected, so nothing is asked
            self.sql, self.values = "", ()
            asked._result_cache = []

    def hold(self, told: list[dict[str, Any]]) -> None:
        """Let the queryset build its rows out of what came, by the ways of Django's own."""
        givers = [_given(expression.output_field) for expression, *_ in self.compiler.select]
        rows = [
            [
                give(value) if give and value is not None else value
                for give, value in zip(givers, line.values(), strict=False)
            ]
            for line in told
        ]
        self.compiler.execute_sql = lambda *_a, **_n: [rows]  # type: ignore[method-assign]
        asked = self.asked._chain()
        asked.query.get_compiler = lambda *_a, **_n: self.compiler
        self.asked._result_cache = list(asked._iterable_class(asked))


def _given(field: Field) -> Callable[[Any], Any] | None:
    field = getattr(field, "target_field", field)
    if isinstance(field, ArrayField):
        one = _given(field.base_field)
        return one and (lambda told: [None if each is None else one(each) for each in told])
    return next((give for kind, give in _GIVEN if isinstance(field, kind)), None)
