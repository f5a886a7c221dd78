"""Items of the year's programme whose month has passed undone: a flag on whoever answers for them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import Q

from cases.guidance import ItemState, due_of, standings_asked
from registry.flags.flag import Flag, FlagKind
from registry.guidance_models import ProgrammeItem
from registry.together import Talk


def flags(units: Collection[int], on: date) -> Talk[list[Flag]]:
    """Raise a flag for each item of a body of these organisations that is late on `on`, with what is left of it."""
    past = Q(year__lt=on.year) | Q(year=on.year, last_month__lt=on.month)
    items = ProgrammeItem.objects.filter(past, body__organisation__in=units, ended_on=None)
    items = items.select_related("body__organisation", "responsible").order_by("pk")
    yield [items]
    found = yield from standings_asked(items, on)
    return [
        Flag(
            kind=FlagKind.PROGRAMME,
            person=item.responsible,
            unit=item.body.organisation,
            since=due_of(item) + timedelta(days=1),
            words=f"Phụ trách mục chương trình {item} của {item.body.name}: quá hạn, "
            f"đã xong {found[item.pk].units_done}/{found[item.pk].units} đơn vị",
            source=f"programme_item:{item.pk}:late",
        )
        for item in items
        if found[item.pk].state is ItemState.LATE
    ]
