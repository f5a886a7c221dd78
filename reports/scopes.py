"""Whose figures a report shows: a unit's own, those of the units under it, or both, by the tree of the time or today's.

A unit stands under one other unit on every day: before it was first placed where it first stood, after it was last
placed where it last stood. By today's tree a unit that has ended counts under the one that goes on for it, where it
was divided under the first named. So each counted row belongs to one branch, and no sum counts one twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import BooleanField, Q, TextChoices
from django.db.models.expressions import RawSQL


class Tree(TextChoices):
    """By which tree units are summed."""

    THEN = "luc_do", "Cây tổ chức tại từng thời điểm"
    NOW = "hien_nay", "Cây tổ chức hiện nay"
    BOTH = "ca_hai", "Cả hai, mỗi đơn vị tính một lần"


class Part(TextChoices):
    """Which part of a unit's figures."""

    ALL = "chung", "Toàn đảng bộ"
    OWN = "rieng", "Riêng cấp này"
    BELOW = "cap_duoi", "Các đơn vị cấp dưới"


_FIRST, _LAST = date.min, date.max
_THEN = """
WITH RECURSIVE spans AS (
  SELECT organisation_id AS unit, parent_id AS over,
    CASE WHEN row_number() OVER w = 1 THEN DATE '0001-01-01' ELSE first_day END AS first,
    coalesce(lead(first_day) OVER w - 1, DATE '9999-12-31') AS last
  FROM registry_placement WINDOW w AS (PARTITION BY organisation_id ORDER BY first_day, id)
), under AS (
  SELECT unit, over AS top, unit AS branch, first, last FROM spans WHERE over = %(top)s AND first <= last
  UNION
  SELECT s.unit, u.top, u.branch, greatest(s.first, u.first), least(s.last, u.last)
  FROM spans s JOIN under u ON s.over = u.unit
  WHERE s.first <= s.last AND greatest(s.first, u.first) <= least(s.last, u.last)
) SELECT DISTINCT unit, branch, first, last FROM under
"""
# Whoever ended goes on as its heir; an organisation that lives, or ended without one, stands where it last stood.
_NOW = """
WITH RECURSIVE heir AS (
  SELECT DISTINCT ON (s.predecessor_id) s.predecessor_id AS unit, s.successor_id AS over
  FROM registry_succession s JOIN registry_organisation o ON o.id = s.predecessor_id
  WHERE o.last_day < %(on)s AND s.day <= %(on)s AND s.successor_id <> s.predecessor_id
  ORDER BY s.predecessor_id, s.day DESC, s.id
), placed AS (
  SELECT DISTINCT ON (organisation_id) organisation_id AS unit, parent_id AS over
  FROM registry_placement ORDER BY organisation_id, (first_day <= %(on)s) DESC,
    CASE WHEN first_day <= %(on)s THEN first_day END DESC, first_day
), own AS (
  SELECT %(top)s::bigint AS unit UNION SELECT h.unit FROM heir h JOIN own ON h.over = own.unit
), link AS (
  SELECT unit, over FROM heir
  UNION ALL SELECT unit, over FROM placed WHERE unit NOT IN (SELECT unit FROM heir)
), under AS (
  SELECT l.unit, l.unit AS branch FROM link l JOIN own ON own.unit = l.over
    WHERE l.unit NOT IN (SELECT unit FROM own)
  UNION SELECT l.unit, u.branch FROM link l JOIN under u ON l.over = u.unit
    WHERE l.unit NOT IN (SELECT unit FROM own)
) SELECT unit, %(top)s::bigint FROM own UNION ALL SELECT unit, branch FROM under
"""


class At(NamedTuple):
    """Where a row says of which unit it is, and of which day: two expressions of the database."""

    unit: str
    day: str


COUNTED = At("reports_counted.unit_id", "reports_counted.day")


@dataclass(frozen=True, slots=True)
class Span:
    """A unit counts in a branch from a day to a day, both included; the branch of the top itself is its own."""

    unit: int
    branch: int
    first: date
    last: date


