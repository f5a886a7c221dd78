"""Đương nhiên hết hiệu lực: where a person confirms a lapse, the law brings it about itself if nothing is disputed."""

from __future__ import annotations

from typing import Any

from permissions.predicates import brought_about_by_law
from workflows.conditions.service import the_lapse_is_undisputed
from workflows.everyday.declaring import declared, give
from workflows.rows import RowKind
from workflows.stages import Stages

CONFIRMED, LAPSE_BY_LAW = "record_lapse", "lapse_by_law"


def lapse_by_law(_self: Any) -> None:
    """Hết thời gian thi hành, không khiếu nại, không vi phạm mới thì quyết định đương nhiên hết hiệu lực."""


def declare_lapsing(procedure: Any, stages: Stages) -> None:
    """Beside the step by which a person confirms a lapse, the same move without one, where no reading differs."""
    confirmed = next((one for one in declared(procedure) if one.code == CONFIRMED), None)
    if confirmed is None or confirmed.target is None:
        return
    give(
        procedure, stages, [stages.enum(one) for one in confirmed.source], lapse_by_law,
        target=stages.enum(confirmed.target), basis=confirmed.basis,
        label="Quyết định đương nhiên hết hiệu lực", by=brought_about_by_law, door_only=True, aside=True,
        lays=RowKind.CLOSING, when=[*confirmed.when, the_lapse_is_undisputed],
    )  # fmt: skip
