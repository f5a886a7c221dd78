"""`procedures list`: which procedures there are, for whom, and how long they are."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from law.commands.answer import Answer, Subcommand
from registry.models import BodyKind
from workflows import catalogue
from workflows.matter import Matter


def arguments(parser: ArgumentParser) -> None:
    """Nothing is asked."""


def answer(_folder: Path, _options: Namespace) -> Answer:
    """List every variant, in the order of the catalogue."""
    plain = [
        {
            "code": one.code,
            "label": one.label,
            "steps": [step.code for step in one.all_steps()],
        }
        for one in catalogue.DECLARED
    ]
    return Answer(plain, tuple(map(_line, catalogue.DECLARED)))


def _line(procedure: type[Matter]) -> str:
    stages = sum(len(machine.stage.enum) for machine in procedure.machines())
    return (
        f"{procedure.code:<6} {procedure.label}: {stages} giai đoạn, {len(procedure.all_steps())} bước;"
        f" chủ thể: {bodies_in_words(procedure)}"
    )


def bodies_in_words(procedure: type[Matter]) -> str:
    """Return the kinds of bodies that run it, in the order of the register."""
    return ", ".join(str(kind.label) for kind in BodyKind if kind.value in procedure.bodies)


COMMAND = Subcommand("list", "các quy trình, chủ thể, số bước", arguments, answer)
