"""F1, the floor: the same deed as one statement, with every text it writes already at hand.

The statement locks the case, asks whether it may move and who may move it, hashes the record over
the head it finds, and leaves the very rows the door leaves (tests/bench compares them). What it
spares is everything a person would want from a door: reading the file, judging it by dated law,
saying why not, and composing what is written down.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import psycopg2.extensions
from django.db import connection, transaction

from bench.deeds import Deed, Ready
from bench.sides import door
from cases.models import Case, FileRow, StepRecord
from cases.prepared import Prepared
from cases.step_statement import WRITE

NAME = "F1"

#: Each text between two of the numbers that only the statement knows: the head, then the sequence.
_PREVIOUS, _SEQUENCE = '"previous":"', '"sequence":'

_CASE = """
c AS (SELECT id, body_id, records + 1 AS sequence, head FROM cases_case
    WHERE id = %(case)s AND stage = ANY(%(source)s) AND moved_on <= %(acted_on)s FOR UPDATE),
may AS (SELECT (SELECT p.id FROM registry_post p WHERE p.body_id = c.body_id AND p.person_id = %(actor)s
        AND p.first_day <= %(acted_on)s AND (p.last_day IS NULL OR p.last_day >= %(acted_on)s)) AS post
    FROM c JOIN cases_teamseat t ON t.case_id = c.id
    WHERE t.person_id = %(actor)s AND t.role = %(role)s
    AND NOT EXISTS (SELECT FROM cases_subject s WHERE s.case_id = c.id AND s.person_id = %(actor)s
        AND s.superseded_by_id IS NULL)
    AND NOT EXISTS (SELECT FROM cases_subject s WHERE s.case_id = c.id AND s.superseded_by_id IS NULL
        AND NOT EXISTS (SELECT FROM cases_finding f WHERE f.subject_id = s.id AND f.superseded_by_id IS NULL))),
said AS (SELECT c.id, c.sequence, may.post,
    %(before)s || c.head || %(between)s || c.sequence || %(after)s AS content FROM c, may),
judged AS (INSERT INTO cases_judged (sha256, content)
    SELECT x.sha256, x.content FROM said, (VALUES (%(facts)s, %(facts_text)s), (%(standing)s, %(standing_text)s))
    AS x(sha256, content) ON CONFLICT DO NOTHING),
rec AS (INSERT INTO cases_steprecord (case_id, sequence, content, hash, recorded_at, step, from_stage, to_stage,
      moves, actor_id, post_id, body_id, acted_on, inputs, salts, hits, facts_id, standing_id, edition_id,
      key, request)
    SELECT id, sequence, content, encode(sha256(convert_to(content, 'UTF8')), 'hex'), %(recorded_at)s, %(step)s,
      %(from_stage)s, %(to_stage)s, %(moves)s, %(actor)s, post, %(body)s, %(acted_on)s, %(inputs)s, %(salts)s,
      %(hits)s, %(facts)s, %(standing)s, %(edition)s, %(key)s, %(request)s FROM said
    RETURNING id, case_id, sequence, hash),
laid AS (INSERT INTO cases_filerow (case_id, number, kind, facts, words, laid_by_id)
    SELECT rec.case_id, (SELECT max(number) + 1 FROM cases_filerow WHERE case_id = rec.case_id), %(row_kind)s,
      %(row_facts)s, %(row_words)s, rec.id FROM rec),
moved AS (UPDATE cases_case SET stage = %(stage)s, moved_on = %(moved_on)s, records = rec.sequence,
    head = rec.hash FROM rec WHERE cases_case.id = rec.case_id)"""

_TASKS = """,
closed AS (DELETE FROM cases_workrow USING rec WHERE cases_workrow.case_id = rec.case_id),
opened AS (INSERT INTO cases_workrow (case_id, step, role, body_id, person_id, since, due)
    SELECT rec.case_id, x.step, x.role, x.body, x.person, x.since, x.due FROM rec,
    jsonb_to_recordset(%(work)s) AS x(step text, role text, body bigint, person bigint, since date, due date))"""


_TYPES = {
    **WRITE.types, "source": "text[]", "role": "text", "before": "text", "between": "text",
    "after": "text", "row_kind": "text", "row_facts": "jsonb", "row_words": "jsonb",
}  # fmt: skip


def statement(moves: bool) -> str:
    """Return the one statement; a deed that stays closes and opens no task."""
    return f"WITH {_CASE}{_TASKS if moves else ''} SELECT id FROM rec"  # noqa: S608 -- our own words


def ready_to(held: psycopg2.extensions.connection) -> Callable[[Deed, Ready], Callable[[], object]]:
    """Return a side that runs the statement on a plain connection and commits it."""

    def ready(deed: Deed, case: Ready) -> Callable[[], object]:
        values = values_of(deed, case)
        text = statement(values["moves"])

        def take() -> None:
            with held, held.cursor() as cursor:
                cursor.execute(text, values)
                assert cursor.fetchone()

        return take

    return ready


def ready_through_django(deed: Deed, case: Ready) -> Callable[[], object]:
    """Return the same statement, run through Django's cursor in Django's transaction."""
    values = values_of(deed, case)
    text = statement(values["moves"])

    def take() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(text, values)
            assert cursor.fetchone()

    return take


def ready_prepared(deed: Deed, case: Ready) -> Callable[[], object]:
    """Return the same again, from a plan that the server keeps as it keeps the door's: below the floor."""
    values = values_of(deed, case)
    text = statement(values["moves"])
    planned = Prepared(
        f"floor_{deed.step}", {n: t for n, t in _TYPES.items() if f"%({n})s" in text}, text
    )

    def take() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(planned.run_in(cursor), values)
            assert cursor.fetchone()

    return take


def values_of(deed: Deed, case: Ready) -> dict[str, Any]:
    """Return everything the statement writes: the door does the deed, is read off, and undone."""
    before = Case.objects.get(pk=case.case)
    with transaction.atomic():
        door.ready_to(deed, case)()
        now = Case.objects.get(pk=case.case)
        record = StepRecord.objects.select_related("facts", "standing").get(
            case=now, sequence=now.records
        )
        row = FileRow.objects.get(laid_by=record)
        work = list(now.work.values("step", "role", "body", "person", "since", "due"))
        transaction.set_rollback(True)
    return {
        **_split(record.content, before),
        **_columns(record),
        "source": [before.stage],
        "role": deed.role.value,
        "stage": now.stage,
        "moved_on": now.moved_on,
        "facts_text": record.facts.content,
        "standing_text": record.standing.content,
        "row_kind": row.kind,
        "row_facts": _json(row.facts),
        "row_words": _json(row.words),
        "work": _json(work),
    }


def _split(content: str, before: Case) -> dict[str, str]:
    """The hashed text in three parts: up to the head, up to the sequence, and the rest."""
    first, _, rest = content.partition(f'{_PREVIOUS}{before.head}"')
    between, _, last = rest.partition(f"{_SEQUENCE}{before.records + 1},")
    return {"before": first + _PREVIOUS, "between": f'"{between}{_SEQUENCE}', "after": f",{last}"}


def _columns(record: StepRecord) -> dict[str, Any]:
    """The record's columns by the statement's names for them."""
    columns = {field.attname.removesuffix("_id"): field for field in record._meta.concrete_fields}
    values = {name: getattr(record, field.attname) for name, field in columns.items()}
    return {name: _json(v) if isinstance(v, (dict, list)) else v for name, v in values.items()}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=date.isoformat)
