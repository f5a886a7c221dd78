"""Asking for a job, and bringing whatever waits to its end, whoever died over it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.utils import timezone
from django_q.tasks import async_task

from jobs import kinds
from jobs.kinds import Kind, Outcome
from jobs.models import OPEN, Job, State
from jobs.watch import Watch
from law import Reason

#: As often a job is taken up without getting on; then it kills whoever works on it, and a person has to look.
PATIENCE = 5
_log = logging.getLogger(__name__)


def start(code: str, *, about: str, by: AbstractBaseUser, given: dict[str, Any]) -> Job:
    """Ask for a job; where one of this kind about the same thing is open, return that one."""
    assert code in kinds.KINDS, f"No room has marked a job {code!r}."
    try:
        with transaction.atomic():
            asked = Job.objects.create(kind=code, about=about, by=by, given=given)
    except IntegrityError:
        return Job.objects.get(kind=code, about=about, state__in=OPEN)
    transaction.on_commit(lambda: async_task("jobs.running.run_waiting"))
    return asked


def open_about(about: str) -> Job | None:
    """The job of whatever kind that waits or runs about one thing."""
    return Job.objects.filter(about=about, state__in=OPEN).order_by("pk").first()


def run_waiting() -> int:
    """Bring every job to its end that waits or whose worker died; return how many were. Safe to run twice at once."""
    waiting = list(Job.objects.filter(state__in=OPEN).order_by("pk").values_list("pk", flat=True))
    return sum(_run(pk) for pk in waiting)


def _run(pk: int) -> bool:
    with Watch(pk) as watch:
        if not watch.takes():
            return False
        job = Job.objects.select_related("by").get(pk=pk)
        if not job.is_open:  # ended by another between the list and the lock
            return False
        _bring_to_an_end(job, watch)
    return True


def _bring_to_an_end(job: Job, watch: Watch) -> None:
    if (kind := kinds.KINDS.get(job.kind)) is None:
        _end(job, State.REFUSED, reasons=[_unknown(job)])
        return
    if job.attempts > PATIENCE:
        _end(job, State.REFUSED, reasons=[_in_vain(kind)])
        return
    try:
        with transaction.atomic() if kind.whole else nullcontext():
            outcome = kind.work(job.given, job.by, _telling(watch, kind))
            _end(job, State.DONE, outcome)
    except kind.refuses as refused:
        _end(job, State.REFUSED, reasons=refused.reasons)  # type: ignore[attr-defined]
    except (OperationalError, InterfaceError):
        raise  # the database went away: the job waits for its next attempt
    except Exception:
        _log.exception("Job %s (%s) failed.", job.pk, job)
        _end(job, State.REFUSED, reasons=[_fault(kind, job)])


def _telling(watch: Watch, kind: Kind) -> kinds.Tell:
    return lambda done, total, saying: watch.tells(done, total, saying, kept=not kind.whole)


def _end(
    job: Job, state: State, outcome: Outcome | None = None, reasons: Sequence[Reason] = ()
) -> None:
    """Write what came of it, in the transaction of the work where that is one: neither stands without the other."""
    said = outcome.as_json() if outcome else {}
    why = [one.as_json() for one in reasons]
    rows = Job.objects.filter(pk=job.pk, state__in=OPEN)
    if not rows.update(state=state, result=said, reasons=why, ended_at=timezone.now()):
        raise RuntimeError(f"Job {job.pk} was ended by another.")


def _in_vain(kind: Kind) -> Reason:
    return Reason(
        "job.in_vain",
        f"Việc đã được nhận {PATIENCE} lần mà lần nào cũng dừng giữa chừng.",
        remedy=f"Báo quản trị. {_kept(kind)}",
    )


def _fault(kind: Kind, job: Job) -> Reason:
    return Reason(
        "job.fault",
        "Việc dừng vì một lỗi của phần mềm.",
        remedy=f"Báo quản trị, nêu số việc {job.pk}. {_kept(kind)}",
    )


def _unknown(job: Job) -> Reason:
    return Reason(
        "job.unknown", f"Phần mềm này không có việc “{job.kind}”.", remedy="Yêu cầu lại việc ấy."
    )


def _kept(kind: Kind) -> str:
    if kind.whole:
        return "Chưa có gì được ghi."
    return "Phần đã làm được giữ; yêu cầu lại thì làm tiếp phần còn lại."
