"""The conditions of an organisation's collective self-criticism."""

from __future__ import annotations

from workflows.facts import Facts
from workflows.guards import guard


@guard(
    remedy="Ghi lại theo biên bản họp kiểm điểm: số tán thành không quá số dự, số dự không quá số triệu tập.",
    reads_inputs=True,
)
def the_collective_count_fits(facts: Facts) -> bool:
    """Số liệu hoặc ngày họp kiểm điểm tập thể không khớp."""
    said = facts.inputs
    called, present, agreed = (said.get(name, 0) for name in ("called", "present", "agreed"))
    held = str(said.get("criticised_on", ""))
    return bool(agreed <= present <= called) and held <= facts.acted_on.isoformat()
