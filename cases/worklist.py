"""What waits for one person, a page at a time: files in the order of their deadlines, one row for each day.

The work rows of a file are due on the first of its deadlines, which is its place in the order; what
has a day of its own, as reports on lessons sent out, has a place of its own. Each office of the
person is an arm that reads an index from that place on and stops after a page; what a page costs
depends on the offices held, not on how much waits in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from django.db import connection
from django.db.models import Q, QuerySet

from cases import prepared
from cases.models import Case, WorkRow
from cases.paging import Leaf, Place, leaf
from permissions.roles import ROLES_OF_POSITION
from registry.models import Person, Post, held_by
from workflows import catalogue

#: Where a file stands in the order: its due day (date.max without one), its number.
Key = tuple[date, int]

#: Counting stops here; a page then says "99+".
MANY = 100

NUMBERED_AT = "number_paper"


class Kind(StrEnum):
    """What is to be done: anything, a signature, a number for a signed paper."""

    ALL = "all"
    SIGN = "sign"
    NUMBER = "number"


@dataclass(frozen=True)
class Asked:
    """Which work is asked for: of one kind, due from a day until before another, in some cases."""

    kind: Kind = Kind.ALL
    first: date | None = None
    until: date | None = None
    among: QuerySet[Case] | None = None


@dataclass(frozen=True)
class Waiting:
    """One file that waits for a person: the row of the first thing to do in it by that day."""

    key: Key
    row: WorkRow


@dataclass(frozen=True)
class Offices:
    """By what work waits for a person: the roles held in bodies, and the person's own seats."""

    person: Person
    held: Sequence[tuple[int, str]]

    @classmethod
    def of(cls, person: Person, at: date) -> Offices:
        """Read the posts of `person` on the day `at`. One statement."""
        posts = Post.objects.filter(held_by(person, at)).values_list("body", "position")
        held = {
            (body, role.value) for body, position in posts for role in ROLES_OF_POSITION[position]
        }
        return cls(person, sorted(held))

    def rows(self) -> QuerySet[WorkRow]:
        """Every work row that waits by one of the offices: what the pages are cut from."""
        mine = Q(person=self.person)
        for body, role in self.held:
            mine |= Q(body=body, role=role)
        return WorkRow.objects.filter(mine)


def page_of(offices: Offices, asked: Asked, place: Place[Key], size: int) -> Leaf[Waiting]:
    """Return one page of the files that wait, most urgent first. Two statements."""
    found = leaf(lambda at, limit: _keys(offices, asked, at, limit), place, size)
    first = _first_rows(offices, asked.kind, [case for _, case in found.rows])
    rows = [Waiting(key, first[key]) for key in found.rows if key in first]
    return Leaf(rows, found.before, found.after)


def count(offices: Offices, every: Sequence[Asked]) -> list[int]:
    """Return how many files wait for each of the questions, at most MANY. One statement."""
    counted, values = [], []
    for asked in every:
        statement, params = _statement(offices, asked, Place(), MANY)
        counted.append(_COUNTED.format(statement))
        values += params
    with connection.cursor() as cursor:
        prepared.run(cursor, "SELECT " + ", ".join(counted), values)
        return list(cursor.fetchone())


def kind_of(row: WorkRow) -> str:
    """What a row asks for: `sign`, `number`, `prepare`, or `all` for any other step."""
    step = catalogue.get(row.case.procedure).step(row.step)
    if step is None:
        return "all"
    if step.code == NUMBERED_AT:
        return Kind.NUMBER
    return Kind.SIGN if step.drafted else "prepare" if step.prepares else Kind.ALL


@cache
def steps_of(kind: Kind) -> Sequence[str]:
    """The codes of the steps of one kind; none stands for every step."""
    if kind is Kind.NUMBER:
        return (NUMBERED_AT,)
    if kind is Kind.ALL:
        return ()
    every = (step for one in catalogue.PROCEDURES.values() for step in one.steps.values())
    return sorted({step.code for step in every if step.drafted and step.code != NUMBERED_AT})


# --- The statement ------------------------------------------------------------------------------

_DUE = "COALESCE(w.due, '9999-12-31'::date)"

