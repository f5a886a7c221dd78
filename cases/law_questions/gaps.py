"""`law gaps`, with what the procedures ask: the same list as on the page."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from law.commands import gaps
from law.commands.answer import Answer
from workflows.uses import uses


def answer(folder: Path, options: Namespace) -> Answer:
    """List the rules that give no verdict on that day, those only procedures ask included."""
    return gaps.answer(folder, options, uses())


COMMAND = replace(gaps.COMMAND, answer=answer)
