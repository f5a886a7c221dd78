"""A letter that waits for the procedure that settles it: once that is opened out of it, it no longer waits."""

from __future__ import annotations

from cases.models import Case
from workflows import catalogue
from workflows.conditions.intake import WAITING

#: The step of intake by which a letter learns it; an officer types it where the letter was taken up elsewhere.
TELLS = "record_taking_up"


def waits(origin: Case) -> bool:
    """Whether the file is one of a letter that waits to be settled."""
    return catalogue.get(origin.procedure).is_intake and origin.stage in WAITING
