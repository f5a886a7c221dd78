"""Our door, called as the pages and the API call it."""

from collections.abc import Callable

from bench.deeds import Deed, Ready
from bench.province.told import TODAY
from cases.models import Case
from cases.services import take_step

NAME = "take_step"


def ready_to(deed: Deed, case: Ready) -> Callable[[], object]:
    """Return the deed, ready to be done once."""
    actor = case.people[deed.role]
    return lambda: take_step(
        case.case, deed.step, actor=actor, acted_on=TODAY, inputs=deed.said, today=TODAY
    )


def done(deed: Deed, case: Ready) -> bool:
    """Whether the deed is the last record of the case, and the case stands where it leads."""
    now = Case.objects.get(pk=case.case)
    last = now.history.get(sequence=now.records)
    return (last.step, now.stage) == (deed.step, deed.leads_to)
