"""A whole supervision in viewflow.workflow: as many tasks as ours has steps, two of them side by side and joined."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import select_for_update_lock

from bench.flow.models import SupervisionProcess

#: Steps of the whole supervision that is told by cases/stories/demo.py, its opening among them.
STEPS = 22

#: The two that lie side by side, as the report of the unit and the looking into it may.
BESIDE = (7, 8)


def _nodes() -> dict[str, Any]:
    """One task after another, but for the two between a split and a join."""
    first, last = BESIDE
    nodes: dict[str, Any] = {"start": flow.StartHandle(this.opened).Next(this.step_2)}
    for number in range(2, STEPS + 1):
        following = "join" if number in BESIDE else f"step_{number + 1}"
        following = {first - 1: "split", STEPS: "end"}.get(number, following)
        nodes[f"step_{number}"] = (
            flow.View(None).Assign(this.the_lead).Next(getattr(this, following))
        )
    beside = flow.Split().Next(getattr(this, f"step_{first}")).Next(getattr(this, f"step_{last}"))
    joined = flow.Join().Next(getattr(this, f"step_{last + 1}"))
    return {**nodes, "split": beside, "join": joined, "end": flow.End()}


class WholeFlow(flow.Flow):
    """Every task belongs to the same account from the start, which spares viewflow the question whose it is."""

    process_class = SupervisionProcess
    lock_impl = select_for_update_lock

    vars().update(_nodes())

    def opened(self, activation: Any, lead: int) -> Any:
        """Begin a process and keep who leads it."""
        activation.process.lead = lead
        activation.process.stage = "da_de_xuat"
        activation.process.save()
        return activation.process

    def the_lead(self, activation: Any) -> Any:
        """Return the account of the team's lead."""
        return get_user_model().objects.get(pk=activation.process.lead)
