"""How a rule that every procedure keeps is declared on each of them, whoever wrote the procedure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from workflows.everyday.who import BASIS
from workflows.inputs import Input
from workflows.stages import Phase, Stages, Step, stages_of


def give(
    procedure: Any,
    stages: Stages,
    where: Iterable[Any],
    method: Callable[[Any], None],
    /,
    *,
    code: str = "",
    basis: str = BASIS,
    target: Any = None,
    everyday: bool = True,
    **said: Any,
) -> None:
    """Declare the step of `method` on `procedure` in the stages `where`; one it already has stands as it says.

    `code` is the step's own where one method serves several steps.
    """
    name, sources = code or method.__name__, list(where)
    if name in vars(procedure) or not sources:
        return
    deed = _named(method, code) if code else method
    declared = stages.step(sources, target, basis=basis, everyday=everyday, **said)(deed)
    setattr(procedure, name, declared)


def transitions(procedure: Any) -> Iterator[Any]:
    """The moves and deeds declared so far; `custom["step"]` of each is its Step."""
    for value in list(vars(procedure).values()):
        yield from getattr(value, "get_transitions", list)()


def declared(procedure: Any) -> list[Step]:
    """The procedure's own steps declared so far, in the order of the regulation."""
    return [one.custom["step"] for one in transitions(procedure)]


def asking_also(step: Step, questions: Iterable[Input]) -> Step:
    """The step with those of `questions` that it does not ask yet, after its own."""
    asked = {one.name for one in step.inputs}
    return replace(
        step, inputs=(*step.inputs, *(one for one in questions if one.name not in asked))
    )


def open_stages(stages: Stages) -> list[Any]:
    """Every stage that is no end."""
    return [stage for stage in stages.enum if stage not in stages.ends]


def before_the_finish(stages: Stages) -> list[Any]:
    """The open stages in which a matter is still prepared or conducted."""
    late = {str(one) for one in stages.phases.get(Phase.FINISH, ())}
    return [stage for stage in open_stages(stages) if stage.value not in late]


def with_end(stages: Stages, name: str, value: str, label: str) -> Any:
    """Add an end to the stages of a procedure, once; return it as one of them."""
    if value not in stages.enum.values:
        kept = [(one.name, (one.value, one.label)) for one in stages.enum]
        enum = stages_of(stages.enum.__name__, [*kept, (name, (value, label))])
        stages.ends = frozenset({*(enum(one.value) for one in stages.ends), enum(value)})
        stages.enum, stages.start = enum, enum(stages.start.value)
    return stages.enum(value)


def _named(method: Callable[[Any], None], code: str) -> Callable[[Any], None]:
    def deed(_self: Any) -> None: ...

    deed.__name__, deed.__doc__ = code, method.__doc__
    return deed
