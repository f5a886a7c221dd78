"""`law mutate`: is there a recorded verdict for every row of law that a procedure uses?"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

import law
from law import shelf
from law.commands import typed
from law.commands.answer import Answer, Subcommand
from workflows.mutation import campaign, red, used_rows
from workflows.scenarios import scenarios
from workflows.scenarios.recording import record


def arguments(parser: ArgumentParser) -> None:
    """Whether to write the verdicts down anew first."""
    parser.add_argument("--record", action="store_true", help="ghi lại phán quyết để người xem xét")


def answer(folder: Path, options: Namespace) -> Answer:
    """Delete and move each used row; name the changes that no scenario noticed."""
    book = shelf.shipped() if folder == shelf.FOLDER else typed.book(folder)
    if options.record:
        with law.using(book):
            record()
        scenarios.cache_clear()
    wrong = [
        f"{one.procedure}, “{one.name}”, ngày {day}: phán quyết khác" for one, day in red(book)
    ]
    found = list(campaign(book, used_rows(book)))
    missed = [one for one in found if not one.caught]
    lines = [f"{one.key}: không tình huống nào thấy: {', '.join(one.unnoticed)}" for one in missed]
    plain = {
        "used": len(found),
        "caught": len(found) - len(missed),
        "missed": {one.key: list(one.unnoticed) for one in missed},
        "red": wrong,
    }
    last = f"law: {plain['used']} rows used, {plain['caught']} caught"
    return Answer(plain, (*wrong, *lines, last), status=1 if wrong or missed else 0)


COMMAND = Subcommand("mutate", "dòng luật nào bị đổi mà không ai hay", arguments, answer)
