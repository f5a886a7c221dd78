"""Writing one step down, in one statement: the record, its rows, the case, and what is derived from them."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from cases.agenda import work_of
from cases.prepared import Prepared
from cases.reading import File
from permissions.roles import Relation
from proof.canonical import canonical
from proof.chain import commit, commit_all, link
from workflows.editions import edition
from workflows.facts import Facts
from workflows.laying import Laying
from workflows.stages import Step


@dataclass(frozen=True, slots=True)
class Deed:
    """One step about to be written down: what was decided, by whom, and on which facts."""

    step: Step
    from_stage: str
    to_stage: str
    acted_on: date
    recorded_at: datetime
    inputs: dict[str, Any]
    personal: frozenset[str]
    hits: tuple[dict[str, Any], ...]
    key: str
    request: str
    on_behalf_of: int | None = None


_WRITE = Prepared(
    "write_step",
    {
        "edition": "text", "procedure": "text", "edition_text": "text", "facts": "text", "facts_text": "text",
        "standing": "text", "standing_text": "text", "case": "bigint", "sequence": "int", "content": "text",
        "hash": "text", "recorded_at": "timestamptz", "step": "text", "finding": "smallint", "from_stage": "text",
        "to_stage": "text", "moves": "boolean", "actor": "bigint", "post": "bigint", "body": "bigint",
        "on_behalf_of": "bigint", "acted_on": "date", "inputs": "jsonb", "salts": "jsonb", "hits": "jsonb",
        "key": "text", "request": "text", "supersedes": "smallint[]", "corrected": "int", "rows": "jsonb",
        "new_findings": "jsonb", "new_team": "boolean", "work": "jsonb", "clocks": "jsonb", "stage": "text",
        "moved_on": "date", "closed_on": "date",
    },
    """
WITH ed AS (INSERT INTO cases_edition (sha256, procedure, content)
    SELECT %(edition)s, %(procedure)s, %(edition_text)s WHERE %(edition_text)s IS NOT NULL
    ON CONFLICT DO NOTHING),
judged AS (INSERT INTO cases_judged (sha256, content)
    VALUES (%(facts)s, %(facts_text)s), (%(standing)s, %(standing_text)s) ON CONFLICT DO NOTHING),
rec AS (INSERT INTO cases_steprecord (case_id, sequence, content, hash, recorded_at, step, finding,
      from_stage, to_stage, moves, actor_id, post_id, body_id, on_behalf_of_id, acted_on, inputs, salts,
      hits, facts_id, standing_id, edition_id, key, request)
    VALUES (%(case)s, %(sequence)s, %(content)s, %(hash)s, %(recorded_at)s, %(step)s, %(finding)s,
      %(from_stage)s, %(to_stage)s, %(moves)s, %(actor)s, %(post)s, %(body)s, %(on_behalf_of)s,
      %(acted_on)s, %(inputs)s, %(salts)s, %(hits)s, %(facts)s, %(standing)s, %(edition)s, %(key)s,
      %(request)s) RETURNING id),
gone AS (UPDATE cases_filerow r SET superseded_by_id = rec.id FROM rec
    WHERE r.case_id = %(case)s AND r.superseded_by_id IS NULL
    AND (r.number = ANY(%(supersedes)s) OR r.laid_by_id = (SELECT id FROM cases_steprecord
        WHERE case_id = %(case)s AND sequence = %(corrected)s))),
lost AS (UPDATE cases_finding f SET superseded_by_id = rec.id FROM rec
    WHERE f.case_id = %(case)s AND f.superseded_by_id IS NULL AND %(corrected)s IS NOT NULL
    AND f.laid_by_id = (SELECT id FROM cases_steprecord
        WHERE case_id = %(case)s AND sequence = %(corrected)s)),
laid AS (INSERT INTO cases_filerow (case_id, number, kind, facts, words, laid_by_id)
    SELECT %(case)s, x.number, x.kind, x.facts, x.words, rec.id
    FROM rec, jsonb_to_recordset(%(rows)s) AS x(number int, kind text, facts jsonb, words jsonb)),
