"""The instruments of this installation's law: which Party documents held, and when."""

from datetime import date

from law.citations import Instrument
from law.shelf import book


def get(id_: str) -> Instrument:
    """Return the instrument of that id; KeyError when the law names no such document."""
    return book().instruments.get(id_)


def all() -> tuple[Instrument, ...]:  # noqa: A001 -- reads as law.instruments.all()
    """Return every instrument, in the order of the file."""
    return tuple(book().instruments)


def in_force(on: date, line: str | None = None) -> tuple[Instrument, ...]:
    """Return the instruments that held on a day; `line` keeps only the one leading that line."""
    if line is None:
        return book().instruments.in_force(on)
    leading = book().regime_instrument(line, on)
    return (leading,) if leading else ()
