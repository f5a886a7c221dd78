"""A calendar as programs read it (RFC 5545): references and kinds of what falls on days, and nobody's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from cases.calendar import Dated, Kind
from desk.worded import worded

MEDIA = "text/calendar; charset=utf-8"
#: A line longer than so many octets goes on in the next.
_WIDTH = 75


def ical(found: Iterable[Dated], host: str, made: datetime) -> str:
    """Return the calendar of `found`, which `host` made at that moment (UTC).

    It tells the file's reference and the kind of deadline, whole days only: no title, no place, no person.
    """
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kiem Tra//Lich//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(_('Lịch và thời hạn'))}",
        *(line for one in found for line in _event(one, host, made)),
        "END:VCALENDAR",
    ]  # fmt: skip
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(one: Dated, host: str, made: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.key}@{host}"
    yield f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{one.case.reference}: {_what(one)}')}"
    yield "CLASS:CONFIDENTIAL"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _what(one: Dated) -> str:
    if one.kind is Kind.MEETING:
        return _("họp")
    return _("đoàn làm việc") if one.kind is Kind.TEAM else worded(one.label)


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Cut a line by octets, never inside a letter; what follows begins with a space."""
    held = ""
    for letter in line:
        if len((held + letter).encode()) > _WIDTH:
            yield held
            held = " "
        held += letter
    yield held
