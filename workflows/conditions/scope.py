"""Conditions of a changed scope: that something changes, and that nobody new is close to the team."""

from __future__ import annotations

from workflows.facts import Facts
from workflows.guards import guard

CHANGES = ("theme", "period_from", "period_to", "member", "organisation")


@guard(
    remedy="Ghi nội dung, đối tượng hoặc mốc thời gian mới; không đổi gì thì không cần quyết định.",
    reads_inputs=True,
)
def something_is_changed(facts: Facts) -> bool:
    """Chưa ghi điều gì được điều chỉnh."""
    return any(facts.inputs.get(name) for name in CHANGES)
