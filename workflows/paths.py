"""Paths through a procedure: which moves lead from a stage to an end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from workflows.facts import Facts, Taken
from workflows.procedure import Procedure
from workflows.stages import Step

Machine = type[Procedure]
#: Moves in order, each with the stage it leaves.
Path = tuple[tuple[str, Step], ...]
#: Whether a move stands open after the moves before it.
Open = Callable[[Path, Step], bool]


def _always(_path: Path, _step: Step) -> bool:
    return True


def shortest_path(procedure: Machine, stage: str, stands_open: Open = _always) -> Path:
    """Return the moves from `stage` to an end; empty at an end.

    Moves that stand open are preferred, ordinary ones among them; a file whose choices leave no way
    is still shown the ordinary one. What every file may do beside its path, such as a superior's taking
    it over, is no way.
    """
    moves = [step for step in procedure.steps.values() if step.moves and not step.everyday]
    ordinary = [step for step in moves if not step.aside]
    for steps, may in ((ordinary, stands_open), (moves, stands_open), (ordinary, _always)):
        if path := _shortest(procedure, stage, steps, may):
            return path
    return _shortest(procedure, stage, moves, _always)


def chosen_by(facts: Facts) -> Open:
    """Whether a move stands open, given the moves before it and what the file has chosen by now."""

    def stands_open(path: Path, step: Step) -> bool:
        day = facts.acted_on
        walked = {**facts.taken, **{one.code: Taken(day, day, 1) for _stage, one in path}}
        here = replace(facts, taken=walked)
        return all(guard.judge(here).reason is None for guard in step.when if guard.chooses)

    return stands_open


def ways_to(procedure: Machine, moves: Iterable[Step]) -> dict[str, Path]:
    """Return every stage that `moves` reach from the start, each with the shortest way there."""
    moves, start = tuple(moves), procedure.stage.start.value
    ways: dict[str, Path] = {start: ()}
    waiting = [start]
    for here in waiting:  # grows while it is walked
        for step in moves:
            if here in step.source and step.target and step.target not in ways:
                ways[step.target] = (*ways[here], (here, step))
                waiting.append(step.target)
    return ways


def _shortest(procedure: Machine, stage: str, moves: list[Step], stands_open: Open) -> Path:
    """Breadth first, in the order in which the procedure declares its steps."""
    seen: set[str] = {stage}
    paths: list[tuple[str, Path]] = [(stage, ())]
    for here, path in paths:  # grows while it is walked
        if procedure.is_final(here):
            return path
        for step in moves:
            if here not in step.source or not step.target or step.target in seen:
                continue
            if stands_open(path, step):
                seen.add(step.target)
                paths.append((step.target, (*path, (here, step))))
    return ()
