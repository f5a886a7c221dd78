"""The căn cứ of a paper: how an instrument is named there, and which instruments a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

import law
from documents.wording import figures
from law import Citation, Instrument


def named(ground: Citation | Instrument) -> str:
    """Return an instrument as a căn cứ names it: number, day, issuer and subject, nothing else."""
    instrument = ground.instrument if isinstance(ground, Citation) else ground
    if instrument.number in (instrument.kind, instrument.title):
        return (
            "Điều lệ Đảng Cộng sản Việt Nam"
            if instrument.number == "Điều lệ Đảng"
            else instrument.number
        )
    about = (
        instrument.title if instrument.title.startswith("thi hành") else f"về {instrument.title}"
    )
    article = f"{ground.article} " if isinstance(ground, Citation) and ground.article else ""
    day = figures(instrument.signed)
    name = f"{instrument.kind} số {instrument.number}, ngày {day} của {instrument.issuer} {about}"
    return f"{article}{name}"


def not_in_force(
    cited: Iterable[Citation | Instrument], texts: Iterable[str], on: date
) -> Iterator[Instrument]:
    """The instruments, cited or named in a text by their number, that do not hold on a day."""
    found = {one.id: one for one in map(_instrument, cited)}
    for text in texts:
        found.update((one.id, one) for one in _named_in(text, on))
    return (one for one in found.values() if not one.in_force(on))


def _instrument(ground: Citation | Instrument) -> Instrument:
    return ground.instrument if isinstance(ground, Citation) else ground


def _named_in(text: str, on: date) -> Iterator[Instrument]:
    """One instrument per number named: of namesakes, the one the text dates, or that holds."""
    by_number: dict[str, list[Instrument]] = {}
    for instrument in law.instruments.all():
        if re.search(rf"(?<![\w-]){re.escape(instrument.number)}(?![\w-])", text):
            by_number.setdefault(instrument.number, []).append(instrument)
    for namesakes in by_number.values():
        dated = [one for one in namesakes if _says_day(text, one.signed)]
        if dated or not re.search(r"\d{1,2}/\d{1,2}/\d{4}", text):
            candidates = dated or namesakes
            yield next((one for one in candidates if one.in_force(on)), candidates[-1])


def _says_day(text: str, day: date) -> bool:
    return figures(day) in text or f"{day.day}/{day.month}/{day.year}" in text
