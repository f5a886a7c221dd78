"""`law table`: the README's table of what is confirmed and what is not."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from law.commands import typed
from law.commands.answer import Answer, Subcommand
from law.confirmed import confirmed_table


def arguments(parser: ArgumentParser) -> None:
    """Nothing but the folder."""


def answer(folder: Path, _options: Namespace) -> Answer:
    """Print the table as Markdown."""
    text = confirmed_table(typed.book(folder))
    return Answer(text.splitlines(), tuple(text.splitlines()))


COMMAND = Subcommand("table", "bảng những gì đã xác nhận (Markdown)", arguments, answer)
