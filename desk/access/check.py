"""The whole matrix asked of the sample site: each row, each relation, each verb is a cell, right or not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from django.db import connections
from django.test import override_settings

from desk.access.asking import VERBS, Answer, Asker, same
from desk.access.cast import COLUMNS, Casting, castings
from desk.access.matrix import Right, Row, Surface, rows
from desk.access.matters import Laid, lay
from desk.access.probes import Probe, Where, probe
from desk.access.second_wall import is_shown, row_of
from registry import clock

#: A quiet site on its own: no second step, no other host, nobody asked twice who they are.
SETTINGS = {
    "ALLOWED_HOSTS": ["testserver"],
    "SECURE_SSL_REDIRECT": False,
    "SECOND_STEP_REQUIRED": False,
    "LAST_SEEN_EVERY": 86_400,
}

_ASKED = (Right.READ, Right.MAY, Right.NOTHING)


@dataclass(frozen=True)
class Told:
    """How many cells were asked, and of those that were wrong, what was."""

    asked: int
    faults: Sequence[str]


@dataclass(frozen=True)
class Cell:
    """One relation before one thing at one address, by one verb, and what the matrix says of it."""

    row: Row
    casting: Casting
    verb: str
    right: Right
    probe: Probe

    def __str__(self) -> str:
        return f"{self.row} · {self.verb} · {self.casting}: {self.right}"


def check(surfaces: Sequence[Surface], *, say: Callable[[str], object]) -> Told:
    """Lay the sample site in the database at hand, ask every cell of the `surfaces`, and tell what was wrong.

    As many processes ask as there are processors, each with everyone signed in for itself. What is asked
    is undone, so they are in nobody's way.
    """
    told: list[str] = []
    with override_settings(**SETTINGS):
        asker = Asker(lay(clock.today()))
        for surface in surfaces:
            found = list(_found(asker, of_surface(surface)))
            say(f"{surface}: {len(found)}")
            told += found
    return Told(len(told), [one for one in told if one])


def _found(asker: Asker, asked: Sequence[Row]) -> Iterator[str]:
    """What was found about each cell of the rows, by processes that begin as copies of this one."""
    connections.close_all()  # each copy opens its own
    copies = ProcessPoolExecutor(os.cpu_count(), get_context("fork"), _begin, (asker,))
    with copies:
        for found in copies.map(_found_about, asked):
            yield from found


#: In a copy: who asks there.
_here: list[Asker] = []


def _begin(asker: Asker) -> None:
    _here[:] = [asker]


def _found_about(row: Row) -> list[str]:
    (asker,) = _here
    if row.surface is Surface.SQL:
        return list(faults_of_the_database(asker.laid, [row]))
    return [fault(cell, asker) for cell in cells(asker, [row])]


def of_surface(surface: Surface) -> list[Row]:
    """The rows of the matrix about one surface."""
    return [row for row in rows() if row.surface is surface]


def cells(asker: Asker, asked: Iterable[Row], verbs: Iterable[str] = VERBS) -> Iterator[Cell]:
    """Yield every cell of rows asked by HTTP: none for what waits, none for what the file does not have."""
    for row, casting, where in _asked(asked, asker.laid):
        if found := probe(row.address, where):
            right = row.rights[casting.column]
            yield from (Cell(row, casting, verb, right, found) for verb in verbs)


def faults_of_the_database(laid: Laid, asked: Iterable[Row]) -> Iterator[str]:
    """Ask the database for the row of each cell; yield what is wrong with it, nothing where it is right."""
    for row, casting, where in _asked(asked, laid):
        found, right = row_of(row.address, where), row.rights[casting.column]
        if found is not None and right is not Right.MAY:
            shown = is_shown(found, casting, where)
            as_written = shown is (right is Right.READ)
            yield "" if as_written else f"{row} · {casting}: {right}, nhưng thấy là {shown}"


def _asked(asked: Iterable[Row], laid: Laid) -> Iterator[tuple[Row, Casting, Where]]:
    for row in asked:
        for column in COLUMNS:
            if row.rights[column] in _ASKED:
                for casting in castings(column):
                    yield row, casting, Where(laid, casting.file, row.data)


def fault(cell: Cell, asker: Asker) -> str:
    """Return what is wrong with the answer to a cell, in words; nothing when it is as the matrix says."""
    asked, who = cell.probe, cell.casting.who
    answer = asker.ask(who, cell.verb, asked)
    shown = answer.shows(asked.sign)
    if answer.status >= 500:
        return f"{cell}: máy chủ lỗi {answer.status}"
    if cell.right is Right.READ and cell.verb == asked.method and not shown:
        return f"{cell}: không thấy {asked.sign!r} ({answer.status}) ở {asked.url}"
    if cell.right is Right.NOTHING:
        return _leak(cell, answer, asker)
    return ""


def _leak(cell: Cell, answer: Answer, asker: Asker) -> str:
    """What is not theirs: the sign nowhere, and no telling a hidden file from one that does not exist."""
    asked = cell.probe
    if answer.shows(asked.sign):
        return f"{cell}: thấy {asked.sign!r} ({answer.status}) ở {asked.url}"
    if not asked.twin or header_right(cell.casting.column) is not Right.NOTHING:
        return ""  # that the file is there is no secret to them: its pages may say why they do not open
    nothing = asker.ask_for_nothing(cell.casting.who, cell.verb, asked)
    here, there = asked.url.partition("?")[0], asked.twin.partition("?")[0]
    if same(answer, nothing, about=here, instead_of=there):
        return ""
    return f"{cell}: trả lời {answer.status}, khác hồ sơ không tồn tại ({nothing.status}) ở {asked.url}"


def header_right(column: str) -> Right:
    """What the matrix says of the heading of a file on its page."""
    row = next(one for one in rows() if one.address == "case" and one.data == "dau_muc")
    return row.rights[column]
