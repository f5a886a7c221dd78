"""Items of the year's programme whose month has passed undone: a flag on whoever answers for them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from django.db.models import Q

from cases.guidance import ItemState, due_of, standings
from registry.flags.flag import Flag, FlagKind
from registry.guidance_models import ProgrammeItem


def flags(units: Collection[int], on: date) -> Iterator[Flag]:
    """Yield a flag for each item of a body of these organisations that is late on `on`, with what is left of it."""
    past = Q(year__lt=on.year) | Q(year=on.year, last_month__lt=on.month)
    items = list(
        ProgrammeItem.objects.filter(past, body__organisation__in=units, ended_on=None)
        .select_related("body__organisation", "responsible")
        .order_by("pk")
    )
    found = standings(items, on)
    for item in items:
        stands = found[item.pk]
        if stands.state is ItemState.LATE:
            yield Flag(
                kind=FlagKind.PROGRAMME,
                person=item.responsible,
                unit=item.body.organisation,
                since=due_of(item) + timedelta(days=1),
                words=f"Phụ trách mục chương trình {item} của {item.body.name}: quá hạn, "
                f"đã xong {stands.units_done}/{stands.units} đơn vị",
                source=f"programme_item:{item.pk}:late",
            )