_ARM = """SELECT DISTINCT {due} AS due, w.case_id FROM cases_workrow w
    WHERE {whose} AND {asked} ORDER BY 1 {way}, 2 {way} LIMIT %s"""

_ARMS = """SELECT due, case_id FROM (
  SELECT arm.due, arm.case_id FROM unnest(%s::bigint[], %s::text[], %s::text[])
    AS held (body, role, step)
  CROSS JOIN LATERAL ({by_office}) AS arm
  UNION ({by_seat})
) AS arms ORDER BY 1 {way}, 2 {way} LIMIT %s"""

_COUNTED = "(SELECT count(*) FROM ({}) AS counted)"


def _keys(offices: Offices, asked: Asked, place: Place[Key], limit: int) -> list[Key]:
    statement, values = _statement(offices, asked, place, limit)
    with connection.cursor() as cursor:
        prepared.run(cursor, statement, values)
        return cursor.fetchall()


def _statement(
    offices: Offices, asked: Asked, place: Place[Key], limit: int
) -> tuple[str, list[object]]:
    """The places of at most `limit` files: a page from each office and the seats, merged."""
    steps = steps_of(asked.kind)
    held = [(body, role, step) for body, role in offices.held for step in steps or [None]]
    columns = [list(column) for column in zip(*held, strict=True)] or [[], [], []]
    condition, values = _condition(offices.person, asked, place)
    by_office = "w.body_id = held.body AND w.role = held.role"
    by_seat, seat = "w.person_id = %s", [offices.person.pk]
    if steps:
        by_office += " AND w.step = held.step"
        by_seat, seat = by_seat + " AND w.step = ANY(%s)", [*seat, list(steps)]
    said = {"due": _DUE, "asked": condition, "way": "DESC" if place.back else "ASC"}
    return (
        _ARMS.format(
            by_office=_ARM.format(whose=by_office, **said),
            by_seat=_ARM.format(whose=by_seat, **said),
            way=said["way"],
        ),
        [*columns, *values, limit, *seat, *values, limit, limit],
    )


#: Nothing waits for anybody in a file about themselves, whatever offices they hold.
_OF_OTHERS = """w.case_id NOT IN (SELECT s.case_id FROM cases_subject s
    WHERE s.person_id = %s AND s.superseded_by_id IS NULL)"""


def _condition(person: Person, asked: Asked, place: Place[Key]) -> tuple[str, list[object]]:
    parts, values = [_OF_OTHERS], list[object]([person.pk])
    if place.key is not None:
        parts.append(f"({_DUE}, w.case_id) {'<' if place.back else '>'} (%s, %s)")
        values += place.key
    for sign, day in ((">=", asked.first), ("<", asked.until)):
        if day is not None:
            parts.append(f"{_DUE} {sign} %s")
            values.append(day)
    if asked.among is not None:
        inner, params = asked.among.values("pk").query.sql_with_params()
        parts.append(f"w.case_id IN ({inner})")
        values += params
    return " AND ".join(parts), values


# --- One row a file and day ---------------------------------------------------------------------


def _first_rows(offices: Offices, kind: Kind, cases: Sequence[int]) -> dict[Key, WorkRow]:
    rows = offices.rows().filter(case__in=cases).select_related("case", "person")
    if steps := steps_of(kind):
        rows = rows.filter(step__in=steps)
    return _one_a_place(rows.order_by("id"))


def _one_a_place(rows: Iterable[WorkRow]) -> dict[Key, WorkRow]:
    """The first thing to do in each place; signing and numbering come before preparing anew."""
    first: dict[Key, WorkRow] = {}
    for row in rows:
        place = (row.due or date.max, row.case_id)
        kept = first.setdefault(place, row)
        if kind_of(kept) == "prepare" and kind_of(row) in (Kind.SIGN, Kind.NUMBER):
            first[place] = row
    return first


def late(today: date) -> Asked:
    """The work whose day is over on `today`."""
    return Asked(until=today)


def soon(today: date, days: int) -> Asked:
    """The work due on `today` or within so many days."""
    return Asked(first=today, until=today + timedelta(days=days + 1))
