"""Replaying a file: at each moment of its history it lay as the record that came next judged it."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise

from cases import as_of
from cases.models import Case, DeadlineRow, WorkRow
from cases.reading import Reader, read_file
from registry import clock

#: What a step brings into what it judges, beside the file.
_OF_THE_STEP = ("finding", "inputs", "sitting")


def replayed(case: Case) -> int:
    """Compare the file after each of its records with what the next one judged; return how many were compared."""
    records = list(case.history.select_related("facts").order_by("sequence"))
    for before, record in pairwise(records):
        judged = json.loads(record.facts.content)
        reader = Reader(record.actor_id, record.acted_on, date.fromisoformat(judged["today"]))
        moment = as_of.after_record(case, before.sequence)
        lay = as_of.read_as_of(case.pk, moment, reader)

        assert lay.head == json.loads(record.content)["previous"]
        assert _of_the_file(lay.facts.as_json()) == _of_the_file(judged), record.step
    return len(records) - 1


def stands_as_now(case: Case) -> None:
    """What was known after the last record is what the live file says: its facts, team, clocks and turns."""
    case.refresh_from_db()
    moment = as_of.after_record(case, case.records)
    reader = Reader(case.history.first().actor_id, clock.today(), clock.today())
    live, lay = read_file(case.pk, reader), as_of.read_as_of(case.pk, moment, reader)
    then = as_of.then(case, moment, reader.person)

    assert (lay.facts, lay.team, lay.body, lay.standing) == (
        live.facts, live.team, live.body, live.standing,
    )  # fmt: skip
    clocks = DeadlineRow.objects.filter(case=case).values_list("name", "last_day")
    assert {(one.name, one.last_day) for one in then.clocks} == set(clocks)
    work = WorkRow.objects.filter(case=case).values_list("step", "role", "body", "person", "due")
    assert {(t.step, t.role, t.body, t.person, t.due) for t in then.turns} == set(work)


def _of_the_file(facts: dict[str, object]) -> dict[str, object]:
    plain = json.loads(json.dumps(facts))
    return {name: said for name, said in plain.items() if name not in _OF_THE_STEP}
