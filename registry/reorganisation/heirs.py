"""Who goes on where an organisation has ended: by the map of successors, else whoever stood above it."""

from __future__ import annotations

from datetime import date

from registry.models import Body, Organisation, Placement, Succession, on


def heirs_of(organisation: Organisation, day: date) -> list[Organisation]:
    """The organisations alive on `day` that go on where this one ended; itself while it lives.

    None where it ended without a successor: then whoever stood above it is asked.
    """
    found, seen, ahead = [], set[int](), [organisation]
    while ahead:
        one = ahead.pop(0)
        if one.pk in seen:
            continue
        seen.add(one.pk)
        if one.last_day is None or one.last_day >= day:
            found.append(one)
            continue
        rows = Succession.objects.filter(predecessor=one, day__lte=day).select_related("successor")
        newest = max((row.day for row in rows), default=None)
        ahead += [row.successor for row in rows if row.day == newest]
    return found


def predecessors_of(organisation: Organisation, day: date) -> set[int]:
    """The organisations that had ended by `day` and for which this one goes on, through whatever came between."""
    found, ahead = set[int](), {organisation.pk}
    while ahead:
        rows = Succession.objects.filter(successor__in=ahead, day__lte=day)
        ended = rows.filter(predecessor__last_day__lt=day).values_list("predecessor", flat=True)
        ahead = set(ended) - found
        found |= ahead
    return found


def superior_of(organisation: Organisation, day: date) -> Organisation | None:
    """Whoever stood directly above an organisation on its last day, or stands there on `day`."""
    last = min(filter(None, (organisation.last_day, day)))
    row = (
        Placement.objects.filter(on(last), organisation=organisation)
        .select_related("parent")
        .first()
    )
    return row.parent if row else None


def body_for(body: Body, day: date) -> Body | None:
    """The body that answers on `day` for what `body` did: itself, its successor's, else one above of its kind."""
    if body.last_day is None or body.last_day >= day:
        return body
    unit = body.organisation
    for heir in heirs_of(unit, day):
        if found := Body.objects.filter(on(day), organisation=heir, kind=body.kind).first():
            return found
    over = superior_of(unit, day)
    while over is not None:
        for heir in heirs_of(over, day):
            if found := Body.objects.filter(on(day), organisation=heir, kind=body.kind).first():
                return found
        over = superior_of(over, day)
    return None
