"""`procedures draw`: one picture per procedure, and beside it the table of its steps."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from law.commands.answer import Answer, Subcommand
from law.faults import Impossible
from workflows.commands import named
from workflows.drawing import NoDrawing, svg_of
from workflows.tables import table_of


def arguments(parser: ArgumentParser) -> None:
    """The folder, and the day whose law the tables cite."""
    parser.add_argument("folder", metavar="THƯ_MỤC", type=Path)
    named.day_argument(parser)
    named.codes_argument(parser)


def answer(folder: Path, options: Namespace) -> Answer:
    """Write an SVG and a Markdown table for each procedure."""
    on = named.day(options.on)
    written: list[str] = []
    with named.under(folder):
        for procedure in named.procedures(options.only):
            try:
                options.folder.mkdir(parents=True, exist_ok=True)
                for ending, text in (("svg", svg_of(procedure)), ("md", table_of(procedure, on))):
                    path = options.folder / f"{procedure.code.lower().replace('.', '_')}.{ending}"
                    path.write_text(text, encoding="utf-8")
                    written.append(str(path))
            except OSError as fault:
                raise Impossible(
                    f"Không ghi được vào {options.folder}: {fault.strerror}."
                ) from None
            except NoDrawing as fault:
                raise Impossible(str(fault)) from None
    return Answer(written, tuple(written))


COMMAND = Subcommand("draw", "sơ đồ và bảng các bước của từng quy trình", arguments, answer)
