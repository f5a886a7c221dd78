"""`law deadline`: when does a period end, counted day by day?"""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from law.commands import typed
from law.commands.answer import Answer, Subcommand
from law.differences import UNITS
from law.faults import Impossible
from law.hits import Hit
from law.lawbook import LawBook
from law.rows import DAY_UNITS
from law.terms import Deadline, Pause, deadline, last_day


def arguments(parser: ArgumentParser) -> None:
    """The rule, the day of the event, the pauses."""
    parser.add_argument("rule", metavar="QUY_TẮC", help="ví dụ complaint.window")
    parser.add_argument("--from", dest="start", metavar="NGÀY", required=True, help="ngày sự kiện")
    typed.on_argument(parser, required=False)
    parser.add_argument("--pause", metavar="TỪ:ĐẾN", action="append", default=[])
    parser.add_argument("--part", metavar="TỪ", help="khi quy tắc có nhiều thời hạn")
    typed.layer_argument(parser)


def answer(folder: Path, options: Namespace) -> Answer:
    """Compute the last day under the text in force on the day of the event (or on --on)."""
    book, start = typed.book(folder), typed.day(options.start)
    layer = typed.layer(options.layer, book)
    hit = book.rule(options.rule, typed.day(options.on) if options.on else start, layer=layer)
    if book.parameter(hit.rule).kind != "duration":
        raise Impossible(f"“{hit.rule}” không phải thời hạn; xem law show {hit.rule}.")
    hit = _part(hit, options.part)
    pauses = [typed.span(pause) for pause in options.pause]
    found = deadline(hit, start, pauses=pauses, calendar=book.calendar(layer))
    plain = {"state": hit.state if hit.gives_verdict else "unknown"} | _plain(found)
    plain |= {"rule": hit.rule, "citation": hit.cited, "confidence": hit.confidence, "key": hit.key}
    plain["proposals"] = _proposals(book, hit, start, pauses, layer)
    return Answer(plain, _lines(hit, found, plain["proposals"]))


def _part(hit: Hit, part: str | None) -> Hit:
    """Pick one of several periods a rule gives; refuse a unit that does not run from an event."""
    if isinstance(hit.value, Mapping):
        if part not in hit.value:
            raise Impossible(
                f"“{hit.rule}” có nhiều thời hạn; thêm --part: {', '.join(hit.value)}."
            )
        hit = replace(hit, value=hit.value[part])
    if hit.state == "known" and hit.unit not in DAY_UNITS:
        raise Impossible(f"“{hit.rule}” không tính từ một sự kiện; xem law show {hit.rule}.")
    return hit


def _plain(found: Deadline | None) -> dict[str, Any]:
    if found is None:
        names = ("start", "last_day", "other_reading", "value", "unit")
        return {**dict.fromkeys(names), "skipped": [], "in_question": []}
    return found.as_json()


def _proposals(
    book: LawBook, hit: Hit, start: date, pauses: list[Pause], layer: str | None
) -> list[dict[str, Any]]:
    """Each proposed value with the last day it would give; never a verdict."""
    shown = []
    for proposal in hit.proposals:
        plain = proposal.as_json() | {"last_day": None}
        if isinstance(proposal.value, int) and proposal.unit in DAY_UNITS:
            calendar = book.calendar(layer)
            end = last_day(start, proposal.value, proposal.unit, pauses=pauses, calendar=calendar)
            plain["last_day"] = end.last_day.isoformat()
        shown.append(plain)
    return shown


def _lines(hit: Hit, found: Deadline | None, proposals: list[dict[str, Any]]) -> tuple[str, ...]:
    basis = f"  căn cứ: {hit.cited or 'chưa có'} ({hit.key or hit.rule})"
    if found is None:
        shown = (
            f"  đề xuất: {p['value']} {UNITS.get(p['unit'], '')} → {p['last_day']}"
            for p in proposals
            if p["last_day"]
        )
        return (f"{hit.label_vi}: chưa rõ, phải hỏi.", *shown, basis)
    lines = [f"{hit.label_vi}: ngày cuối {found.last_day} ({found.value} {UNITS[found.unit]})."]
    if found.other_reading:
        lines.append(f"  cách đọc khác: {found.other_reading}; chưa quá hạn trước {found.longest}.")
    lines += [f"  không tính {day}: {reason}" for day, reason in found.skipped]
    lines += [f"  cần xác nhận {day}: {reason}" for day, reason in found.in_question]
    return (*lines, basis)


COMMAND = Subcommand("deadline", "tính ngày cuối của một thời hạn", arguments, answer)
