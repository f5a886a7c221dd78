"""`law authority`: who decides, proposes or only appraises?"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from law.authority import ORDINARY, authority
from law.commands import typed
from law.commands.answer import Answer, Subcommand
from law.faults import Impossible
from law.lawbook import LawBook

VERDICTS = {
    "decides": "quyết định",
    "proposes": "chỉ đề nghị",
    "appraises": "chỉ thẩm định",
    "none": "không có thẩm quyền",
    "ask": "chưa rõ: phải hỏi, không tự kết luận",
}
ASKED = ("on", "body", "subject", "form")


def arguments(parser: ArgumentParser) -> None:
    """The day and the four words of the question, or the list of accepted words."""
    typed.on_argument(parser, required=False)
    for name in ASKED[1:]:
        parser.add_argument(f"--{name}", metavar="TỪ")
    parser.add_argument("--scope", metavar="TỪ", default=ORDINARY)
    parser.add_argument("--delegation", metavar="TỪ:ĐẾN", help="thời gian được ủy quyền")
    parser.add_argument("--kinds", action="store_true", help="các từ được dùng")


def answer(folder: Path, options: Namespace) -> Answer:
    """Answer from the table of authority with the rows used."""
    book = typed.book(folder)
    if options.kinds:
        return _kinds(book)
    missing = [f"--{name}" for name in ASKED if getattr(options, name) is None]
    if missing:
        raise Impossible(
            f"Còn thiếu {', '.join(missing)}; các từ được dùng: law authority --kinds."
        )
    found = authority(
        book,
        on=typed.day(options.on),
        body=options.body,
        subject=options.subject,
        form=options.form,
        scope=options.scope,
        delegation=typed.span(options.delegation) if options.delegation else None,
    )
    lines = [f"{book.authority_table.words['body'][options.body]}: {VERDICTS[found.verdict]}."]
    lines += [f"  {found.remedy}"] if found.remedy else []
    lines += [f"  căn cứ: {hit.cited} ({hit.key or hit.rule})" for hit in found.hits]
    return Answer(found.as_json(), tuple(lines))


def _kinds(book: LawBook) -> Answer:
    words = book.authority_table.words
    lines = []
    for name, labels in words.items():
        lines.append(f"--{name}")
        lines += [f"  {word}  {label}" for word, label in labels.items()]
    return Answer({name: dict(labels) for name, labels in words.items()}, tuple(lines))


COMMAND = Subcommand("authority", "ai có thẩm quyền", arguments, answer)
