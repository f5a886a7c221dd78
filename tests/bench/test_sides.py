"""The measured sides do the same deed: what the bare statement leaves is what the door leaves."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest
from django.conf import settings
from django.db import connection

from bench.deeds import MOVE, STAY, Ready, ready
from bench.province.told import tell
from bench.sides import door, floor
from cases.models import Case, FileRow, StepRecord
from cases.verification import verify
from tests import campaign

#: The world of both sides takes half a minute to lay.
pytestmark = campaign.only
#: What must differ between two cases that went through the same deed.
OWN = {"chain", "reference", "previous", "recorded_at", "facts", "rows"}


@pytest.fixture
def twins(db) -> list[Ready]:
    """Ready cases of one commune, alike but for their subjects."""
    tell()
    return list(ready())


def _left(case: Ready) -> dict:
    """What a deed left in a case, without what is each case's own."""
    now = Case.objects.get(pk=case.case)
    record = StepRecord.objects.get(case=now, sequence=now.records)
    said = {name: value for name, value in json.loads(record.content).items() if name not in OWN}
    inputs = {
        name: "…" if name in record.salts else value for name, value in said["inputs"].items()
    }
    return {
        "case": (now.stage, now.moved_on, now.closed_on, now.records),
        "said": {**said, "inputs": inputs},
        "inputs": record.inputs,
        "salted": sorted(record.salts),
        "held": (record.moves, record.post_id, record.hits, record.edition_id, record.finding),
        "facts": sorted(json.loads(record.facts.content)),
        "rows": list(
            FileRow.objects.filter(laid_by=record).values("number", "kind", "facts", "words")
        ),
        "work": list(
            now.work.order_by("id").values("step", "role", "body", "person", "since", "due")
        ),
        "deadlines": list(now.deadlines.values("name", "last_day", "explained")),
    }


@pytest.mark.parametrize("deed", [STAY, MOVE], ids=["stay", "move"])
@pytest.mark.parametrize("side", [floor.ready_through_django, floor.ready_prepared])
def test_the_floor_leaves_what_the_door_leaves(twins, deed, side):
    ours, theirs, *_ = twins

    door.ready_to(deed, ours)()
    side(deed, theirs)()

    assert _left(theirs) == _left(ours)
    assert door.done(deed, theirs)
    assert verify().faults == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "thu_ky_doan"},
        {"actor": 0},
        {"source": ["da_de_xuat"]},
        {"acted_on": date(2026, 1, 1)},
    ],
    ids=["another role", "a stranger", "another stage", "before the last move"],
)
def test_the_floor_asks_who_may_and_whether(twins, wrong):
    case = twins[0]
    values = floor.values_of(MOVE, case) | wrong

    with connection.cursor() as cursor:
        cursor.execute(floor.statement(moves=True), values)
        assert cursor.fetchone() is None

    assert not door.done(MOVE, case)


def test_a_small_bench_runs_whole(tmp_path):
    environment = {**os.environ, "KIEM_TRA_VAR": str(tmp_path), "PYTHONPATH": ""}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    done = subprocess.run(
        [sys.executable, "-m", "bench", "--cases", "30", "--rounds", "2"],
        cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "bench" / "steps.json").read_text())
    assert set(found["move"]) == {
        "take_step",
        "F1",
        "F1, Django's cursor",
        "F1, prepared",
        "viewflow.workflow",
    }
    assert found["verify"]["faults"] == []
    assert done.stdout.splitlines()[-1].endswith("intact")
