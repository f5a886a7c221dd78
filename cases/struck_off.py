"""Who was struck off for staying away from their cell, by unit: the file knows the ground, the register the exit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from cases.models import FileRow
from proof.reader import as_the_system
from registry.exit_models import Exit
from registry.exits import exits
from registry.models import Organisation, Placement, Succession, on
from workflows.procedures.removal.of_newcomer import TransferStrikeOff
from workflows.removals import Ground
from workflows.rows import RowKind

#: Staying away from the cell, and never arriving at the new one, which the rule calls the same.
STAYED_AWAY = frozenset({Ground.ABSENT.value, Ground.TRANSFER.value})


@dataclass(frozen=True)
class StruckOff:
    """The units right under one organisation, each with those struck off on that ground; `unclear` have none known."""

    units: list[tuple[Organisation, list[Exit]]]
    unclear: int

    @property
    def concerned(self) -> int:
        """How many units have at least one."""
        return sum(bool(people) for _unit, people in self.units)


def by_unit(top: Organisation, day: date) -> StruckOff:
    """Return who was struck off under `top` by `day`, in the order of the units' names.

    Somebody out of a cell that is no more counts where its heir stands, or else where it stood.
    """
    held = Placement.objects.filter(on(day), parent=top).values("organisation")
    units = list(Organisation.objects.filter(pk__in=held).order_by("name", "pk"))
    over = _over(day)
    struck = exits(day).filter(kind=Exit.Kind.STRUCK_OFF)
    rows = [
        (one, child)
        for one in struck.select_related("person", "membership__cell").order_by("last_day", "pk")
        if (child := _child(one.membership.cell_id, over, {unit.pk for unit in units}))
    ]
    grounds = grounds_of([one for one, _child in rows])
    found: dict[int, list[Exit]] = defaultdict(list)
    for one, child in rows:
        if grounds.get(one.pk) in STAYED_AWAY:
            found[child].append(one)
    return StruckOff(
        [(unit, found[unit.pk]) for unit in units],
        sum(not grounds.get(one.pk) for one, _child in rows),
    )


@as_the_system()  # on which ground somebody left is counted, whoever may open that file
def grounds_of(left: Collection[Exit]) -> dict[int, str]:
    """The ground of each exit, as the newest file about the person that was open before it says."""
    rows = FileRow.objects.filter(
        case__subjects__person__in=[one.person_id for one in left],
        case__subjects__superseded_by=None,
        case__procedure__startswith="P8.",
        kind=RowKind.LEVELS,
        superseded_by=None,
    ).order_by("case", "number")
    exits_of: dict[int, list[Exit]] = defaultdict(list)
    for one in left:
        exits_of[one.person_id].append(one)
    found: dict[int, str] = {}
    told = rows.values_list("case__subjects__person", "case__opened_on", "case__procedure", "facts")
    for person, opened, procedure, facts in told:
        missing = Ground.TRANSFER.value if procedure == TransferStrikeOff.code else ""
        for one in exits_of[person]:
            if opened <= one.last_day:
                found[one.pk] = str(facts.get("ground", missing))
    return found


def _over(day: date) -> dict[int, int]:
    """What stands over each organisation by `day`: its heir where it is no more, else its newest superior."""
    placed = Placement.objects.filter(first_day__lte=day).order_by("first_day", "pk")
    over = dict(placed.values_list("organisation", "parent"))
    ended = Succession.objects.filter(day__lte=day, predecessor__last_day__lt=day)
    return over | dict(ended.values_list("predecessor", "successor"))


def _child(cell: int, over: dict[int, int], units: Collection[int]) -> int | None:
    """The unit among `units` in which the cell lies; None where it lies elsewhere."""
    seen: set[int] = set()
    while cell not in units:
        seen.add(cell)
        if (up := over.get(cell)) is None or up in seen:
            return None
        cell = up
    return cell
