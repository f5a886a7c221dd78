"""What somebody types at a command, read strictly; anything else is one helpful sentence."""

import re
from argparse import ArgumentParser
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from law.faults import Impossible
from law.lawbook import LawBook
from law.loader import load
from law.shelf import FOLDER
from law.shelf import book as default

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def book(folder: Path) -> LawBook:
    """Return the law of the folder named with --law."""
    return default() if folder == FOLDER else load(folder)


def on_argument(parser: ArgumentParser, *, required: bool = True) -> None:
    """Add the day the question is about."""
    parser.add_argument("--on", metavar="NGÀY", required=required, help="ngày hỏi, năm-tháng-ngày")


def layer_argument(parser: ArgumentParser) -> None:
    """Add the locality whose own rules count too."""
    parser.add_argument("--layer", metavar="NƠI", help="tính cả quy định riêng của địa phương này")


def day(text: str) -> date:
    """Return the day written as year-month-day."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise Impossible(
            f"“{text}” không phải là ngày; viết năm-tháng-ngày, ví dụ 2026-04-11."
        ) from None


def today() -> date:
    """Return today's date in Vietnam."""
    return datetime.now(tz=VIETNAM).date()


def number(text: str, what: str) -> int:
    """Return a whole number that is not negative."""
    if not re.fullmatch(r"\d{1,9}", text):
        raise Impossible(f"{what} phải là số nguyên không âm, không phải “{text}”.")
    return int(text)


def span(text: str) -> tuple[date, date]:
    """Return the first and last day of a pause written FROM:TO."""
    first, colon, last = text.partition(":")
    if not colon:
        raise Impossible(f"Lần tạm dừng “{text}” phải viết TỪ:ĐẾN, ví dụ 2026-02-14:2026-02-22.")
    start, end = day(first), day(last)
    if end < start:
        raise Impossible(f"Lần tạm dừng “{text}” kết thúc trước khi bắt đầu.")
    return start, end


def votes(text: str) -> dict[str, int]:
    """Return the slips per form written khai_tru=5,canh_cao=1."""
    found: dict[str, int] = {}
    for part in text.split(","):
        form, equals, count = part.strip().partition("=")
        if not equals or form in found:
            raise Impossible(
                f"“{part}” không đọc được; viết mỗi hình thức một lần, ví dụ khai_tru=5,khong=2."
            )
        found[form] = number(count, f"Số phiếu {form}")
    return found


def layer(chosen: str | None, law: LawBook) -> str | None:
    """Return the locality chosen, which must be one the law folder has."""
    if chosen is not None and chosen not in law.layers:
        raise Impossible(f"Không có quy định riêng của “{chosen}”; có: {', '.join(law.layers)}.")
    return chosen
