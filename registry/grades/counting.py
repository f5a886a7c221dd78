"""Who is graded in a period, and how many were graded how: counted from the register, on the day the period ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q

import law
from law import Hit
from law.terms import add_months
from registry import tree
from registry.grade_models import Grade
from registry.grades.scale import CAP, NOT_EVALUATED, Cap, cap_of
from registry.models import Membership, Organisation, OrganisationKind, VotingStatus, on

Level = Grade.Level


@dataclass(frozen=True)
class Graded:
    """The members of some cells on the last day of a period: who is graded, who is not and why.

    Somebody for whom two reasons hold counts once, under the first. `hit` is the law's time after admission; where
    it is not known that day, nobody is left out as new, and the page says so.
    """

    day: date
    members: frozenset[int]
    exempt: frozenset[int]
    suspended: frozenset[int]
    new: frozenset[int]
    hit: Hit

    @property
    def to_grade(self) -> frozenset[int]:
        """Whoever is to be graded."""
        return self.members - self.exempt - self.suspended - self.new


def graded_in(cells: Collection[int], day: date) -> Graded:
    """Return who of these cells is graded in a period that ends that day. Three statements."""
    held = Membership.objects.filter(on(day), cell__in=cells)
    members = frozenset(held.values_list("person", flat=True))
    statuses = VotingStatus.objects.filter(on(day), person__in=held.values("person"))
    by_status: dict[str, set[int]] = {}
    for person, status in statuses.values_list("person", "status"):
        by_status.setdefault(status, set()).add(person)
    exempt = frozenset(by_status.get(VotingStatus.Status.EXEMPT, ()))
    suspended = frozenset(by_status.get(VotingStatus.Status.SUSPENDED, ())) - exempt
    hit = law.rule(NOT_EVALUATED, on=day)
    late = _admitted(members, day, hit) - exempt - suspended
    return Graded(day, members, exempt, suspended, late, hit)


def _admitted(members: Collection[int], day: date, hit: Hit) -> frozenset[int]:
    """Those admitted less than the law's time before the day: by the day the member list tells.

    Of whom no list tells, a probationary member's first membership stands for it; an official one was admitted
    long ago, however late the register begins.
    """
    if not hit.gives_verdict:
        return frozenset()
    living = Q(person__member_rows__superseded_in=None)
    probation = Q(status=Membership.Status.PROBATIONARY)
    found = Membership.objects.filter(person__in=members, first_day__lte=day).values("person")
    told = found.annotate(
        official=Count("pk", filter=~probation),
        first=Min("first_day"),
        admitted=Min("person__member_rows__admitted_on", filter=living),
    )
    days = {
        one["person"]: one["admitted"] or (None if one["official"] else one["first"])
        for one in told
    }
    return frozenset(
        person for person, since in days.items() if since and add_months(since, hit.value) > day
    )


def by_cell(cells: Collection[int], periods: Iterable[str]) -> dict[int, dict[str, Counter[str]]]:
    """How many standing grades of each level each of these cells has, by year. One statement."""
    years = list(periods)
    rows = Grade.objects.filter(
        superseded_in=None, span=Grade.Span.YEAR, period__in=years, cell__in=cells
    )
    found: dict[int, dict[str, Counter[str]]] = {}
    for cell, period, level, number in rows.values_list("cell", "period", "level").annotate(
        number=Count("pk")
    ):
        told = found.setdefault(cell, {one: Counter() for one in years})
        told[period][level] += number
    return found


def bases_of(cells: Iterable[int], day: date) -> dict[int, Organisation]:
    """The base organisation of each cell that day: the base committee above it, else the commune, else itself."""
    wanted = set(cells)
    placed = [one for one in tree.placed_over(wanted) if one.holds_on(day)]
    parents = {one.organisation: one.parent for one in placed}
    known = Organisation.objects.in_bulk(wanted | set(parents.values()))
    return {cell: _base_over(_line(cell, parents), known) or known[cell] for cell in wanted}


def _line(cell: int, parents: Mapping[int, int]) -> list[int]:
    """Those above a cell, the nearest first."""
    line: list[int] = []
    while (cell := parents.get(cell, 0)) and cell not in line:
        line.append(cell)
    return line


def _base_over(line: list[int], known: Mapping[int, Organisation]) -> Organisation | None:
    kinds = (OrganisationKind.BASE, OrganisationKind.COMMUNE)
    found = (known[one] for kind in kinds for one in line if known[one].kind == kind)
    return next(found, None)


def cap_rule(day: date) -> Hit:
    """What the law says that day of the largest share of excellent ones."""
    return law.rule(CAP, on=day)


def caps(told_by_cell: Mapping[int, Counter[str]], day: date) -> list[tuple[Organisation, Cap]]:
    """Hold each base organisation's counts, summed over its cells, against the largest share; by name."""
    bases = bases_of(told_by_cell, day)
    sums: dict[int, Counter[str]] = {}
    for cell, told in told_by_cell.items():
        sums.setdefault(bases[cell].pk, Counter()).update(told)
    named = {one.pk: one for one in bases.values()}
    found = [
        (named[pk], cap_of(told[Level.EXCELLENT], told[Level.GOOD], day))
        for pk, told in sums.items()
    ]
    return sorted(found, key=lambda pair: pair[0].name)
