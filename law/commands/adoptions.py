"""`law adoptions`: what the site laid over the shipped law; written to a file, read from one."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from law import shelf
from law.adoption_versions import Version, Versions
from law.commands.answer import Answer, Subcommand
from law.faults import Impossible

DEEDS = ("list", "export", "import")


def arguments(parser: ArgumentParser) -> None:
    """What to do, the file, and whose key to trust."""
    parser.add_argument("deed", metavar="VIỆC", choices=DEEDS, help=", ".join(DEEDS))
    parser.add_argument("file", metavar="TỆP", nargs="?", help="tệp xuất ra hoặc nhập vào")
    parser.add_argument("--trust", metavar="KHÓA", default="", help="khóa của nơi đã xuất tệp")


def answer(_folder: Path, options: Namespace) -> Answer:
    """List the versions in force, export them, or take in those of a file."""
    kept = shelf.versions()
    if kept is None:
        raise Impossible("Chưa cho biết nơi giữ các bản bổ sung.")
    if options.deed == "list":
        return _told(kept.in_force(), "adoptions: {} phiên bản đang dùng")
    if not options.file:
        raise Impossible("Nêu tên tệp.")
    path = Path(options.file)
    if options.deed == "export":
        path.write_text(kept.exported(), encoding="utf-8")
        return _told(kept.in_force(), "adoptions: đã xuất {} phiên bản")
    return _told(_taken_in(kept, path, options.trust), "adoptions: đã nhập {} phiên bản")


def _taken_in(kept: Versions, path: Path, trust: str) -> tuple[Version, ...]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise Impossible(f"Không đọc được tệp {path}.") from None
    return kept.take_in(text, shelf.book(), trust=trust)


def _told(versions: tuple[Version, ...], last: str) -> Answer:
    plain: list[dict[str, Any]] = [{"hash": v.hash} | v.said for v in versions]
    lines = [
        f"{v.number}. {v.adoption.rule} từ {v.adoption.start}: “{v.adoption.in_words}”"
        f" ({v.adoption.document.number}, {v.adoption.document.clause}) {v.hash[:12]}"
        for v in versions
    ]
    return Answer(plain, (*lines, last.format(len(versions))))


COMMAND = Subcommand("adoptions", "các bản bổ sung của trang: xem, xuất, nhập", arguments, answer)
