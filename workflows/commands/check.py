"""`procedures check`: does every procedure keep what all promise, as declared and as walked with facts?"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from law.commands import typed
from law.commands.answer import Answer, Subcommand
from workflows import catalogue
from workflows.commands import named
from workflows.exploring.found import BOUNDS
from workflows.exploring.proofs import broken as broken_on
from workflows.exploring.proofs import left_out
from workflows.exploring.walking import walked
from workflows.matter import Matter
from workflows.promises import Broken, broken


def arguments(parser: ArgumentParser) -> None:
    """Which procedures to check; all of them, each alone and beside the others, where none is named."""
    parser.add_argument("codes", metavar="MÃ", nargs="*", help="chỉ các quy trình này")


def answer(folder: Path, options: Namespace) -> Answer:
    """Print each broken promise with its place and cure, and the count; status 1 when there is any."""
    with named.under(folder):
        chosen = [named.procedure(one) for one in options.codes] or list(catalogue.DECLARED)
        found = list(broken(chosen))
        walks = [walked(one, typed.today()) for one in _well_declared(chosen, found)]
        found += [fault for one in walks for fault in broken_on(one)]
    steps = sum(len(one.all_steps()) for one in chosen)
    count = f"procedures: {len(chosen)} procedures, {steps} steps, {len(found)} broken"
    states, deeds = sum(len(one.states) for one in walks), sum(len(one.done) for one in walks)
    plain = {
        "procedures": len(chosen),
        "steps": steps,
        "states": states,
        "deeds": deeds,
        "broken": [vars(one) for one in found],
    }
    went = f"đi thử {states} trạng thái, {deeds} việc làm; {BOUNDS}"
    missed = [said for one in walks if (said := left_out(one))]
    cut = [f"biến thể chưa đi hết, phần còn lại chứng minh ở quy trình gốc: {'; '.join(missed)}"]
    lines = (*map(str, found), *(cut if missed else ()), went, count)
    return Answer({**plain, "left_out": missed}, lines, 1 if found else 0)


def _well_declared(
    chosen: Sequence[type[Matter]], found: Sequence[Broken]
) -> Iterator[type[Matter]]:
    """Those worth walking: what is wrongly declared is put right first."""
    wrong = {one.procedure for one in found}
    return (one for one in chosen if wrong.isdisjoint(part.code for part in one.machines()))


COMMAND = Subcommand("check", "các cam kết mà mọi quy trình phải giữ", arguments, answer)
