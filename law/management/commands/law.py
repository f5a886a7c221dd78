"""`manage.py law …`: ask the law, check its files; opens no database."""

import json
import re
from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser

from law.commands import SUBCOMMANDS, Answer
from law.faults import Impossible, LawRefused, UnknownRule
from law.shelf import FOLDER

#: Exit code for a question that cannot be answered as it was put.
IMPOSSIBLE = 2


class Command(BaseCommand):
    """The questions of the law; another room's command of this name adds to `subcommands`."""

    help = "Hỏi bộ văn bản: quy tắc, biểu quyết, thẩm quyền, thời hạn, thời hiệu."
    requires_system_checks: list[str] = []
    subcommands = SUBCOMMANDS

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Return Django's parser, speaking Vietnamese when it refuses."""
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        """Add one subparser per question; each takes --law and --json."""
        parser.error = partial(_refuse, parser)
        words = parser.add_subparsers(dest="question", required=True, metavar="CÂU_HỎI")
        for question in self.subcommands:
            own = words.add_parser(question.name, help=question.help, description=question.help)
            own.error = partial(_refuse, own)
            question.arguments(own)
            own.add_argument("--law", metavar="DIR", default=str(FOLDER), help="bộ văn bản khác")
            own.add_argument("--json", action="store_true", help="in dạng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer on stdout; an impossible question is one sentence on stderr and exit code 2."""
        question = next(q for q in self.subcommands if q.name == options["question"])
        try:
            answer = question.answer(Path(options["law"]), _Options(options))
        except (Impossible, LawRefused, UnknownRule, FileNotFoundError) as refusal:
            self.stderr.write(str(refusal))
            raise SystemExit(IMPOSSIBLE) from None
        self._print(answer, as_json=options["json"])
        if answer.status:
            raise SystemExit(answer.status)

    def _print(self, answer: Answer, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(answer.plain, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(answer.lines))


class _Options:
    """The options as attributes, the way argparse gives them."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.__dict__.update(options)


def _refuse(parser: ArgumentParser, message: str) -> NoReturn:
    """Say in one Vietnamese sentence what argparse found wrong, and leave with code 2."""
    parser.exit(IMPOSSIBLE, f"{in_vietnamese(message)} Xem: {parser.prog} --help\n")


def in_vietnamese(message: str) -> str:
    """Return argparse's own message as a Vietnamese sentence."""
    if found := re.search(r"arguments are required: (.+)", message):
        return f"Còn thiếu {found[1]}."
    if found := re.search(r"unrecognized arguments: (.+)", message):
        return f"Không hiểu “{found[1]}”."
    if found := re.search(r"invalid choice: '(.+?)' \(choose from (.+)\)", message):
        return f"Không có “{found[1]}”; chọn: {found[2]}."
    if found := re.search(r"argument (\S+?):? expected", message):
        return f"{found[1]} cần một giá trị."
    return f"Lệnh không đúng: {message}."
