"""`law check`: is every file of the law sound?"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from law.commands.answer import Answer, Subcommand
from law.loader import inspect


def arguments(parser: ArgumentParser) -> None:
    """Nothing but the folder."""


def answer(folder: Path, _options: Namespace) -> Answer:
    """Name every fault with file, line and reason; the last line counts what was read."""
    book, faults = inspect(folder)
    faults = sorted(set(faults))
    rows, instruments = sum(1 for _ in book.rows()), len(book.instruments)
    last = f"law: {rows} rows, {instruments} instruments, {len(faults)} errors"
    plain = {
        "rows": rows,
        "instruments": instruments,
        "errors": [{"file": f.file, "line": f.line, "reason": f.reason} for f in faults],
        "version": book.version,
    }
    return Answer(plain, (*map(str, faults), last), status=1 if faults else 0)


COMMAND = Subcommand("check", "kiểm tra mọi tệp của bộ văn bản", arguments, answer)