found AS (INSERT INTO cases_finding (case_id, number, subject_id, content, stage, laid_by_id)
    SELECT %(case)s, x.number, s.id, x.content, x.stage, rec.id
    FROM rec, jsonb_to_recordset(%(new_findings)s) AS x(number int, subject int, content text, stage text)
    JOIN cases_subject s ON s.case_id = %(case)s AND s.number = x.subject),
settled AS (UPDATE cases_finding f SET superseded_by_id = rec.id FROM rec
    WHERE f.case_id = %(case)s AND f.number = %(finding)s AND f.superseded_by_id IS NULL
    RETURNING f.number, f.subject_id, f.content),
relaid AS (INSERT INTO cases_finding (case_id, number, subject_id, content, stage, laid_by_id)
    SELECT %(case)s, settled.number, settled.subject_id, settled.content, %(to_stage)s, rec.id
    FROM settled, rec),
seats_out AS (DELETE FROM cases_teamseat WHERE case_id = %(case)s AND %(new_team)s),
work AS (SELECT * FROM jsonb_to_recordset(%(work)s)
    AS x(step text, role text, body bigint, person bigint, since date, due date)),
clocks AS (SELECT * FROM jsonb_to_recordset(%(clocks)s) AS x(name text, last_day date, explained jsonb)),
work_out AS (DELETE FROM cases_workrow w WHERE w.case_id = %(case)s AND NOT EXISTS (SELECT FROM work x
    WHERE (w.step, w.role, w.body_id, w.person_id, w.since, w.due)
    IS NOT DISTINCT FROM (x.step, x.role, x.body, x.person, x.since, x.due))),
work_in AS (INSERT INTO cases_workrow (case_id, step, role, body_id, person_id, since, due)
    SELECT %(case)s, x.step, x.role, x.body, x.person, x.since, x.due FROM work x
    WHERE NOT EXISTS (SELECT FROM cases_workrow w WHERE w.case_id = %(case)s
    AND (w.step, w.role, w.body_id, w.person_id, w.since, w.due)
    IS NOT DISTINCT FROM (x.step, x.role, x.body, x.person, x.since, x.due))),
clocks_out AS (DELETE FROM cases_deadlinerow d WHERE d.case_id = %(case)s AND NOT EXISTS (SELECT FROM clocks x
    WHERE (d.name, d.last_day, d.explained) = (x.name, x.last_day, x.explained))),
clocks_in AS (INSERT INTO cases_deadlinerow (case_id, name, last_day, explained)
    SELECT %(case)s, x.name, x.last_day, x.explained FROM clocks x
    WHERE NOT EXISTS (SELECT FROM cases_deadlinerow d WHERE d.case_id = %(case)s
    AND (d.name, d.last_day, d.explained) = (x.name, x.last_day, x.explained))),
moved AS (UPDATE cases_case SET stage = %(stage)s, moved_on = %(moved_on)s, closed_on = %(closed_on)s,
    records = %(sequence)s, head = %(hash)s WHERE id = %(case)s)
