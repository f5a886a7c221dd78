"""The ways of `cases.readers` as they are asked: kept in SQL, filled in for one reader and day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache, partial, reduce
from operator import or_
from typing import Any

from django.db import connection
from django.db.models import Case as Choose
from django.db.models import CharField, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.utils import timezone

from cases import readers
from cases.kept import NOBODY, Answer, Asking, Holds, Kept, keep, keep_of_one
from cases.models import Case
from permissions.ways import Part, Way
from registry.models import Person

#: Leaves some of the files out, the same for everybody: a function of a module.
Narrow = Callable[[QuerySet[Case]], QuerySet[Case]]

#: A statement and its values.
Statement = tuple[str, Sequence[object]]

#: Stands, in a statement about the files of one body, for the number of that body.
THROUGH = "through.body"


@dataclass(frozen=True)
class Arm:
    """One way in: the statement of its files, or of those of the body at THROUGH and that of the bodies."""

    way: Way
    files: Statement
    bodies: Statement | None


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


def arms(person: Person, at: date, narrow: Narrow, part: Part = Part.HEADER) -> list[Arm]:
    """Return every way to a `part` as it is asked for `person` on `at`, put into SQL once for each `narrow`."""
    asking = _asking(person, at)
    return [
        Arm(way, (one.sql, one.filled(asking)), through and (through.sql, through.filled(asking)))
        for way, one, through in _kept_arms(narrow, part)
    ]


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
def _ways(part: Part) -> dict[Way, Kept]:
    """Of one file, each way to the part."""

    def build(asking: Asking, way: Way) -> QuerySet[Any]:
        return Case.objects.filter(_conditions(asking, part)[way], pk=asking.file).values("pk")

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
def _kept_arms(narrow: Narrow, part: Part) -> list[tuple[Way, Kept, Kept | None]]:
    """Each way in: its files; of a way through bodies those of one body, and the bodies."""
    through = _through(NOBODY, part)

    def files(asking: Asking, way: Way) -> QuerySet[Any]:
        return narrow(Case.objects.filter(_conditions(asking, part)[way])).values("pk")

    def of_one_body(asking: Asking, way: Way) -> QuerySet[Any]:
        of_others = readers.not_about(asking.person)
        there = Q(_through(asking, part)[way].files, of_others, body=RawSQL(THROUGH, ()))  # noqa: S611 -- a constant
        return narrow(Case.objects.filter(there)).values("pk")

    def bodies(asking: Asking, way: Way) -> QuerySet[Any]:
        return _through(asking, part)[way].bodies.values("pk")

    def beside(asking: Asking, way: Way) -> QuerySet[Any]:
        files = Case.objects.filter(
            _through(asking, part)[way].beside, readers.not_about(asking.person)
        )
        return narrow(files).values("pk")

    found: list[tuple[Way, Kept, Kept | None]] = []
    for way in _conditions(NOBODY, part):
        if way not in through:
            found.append((way, keep(partial(files, way=way)), None))
            continue
        found.append((way, keep(partial(of_one_body, way=way)), keep(partial(bodies, way=way))))
        if through[way].beside is not None:
            found.append((way, keep(partial(beside, way=way)), None))
    return found


def _through(asking: Asking, part: Part) -> dict[Way, readers.OfBodies]:
    return readers.through_bodies(asking.person, asking.at, part)
