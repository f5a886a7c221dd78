"""A process killed at any moment leaves nothing half done, and a retry finishes what was promised."""

import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings

from cases.models import Case, RecordPaper, StepRecord
from cases.verification import verify
from documents.models import NumberBook, Paper
from documents.printing import pending_prints, print_pending
from tests import databases
from tests.campaign import WHOLE
from tests.cases.supervision import TODAY, Supervision, lay_province

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.faults]

#: Takes the step "decide" of the only case and dies where it is told to.
DIES = """
import os, signal, sys
import django
django.setup()
from django.db import connections
from tests import databases
connections["default"].settings_dict.update(EMBEDDED={cluster!r}, NAME={name!r})
from datetime import date
from unittest import mock
from cases import services
from cases.models import Case
from registry.models import Person

def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

with mock.patch({where!r}, die):
    services.take_step(Case.objects.get(), "decide", actor=Person.objects.get(pk={actor}),
                       acted_on=date.fromisoformat({day!r}), today=date.fromisoformat({day!r}))
"""

#: Where the process dies → whether the step was kept.
MOMENTS = {
    "before anything is written": ("cases.services.write_down", False),
    "the record written, the papers not": ("cases.papers.enter", False),
    "signed, the number not taken": ("documents.numbering.take_number", False),
    "the number taken, not yet kept": ("cases.models.RecordPaper.objects.create", False),
    "kept, not yet printed": ("cases.telling.tell", True),
}


@pytest.fixture
def waiting(transactional_db):
    """A decision of 2026 signed on paper, so that its numbers are taken in the step itself."""
    supervision = Supervision(lay_province()).goes_to("draft_decide")
    body = supervision.province.bodies["ubkt"]
    body.signs_electronically = False
    body.save()
    return supervision


@pytest.mark.parametrize("moment", list(MOMENTS)[:: 1 if WHOLE else 2])
def test_killed_at_any_moment_the_step_is_whole_or_not_at_all(waiting, moment):
    where, kept = MOMENTS[moment]
    where = {"documents.numbering.take_number": "documents.services.take_number"}.get(where, where)
    before = StepRecord.objects.count()

    ended = _dies(waiting, where)

    assert ended == -signal.SIGKILL
    case = Case.objects.get()
    assert StepRecord.objects.count() == before + kept
    assert case.stage == ("da_quyet_dinh" if kept else "da_de_xuat")
    numbered = Paper.objects.filter(number__isnull=False).count()
    assert numbered == (2 if kept else 0)
    assert [book.next_number for book in NumberBook.objects.all()] == [2] * (2 if kept else 0)
    assert not verify().faults


def test_what_was_numbered_and_not_printed_is_printed_by_the_retry(waiting):
    _dies(waiting, "cases.telling.tell")
    assert {paper.kind for paper in pending_prints()} >= {"QD-01", "KH-01"}

    assert print_pending() >= 2
    assert print_pending() == 0

    assert not pending_prints()
    assert RecordPaper.objects.filter(paper__print__isnull=False, paper__kind="QD-01").count() == 1


def test_after_a_kill_the_step_is_simply_taken_again(waiting):
    _dies(waiting, "cases.papers.enter")

    waiting.take("decide", by="chunhiem", on=TODAY)

    assert waiting.stage == "da_quyet_dinh"
    numbers = Paper.objects.filter(number__isnull=False).values_list("number_text", flat=True)
    assert sorted(numbers) == ["01-KH/UBKTĐU", "01-QĐ/UBKTĐU"]


def _dies(supervision: Supervision, where: str) -> int:
    program = DIES.format(
        cluster=str(databases.cluster().folder),
        name=databases.current(),
        where=where,
        actor=supervision.who("chunhiem").pk,
        day=TODAY.isoformat(),
    )
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode, done.stderr
    return done.returncode
