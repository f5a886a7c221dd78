"""Questions about files, put into SQL once and asked again for each reader, day and moment.

Django takes milliseconds to put one way into a file into SQL, and a page asks for all ways several
times. The SQL is always the same; only the values change, so it is kept and they are filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import BooleanField, CharField, Expression, F, Field, QuerySet
from django.db.models.expressions import RawSQL

from cases.models import Case
from registry.models import Person


@dataclass(frozen=True)
class Asking:
    """What is filled in: who reads, on which day, at which moment; perhaps of which file."""

    reader: int
    at: date
    now: datetime
    file: int = 0

    @property
    def person(self) -> Person:
        """The reader as conditions take one; only the number is known."""
        return Person(pk=self.reader)


@dataclass(frozen=True)
class Blank:
    """The place, among the values of a statement, of one field of Asking."""

    field: str


@dataclass(frozen=True)
class Kept:
    """A statement with its values, of which those that change are blanks."""

    sql: str
    values: tuple[object, ...]

    def filled(self, asking: Asking) -> list[object]:
        """Return the values with the blanks filled in."""
        return [
            getattr(asking, one.field) if isinstance(one, Blank) else one for one in self.values
        ]


#: Two askings that nobody makes and that differ in everything: where statements differ is a blank.
NOBODY = Asking(-101, date(1, 2, 3), datetime(1, 2, 4, tzinfo=UTC), -102)
_APART = (NOBODY, Asking(-201, date(2, 3, 4), datetime(2, 3, 5, tzinfo=UTC), -202))


class NotKept(Exception):
    """A question whose SQL depends on its reader or day by more than a value in one place."""


def keep(build: Callable[[Asking], QuerySet[Any]]) -> Kept:
    """Return the statement of the queries that `build` makes. Raises NotKept."""
    (sql, values), (other, others) = (build(one).query.sql_with_params() for one in _APART)
    if sql != other:
        raise NotKept(sql)
    return Kept(sql, tuple(_blank_or_same(*both) for both in zip(values, others, strict=True)))


def _blank_or_same(one: object, other: object) -> object:
    if one == other:
        return one
    for field in fields(Asking):
        if [getattr(asking, field.name) for asking in _APART] == [one, other]:
            return Blank(field.name)
    raise NotKept(f"{one!r}, {other!r}")


# --- Asked of the file of another query ---------------------------------------------------------

#: Stands, in a kept statement, for the number of the file in the query around.
HERE = "{file}"


def keep_of_one(build: Callable[[Asking], QuerySet[Case]]) -> Kept:
    """Keep a question about files as one about the file at HERE alone. Raises NotKept."""

    def of_one(asking: Asking) -> QuerySet[Case]:
        found = build(asking).filter(pk=RawSQL(HERE, ()))  # noqa: S611 -- a constant
        # The query around may call its tables by the names that Django gives these.
        found.query.change_aliases({name: f"kept_{name}" for name in found.query.alias_map})
        return found

    return keep(of_one)


class Answer(Expression):
    """What a question kept by `keep_of_one` answers for the file whose number is at `file`."""

    template = "({})"

    def __init__(
        self,
        kept: Kept,
        asking: Asking,
        file: str = "pk",
        output_field: Field[Any, Any] | None = None,
    ) -> None:
        super().__init__(output_field=output_field or CharField())
        self.kept, self.asking, self.file = kept, asking, F(file)

    def get_source_expressions(self) -> list[Any]:
        """Return the column that names the file, which Django finds in the query around."""
        return [self.file]

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        """Take that column as Django found it."""
        (self.file,) = exprs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[object]]:
        """Return the statement, set where it stands, and its values."""
        file, values = compiler.compile(self.file)
        assert not values, "a file is named by a column"
        return self.template.format(self.kept.sql.replace(HERE, file)), self.kept.filled(
            self.asking
        )


class Holds(Answer):
    """Whether the file at `file` is one that a question kept by `keep_of_one` finds."""

    template = "EXISTS ({})"

    def __init__(self, kept: Kept, asking: Asking, file: str = "pk") -> None:
        super().__init__(kept, asking, file, BooleanField())
