"""`law gaps`: what an officer must still confirm."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from law.commands import typed
from law.commands.answer import Answer, Subcommand
from law.gaps import LABELS, gaps


def arguments(parser: ArgumentParser) -> None:
    """The day; today in Vietnam when left out."""
    typed.on_argument(parser, required=False)
    typed.layer_argument(parser)


def answer(folder: Path, options: Namespace, asked: Iterable[str] = ()) -> Answer:
    """List the rules that give no verdict on that day, by why they do not."""
    book = typed.book(folder)
    on = typed.day(options.on) if options.on else typed.today()
    found = gaps(book, on, typed.layer(options.layer, book), asked=asked)
    counts = Counter(gap.kind for gap in found)
    lines = []
    for kind, label in LABELS.items():
        lines.append(f"{label} ({counts[kind]}):")
        lines += [
            f"  {gap.hit.rule}: {gap.hit.label_vi}{f' — {gap.hit.note}' if gap.hit.note else ''}"
            for gap in found
            if gap.kind == kind
        ]
    lines.append(f"gaps: {len(found)} quy tắc cần xác nhận cho ngày {on}")
    plain = {"on": on.isoformat(), "count": len(found), "gaps": [gap.as_json() for gap in found]}
    return Answer(plain, tuple(lines))


COMMAND = Subcommand("gaps", "những gì còn phải xác nhận", arguments, answer)
