"""Paths through a procedure: which moves lead from a stage to an end."""

from __future__ import annotations

from workflows.procedure import Procedure
from workflows.stages import Step

Machine = type[Procedure]
#: Moves in order, each with the stage it leaves.
Path = tuple[tuple[str, Step], ...]


def shortest_path(procedure: Machine, stage: str) -> Path:
    """Return the moves from `stage` to an end; empty at an end."""
    moves = [step for step in procedure.steps.values() if step.moves]
    ordinary = [step for step in moves if not step.aside]
    return _shortest(procedure, stage, ordinary) or _shortest(procedure, stage, moves)


def _shortest(procedure: Machine, stage: str, moves: list[Step]) -> Path:
    """Breadth first, in the order in which the procedure declares its steps."""
    seen: set[str] = {stage}
    paths: list[tuple[str, Path]] = [(stage, ())]
    for here, path in paths:  # grows while it is walked
        if procedure.is_final(here):
            return path
        for step in moves:
            if here in step.source and step.target and step.target not in seen:
                seen.add(step.target)
                paths.append((step.target, (*path, (here, step))))
    return ()
