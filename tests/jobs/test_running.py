"""A job is asked for once, brought to its end once, and whatever dies over it, by whoever comes next."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import DatabaseError, transaction

from config.schedule import JOBS
from jobs.models import Job, State
from jobs.running import PATIENCE, run_waiting, start
from registry.models import Person
from tests import databases
from tests.cases.test_races import _race
from tests.jobs.kinds import PIECES, STOPS_AT, WHOLE

#: What the worker's process does, in one of its own that can be killed.
WORKER = """
import django
django.setup()
from django.db import connections
connections["default"].settings_dict.update(EMBEDDED={cluster!r}, NAME={name!r})
import tests.jobs.kinds
from jobs.running import run_waiting
run_waiting()
"""


@pytest.fixture
def asker(db):
    return get_user_model().objects.create_user("nguoi-yeu-cau")


def asked(asker, kind=PIECES, **given):
    return start(kind, about="danh-ba:1", by=asker, given={"of": 5, **given})


def entered():
    return sorted(Person.objects.values_list("full_name", flat=True))


FIVE = [f"Mẫu Thị {number}" for number in range(1, 6)]


def test_a_job_is_brought_to_its_end_and_tells_what_came_of_it(asker):
    job = asked(asker)
    assert (job.state, job.percent) == (State.WAITING, 0)

    assert run_waiting() == 1

    job.refresh_from_db()
    assert (job.state, job.percent) == (State.DONE, 100)
    assert job.result == {
        "lines": [["Mẫu Thị 1", "đã nhập"]],
        "figures": [["Số người", "5"]],
        "left": 0,
    }
    assert entered() == FIVE
    assert run_waiting() == 0


def test_pressed_twice_there_is_one_job_and_after_its_end_another_may_be_asked_for(asker):
    first = asked(asker)

    assert asked(asker) == first
    assert start(WHOLE, about="danh-ba:1", by=asker, given={"of": 1}) != first

    run_waiting()
    assert asked(asker) != first


def test_a_refusal_tells_every_reason_and_of_a_whole_job_leaves_nothing(asker):
    job = asked(asker, WHOLE, refused_at=3)

    run_waiting()

    job.refresh_from_db()
    assert job.state == State.REFUSED
    assert [one["text"] for one in job.reasons] == [
        "Người thứ 3 không có.",
        "Người thứ 4 không có.",
    ]
    assert entered() == []


def test_of_a_job_in_pieces_what_is_done_stays_and_asked_again_it_goes_on(asker):
    asked(asker, refused_at=3)
    run_waiting()
    assert entered() == FIVE[:2]

    asked(asker)
    run_waiting()

    assert entered() == FIVE


def test_a_fault_of_ours_ends_the_job_with_words_and_holds_no_other_up(asker):
    broken, other = asked(asker, WHOLE, wrong_at=2), asked(asker)

    assert run_waiting() == 2

    broken.refresh_from_db()
    other.refresh_from_db()
    assert (broken.state, other.state) == (State.REFUSED, State.DONE)
    assert "lỗi của phần mềm" in broken.reasons[0]["text"]
    assert "Chưa có gì được ghi." in broken.reasons[0]["remedy"]


def test_a_job_the_software_no_longer_knows_is_refused_and_holds_no_other_up(asker):
    old = Job.objects.create(kind="khong.con", about="x", by=asker)
    asked(asker)

    assert run_waiting() == 2

    old.refresh_from_db()
    assert old.state == State.REFUSED


def test_what_was_asked_for_never_changes_and_no_job_is_removed(asker):
    job = asked(asker)

    for deed in (lambda: Job.objects.update(given={}), job.delete):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            deed()


def test_the_worker_looks_for_jobs_each_minute(asker, capsys):
    assert ("jobs.running.run_waiting", 1) in JOBS.values()
    asked(asker)

    call_command("jobs", "list")
    call_command("jobs", "run")

    said = capsys.readouterr().out.splitlines()
    assert "Đang chờ đến lượt – Nhập người (danh-ba:1), nguoi-yeu-cau" in said[0]
    assert said[1] == "jobs: 1 brought to an end"


# Killed in the middle


@pytest.mark.faults
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("kind", "left"), [(PIECES, FIVE[:3]), (WHOLE, [])])
def test_a_worker_is_killed_and_the_next_brings_the_job_to_its_end(
    transactional_db, asker, kind, left
):
    job = asked(asker, kind)

    with working(stops_at=3) as worker:
        seen_at(job, 3)
        assert run_waiting() == 0, "a living worker has it"
        os.kill(worker.pid, signal.SIGKILL)
    assert entered() == left

    assert soon(run_waiting) == 1
    job.refresh_from_db()
    assert (job.state, job.percent) == (State.DONE, 100)
    assert entered() == FIVE


@pytest.mark.faults
@pytest.mark.django_db(transaction=True)
def test_a_job_that_kills_whoever_works_on_it_is_given_up(transactional_db, asker):
    job = asked(asker, WHOLE)

    for attempt in range(1, PATIENCE + 1):
        with working(stops_at=1) as worker:
            seen_at(job, 1, attempt)
            os.kill(worker.pid, signal.SIGKILL)
    soon(run_waiting)

    job.refresh_from_db()
    assert job.state == State.REFUSED
    assert "dừng giữa chừng" in job.reasons[0]["text"]
    assert entered() == []


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_at_once_one_does_the_job(transactional_db, asker):
    job = asked(asker, WHOLE)

    won, lost = _race(lambda _number: run_waiting(), clients=4)

    assert (sorted(won), lost) == ([0, 0, 0, 1], [])
    job.refresh_from_db()
    assert job.attempts == 1
    assert entered() == FIVE


@contextmanager
def working(stops_at):
    """A worker of its own process that stops at that number; at the end it is gone."""
    program = WORKER.format(cluster=str(databases.cluster().folder), name=databases.current())
    worker = subprocess.Popen(
        [sys.executable, "-c", program],
        env={
            **os.environ, STOPS_AT: str(stops_at), "DJANGO_SETTINGS_MODULE": "config.settings",
            "PYTHONPATH": str(settings.BASE_DIR),
        },
    )  # fmt: skip
    try:
        yield worker
    finally:
        worker.kill()
        worker.wait()


def seen_at(job, done, attempt=1):
    """Wait until everybody can see that the job is so far."""
    for _ in range(600):
        job.refresh_from_db()
        if (job.state, job.done, job.attempts) == (State.RUNNING, done, attempt):
            return
        time.sleep(0.05)
    raise AssertionError(f"seen at {job.done} of {job.total}, {job.state}, attempt {job.attempts}")


def soon(deed):
    """Ask until something was done: the database needs a moment to notice that a client is gone."""
    for _ in range(100):
        if found := deed():
            return found
        time.sleep(0.05)
    return 0
