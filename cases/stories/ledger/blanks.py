"""Files told once through the door about nobody in particular: blanks from which the files of the ledger are filled.

They are told in a part of a transaction that is taken back: units, people and papers bear names and numbers that
stand for any, so that in every text they can be told from all else and replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, Q

from cases.models import (
    AgendaEntry,
    Case,
    FileRow,
    Finding,
    Judged,
    Participant,
    RecordPaper,
    StepRecord,
    Subject,
    TeamSeat,
)
from cases.stories.ledger.leading import World
from cases.stories.ledger.units import LEVELS, MEMBERS, Land, Unit, unnamed
from documents.models import BookEntry, Paper, Service, SignOff
from registry.guidance_models import Directive

Values = dict[str, Any]
Telling = Callable[..., list[Case]]

#: Numbers from here on stand for units, bodies, people and posts; no register reaches them.
_FIRST = 900_000_001
_PLACES = {"huyen": "«huyện»", "co_so": "«xã»", "chi_bo": "«chi bộ»"}
#: Every table a file lies in, each after those it points to.
TABLES: tuple[type[Model], ...] = (
    Case, Paper, SignOff, BookEntry, StepRecord, Subject, Finding, FileRow, RecordPaper, Service,
    TeamSeat, Participant, AgendaEntry,
)  # fmt: skip


@dataclass
class Anybody:
    """The world the blanks are told in: one cell, the base committee and the district above it."""

    units: dict[str, Unit]
    world: World
    directive: int


@contextmanager
def anybody() -> Iterator[Anybody]:
    """Lay the units that stand for any, and take them back at the end."""
    with transaction.atomic():
        land = Land("bieu-mau", unnamed(), _FIRST)
        units: dict[str, Unit] = {}
        above = None
        for kind, name in _PLACES.items():
            members = MEMBERS if kind == "chi_bo" else 0
            above = units[kind] = land.unit(kind, name, f"{name[:-1]} nơi»", above, members)
        land.lay()
        directive = Directive.objects.create(
            pk=_FIRST + 9000, body=units["huyen"].bodies[0], kind=Directive.Kind.DIRECTIVE, number="«chỉ thị»",
            issuer="«nơi ban hành»", dated=date(2014, 11, 5), theme="«chủ đề»", first_day=date(2014, 11, 5),
        )  # fmt: skip
        world = world_of(units)
        world.directive = directive.pk
        yield Anybody(units, world, directive.pk)
        transaction.set_rollback(True)


def world_of(units: dict[str, Unit]) -> World:
    """The world of a cell and those above it, as a file is led in it."""
    world = World(members=list(units["chi_bo"].members))
    for unit in units.values():
        for seats, body in zip(LEVELS[unit.organisation.kind], unit.bodies, strict=True):
            world.bodies[seats.short] = body
        world.posts += [(post.body, post.position, post.person) for post in unit.posts]
    return world


@dataclass(frozen=True)
class Blank:
    """What one telling wrote, by table; `start` and `last` are its first and its last day."""

    start: date
    last: date
    rows: dict[type[Model], list[Values]]
    judged: dict[str, str]
    texts: dict[str, str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All that is replaced in a text: what stands for any, numbers of files and papers, days and hashes."""
        fixed = "|".join(re.escape(one) for one in sorted(self.texts, key=len, reverse=True))
        return re.compile(
            rf"(?P<text>{fixed})|(?P<number>(?<!\d)90000\d{{4}}(?!\d))|(?P<sha>\b[0-9a-f]{{64}}\b)"
            r"|(?<![@\d])(?P<iso>201[4-9]-\d\d-\d\d)|(?<!\d)(?P<day>\d{1,2}/\d{1,2}/201[4-9])(?!\d)"
        )


def told(anybody: Anybody, telling: Telling, start: date, **how: Any) -> Blank:
    """Tell one kind of file from `start` on, keep what was written, and take it back."""
    waiting = list(connection.run_on_commit)
    with transaction.atomic():
        cases = telling(anybody.world, start, **how)
        blank = _read(anybody, [one.pk for one in cases])
        transaction.set_rollback(True)
    connection.run_on_commit[:] = waiting
    return blank


def _read(anybody: Anybody, cases: list[int]) -> Blank:
    held = Q(case__in=cases)
    of_papers = Q(paper__record_paper__case__in=cases)
    conditions: dict[type[Model], Q] = {
        Case: Q(pk__in=cases), Paper: Q(record_paper__case__in=cases),
        SignOff: of_papers, BookEntry: of_papers, Service: of_papers, AgendaEntry: Q(meeting__in=cases),
    }  # fmt: skip
    rows = {
        model: list(
            model._default_manager.filter(conditions.get(model, held))
            .order_by("pk")
            .values(*(column.attname for column in model._meta.concrete_fields))
        )
        for model in TABLES
    }
    records = rows[StepRecord]
    shas = {one[name] for one in records for name in ("facts_id", "standing_id")}
    judged = dict(Judged.objects.filter(pk__in=shas).values_list("sha256", "content"))
    days = [one["acted_on"] for one in records]
    return Blank(min(days), max(days), rows, judged, _texts(anybody, rows))


def _texts(anybody: Anybody, rows: dict[type[Model], list[Values]]) -> dict[str, str]:
    """What is replaced in every text, each with what kind of thing it is."""
    units = anybody.units.values()
    words = [word for unit in units for word in unit.words]
    words += [who.full_name for who in anybody.units["chi_bo"].members]
    numbers = [one["number_text"] for one in rows[Paper] if one["number"]]
    assert len(set(numbers)) == len(numbers), "two papers of one file bear the same number"
    references = [one["reference"] for one in rows[Case]]
    return {
        **dict.fromkeys(words, "word"),
        **dict.fromkeys(numbers, "number"),
        **dict.fromkeys(references, "reference"),
    }
