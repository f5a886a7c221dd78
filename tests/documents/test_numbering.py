"""Numbers: one series per organ, kind and term, no gap, no double, whoever asks or dies."""

import multiprocessing
import os
import signal
from datetime import date
from multiprocessing.connection import wait

import pytest
from django.db import connections, transaction

from documents import verification
from documents.kinds import RESULT_NOTICE, RESULT_REPORT, SUPERVISION_DECISION, TEAM_EXTENSION
from documents.models import BookEntry, NumberBook, Paper
from documents.services import Series, open_book, reserve_number, sign, take_number
from registry.models import Term

ON = date(2026, 9, 8)


def test_numbers_begin_at_one_and_have_two_figures(office):
    assert office.numbered().reference == "01-QĐ/UBKTĐU"
    assert office.numbered().reference == "02-QĐ/UBKTĐU"


def test_each_kind_has_its_own_series(office):
    assert [office.numbered().number, office.numbered(RESULT_NOTICE).number] == [1, 1]
    assert office.numbered().number == 2


def test_kinds_of_one_symbol_share_a_series(office):
    assert [office.numbered().number, office.numbered(TEAM_EXTENSION).number] == [1, 2]


def test_a_new_term_begins_again_a_new_year_does_not(office):
    office.numbered(on=date(2026, 12, 30))
    in_new_year = office.numbered(on=date(2027, 1, 4))
    Term.objects.create(body=office.body, name="2030 - 2035", first_day=date(2030, 8, 1))
    in_new_term = office.numbered(on=date(2030, 8, 2))

    assert (in_new_year.number, in_new_term.number) == (2, 1)


def test_each_team_numbers_its_own_reports(office):
    def report(decision):
        reference = {"kind": "Quyết định", "number": decision, "on": "2026-09-01"}
        paper = sign(office.draft(RESULT_REPORT, decision=reference), by=office.leader)
        return take_number(paper, ON)

    assert [report("03-QĐ/UBKTĐU"), report("04-QĐ/UBKTĐU"), report("03-QĐ/UBKTĐU")] == [1, 1, 2]


def test_a_book_goes_on_from_papers_numbered_before(office):
    open_book(Series(office.body, office.term, "QĐ"), next_number=3, on=ON)

    assert office.numbered().reference == "03-QĐ/UBKTĐU"
    assert verification.faults() == []


def test_a_reserved_number_is_left_out_and_entered(office):
    office.numbered()
    series = Series(office.body, office.term, "QĐ")

    kept = reserve_number(SUPERVISION_DECISION, series, on=ON, why="Văn bản lập ngoài hệ thống")

    assert (kept, office.numbered().number) == (2, 3)
    assert [entry.deed for entry in BookEntry.objects.order_by("sequence")] == [
        BookEntry.Deed.TAKEN, BookEntry.Deed.RESERVED, BookEntry.Deed.TAKEN,
    ]  # fmt: skip


def test_a_deed_undone_gives_its_number_back(office):
    undone = transaction.savepoint()
    office.numbered()
    transaction.savepoint_rollback(undone)

    assert office.numbered().number == 1
    assert BookEntry.objects.count() == 1


def test_one_paper_takes_one_number(office, refused):
    paper = office.signed()
    seen_by_another = Paper.objects.get(pk=paper.pk)
    take_number(paper, ON)

    for again in (paper, seen_by_another):
        with refused(because="không chờ cấp số"), transaction.atomic():
            take_number(again, ON)

    assert NumberBook.objects.get().next_number == 2


@pytest.mark.parametrize(
    ("signed_on", "numbered_on", "because"),
    [
        (ON, date(2026, 9, 7), "trước ngày ký"),
        (date(2026, 5, 25), date(2026, 5, 27), "áp dụng thể thức 2026"),
        (date(2026, 4, 10), date(2026, 4, 11), "296-QĐ/TW không có hiệu lực"),
        (date(2030, 7, 30), date(2030, 8, 1), "không thuộc nhiệm kỳ"),
    ],
)
def test_the_clerks_day_must_fit_what_was_signed(office, refused, signed_on, numbered_on, because):
    paper = office.signed(on=signed_on)

    with refused(because=because):
        take_number(paper, numbered_on)


def test_a_body_without_a_term_signs_nothing_numbered(office, refused):
    with refused(because="chưa ghi nhiệm kỳ"):
        office.signed(on=date(2031, 1, 6))


WORKERS = 8
#: Where a worker is killed in the middle of one paper: before it asks, with the number in hand, once it is kept.
MOMENTS = ("before", "uncommitted", "after")


def _work(share, dooms):
    """Give each paper of a share its number; at a doomed one the process is killed, at the moment it names."""
    for pk in share:
        _die(dooms.get(pk) == "before")
        with transaction.atomic():
            take_number(Paper.objects.get(pk=pk), ON)
            _die(dooms.get(pk) == "uncommitted")
        _die(dooms.get(pk) == "after")


def _die(now):
    if now:
        os.kill(os.getpid(), signal.SIGKILL)


class Worker:
    """One process at its share of the papers; killed, it is begun again and goes on with what is left."""

    def __init__(self, share, dooms):
        self.share, self.dooms, self.killed = share, dict(dooms), 0

    def begin(self):
        connections.close_all()  # a child must not close the parent's line to the database
        fork = multiprocessing.get_context("fork")
        self.process = fork.Process(target=_work, args=(self.share, self.dooms))
        self.process.start()

    def begins_again(self):
        """Once its process has ended: whether it was killed, and another one goes on."""
        self.process.join()
        if self.process.exitcode == 0:
            return False
        assert self.process.exitcode == -signal.SIGKILL
        self.dooms.pop(next(pk for pk in self.share if pk in self.dooms))
        self.killed += 1
        waiting = Paper.objects.filter(pk__in=self.share, number=None)
        self.share = list(waiting.order_by("pk").values_list("pk", flat=True))
        self.begin()
        return True


@pytest.mark.faults
def test_eight_processes_take_every_number_without_gap_or_double_though_some_are_killed(
    open_office, campaign_size
):
    papers = [open_office.signed().pk for _ in range(campaign_size(2000))]
    dooms = {pk: MOMENTS[place % len(MOMENTS)] for place, pk in enumerate(papers[3::7])}
    workers = [Worker(papers[place::WORKERS], dooms) for place in range(WORKERS)]

    for worker in workers:
        worker.begin()
    at_work = list(workers)
    while at_work:
        wait([worker.process.sentinel for worker in at_work])
        at_work = [one for one in at_work if one.process.is_alive() or one.begins_again()]

    assert sum(worker.killed for worker in workers) == len(dooms)
    numbers = sorted(Paper.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(papers) + 1))
    assert NumberBook.objects.get().next_number == len(papers) + 1
    assert BookEntry.objects.filter(deed=BookEntry.Deed.TAKEN).count() == len(papers)
    assert verification.faults() == []
