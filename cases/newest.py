"""The files a person may open, newest first, a page at a time: a page of each way in, merged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from cases import readers
from cases.models import Case, Participant
from cases.paging import Leaf, Place, leaf
from cases.queries import with_next_deadline
from permissions.ways import Part, Way, positions_opening
from registry.models import PaperOnly, Person, Post, held_by

#: Leaves some of the files out: a filter, a search.
Narrow = Callable[[QuerySet[Case]], QuerySet[Case]]


def newest(person: Person, at: date, narrow: Narrow, place: Place[int], size: int) -> Leaf[Any]:
    """Return one page of what `visible_to(person, at)` holds, narrowed, each with its next deadline.

    The key of a file is its number. Each way into a file is read by itself and only a page deep, so
    that an index in the order of the page answers it. Two statements.
    """
    ways = _arms(person, at)
    return leaf(lambda here, limit: _read(ways, narrow, here, limit), place, size)


def _arms(person: Person, at: date) -> list[Q]:
    """Every way in; of the bodies a person acts in, or enters for, each has its index to read from."""
    ways = readers.ways(person, at)
    del ways[Way.BODY], ways[Way.ENTERS], ways[Way.SERVED]
    held = Post.objects.filter(held_by(person, at))
    posts = held.filter(position__in=positions_opening(Part.HEADER))
    on_paper = PaperOnly.objects.filter(readers.entering(held, at))
    led = held.filter(position__in=readers.HOME_LEADERS)
    found = posts.values_list("body", Value(0)).union(
        on_paper.values_list("body", Value(1)), led.values_list("body", Value(2))
    )
    bodies = sorted(found)
    of_others = ~Q(Exists(readers.own(person)))
    entered = [body for body, how in bodies if how == 1]
    of_home = _of_home(held) if any(how == 2 for _, how in bodies) else []
    part = Participant.objects.filter(case=OuterRef("pk"), body__in=entered)
    return [
        *(Q(of_others, body=body) for body in sorted({body for body, _ in bodies})),
        *([Q(of_others, Exists(part))] if entered else ()),
        *([Q(of_others, pk__in=of_home)] if of_home else ()),
        *ways.values(),
    ]


def _of_home(held: QuerySet[Post]) -> list[int]:
    """What was served on the leader's own organisation and its members: few, so they are named one by one."""
    return list(Case.objects.filter(readers.served_on(held)).values_list("pk", flat=True))


def _read(ways: Sequence[Q], narrow: Narrow, place: Place[int], limit: int) -> list[Any]:
    order = "pk" if place.back else "-pk"
    arms = [
        _from(narrow(Case.objects.filter(way)), place).order_by(order).values("pk")[:limit]
        for way in ways
    ]
    found = Case.objects.filter(pk__in=arms[0].union(*arms[1:]))
    return list(with_next_deadline(found).select_related("body").order_by(order)[:limit])


def _from(cases: QuerySet[Case], place: Place[int]) -> QuerySet[Case]:
    if place.key is None:
        return cases
    return cases.filter(pk__gt=place.key) if place.back else cases.filter(pk__lt=place.key)
