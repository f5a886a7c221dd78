"""The flags of journeys abroad: a report late or missing; what follows from it a person decides."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from registry.flags.flag import Flag, FlagKind
from registry.journey_models import Journey
from registry.journeys.deadlines import Rules
from registry.journeys.standing import standing_of
from registry.together import Talk


def flags(units: Collection[int], on: date) -> Talk[list[Flag]]:
    """Tell what is late or missing on `on` in journeys of members of the cells `units`, the newest first."""
    rows = Journey.objects.filter(cell__in=units, void_on=None, leaves_on__lte=on)
    found = rows.select_related("person", "cell").order_by("-leaves_on", "pk")
    yield [found]
    rules = Rules({one.cell_id for one in found})
    return [
        Flag(
            kind=FlagKind.JOURNEY,
            person=one.person,
            unit=one.cell,
            since=fault.since,
            words=f"Đi {one.place} từ ngày {one.leaves_on:%d/%m/%Y}: {fault.words}.",
            source=f"journey:{one.pk}:{fault.code}",
        )
        for one in found
        for fault in standing_of(one, rules, on).faults
    ]
