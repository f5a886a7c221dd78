"""Reading one file as it was known at an earlier moment: what was recorded until then, and nothing later.

It is the statement of `cases.reading` over the rows as they lay then. Rows are never edited, so a row lay
there from the record that laid it to the one that superseded it; what is replaced at every step (team, bodies
taking part, state of a paper) is found again in the records and in what the papers' own books tell.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils import timezone

from cases.agenda import work_of
from cases.models import Case
from cases.prepared import Prepared
from cases.reading import READ, File, Reader, file_of
from proof.reader import as_the_system
from workflows import catalogue
from workflows.clocks import Clock
from workflows.everyday.taking_over import TAKE_OVER
from workflows.matter import Matter
from workflows.rows import RowKind


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in a file's history: how many records lay then, until when (inclusive), and what the last one says.

    `acted_on` and `today` are the days on which that record was judged; `hash` is its own.
    """

    records: int
    until: datetime
    acted_on: date
    today: date
    step: str
    recorded_at: datetime
    hash: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn a step was: a role in a body, or one person; with the day it was due."""

    step: str
    role: str
    body: int | None
    person: int | None
    due: date | None


@dataclass(frozen=True, slots=True)
class Then:
    """A file at a moment: as it was read, the clocks that ran, and whose turn it was."""

    moment: Moment
    file: File
    clocks: tuple[Clock, ...]
    turns: tuple[Turn, ...]


def on_day(case: Case, day: date) -> Moment | None:
    """The end of `day`, inclusive, in the site's time zone; None when nothing of the file was recorded by then."""
    midnight = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    return _moment(case, "r.recorded_at < %s", midnight, midnight)


def after_record(case: Case, sequence: int) -> Moment | None:
    """The time from that record to the next one, at its end; None when the file has no such record."""
    return _moment(case, "r.sequence = %s", sequence, timezone.now())


def then(case: Case, moment: Moment, person: int) -> Then:
    """The file of `case` as it stood at `moment`, for the reader `person`."""
    file = read_as_of(case.pk, moment, Reader(person, moment.acted_on, moment.today))
    procedure, facts = file.procedure, file.facts
    clocks = tuple(procedure.running(facts))
    withdrawn = {row.by for row in facts.of(RowKind.WITHDRAWAL)}
    seated = [seat for seat in file.team if seat[0] not in withdrawn]
    turns = (
        Turn(
            one["step"], one["role"], one["body"], one["person"],
            date.fromisoformat(one["due"]) if one["due"] else None,
        )
        for one in work_of(procedure, facts, seated, clocks)
    )  # fmt: skip
    return Then(moment, file, clocks, tuple(turns))


@as_the_system()  # as `read_file`: where somebody stands towards a file is told from all of it
def read_as_of(case: int, moment: Moment, reader: Reader) -> File:
    """The file as its first records left it, read by `reader` as the live file would be. Two statements.

    The register is read for the day `reader.on`, as it had been written down by then: offices, delegations and
    kinships that a later entry brought are not there.
    """
    with connection.cursor() as cursor:
        cursor.execute(_LAYING, {"case": case, "upto": moment.records})
        team, bodies = _derived(cursor.fetchall())
        cursor.execute(
            _READ.run_in(cursor),
            {
                "case": case, "on": reader.on, "person": reader.person, "key": reader.key,
                "upto": moment.records, "until": moment.until, "team": json.dumps(team), "bodies": bodies,
            },
        )  # fmt: skip
        return file_of(cursor.fetchone(), reader)


@dataclass(frozen=True, slots=True)
class Late:
    """An entry of the register written after a moment about a day before it: what, about whom, and both days."""

    deed: str
    about: str
    happened: date
    recorded_at: datetime


