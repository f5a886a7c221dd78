"""`procedures show`: one procedure as it stands on a day, step by step."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from law.commands.answer import Answer, Subcommand
from workflows import catalogue
from workflows.commands import named
from workflows.commands.listing import bodies_in_words
from workflows.matter import Matter
from workflows.reading import cited_in_words, deadline_in_words, sources_in_words, told, told_rule
from workflows.stages import Phase

#: A guard over a whole table names so many rules at most, and then the number of the others.
NAMED = 3


def arguments(parser: ArgumentParser) -> None:
    """The procedure and the day."""
    parser.add_argument("code", metavar="MÃ", help="ví dụ P1.CD; xem procedures list")
    named.day_argument(parser)


def answer(folder: Path, options: Namespace) -> Answer:
    """Show the stages and every step, with the law of that day."""
    procedure, on = named.procedure(options.code), named.day(options.on)
    with named.under(folder):
        plain = told(procedure, on)
        return Answer(plain, tuple(_lines(procedure, plain, on)))


def _lines(procedure: type[Matter], plain: dict[str, Any], on: date) -> Iterator[str]:
    yield f"{procedure.code} – {procedure.label}, ngày {on}"
    yield f"  chủ thể: {bodies_in_words(procedure)}"
    if before := [one.code for one in catalogue.DECLARED if procedure.comes_after(one)]:
        yield f"  mở được từ hồ sơ: {', '.join(before)}"
    yield f"  ấn bản {plain['edition'][:12]}, từ {plain['start']}"
    yield "Giai đoạn"
    yield from _stages(procedure)
    yield "Bước"
    labels = {stage["code"]: stage["label"] for stage in plain["stages"]}
    steps = {step["code"]: step["label"] for step in plain["steps"]}
    for number, step in enumerate(plain["steps"], 1):
        yield from _step(procedure, number, step, labels, steps, on)


def _stages(procedure: type[Matter]) -> Iterator[str]:
    for machine in procedure.machines():
        if machine is not procedure:
            yield f"  {machine.label}"
        for phase in Phase:
            stages = [s for s in machine.stage.enum if machine.phase_of(s.value) is phase]
            words = [f"{s.label}{' ■' if machine.is_final(s.value) else ''}" for s in stages]
            if words:
                yield f"  {phase.label}: {'; '.join(words)}"


def _step(
    procedure: type[Matter],
    number: int,
    step: dict[str, Any],
    stages: dict[str, str],
    steps: dict[str, str],
    on: date,
) -> Iterator[str]:
    goal = stages[step["target"]] if step["target"] else "giữ nguyên giai đoạn"
    yield f"  {number}. {step['label']} ({step['code']})"
    yield f"     từ {sources_in_words(procedure, step['source'])} → {goal}"
    yield f"     ai: {step['role']}"
    yield f"     căn cứ: {_rule(step['basis'])}"
    if step["inputs"]:
        yield f"     hỏi: {'; '.join(map(_asked, step['inputs']))}"
    if step["papers"]:
        yield f"     văn bản: {'; '.join(map(_paper, step['papers']))}"
    for guard in step["guards"]:
        yield f"     không nhận khi: {guard['says']} Khắc phục: {guard['remedy']}"
        yield from (f"       theo {words}" for words in _rules_of(guard["rules"], on))
    if step["deadline"]:
        yield f"     hạn: {deadline_in_words(step['deadline'], steps)}"


def _asked(asked: dict[str, Any]) -> str:
    return str(asked["label"]) + ("" if asked["required"] else " (nếu có)")


def _paper(paper: dict[str, Any]) -> str:
    return f"{paper['code']} {paper['title']} ({'ký' if paper['signed'] else 'lập'})"


def _rule(rule: dict[str, Any]) -> str:
    return f"{rule['rule']}: {cited_in_words(rule)}"


def _rules_of(rules: list[str], on: date) -> Iterator[str]:
    yield from (_rule(told_rule(one, on)) for one in rules[:NAMED])
    if rules[NAMED:]:
        yield f"{len(rules) - NAMED} quy tắc nữa, tùy cơ quan và hình thức"


COMMAND = Subcommand("show", "một quy trình vào một ngày, từng bước", arguments, answer)
