"""The ways of `cases.readers` as they are asked: kept in SQL, filled in for one reader and day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import IntEnum
from functools import cache, partial, reduce
from operator import or_
from typing import Any

from django.db import connection
from django.db.models import Case as Choose
from django.db.models import CharField, Exists, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.utils import timezone

from cases import readers
from cases.kept import NOBODY, Answer, Asking, Holds, Kept, keep, keep_of_one
from cases.models import Case
from permissions.ways import Part, Way, positions_opening
from registry.models import PaperOnly, Person, Post, held_by


def readable(person: Person, at: date, part: Part = Part.HEADER, file: str = "pk") -> Holds:
    """The condition under which `person` may read `part` of the case at `file` on `at`: any way will do."""
    return Holds(_any_way(part), _asking(person, at), file)


class Reach(IntEnum):
    """How far a file opens to somebody, as far as papers ask."""

    NONE = 0
    SOME_PART = 1
    ISSUED = 2
    SIGNED = 3
    EVIDENCE = 4

    @classmethod
    def of(cls, parts: Collection[Part]) -> Reach:
        """Return how far a file opens of which these parts may be read."""
        further = (
            (Part.EVIDENCE, cls.EVIDENCE), (Part.SIGNED, cls.SIGNED), (Part.ISSUED, cls.ISSUED),
        )  # fmt: skip
        found = (far for part, far in further if part in parts)
        return next(found, cls.SOME_PART if parts else cls.NONE)


def reach(person: Person, at: date, file: str = "pk") -> Answer:
    """How far the case at `file` opens to `person` on `at`, as a column: one of Reach, or NULL."""
    return Answer(_reach(), _asking(person, at), file, IntegerField())


def first_way(person: Person, at: date) -> Answer:
    """The way by which a case opens to `person` on `at`, as a column; of several the first, "" for none."""
    return Answer(_first_way(), _asking(person, at))


def parts_open(case: int, person: Person, at: date) -> frozenset[Part]:
    """Return the parts of the file of that number that any way opens to `person`. One statement."""
    opening = _opening()
    found = _ask(opening, _asking(person, at, case))
    leading = (leads for leads, is_so in zip(opening.values(), found, strict=True) if is_so)
    return frozenset(part for leads in leading for part, _way in leads)


def ways_open(case: int, person: Person, at: date) -> list[Way]:
    """Return the ways by which `person` may open the file of that number. One statement."""
    ways = _ways(Part.HEADER)
    found = _ask(ways.values(), _asking(person, at, case))
    return [way for way, leads in zip(ways, found, strict=True) if leads]


def arms(
    person: Person, at: date, narrow: Callable[[QuerySet[Case]], QuerySet[Case]]
) -> list[tuple[str, list[object]]]:
    """Return, for each way in, a statement of the files it opens with its values. One statement.

    The bodies a person acts in or enters for are each a way by themselves, for each has its index to
    read from. What was served on the organisation of somebody who leads one is few files: they are
    named, by one statement more. What `narrow`, a function of a module, leaves out is put into SQL
    once: it must be the same for everybody.
    """
    asking = _asking(person, at)
    bodies = _bodies(person, at)
    found = [
        *((_of_body(narrow), body) for body in sorted({body for body, _ in bodies})),
        *((one, 0) for one in _by_other_ways(narrow)),
        *((one, 0) for one in _entered(narrow) if any(how is _How.ENTERS for _, how in bodies)),
    ]
    told = [(one.sql, one.filled(replace(asking, body=body))) for one, body in found]
    if any(how is _How.LEADS for _, how in bodies):
        named = _named(narrow)
        told.append((named.sql, named.filled(replace(asking, files=_served(asking)))))
    return told


class _How(IntEnum):
    """How a body stands to somebody: an office in it, entering for it, or leading its organisation."""

    HOLDS = 0
    ENTERS = 1
    LEADS = 2


def _bodies(person: Person, at: date) -> list[tuple[int, _How]]:
    """The bodies of somebody's offices, and those entered for. One statement."""
    held = Post.objects.filter(held_by(person, at))
    posts = held.filter(position__in=positions_opening(Part.HEADER))
    on_paper = PaperOnly.objects.filter(readers.entering(held, at))
    led = held.filter(position__in=readers.HOME_LEADERS)
    found = posts.values_list("body", Value(_How.HOLDS.value)).union(
        on_paper.values_list("body", Value(_How.ENTERS.value)),
        led.values_list("body", Value(_How.LEADS.value)),
    )
    return [(body, _How(how)) for body, how in found]


def _served(asking: Asking) -> list[int]:
    """The files of which something was served on the organisation that the reader leads. One statement."""
    served = _ways(Part.HEADER, any_file=True)[Way.SERVED]
    with connection.cursor() as cursor:
        cursor.execute(served.sql, served.filled(asking))
        return [file for (file,) in cursor.fetchall()]