SELECT id FROM rec
""",
)

# Apart from the statement above, which takes the old seats away: one person may sit in both.
_SEATS = """;
INSERT INTO cases_teamseat (case_id, person_id, role)
SELECT %(case)s, x.person, x.role FROM jsonb_to_recordset(%(team)s) AS x(person bigint, role text)
"""

# A fault speaks here and not at the end of the transaction. The last answer of a message is the one read.
_KEPT = """;
SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED;
SELECT id FROM cases_steprecord WHERE case_id = %(case)s AND sequence = %(sequence)s
"""


def write_down(file: File, deed: Deed, laying: Laying, after: Facts) -> tuple[int, str]:
    """Append the record and all that follows from it; return the record's id and its hash.

    `after` are the facts as they stand once the step is taken. All is one message to the database,
    constraints included.
    """
    values = _values(file, deed, laying, after)
    with connection.cursor() as cursor:
        seats = _SEATS if laying.team is not None else ""
        cursor.execute(f"{_WRITE.run_in(cursor)}{seats}{_KEPT}", values)
        return cursor.fetchone()[0], values["hash"]


def _values(file: File, deed: Deed, laying: Laying, after: Facts) -> dict[str, Any]:
    facts, standing = canonical(_judged(file, deed)), canonical(file.standing.as_json())
    sha, text = edition(file.procedure, deed.acted_on)
    hashed, salts = commit_all(deed.inputs, deed.personal)
    rows = _rows(laying, file.next_number)
    salts["rows"] = secrets.token_hex(16)
    sequence = file.records + 1
    post = _acting_post(file)
    content, digest = link(
        f"case:{file.id}",
        sequence,
        file.head,
        {
            "reference": file.reference,
            "step": deed.step.code,
            "finding": file.facts.finding and file.facts.finding.number,
            "from": deed.from_stage,
            "to": deed.to_stage,
            "actor": file.standing.person,
            "post": post,
            "body": file.body,
            "on_behalf_of": deed.on_behalf_of,
            "acted_on": deed.acted_on,
            "recorded_at": deed.recorded_at,
            "inputs": hashed,
            "hits": deed.hits,
            "rows": commit([list(row.values()) for row in rows], salts["rows"]),
            "facts": _sha(facts),
            "standing": _sha(standing),
            "edition": sha,
        },
    )
    about_finding = deed.step.about_finding
    return {
        "edition": sha,
        # The text is long; it is sent only when the edition changes from one record to the next.
        "edition_text": None if sha == file.edition else text,
        "procedure": file.procedure.code,
        "facts": _sha(facts),
        "facts_text": facts,
        "standing": _sha(standing),
        "standing_text": standing,
        "case": file.id,
        "sequence": sequence,
        "content": content,
        "hash": digest,
        "recorded_at": deed.recorded_at,
        "step": deed.step.code,
        "finding": file.facts.finding.number if file.facts.finding and about_finding else None,
        "from_stage": deed.from_stage,
        "to_stage": deed.to_stage,
        "moves": deed.step.moves and not about_finding,
        "actor": file.standing.person,
        "post": post,
        "body": file.body,
        "on_behalf_of": deed.on_behalf_of,
        "acted_on": deed.acted_on,
        "inputs": json.dumps(deed.inputs, ensure_ascii=False),
        "salts": json.dumps(salts),
        "hits": json.dumps(deed.hits, ensure_ascii=False),
        "key": deed.key,
        "request": deed.request,
        "supersedes": list(laying.supersedes),
        "corrected": laying.supersedes_record,
        "rows": json.dumps(rows, ensure_ascii=False),
        "new_findings": _new_findings(file, laying),
        "new_team": laying.team is not None,
        "team": json.dumps([{"person": person, "role": role} for person, role in laying.team or ()]),
        "work": json.dumps(work_of(file.procedure, after, file.body, laying.team or file.team)),
        "clocks": json.dumps(
            [
                {
                    "name": c.name,
                    "last_day": c.last_day.isoformat(),
                    "explained": {"label": c.label, **c.explained},
                }
                for c in file.procedure.running(after)
            ],
            ensure_ascii=False,
        ),
        "stage": after.stage,
        "moved_on": after.moved_on,
        "closed_on": deed.acted_on if file.procedure.is_final(after.stage) else None,
    }


def _judged(file: File, deed: Deed) -> dict[str, Any]:
    """The facts the step was judged on, with the answers that are not personal."""
    plain = {name: value for name, value in deed.inputs.items() if name not in deed.personal}
    return {**file.facts.as_json(), "inputs": plain}


def _acting_post(file: File) -> int | None:
    held = file.standing.posts
    return next((held[relation] for relation in Relation if relation in held), None)


def _rows(laying: Laying, first: int) -> list[dict[str, Any]]:
    return [
        {
            "number": first + place,
            "kind": row.kind.value,
            "facts": dict(row.facts),
            "words": dict(row.words),
        }
        for place, row in enumerate(laying.rows)
    ]


def _new_findings(file: File, laying: Laying) -> str:
    new, machine = laying.finding, file.procedure.findings
    if new is None or machine is None:
        return "[]"
    finding = {
        "number": file.next_finding,
        "subject": new.subject,
        "content": new.content,
        "stage": machine.stage.start.value,
    }
    return json.dumps([finding], ensure_ascii=False)


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
