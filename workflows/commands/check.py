"""`procedures check`: does every declared procedure keep what every procedure promises?"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from law.commands.answer import Answer, Subcommand
from workflows import catalogue
from workflows.commands import named
from workflows.promises import broken


def arguments(parser: ArgumentParser) -> None:
    """Nothing is asked: all procedures are checked, each alone and beside the others."""


def answer(folder: Path, _options: Namespace) -> Answer:
    """Print each broken promise with its place and cure, and the count; status 1 when there is any."""
    with named.under(folder):
        found = list(broken(catalogue.DECLARED))
    steps = sum(len(one.all_steps()) for one in catalogue.DECLARED)
    count = f"procedures: {len(catalogue.DECLARED)} procedures, {steps} steps, {len(found)} broken"
    plain = {
        "procedures": len(catalogue.DECLARED),
        "steps": steps,
        "broken": [vars(one) for one in found],
    }
    return Answer(plain, (*map(str, found), count), 1 if found else 0)


COMMAND = Subcommand("check", "các cam kết mà mọi quy trình phải giữ", arguments, answer)
