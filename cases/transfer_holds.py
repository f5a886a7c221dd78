"""A transfer for good written down: refused while an open matter holds the member, by whoever asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from cases.reorganisation import holding
from law import Reason
from registry import offices
from registry.absence_models import CellTransfer
from registry.cell_transfers.deeds import OfTransfer, SendOff, TakeOver
from registry.keeping import OfficeRefused
from registry.models import Person

#: The deeds that carry a transfer out; writing down that one is due, or why it is late, moves nobody.
MOVING = (SendOff, TakeOver)


def reasons_against(
    deed: OfTransfer, *, by: Person, today: date, hold_document: str = ""
) -> list[Reason]:
    """Every reason why the deed may not be written, an open matter among them; its number only for who may see it."""
    found = offices.reasons_against(deed, by=by, today=today)
    if isinstance(deed, MOVING) and deed.transfer.kind == CellTransfer.Kind.OFFICIAL:
        held = holding.against(deed.about, deed.day, hold_document, by=by, today=today)
        found.extend(held)
    return found


def record(deed: OfTransfer, *, by: Person, today: date, hold_document: str = "") -> Any:
    """Write the deed into the register. Raises OfficeRefused with every reason."""
    with transaction.atomic():
        if reasons := reasons_against(deed, by=by, today=today, hold_document=hold_document):
            raise OfficeRefused(reasons)
        said = "; ".join(one for one in (deed.document.strip(), hold_document.strip()) if one)
        return offices.record(replace(deed, document=said), by=by, today=today)
