"""`law simulate`: what another law folder would change for every file that runs."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

import law
from cases.simulation import Change, Simulation
from cases.simulation import simulate as run
from law import shelf
from law.commands import typed
from law.commands.answer import Answer, Subcommand


def arguments(parser: ArgumentParser) -> None:
    """The other folder, and the day on which every step is judged."""
    parser.add_argument("folder", metavar="DIR", help="bộ văn bản khác")
    typed.on_argument(parser, required=False)


def answer(folder: Path, options: Namespace) -> Answer:
    """Judge every live file under the law in use and under the other, which gets our adoptions too."""
    on = typed.day(options.on) if options.on else typed.today()
    other = shelf.with_adoptions(law.load(Path(options.folder)))
    with law.using(typed.book(folder)):
        found = run(other, on, processes=os.cpu_count() or 1)
    return Answer(found.as_json(), (*_lines(found), _last(found)))


def _lines(found: Simulation) -> Iterator[str]:
    for change in found.changes:
        yield f"{change.before.reference}:"
        yield from (f"  thêm được: {change.label(step)}" for step in change.gained)
        yield from _lost(change)
        yield from (f"  căn cứ đổi: {change.label(step)}" for step in change.rests)
        for name, first, last in change.terms:
            yield f"  thời hạn “{change.label(name)}”: {first or 'chưa có'} → {last or 'không còn'}"
        if change.stuck:
            yield "  không còn bước nào đi tiếp được"


def _lost(change: Change) -> Iterator[str]:
    for step in change.lost:
        yield f"  không làm được nữa: {change.label(step)}: {' '.join(change.after.barred[step])}"


def _last(found: Simulation) -> str:
    plain = found.as_json()
    return (
        f"law: {found.cases} cases, {plain['gained']} steps gained, {plain['lost']} steps lost,"
        f" {plain['terms']} terms moved, {plain['stuck']} cases stuck"
    )


COMMAND = Subcommand("simulate", "đổi luật thì các hồ sơ đang chạy ra sao", arguments, answer)
