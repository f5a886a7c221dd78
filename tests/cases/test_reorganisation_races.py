"""Two who do one plan at once, and a process killed in the middle of it: one wins, and nothing is half done."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model

from cases.models import Case, Reorganisation, ReorganisationAct, StepRecord
from cases.reorganisation import in_background
from cases.verification import verify
from jobs.models import State
from jobs.running import run_waiting
from registry.keeping import OfficeRefused
from registry.models import Organisation, RegisterEntry
from tests import databases
from tests.cases.reorganisations import Commune, appoint, merge, unite
from tests.cases.supervision import TODAY
from tests.cases.test_races import _race

pytestmark = [pytest.mark.django_db(transaction=True)]

#: Does the only plan and dies where it is told to.
DIES = """
import os, signal
import django
django.setup()
from django.db import connections
from tests import databases
connections["default"].settings_dict.update(EMBEDDED={cluster!r}, NAME={name!r})
from datetime import date
from unittest import mock
from cases.models import Reorganisation
from cases.reorganisation import acting
from jobs.running import run_waiting
from registry.models import Person

def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

with mock.patch({where!r}, die):
    {deed}
"""
_ACT = (
    "acting.do(Reorganisation.objects.get(), by=Person.objects.get(pk={actor}),"
    " today=date.fromisoformat({day!r}))"
)


@pytest.fixture
def commune(transactional_db) -> Commune:
    commune = Commune()
    for number in (1, 1, 2):
        commune.opens(number)
    return commune


def test_of_many_who_do_one_plan_at_once_one_does(commune):
    plan = commune.plans(
        unite("c1", "c2", into="n1", name="Chi bộ Hợp"), appoint(commune.leader(1), "n1")
    )

    won, lost = _race(lambda _number: commune.does(plan), clients=4)

    assert (len(won), len(lost)) == (1, 3)
    assert all(isinstance(error, OfficeRefused) for error in lost), lost
    assert ReorganisationAct.objects.count() == 1
    assert StepRecord.objects.filter(step="pass_on_file").count() == 3
    assert not verify().faults


def test_of_two_plans_about_one_unit_at_once_one_is_done(commune):
    plans = [
        commune.plans(merge("c1", into=into), number=f"{number}-QĐ/ĐU")
        for number, into in enumerate(("c2", "c3"))
    ]

    won, lost = _race(lambda number: commune.does(plans[number]), clients=2)

    assert (len(won), len(lost)) == (1, 1)
    assert "đã kết thúc hoạt động" in str([one.text for one in lost[0].reasons])
    assert not verify().faults


@pytest.mark.parametrize(
    "where",
    [
        "registry.reorganisation.changes.Changes.tell",
        "cases.services.pass_on",
        "cases.reorganisation.acting._no_orphans",
    ],
)
def test_killed_in_the_middle_nothing_is_left_of_it(commune, where):
    commune.plans(merge("c1", into="c2"))
    before = (StepRecord.objects.count(), RegisterEntry.objects.count())

    ended = _dies(commune, where)

    assert ended == -signal.SIGKILL
    assert (StepRecord.objects.count(), RegisterEntry.objects.count()) == before
    assert Organisation.objects.get(code="c1").last_day is None
    assert {one.organisation.code for one in (c.body for c in Case.objects.all())} == {"c1", "c2"}
    assert not ReorganisationAct.objects.exists()
    commune.does(Reorganisation.objects.get())
    assert not verify().faults


def test_the_job_of_a_killed_worker_is_done_by_the_next_once_and_whole(commune):
    commune.secretary.account = get_user_model().objects.create_user("bi-thu")
    commune.secretary.save()
    plan = commune.plans(merge("c1", into="c2"))
    digest = commune.previews(plan).digest
    job = in_background.ask_to_do(plan, by=commune.secretary.account, digest=digest)

    assert _dies(commune, "cases.reorganisation.acting._no_orphans", "run_waiting()")
    job.refresh_from_db()
    assert (job.state, job.done, job.total) == (State.RUNNING, 2, 2)
    assert not ReorganisationAct.objects.exists()
    while not run_waiting():
        time.sleep(0.05)

    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.DONE, 2)
    assert job.result["lines"] == [
        ["Chi bộ xóm Mẫu 1", "thành Chi bộ xóm Mẫu 2; 2 hồ sơ, 4 đảng viên"]
    ]
    assert StepRecord.objects.filter(step="pass_on_file").count() == 2
    assert not verify().faults


def _dies(commune: Commune, where: str, deed: str = _ACT) -> int:
    program = DIES.format(
        cluster=str(databases.cluster().folder), name=databases.current(), where=where,
        deed=deed.format(actor=commune.secretary.pk, day=TODAY.isoformat()),
    )  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PYTHONPATH": str(settings.BASE_DIR),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode, done.stderr
    return done.returncode
