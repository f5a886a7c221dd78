"""How far a guiding document reached: which units put it into effect, and which inspected how it is carried out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from cases.guidance import inspections_on
from proof.reader import as_the_system
from registry.guidance_models import PUTS_INTO_EFFECT, Cascade, Directive
from registry.models import Organisation, on
from registry.together import Talk, answered, side_by_side
from reports import figures


@dataclass(frozen=True)
class UnitReached:
    """One unit: the documents it laid down, and the files of its own inspections on the theme."""

    unit: Organisation
    documents: Sequence[Cascade]
    files: frozenset[int]

    @property
    def put_into_effect(self) -> bool:
        """Whether one of its documents is a plan or a letter."""
        return any(one.kind in PUTS_INTO_EFFECT for one in self.documents)

    @property
    def inspected(self) -> bool:
        """Whether it carried out an inspection on the theme."""
        return bool(self.files)


@dataclass(frozen=True)
class Coverage:
    """The two shares of the units directly under the issuing organisation on a day; each by itself."""

    on: date
    units: Sequence[UnitReached]

    @property
    def without_document(self) -> list[Organisation]:
        """The units that laid down no plan and no letter."""
        return [one.unit for one in self.units if not one.put_into_effect]

    @property
    def without_inspection(self) -> list[Organisation]:
        """The units that carried out no inspection on the theme."""
        return [one.unit for one in self.units if not one.inspected]

    @property
    def documents(self) -> str:
        """The share of units with a plan or a letter: "92,86%"."""
        return self._share(len(self.without_document))

    @property
    def inspections(self) -> str:
        """The share of units with an inspection on the theme."""
        return self._share(len(self.without_inspection))

    def _share(self, missing: int) -> str:
        return figures.percent(len(self.units) - missing, len(self.units))


@as_the_system()  # every inspection counts, also one that whoever looks at the figures may not open
def coverage(directive: Directive, on_day: date) -> Coverage:
    """Return how far `directive` reached by `on_day`: of the units that stood right under it that day."""
    return answered(coverage_asked(directive, on_day))[0]


def coverage_asked(directive: Directive, on_day: date) -> Talk[Coverage]:
    """`coverage`, asked step by step as the system."""
    under = Organisation.objects.filter(
        on(on_day), on(on_day, "placements__"), placements__parent=directive.body.organisation_id
    )
    laid: dict[int, list[Cascade]] = defaultdict(list)
    cascades = Cascade.objects.filter(
        directive__in=directive.lineage, unlinked_on=None, dated__lte=on_day
    )
    cascades, units = cascades.order_by("dated", "pk"), under.distinct().order_by("name")
    *_rows, files = yield from side_by_side(
        [_read(cascades), _read(units), inspections_on(directive, on_day)]
    )
    for one in cascades:
        laid[one.unit_id].append(one)
    return Coverage(
        on_day,
        [UnitReached(unit, laid[unit.pk], frozenset(files.get(unit.pk, ()))) for unit in units],
    )


def _read(rows: QuerySet[Any]) -> Talk[Any]:
    yield [rows]