@dataclass(frozen=True)
class Scope:
    """The units whose rows count, each for its days; `branches` are the top and the units right under it."""

    top: int
    tree: Tree
    part: Part
    spans: tuple[Span, ...]

    @property
    def branches(self) -> tuple[int, ...]:
        """The top where its own rows count, then each unit right under it, by its number."""
        found = {span.branch for span in self.spans}
        return tuple(sorted(found, key=lambda one: (one != self.top, one)))

    def q(self, branch: int | None = None, at: At = COUNTED) -> Q:
        """The condition on a row: it counts here, or in one branch of it. A row meets it once."""
        return within((span for span in self.spans if branch in (None, span.branch)), at)

    def branch_of(self, unit: int, day: date | None) -> int:
        """The one branch in which a row of `unit` of that day counts; without a day, of a unit that never moved.

        Raises KeyError where it does not count.
        """
        for span in self._of_unit[unit]:
            if day is None or span.first <= day <= span.last:
                return span.branch
        raise KeyError(unit)

    @property
    def moved(self) -> frozenset[int]:
        """Units that count in different branches at different times."""
        of = {unit: {span.branch for span in spans} for unit, spans in self._of_unit.items()}
        return frozenset(unit for unit, branches in of.items() if len(branches) > 1)

    @cached_property
    def _of_unit(self) -> dict[int, list[Span]]:
        found: dict[int, list[Span]] = defaultdict(list)
        for span in self.spans:
            found[span.unit].append(span)
        return found


def scope(top: int, on: date, tree: Tree = Tree.THEN, part: Part = Part.ALL) -> Scope:
    """Return whose rows count for the unit `top`; `on` is the day of today's tree."""
    spans = [*_then(top)] if tree in (Tree.THEN, Tree.BOTH) else []
    if tree in (Tree.NOW, Tree.BOTH):
        now = _now(top, on)
        taken = {span.unit for span in now}  # what counts under it today counts there on every day
        spans = [span for span in spans if span.unit not in taken] + now
    if part is not Part.ALL:
        spans = [span for span in spans if (span.branch == top) is (part is Part.OWN)]
    return Scope(top, tree, part, tuple(sorted(spans, key=lambda one: (one.unit, one.first))))


def within(spans: Iterable[Span], at: At = COUNTED) -> Q:
    """The condition on a row, counted ones if nothing else is said: its unit counted on its day in one of these spans.

    Of a unit that always counts no day is asked: most never moved, and the database then weighs them as one list.
    """
    chosen = list(spans)
    always = [one.unit for one in chosen if (one.first, one.last) == (_FIRST, _LAST)]
    at_times = [one for one in chosen if (one.first, one.last) != (_FIRST, _LAST)]
    found = _raw(f"{at.unit} = ANY (%s::bigint[])", [always])
    if at_times:
        columns = [[getattr(one, name) for one in at_times] for name in ("unit", "first", "last")]
        found |= _raw(
            "EXISTS (SELECT FROM unnest(%s::bigint[], %s::date[], %s::date[]) AS w(unit, first, last) WHERE "
            f"w.unit = {at.unit} AND {at.day} BETWEEN w.first AND w.last)",
            columns,
        )
    return found


def _raw(condition: str, values: list[Any]) -> Q:
    return Q(RawSQL(condition, values, output_field=BooleanField()))  # noqa: S611 -- our own words


def _then(top: int) -> list[Span]:
    own = Span(top, top, _FIRST, _LAST)
    with connection.cursor() as cursor:
        cursor.execute(_THEN, {"top": top})
        return [own, *(Span(*row) for row in cursor.fetchall() if row[0] != top)]


def _now(top: int, on: date) -> list[Span]:
    with connection.cursor() as cursor:
        cursor.execute(_NOW, {"top": top, "on": on})
        return [Span(unit, branch, _FIRST, _LAST) for unit, branch in cursor.fetchall()]