@as_the_system()  # of the bodies of the file and of whom it is about, whoever looks at it
def late_entries(case: Case, moment: Moment, day: date) -> list[Late]:
    """What was written into the register after `moment` of days up to `day`, and so is not shown. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_LATE, {"case": case.pk, "until": moment.until, "on": day})
        return [Late(*row) for row in cursor.fetchall()]


_LATE = """
SELECT r.deed, p.full_name, (r.content::jsonb #>> '{after,first_day}')::date, r.recorded_at
FROM registry_registerentry r JOIN registry_person p ON p.id = r.person_id
WHERE r.recorded_at > %(until)s AND r.content::jsonb #>> '{after,table}' IN ('post', 'delegation')
  AND jsonb_typeof(r.content::jsonb -> 'before') IS DISTINCT FROM 'object'
  AND (r.content::jsonb #>> '{after,first_day}')::date <= %(on)s
  AND (r.body_id IN (SELECT c.body_id FROM cases_case c WHERE c.id = %(case)s
      UNION SELECT t.body_id FROM cases_participant t WHERE t.case_id = %(case)s)
    OR r.person_id IN (SELECT s.person_id FROM cases_subject s WHERE s.case_id = %(case)s))
ORDER BY r.id
"""

# What each step replaced, and no row keeps ---------------------------------------------------------


def _derived(laid: Iterable[Sequence[Any]]) -> tuple[list[dict[str, Any]], list[int]]:
    """The team, and the bodies taking part, as the records in order left them (cases/step_statement.py)."""
    team: list[dict[str, Any]] = []
    bodies: list[int] = []
    before: dict[int, list[int]] = {}
    for _code, own, procedure, step, body, number, kind, facts in laid:
        facts = json.loads(facts) if isinstance(facts, str) else facts or {}
        if kind in _SEATING and "team" in facts:
            team = facts["team"]
        if kind == RowKind.LEVELS:
            bodies = sorted(set(facts["bodies"]))
        elif kind == RowKind.PASSED_ON:
            before[number] = bodies
            heirs = dict(facts.get("heirs", ()))
            undone = before.get(facts.get("undoes") or 0)
            bodies = sorted({heirs.get(one, one) for one in bodies}) if undone is None else undone
        elif step == TAKE_OVER or _by_the_door(catalogue.PROCEDURES[procedure], step):
            bodies = sorted({*bodies, body} - {own})
    return team, bodies


def _by_the_door(procedure: type[Matter], code: str) -> bool:
    step = procedure.step(code)
    return step is not None and step.door_only


_SEATING = (RowKind.PLAN, RowKind.CHANGE, RowKind.LEVELS)

_LAYING = """
SELECT r.sequence, c.body_id, c.procedure, r.step, r.body_id, f.number, f.kind, f.facts
FROM cases_steprecord r JOIN cases_case c ON c.id = r.case_id LEFT JOIN cases_filerow f ON f.laid_by_id = r.id
WHERE r.case_id = %(case)s AND r.sequence <= %(upto)s ORDER BY r.sequence, f.number
"""

# The statement -------------------------------------------------------------------------------------

_MOMENT = """
SELECT r.sequence, (SELECT n.recorded_at FROM cases_steprecord n WHERE n.case_id = r.case_id
    AND n.sequence = r.sequence + 1), r.acted_on, (j.content::json ->> 'today')::date, r.step, r.recorded_at, r.hash
FROM cases_steprecord r JOIN cases_judged j ON j.sha256 = r.facts_id
WHERE r.case_id = %s AND {} ORDER BY r.sequence DESC LIMIT 1
"""


@as_the_system()  # who may look at an earlier moment of a file is decided before
def _moment(case: Case, condition: str, value: object, end: datetime) -> Moment | None:
    """The last record that answers `condition`; its moment lasts to `end`, or until the next one is written."""
    with connection.cursor() as cursor:
        cursor.execute(_MOMENT.format(condition), [case.pk, value])
        found = cursor.fetchone()
    if found is None:
        return None
    sequence, following, *judged = found
    until = min(end, following or end) - timedelta(microseconds=1)
    return Moment(sequence, until, *judged)


#: Each table of the file as it lay then, before the statement that reads the file.
_AS_IT_LAY = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")

_READ = Prepared(
    "read_file_as_of",
    {**READ.types, "upto": "int", "until": "timestamptz", "team": "jsonb", "bodies": "bigint[]"},
    _AS_IT_LAY + READ.text,
)
