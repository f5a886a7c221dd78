"""Who is away on a day, by unit: counts that are sums of people, never means of shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from registry import tree
from registry.absence_models import Absence
from registry.flags.flag import Flag, FlagKind
from registry.models import Membership, Organisation, Placement, on
from registry.together import Talk


@dataclass(frozen=True)
class Away:
    """How many of a unit's members are away, and how many of them declared no address."""

    unit: Organisation
    away: int = 0
    undeclared: int = 0


def with_home(rows: QuerySet[Absence], day: date) -> QuerySet[Absence]:
    """Absences with `home`, the number of the cell to which each member belongs that day."""
    held = Membership.objects.filter(on(day), person=OuterRef("person")).order_by("-pk")
    return rows.annotate(home=Subquery(held.values("cell")[:1]))


def told_of(units: Collection[int], day: date) -> QuerySet[Absence]:
    """What was told by `day` of the absences of the members of these units, over or not."""
    rows = Absence.objects.filter(Absence.told_as_of(day), first_day__lte=day)
    return with_home(rows, day).filter(home__in=units)


def away_on(units: Collection[int], day: date) -> QuerySet[Absence]:
    """The members of these units who are away on `day`."""
    return told_of(units, day).filter(Q(returned_on=None) | Q(returned_on__gt=day))


def by_unit(top: Organisation, day: date, under: Collection[int] | None = None) -> list[Away]:
    """The counts of everything right under `top`, by name; of its own members first, where it has such.

    They add up to the count of `top`. `under` are the units below it, where the caller has read them.
    """
    under = tree.below(top.pk, day) if under is None else under
    parents = dict(
        Placement.objects.filter(
            on(day), organisation__in=under
        ).values_list("organisation", "parent")
    )  # fmt: skip
    units = {top.pk, *parents}
    away, undeclared = Counter[int](), Counter[int]()
    found = away_on(units, day).values("home").annotate(
        people=Count("pk"), without=Count("pk", filter=Q(address=""))
    )  # fmt: skip
    for row in found.values_list("home", "people", "without"):
        child = _child(row[0], top.pk, parents)
        away[child] += row[1]
        undeclared[child] += row[2]
    shown = {one for one, over in parents.items() if over == top.pk}
    names = Organisation.objects.filter(pk__in=shown).order_by("name", "pk")
    own = [top] if away[top.pk] else []
    return [Away(one, away[one.pk], undeclared[one.pk]) for one in (*own, *names)]


def total(rows: Collection[Away], top: Organisation) -> Away:
    """The sum of the units."""
    return Away(top, sum(one.away for one in rows), sum(one.undeclared for one in rows))


def _child(unit: int, top: int, parents: dict[int, int]) -> int:
    """The unit right under `top` in which `unit` lies; `top` for itself."""
    while unit != top and parents[unit] != top:
        unit = parents[unit]
    return unit


def flags(units: Collection[int], on: date) -> Talk[list[Flag]]:
    """What a person should look at: no declared address, leave over, no word from where they were."""
    rows = told_of(units, on).select_related("person").order_by("pk")
    yield [rows]
    homes = Organisation.objects.filter(pk__in={row.home for row in rows})
    yield [homes]
    home = {one.pk: one for one in homes}
    return [
        Flag(FlagKind.ABSENCE, row.person, home[row.home], since, words, f"absence:{row.matter}:{what}")
        for row in rows
        for since, words, what in shown_by(row, on)
    ]  # fmt: skip


def shown_by(row: Absence, day: date) -> Iterator[tuple[date, str, str]]:
    """Of one absence: since when, in which words, by which name."""
    away = row.returned_on is None or row.returned_on > day
    if away and not row.address:
        yield row.first_day, f"Đi {row.place}, chưa khai báo địa chỉ.", "dia_chi"
    if away and row.exempt_until and row.exempt_until < day:
        words = f"Hết thời gian được miễn sinh hoạt ngày {row.exempt_until:%d/%m/%Y}, chưa về."
        since = row.exempt_until + timedelta(days=1)
        yield since, words, f"het_mien:{row.exempt_until}"
    if row.returned_on and not away and not row.comment:
        words = f"Về ngày {row.returned_on:%d/%m/%Y}, chưa có nhận xét của nơi đến."
        yield row.returned_on, words, "nhan_xet"
