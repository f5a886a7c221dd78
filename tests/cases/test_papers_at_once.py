"""Many papers numbered and printed as one job: each with its own result, none twice, whoever is killed over it."""

import os
import signal
import subprocess
import sys
from collections import defaultdict

import pytest
from django.conf import settings

from cases.models import StepRecord
from cases.papers_at_once import MOST, ask, choosable
from cases.verification import verify
from documents import verification
from documents.models import BookEntry, Paper, Print, State
from jobs.models import State as JobState
from jobs.running import run_waiting
from registry.models import Post
from tests import databases
from tests.cases.papers_at_once import account_of, lay_signed, waiting
from tests.cases.supervision import TODAY, ago
from tests.jobs.test_running import soon

#: Works on the job and dies over one of its papers: its number taken, its print not made.
DIES = """
import os, signal
import django
django.setup()
from django.conf import settings
from django.db import connections
from datetime import date
connections["default"].settings_dict.update(EMBEDDED={cluster!r}, NAME={name!r})
settings.STANDS_ON = date.fromisoformat({day!r})
from cases import papers_at_once
from jobs.running import run_waiting
printed, left = papers_at_once.print_paper, [{at}]

def print_some(paper):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return printed(paper)

papers_at_once.print_paper = print_some
run_waiting()
"""


def worked(papers, by):
    job = ask(papers, by=by, day=TODAY, purpose="gửi các nơi nhận")
    assert run_waiting() == 1
    job.refresh_from_db()
    return job


def numbers_by_symbol():
    found = defaultdict(list)
    for symbol, number in Paper.objects.exclude(number=None).values_list("symbol", "number"):
        found[symbol].append(number)
    return {symbol: sorted(numbers) for symbol, numbers in found.items()}


def test_every_paper_gets_its_number_and_its_print_and_a_line(db):
    province = lay_signed(4)
    papers = list(waiting().values_list("pk", flat=True))

    job = worked(papers, account_of(province.people["vanthu"]))

    assert job.state == JobState.DONE
    assert [said for _, said in job.result["lines"]] == [
        f"{one.number_text}; đã in {one.print.pages} trang."
        for one in Paper.objects.filter(pk__in=papers).select_related("print").order_by("pk")
    ]
    assert job.result["figures"] == [["Văn bản đã in", "4 trên 4"]]
    assert job.result["left"] == 0
    assert numbers_by_symbol() == {"QĐ": [1, 2], "KH": [1, 2]}
    assert not waiting().exists()


def test_what_may_not_be_done_has_its_own_line_and_stops_no_other(db):
    province = lay_signed(2)
    first, second = waiting().order_by("pk")
    clerk = province.people["vanthu"]
    Paper.objects.filter(pk=second.pk).update(state=State.CANCELLED, cancelled_why="soạn lại")

    job = worked([first.pk, second.pk, 999_999], account_of(clerk))

    lines = [said for _, said in job.result["lines"]]
    assert lines[0].startswith("01-QĐ/") or lines[0].startswith("01-KH/")
    assert lines[1:] == ["Không có trong các văn bản bạn được xử lý."] * 2
    assert job.result["figures"] == [["Văn bản đã in", "1 trên 3"]]
    assert job.result["left"] == 2


def test_whoever_may_not_number_is_told_why_for_each_paper(db):
    province = lay_signed(2)

    job = worked(waiting().values_list("pk", flat=True), account_of(province.people["canbo"]))

    assert all("văn thư" in said.casefold() for _, said in job.result["lines"])
    assert numbers_by_symbol() == {}
    assert not Print.objects.exists()


def test_one_whose_post_has_ended_chooses_from_nothing(db):
    province = lay_signed(2)
    clerk = province.people["vanthu"]
    assert choosable(clerk, TODAY).count() == 2

    Post.objects.filter(person=clerk).update(last_day=ago(1))

    assert choosable(clerk, TODAY).count() == 0


def test_the_same_papers_asked_for_twice_are_one_job(db):
    province = lay_signed(2)
    papers, by = list(waiting().values_list("pk", flat=True)), account_of(province.people["vanthu"])

    first = ask(papers, by=by, day=TODAY, purpose="gửi")
    again = ask([*papers[::-1], papers[0]], by=by, day=TODAY, purpose="gửi")

    assert again == first
    assert run_waiting() == 1
    assert worked(papers, by).result["figures"] == [["Văn bản đã in", "2 trên 2"]]
    assert numbers_by_symbol() == {"QĐ": [1], "KH": [1]}


@pytest.mark.faults
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_over_it_leaves_no_gap_no_double_and_the_next_goes_on(
    transactional_db, campaign_size
):
    papers = campaign_size(MOST)
    province = lay_signed(papers)
    chosen = sorted(waiting().values_list("pk", flat=True))[:papers]
    job = ask(chosen, by=account_of(province.people["vanthu"]), day=TODAY, purpose="gửi")

    for at in (1, max(1, papers // 3)):
        program = DIES.format(
            cluster=str(databases.cluster().folder), name=databases.current(),
            day=TODAY.isoformat(), at=at,
        )  # fmt: skip
        died = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program],
            env={
                **os.environ, "DJANGO_SETTINGS_MODULE": "config.settings",
                "PYTHONPATH": str(settings.BASE_DIR),
            },
            check=False,
        )  # fmt: skip
        assert died.returncode == -signal.SIGKILL
    assert 0 < Print.objects.filter(paper__in=chosen).count() < papers

    assert soon(run_waiting) == 1

    job.refresh_from_db()
    assert (job.state, job.done, job.total) == (JobState.DONE, papers, papers)
    assert job.result["figures"] == [["Văn bản đã in", f"{papers} trên {papers}"]]
    assert all(found == list(range(1, len(found) + 1)) for found in numbers_by_symbol().values())
    assert sum(map(len, numbers_by_symbol().values())) == papers
    assert Print.objects.filter(paper__in=chosen).count() == papers
    assert BookEntry.objects.filter(deed=BookEntry.Deed.TAKEN).count() == papers
    assert StepRecord.objects.filter(step="number_paper").count() == papers
    assert verification.faults() == []
    assert not verify().faults
