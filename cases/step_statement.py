"""The statement that writes one step down, whatever it lays, and what goes with it in one message."""

from cases.prepared import Prepared

WRITE = Prepared(
    "write_step",
    {
        "edition": "text", "procedure": "text", "edition_text": "text", "facts": "text",
        "facts_text": "text", "standing": "text", "standing_text": "text", "case": "bigint",
        "sequence": "int", "content": "text", "hash": "text", "recorded_at": "timestamptz",
        "step": "text", "finding": "smallint", "from_stage": "text", "to_stage": "text",
        "moves": "boolean", "actor": "bigint", "post": "bigint", "body": "bigint",
        "on_behalf_of": "bigint", "acted_on": "date", "inputs": "jsonb", "salts": "jsonb",
        "hits": "jsonb", "key": "text", "request": "text", "supersedes": "smallint[]",
        "rows": "jsonb", "new_findings": "jsonb", "new_team": "boolean",
        "work": "jsonb", "clocks": "jsonb", "stage": "text", "moved_on": "date", "closed_on": "date",
        "reports": "boolean",
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
    AND r.number = ANY(%(supersedes)s)),
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
    reported = reported OR %(reports)s, records = %(sequence)s, head = %(hash)s WHERE id = %(case)s)
SELECT id FROM rec
""",
)  # fmt: skip

# Apart from the statement above, which takes the old seats away: one person may sit in both.
SEATS = """;
INSERT INTO cases_teamseat (case_id, person_id, role)
SELECT %(case)s, x.person, x.role FROM jsonb_to_recordset(%(team)s) AS x(person bigint, role text)
"""

# The bodies that take part beside the handling one, from the row that names the levels.
PARTICIPANTS = """;
DELETE FROM cases_participant WHERE case_id = %(case)s;
INSERT INTO cases_participant (case_id, body_id)
SELECT DISTINCT %(case)s, x FROM unnest(%(participants)s::bigint[]) AS x
"""

# A file put on the agenda of a meeting, or taken off it with its row, dropped or corrected.
AGENDA = """;
DELETE FROM cases_agendaentry WHERE meeting_id = %(case)s AND number IN
  (SELECT number FROM cases_filerow WHERE case_id = %(case)s AND superseded_by_id IS NOT NULL);
INSERT INTO cases_agendaentry (meeting_id, number, case_id, purpose)
SELECT %(case)s, %(row)s, c.id, %(purpose)s FROM cases_case c WHERE c.reference = %(entered)s
"""

# A fault speaks here and not at the end of the transaction. The last answer of a message is the one read.
KEPT = """;
SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED;
SELECT id FROM cases_steprecord WHERE case_id = %(case)s AND sequence = %(sequence)s
"""
