"""Which procedure somebody means at the command line, and under which law."""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import law
from law.commands import typed
from law.faults import Impossible
from workflows import catalogue
from workflows.matter import Matter


def day_argument(parser: ArgumentParser) -> None:
    """Add the day the procedure is read on; today where none is given."""
    parser.add_argument("--on", metavar="NGÀY", help="ngày xem, năm-tháng-ngày; mặc định hôm nay")


def day(text: str | None) -> date:
    """Return the day asked for; Impossible for anything that is none."""
    return typed.day(text) if text else typed.today()


def procedure(code: str) -> type[Matter]:
    """Return the procedure of this code, in whatever letters; Impossible with the codes there are."""
    try:
        return catalogue.get(code.strip().upper())
    except KeyError as unknown:
        raise Impossible(unknown.args[0]) from None


def codes_argument(parser: ArgumentParser) -> None:
    """Add the codes of the procedures that are meant; all of them where none is named."""
    parser.add_argument("--only", metavar="MÃ", nargs="+", default=[], help="chỉ các quy trình này")


def procedures(codes: Sequence[str]) -> tuple[type[Matter], ...]:
    """Return the procedures of these codes, all where there are none; Impossible for a code that is none."""
    return tuple(map(procedure, codes)) or catalogue.DECLARED


@contextmanager
def under(folder: Path) -> Iterator[None]:
    """Read the procedures under the law of the folder named with --law."""
    with law.using(typed.book(folder)):
        yield
