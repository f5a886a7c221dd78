"""`law limitation`: has the time to discipline an act run out?"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from law.commands import typed
from law.commands.answer import Answer, Subcommand
from law.limitation import Limitation, limitation


def arguments(parser: ArgumentParser) -> None:
    """The day of the act, the form voted, the day of the meeting."""
    parser.add_argument("--act", metavar="NGÀY", required=True, help="ngày kết thúc hành vi")
    parser.add_argument("--form", metavar="HÌNH_THỨC", required=True, help="ví dụ khien_trach")
    typed.on_argument(parser)
    parser.add_argument("--organisation", action="store_true", help="đối tượng là tổ chức đảng")
    parser.add_argument("--unlimited", action="store_true", help="vi phạm luật không đặt thời hiệu")
    parser.add_argument("--pause", metavar="TỪ:ĐẾN", action="append", default=[])


def answer(folder: Path, options: Namespace) -> Answer:
    """Judge by the text in force at the meeting."""
    found = limitation(
        typed.book(folder),
        act=typed.day(options.act),
        form=options.form,
        on=typed.day(options.on),
        organisation=options.organisation or options.form == "giai_tan",
        unlimited_theme=options.unlimited,
        pauses=[typed.span(pause) for pause in options.pause],
    )
    lines = [
        _sentence(found),
        f"  căn cứ: {found.citation or 'chưa có'} ({found.key or found.rule})",
    ]
    return Answer(found.as_json(), tuple(lines + ([f"  {found.alert}"] if found.alert else [])))


def _sentence(found: Limitation) -> str:
    if found.expired is None:
        return "Thời hiệu chưa rõ: phải hỏi."
    if found.state == "no_rule":
        return "Không áp dụng thời hiệu."
    return f"{'Đã hết' if found.expired else 'Còn'} thời hiệu; ngày cuối {found.until}."


COMMAND = Subcommand("limitation", "thời hiệu kỷ luật", arguments, answer)
