"""Many at once: exactly one winner each time, and the losers read why."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import pytest
from django.db import connection, connections

from cases import reading, services
from cases.models import Case, StepRecord
from cases.refused import StepRefused
from tests.cases.supervision import TODAY, Supervision, lay_province

CLIENTS = 16


def _race(
    deed: Callable[[int], object], clients: int = CLIENTS
) -> tuple[list[object], list[Exception]]:
    """Let `clients` threads do `deed` at the same moment; return what came of it."""
    won, lost = [], []
    start = threading.Barrier(clients)

    def run(number: int) -> None:
        start.wait()
        try:
            won.append(deed(number))
        except Exception as error:
            lost.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return won, lost


def _ready_to_open(count: int) -> tuple[Supervision, list[Case]]:
    """One province with `count` supervisions, each waiting to be opened."""
    province = lay_province()
    cases = []
    for _ in range(count):
        supervision = Supervision(province).goes_to("prepare")
        cases.append(supervision.case)
    return supervision, cases


def _open(supervision: Supervision, case: Case) -> StepRecord:
    said = {"place": "Trụ sở", "chair": "Trưởng đoàn", "attendance": "Đoàn", "subject_side": "Chi ủy",
            "proceedings": "Công bố quyết định."}  # fmt: skip
    return services.take_step(
        case.pk,
        "open",
        actor=supervision.who("phochunhiem"),
        acted_on=TODAY,
        inputs=said,
        today=TODAY,
    )


@pytest.fixture
def unprinted():
    """Papers of these races are not printed: what is tried is the door, not the press."""
    with mock.patch("cases.telling.tell"):
        yield


def _assert_one_winner(case: Case, won: list, lost: list) -> None:
    assert len(won) == 1
    assert len(lost) == CLIENTS - 1
    assert all(isinstance(error, StepRefused) for error in lost), lost
    assert all(reason.text and reason.remedy for error in lost for reason in error.reasons)
    assert StepRecord.objects.filter(case=case, step="open").count() == 1
    assert Case.objects.get(pk=case.pk).stage == "da_trien_khai"


@pytest.mark.django_db(transaction=True)
def test_sixteen_clients_race_for_each_approval(unprinted, campaign_size):
    supervision, cases = _ready_to_open(campaign_size(200))

    for case in cases:
        won, lost = _race(lambda _n, case=case: _open(supervision, case))

        _assert_one_winner(case, won, lost)


@pytest.mark.django_db(transaction=True)
def test_without_the_lock_the_unique_place_still_leaves_one_winner(unprinted):
    supervision, (case,) = _ready_to_open(1)

    with _all_read_before_one_writes():
        won, lost = _race(lambda _n: _open(supervision, case))

    _assert_one_winner(case, won, lost)


@pytest.mark.django_db(transaction=True)
def test_without_the_unique_place_the_lock_still_leaves_one_winner(unprinted, owner_connection):
    supervision, (case,) = _ready_to_open(1)
    _drop_places(owner_connection)

    won, lost = _race(lambda _n: _open(supervision, case))

    _assert_one_winner(case, won, lost)


@pytest.mark.django_db(transaction=True)
def test_without_both_the_race_is_lost_by_everyone(unprinted, owner_connection):
    """What the two walls are for: taken out together, several win (so the tests above can fail)."""
    supervision, (case,) = _ready_to_open(1)
    _drop_places(owner_connection)

    with _all_read_before_one_writes():
        _race(lambda _n: _open(supervision, case))

    assert StepRecord.objects.filter(case=case, step="open").count() > 1


@pytest.mark.django_db(transaction=True)
def test_one_key_pressed_by_sixteen_hands_is_one_deed(unprinted):
    supervision, (case,) = _ready_to_open(1)

    won, lost = _race(
        lambda _n: services.take_step(
            case.pk, "add_evidence", actor=supervision.who("canbo"), acted_on=TODAY, today=TODAY,
            inputs={"title": "Sổ", "given_by": "Chi bộ"}, key="mot-khoa",
        ).pk
    )  # fmt: skip

    assert not lost
    assert len(set(won)) == 1
    assert StepRecord.objects.filter(case=case, step="add_evidence").count() == 1


@contextmanager
def _all_read_before_one_writes() -> Iterator[None]:
    """Without the lock, and at the worst moment: every client has read the file, none has written."""
    everyone_has_read = threading.Barrier(CLIENTS)

    def read_and_wait(*which: Any, **how: Any) -> reading.File | None:
        file = reading.read_file(*which, **how)
        everyone_has_read.wait()
        return file

    with (
        mock.patch.object(reading, "_LOCK", ""),
        mock.patch.object(services, "read_file", read_and_wait),
    ):
        yield


def _drop_places(owner) -> None:
    """Take out every unique place that a second winner would run into."""
    connection.close()
    with owner.cursor() as cursor:
        cursor.execute("ALTER TABLE cases_steprecord DROP CONSTRAINT one_record_per_place")
        cursor.execute("ALTER TABLE cases_filerow DROP CONSTRAINT one_filerow_per_number")
