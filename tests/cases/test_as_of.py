"""A file at an earlier moment: what every record judged is what lay there before it, and now is what lies there now."""

import json
from datetime import timedelta

import pytest

from cases import as_of
from cases.models import Case, DeadlineRow, WorkRow
from cases.reading import Reader, read_file
from registry import clock
from tests.cases.discipline import World, level_by_level
from tests.cases.supervision import Supervision, lay_province

#: What the step itself brings into what it judges, beside the file.
_OF_THE_STEP = ("finding", "inputs", "sitting")


def plain(facts):
    return {name: said for name, said in facts.items() if name not in _OF_THE_STEP}


def replayed(case):
    """Each record but the first, with the file as it lay before it and what the record itself judged."""
    records = list(case.history.select_related("facts").order_by("sequence"))
    for before, record in zip(records, records[1:], strict=False):
        judged = json.loads(record.facts.content)
        reader = Reader(record.actor_id, record.acted_on, Day(judged["today"]))
        lay = as_of.read_as_of(case.pk, as_of.after_record(case, before.sequence), reader)
        yield record, lay, judged


def Day(text):  # noqa: N802 -- a word for a value
    from datetime import date

    return date.fromisoformat(text)


@pytest.mark.django_db
def test_all():
    world = level_by_level(World("nhin-lai"), until="hand_over")
    n = 0
    for case in Case.objects.order_by("pk"):
        for record, lay, judged in replayed(case):
            n += 1
            assert plain(json.loads(json.dumps(lay.facts.as_json()))) == plain(judged), (
                case.procedure,
                record.step,
            )
            assert lay.head == json.loads(record.content)["previous"]
        live = read_file(case.pk, Reader(1, clock.today(), clock.today()))
        now = as_of.then(case, as_of.after_record(case, case.records), 1)
        assert now.file.team == live.team
        assert {(c.name, c.last_day) for c in now.clocks} == set(
            DeadlineRow.objects.filter(case=case).values_list("name", "last_day")
        )
        assert sorted((t.step, t.role, t.body or 0, t.person or 0) for t in now.turns) == sorted(
            (w.step, w.role, w.body_id or 0, w.person_id or 0)
            for w in WorkRow.objects.filter(case=case)
        )
    print(n)
