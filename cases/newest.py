"""The files a person may open, newest first, a page at a time: a page of each way in, merged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from cases import opened
from cases.models import Case
from cases.paging import Leaf, Place, leaf
from cases.queries import with_next_deadline
from registry.models import Person


def newest(
    person: Person,
    at: date,
    narrow: opened.Narrow,
    among: QuerySet[Case] | None,
    place: Place[int],
    size: int,
) -> Leaf[Any]:
    """Return one page of what `visible_to(person, at)` holds, narrowed, each with its next deadline.

    What was asked for, a search or a filter, is `among`; `narrow` is a function of a module. The key of
    a file is its number. Each way into a file is read by itself, of each body it leads through, and only a
    page deep, so that an index in the order of the page answers it. One statement.
    """
    arms = opened.arms(person, at, narrow)
    return leaf(lambda here, limit: _read(arms, among, here, limit), place, size)


_PAGE = "SELECT pk FROM ({files}) AS files WHERE {asked} ORDER BY pk {way} LIMIT %s"

#: A page of each body, of which the arm takes one: no body is read any deeper.
_OF_EACH = """SELECT page.pk FROM ({bodies}) AS through (body)
    CROSS JOIN LATERAL ({page}) AS page ORDER BY page.pk {way} LIMIT %s"""


def _read(
    arms: Sequence[opened.Arm], among: QuerySet[Case] | None, place: Place[int], limit: int
) -> list[Any]:
    pages, values = [], list[object]()
    for arm in arms:
        statement, said = _page(arm, among, place, limit)
        pages.append(f"({statement})")
        values += said
    found = RawSQL(" UNION ".join(pages), values)  # noqa: S611 -- kept text
    cases = with_next_deadline(Case.objects.filter(pk__in=found)).select_related("body")
    return list(cases.order_by("pk" if place.back else "-pk")[:limit])


def _page(
    arm: opened.Arm, among: QuerySet[Case] | None, place: Place[int], limit: int
) -> tuple[str, list[object]]:
    asked, values = _condition(among, place)
    way = "ASC" if place.back else "DESC"
    files, said = arm.files
    page = _PAGE.format(files=files, asked=asked, way=way)
    if arm.bodies is None:
        return page, [*said, *values, limit]
    bodies, through = arm.bodies
    each = _OF_EACH.format(bodies=bodies, page=page, way=way)
    return each, [*through, *said, *values, limit, limit]


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
