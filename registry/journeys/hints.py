"""Where members abroad take part in Party activity: a hint by how long and how many, never a verdict."""

from __future__ import annotations

from datetime import date

import law
from law.terms import add_months
from registry.journey_models import Journey

RULE = "abroad.group"


def hint_of(journey: Journey, together: int) -> str:
    """Return the hint for a journey on which `together` members of one group go, or nothing.

    The row of the law only proposes, so what held before or comes later is shown as well.
    """
    hit = law.rule(RULE, on=journey.leaves_on)
    said = hit.value or next((one.value for one in hit.proposals if one.value), None)
    if said is None:
        return ""

    def lasts(months: int) -> bool:
        return _at_least(journey.leaves_on, journey.returns_on, months)

    if lasts(said["official_months"]):
        return "Gợi ý: chuyển sinh hoạt đảng chính thức."
    if lasts(said["transfer_months"]):
        return "Gợi ý: chuyển sinh hoạt đảng tạm thời."
    if lasts(said["group_months"]) and together >= said["group_members"]:
        return f"Gợi ý: đoàn có {together} đảng viên, lập chi bộ sinh hoạt tạm thời."
    return ""


def _at_least(first: date, last: date, months: int) -> bool:
    return last >= add_months(first, months)
