"""`law diff`: what changed between two days, or between two law folders, in words."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from law.commands import typed
from law.commands.answer import Answer, Subcommand
from law.differences import differences
from law.editions import as_of


def arguments(parser: ArgumentParser) -> None:
    """The first day, the second one, and another folder for the second."""
    typed.on_argument(parser)
    parser.add_argument("--then", metavar="NGÀY", help="ngày thứ hai; bỏ trống: cùng ngày")
    parser.add_argument("--with", dest="other", metavar="DIR", help="bộ văn bản thứ hai")


def answer(folder: Path, options: Namespace) -> Answer:
    """Tell every rule that says something else."""
    first, second = typed.day(options.on), typed.day(options.then or options.on)
    other = Path(options.other) if options.other else folder
    found = differences(as_of(typed.book(folder), first), as_of(typed.book(other), second))
    last = f"diff: {len(found)} khác biệt giữa {first} và {second}"
    plain = [{"rule": d.rule, "before": d.before, "after": d.after} for d in found]
    return Answer(plain, (*map(str, found), last))


COMMAND = Subcommand("diff", "điểm khác giữa hai ngày hoặc hai bộ văn bản", arguments, answer)
