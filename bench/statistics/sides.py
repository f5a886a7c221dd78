"""A form filled in by the engine, and by the statement that somebody who knows SQL wrote for the same figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.db import connection

from reports.form import get
from reports.periods import Period
from reports.scopes import Scope
from reports.tables import fill

ENGINE, PLAIN = "the engine", "plain SQL"
FOLDER = Path(__file__).parent
#: Forms with a statement beside them: the widest, the one with most rows, and one of few cells.
CODES = ("dhvp-dv", "hinh-thuc-noi-dung", "ket-qua-vi-pham")

Figures = dict[tuple[str, str], int]


def engine(code: str, period: Period, of: Scope) -> Callable[[], Figures]:
    """The form as its page fills it in."""
    form = get(code, period)
    return lambda: dict(fill(form, period, of).figures)


def plain(code: str, period: Period, of: Scope) -> Callable[[], Figures]:
    """The same figures by the statement in the file of that name; the units are known beforehand."""
    statement = (FOLDER / f"{code}.sql").read_text(encoding="utf-8")
    said = {
        "first": period.first,
        "last": period.last,
        "units": sorted({span.unit for span in of.spans}),
    }

    def ask() -> Figures:
        with connection.cursor() as cursor:
            cursor.execute(statement, said)
            names = [tuple(one.name.split(".")) for one in cursor.description]
            return dict(zip(names, cursor.fetchone(), strict=True))

    return ask