def _asking(person: Person, at: date, file: int = 0) -> Asking:
    return Asking(person.pk, at, timezone.now(), file=file)


def _ask(questions: Iterable[Kept], asking: Asking) -> Sequence[bool]:
    """Answer each question: whether it finds anything. One statement."""
    asked, values = [], list[object]()
    for one in questions:
        asked.append(f"EXISTS ({one.sql})")
        values += one.filled(asking)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(asked)}", values)
        found: Sequence[bool] = cursor.fetchone()
        return found


# --- What is kept -------------------------------------------------------------------------------


def _conditions(asking: Asking, part: Part = Part.HEADER) -> dict[Way, Q]:
    return readers.ways(asking.person, asking.at, part, asking.now)


@cache
def _any_way(part: Part) -> Kept:
    def build(asking: Asking) -> QuerySet[Any]:
        every = reduce(or_, _conditions(asking, part).values())
        return Case.objects.filter(every).values("pk")

    return keep_of_one(build)


@cache
def _ways(part: Part, *, any_file: bool = False) -> dict[Way, Kept]:
    """Each way to the part: of one file, or of `any_file`."""

    def build(asking: Asking, way: Way) -> QuerySet[Any]:
        files = Case.objects.all() if any_file else Case.objects.filter(pk=asking.file)
        return files.filter(_conditions(asking, part)[way]).values("pk")

    return {way: keep(partial(build, way=way)) for way in _conditions(NOBODY, part)}


@cache
def _opening() -> dict[Kept, list[tuple[Part, Way]]]:
    """Each condition that opens any part, once, with the parts it opens and by which way."""
    opening: dict[Kept, list[tuple[Part, Way]]] = {}
    for part in Part:
        for way, kept in _ways(part).items():
            opening.setdefault(kept, []).append((part, way))
    return opening


@cache
def _reach() -> Kept:
    """The furthest of all ways: those that lead furthest are asked first."""
    furthest = [
        (Reach.of([part for part, _way in leads]), *leads[0]) for leads in _opening().values()
    ]

    def build(asking: Asking) -> QuerySet[Any]:
        leading = [
            When(_conditions(asking, part)[way], then=Value(far.value))
            for far, part, way in sorted(furthest, key=lambda one: -one[0])
        ]
        return Case.objects.values(
            far=Choose(*leading, default=Value(0), output_field=IntegerField())
        )

    return keep_of_one(build)


@cache
def _first_way() -> Kept:
    def build(asking: Asking) -> QuerySet[Any]:
        leading = [When(one, then=Value(way.value)) for way, one in _conditions(asking).items()]
        return Case.objects.values(
            way=Choose(*leading, default=Value(""), output_field=CharField())
        )

    return keep_of_one(build)


@cache
def _of_body(narrow: Callable[[QuerySet[Case]], QuerySet[Case]]) -> Kept:
    """The files of one body, but for those about oneself."""

    def build(asking: Asking) -> QuerySet[Any]:
        of_others = ~Q(Exists(readers.own(asking.person)))
        return narrow(Case.objects.filter(of_others, body=asking.body)).values("pk")

    return keep(build)


@cache
def _entered(narrow: Callable[[QuerySet[Case]], QuerySet[Case]]) -> list[Kept]:
    """The files in which a body takes part for which one enters what it did on paper."""

    def build(asking: Asking) -> QuerySet[Any]:
        held = Post.objects.filter(held_by(asking.person, asking.at))
        on_paper = PaperOnly.objects.filter(readers.entering(held, asking.at))
        part = readers.taken_part_in(on_paper.values("body"))
        of_others = ~Q(Exists(readers.own(asking.person)))
        return narrow(Case.objects.filter(of_others, part)).values("pk")

    return [keep(build)]


@cache
def _named(narrow: Callable[[QuerySet[Case]], QuerySet[Case]]) -> Kept:
    """The files that are named one by one."""

    def build(asking: Asking) -> QuerySet[Any]:
        files = RawSQL("SELECT unnest(%s::bigint[])", (asking.files,))
        return narrow(Case.objects.filter(pk__in=files)).values("pk")

    return keep(build)


#: Read otherwise than by their condition alone; see `arms`.
_APART = (Way.BODY, Way.ENTERS, Way.SERVED)


@cache
def _by_other_ways(narrow: Callable[[QuerySet[Case]], QuerySet[Case]]) -> list[Kept]:
    """The files of each way that its condition alone is quick to page through."""

    def build(asking: Asking, way: Way) -> QuerySet[Any]:
        return narrow(Case.objects.filter(_conditions(asking)[way])).values("pk")

    others = [way for way in _conditions(NOBODY) if way not in _APART]
    return [keep(partial(build, way=way)) for way in others]
