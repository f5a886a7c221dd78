"""The files a person may open, newest first, a page at a time: a page of each way in, merged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from cases import opened
from cases.models import Case
from cases.paging import Leaf, Place, leaf
from cases.queries import with_next_deadline
from registry.models import Person

#: Leaves some of the files out, the same for everybody.
Narrow = Callable[[QuerySet[Case]], QuerySet[Case]]

#: One way in: the statement of its files, and its values.
Arm = tuple[str, Sequence[object]]


def newest(
    person: Person,
    at: date,
    narrow: Narrow,
    among: QuerySet[Case] | None,
    place: Place[int],
    size: int,
) -> Leaf[Any]:
    """Return one page of what `visible_to(person, at)` holds, narrowed, each with its next deadline.

    What was asked for, a search or a filter, is `among`; `narrow` is a function of a module. The key of
    a file is its number. Each way into a file is read by itself and only a page deep, so that an index
    in the order of the page answers it. Two statements.
    """
    arms = opened.arms(person, at, narrow)
    return leaf(lambda here, limit: _read(arms, among, here, limit), place, size)


_ARM = "(SELECT pk FROM ({files}) AS files WHERE {asked} ORDER BY pk {way} LIMIT %s)"


def _read(
    arms: Sequence[Arm], among: QuerySet[Case] | None, place: Place[int], limit: int
) -> list[Any]:
    asked, values = _condition(among, place)
    way = "ASC" if place.back else "DESC"
    every = " UNION ".join(_ARM.format(files=sql, asked=asked, way=way) for sql, _ in arms)
    found = RawSQL(every, [v for _, own in arms for v in (*own, *values, limit)])  # noqa: S611 -- kept text
    cases = with_next_deadline(Case.objects.filter(pk__in=found)).select_related("body")
    return list(cases.order_by("pk" if place.back else "-pk")[:limit])


def _condition(among: QuerySet[Case] | None, place: Place[int]) -> tuple[str, list[object]]:
    parts, values = ["true"], list[object]()
    if place.key is not None:
        parts.append("pk > %s" if place.back else "pk < %s")
        values.append(place.key)
    if among is not None:
        inner, params = among.values("pk").query.sql_with_params()
        parts.append(f"pk IN ({inner})")
        values += params
    return " AND ".join(parts), values
