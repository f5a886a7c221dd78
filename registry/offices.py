"""The one door to the register of offices: a change is judged, written and chained, or refused whole."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from law import Reason
from registry import clock
from registry.deeds import Deed
from registry.keeping import Asked, OfficeRefused, keeping_post
from registry.models import Body, Person, Post, held_by
from registry.register import enter, lock, told


def reasons_against(deed: Deed, *, by: Person, today: date | None = None) -> list[Reason]:
    """Return every reason why `by` may not bring the change about; nothing is written."""
    return list(deed.against(Asked(by, today or clock.today())))


def record(deed: Deed, *, by: Person, today: date | None = None) -> Any:
    """Bring about one change of the register and return its row.

    The row and one chained entry (what, about whom, by whom and in which post, on which document,
    before and after) are written in one transaction, one change of an organisation at a time.
    Raises OfficeRefused with every reason.
    """
    today = today or clock.today()
    with transaction.atomic():
        register = lock(deed.body.organisation_id)
        deed.renew()
        if reasons := reasons_against(deed, by=by, today=today):
            raise OfficeRefused(reasons)
        capacity = keeping_post(by, deed.body, today) or _any_post(by, deed.body, today)
        row, before = deed.write()
        enter(
            register,
            {
                "deed": deed.kind,
                "body": deed.body.pk,
                "person": deed.about and deed.about.pk,
                "by": by.pk,
                "post": capacity and capacity.pk,
                "on": today,
                "words": deed.words,
                "document": deed.document.strip(),
                "before": before,
                "after": told(row),
                **({"beside": list(deed.beside)} if deed.beside else {}),
            },
        )
    return row


def _any_post(by: Person, body: Body, today: date) -> Post | None:
    """A post in the body by which somebody speaks who does not keep its register."""
    return Post.objects.filter(held_by(by, today), body=body).order_by("pk").first()
