"""`procedures export`: every procedure in every edition, as JSON for another program."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from law.commands.answer import Answer, Subcommand
from law.faults import Impossible
from workflows.commands import named
from workflows.editions import history
from workflows.reading import told


def arguments(parser: ArgumentParser) -> None:
    """The file, and one day where not every edition is wanted."""
    parser.add_argument("-o", dest="output", metavar="TỆP", type=Path, required=True)
    parser.add_argument("--on", metavar="NGÀY", help="chỉ các ấn bản của ngày này")
    named.codes_argument(parser)


def answer(folder: Path, options: Namespace) -> Answer:
    """Write one object per procedure and edition; answer how many there are.

    Whether the file can be written is found out first: what goes into it takes its time.
    """
    try:
        options.output.touch()
    except OSError as fault:
        raise Impossible(f"Không ghi được {options.output}: {fault.strerror}.") from None
    procedures = named.procedures(options.only)
    with named.under(folder):
        if options.on:
            days = [(one, named.day(options.on)) for one in procedures]
        else:
            days = [(one, day) for one in procedures for day, _sha in history(one)]
        editions = [told(one, day) for one, day in days]
    options.output.write_text(_one_a_line(editions), encoding="utf-8")
    words = f"{options.output}: {len(procedures)} quy trình, {len(editions)} ấn bản"
    return Answer({"file": str(options.output), "editions": len(editions)}, (words,))


def _one_a_line(editions: list[dict[str, object]]) -> str:
    """JSON in which each edition is one line, so that two exports can be compared by line."""
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, sort_keys=True) for one in editions)
    return f"[\n{lines}\n]\n"


COMMAND = Subcommand("export", "mọi quy trình, mọi ấn bản, dạng JSON", arguments, answer)
