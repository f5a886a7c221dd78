"""The runner's second connection: it holds a job as long as its process lives, and tells how far the work is.

The work may be one long transaction, of which nobody sees anything before it ends; what is told here is seen at once.
"""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

from django.db import connection

from jobs.models import OPEN, State

#: Told no oftener than this, in seconds: a page asks about once in two.
_PAUSE = 0.3
_LOCK = "SELECT pg_try_advisory_lock('jobs_job'::regclass::oid::int, %s)"
_TAKEN = "UPDATE jobs_job SET state = %s, attempts = attempts + 1 WHERE id = %s AND state IN %s"
#: A piece that is kept shows that the work gets on: the count of vain attempts begins anew.
_TOLD = """
UPDATE jobs_job SET done = %s, total = %s, saying = %s,
    attempts = CASE WHEN %s AND %s > done THEN 1 ELSE attempts END
WHERE id = %s AND state IN %s
"""


class Watch:
    """Beside the work on one job: `takes` it or finds it in other hands, and `tells` of it."""

    def __init__(self, job: int):
        self.job = job
        self._connection = connection.copy("jobs_watch")
        self._told = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()  # the lock goes with it, as it does when the process is killed

    def takes(self) -> bool:
        """Take the job, unless a living process has it."""
        with self._connection.cursor() as cursor:
            cursor.execute(_LOCK, [self.job])
            if not cursor.fetchone()[0]:
                return False
            cursor.execute(_TAKEN, [State.RUNNING, self.job, tuple(OPEN)])
        return True

    def tells(self, done: int, total: int, saying: str, *, kept: bool) -> None:
        """Let everybody see how far the work is; `kept` that what is done stays done whatever comes."""
        now = time.monotonic()
        if now - self._told < _PAUSE and done != total:
            return
        self._told = now
        told = [done, total, saying[:200], kept, done, self.job, tuple(OPEN)]
        with self._connection.cursor() as cursor:
            cursor.execute(_TOLD, told)
