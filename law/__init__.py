"""The law as dated data: one question, `law.rule`, answered with value, source and confidence.

The module asks the law shipped with this installation, with what the site adopted since;
`law.load(folder)` opens another one.
"""

from datetime import date
from typing import Any

from law import calendar, instruments, terms
from law.answers import Answer, Document, NotAllowed, Release
from law.citations import Basis, Citation, Instrument
from law.confirmed import confirmed_table as _confirmed_table
from law.editions import as_of as _as_of
from law.faults import Fault, LawRefused, UnknownRule
from law.hits import Hit, Proposal
from law.lawbook import LawBook, Layout
from law.loader import load
from law.reasons import Reason
from law.shelf import book, steady, using


def rule(rule_id: str, on: date, **context: Any) -> Hit:
    """Return what the rule says on that day; see `LawBook.rule` for `layer`, `release`, `asked`."""
    return book().rule(rule_id, on, **context)


def cite(instrument: str, article: str | None = None) -> Citation:
    """Return a citation of one place; KeyError when the law names no such instrument."""
    return book().cite(instrument, article)


def basis(*entries: tuple[str, str, str | None]) -> Basis:
    """Return a basis that changes with the regime, from (first day, instrument, article)."""
    return book().basis(*entries)


def procedure_on(day: date) -> Instrument | None:
    """Return the regulation on inspection, supervision and discipline of that day."""
    return book().regime_instrument("procedure", day)


def charter_on(day: date) -> Instrument | None:
    """Return the regulation implementing the Charter of that day."""
    return book().regime_instrument("charter", day)


def penalty_on(day: date, *, organisation: bool = False) -> Instrument | None:
    """Return the regulation on penalties of that day, for a member or for an organisation."""
    return book().regime_instrument("penalty_organisation" if organisation else "penalty", day)


def amending(instrument: Instrument, day: date) -> tuple[Instrument, ...]:
    """Return the instruments that amend this one and hold on that day."""
    return tuple(
        one for one in instruments.all() if instrument.id in one.amends and one.in_force(day)
    )


def layout_on(day: date) -> Layout:
    """Return the document layout of a paper dated that day."""
    return book().layout(day)


def version() -> str:
    """Return the SHA-256 of all law files: the name of this state of the law."""
    return book().version


def confirmed_table() -> str:
    """Return the README's table of what is confirmed and what is not, as Markdown."""
    return _confirmed_table(book())


def as_of(day: date) -> dict[str, Any]:
    """Return every row in force on a day as plain values: the law's part of an edition."""
    return _as_of(book(), day)


__all__ = [
    "Answer",
    "Basis",
    "Citation",
    "Document",
    "Fault",
    "Hit",
    "Instrument",
    "LawBook",
    "LawRefused",
    "Layout",
    "NotAllowed",
    "Proposal",
    "Reason",
    "Release",
    "UnknownRule",
    "amending",
    "as_of",
    "basis",
    "book",
    "calendar",
    "charter_on",
    "cite",
    "confirmed_table",
    "instruments",
    "layout_on",
    "load",
    "penalty_on",
    "procedure_on",
    "rule",
    "steady",
    "terms",
    "using",
    "version",
]
