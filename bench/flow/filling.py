"""As many processes for the compared engine as there are cases, each as far along, laid by SQL."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from viewflow.workflow.fields import get_flow_ref, get_task_ref

from bench.flow.flows import SupervisionFlow

#: Tasks behind each process, as many as a ready case has records.
DONE = 15

#: Accounts among which the processes are divided, one for each team's lead.
ACCOUNTS = 20

_LAY = """
INSERT INTO auth_user (username, password, first_name, last_name, email, is_superuser, is_staff, is_active, date_joined)
SELECT 'truong-doan-' || n, '!', '', '', '', false, false, true, now() FROM generate_series(1, %(accounts)s) n;

INSERT INTO viewflow_process (id, flow_class, status, created, data)
SELECT n, %(flow)s, 'NEW', now(), jsonb_build_object('stage', 'da_xac_minh', 'lead', 1 + n %% %(accounts)s)
FROM generate_series(1, %(cases)s) n;

INSERT INTO viewflow_task (id, flow_task, flow_task_type, status, created, assigned, started, finished, token,
  process_id, owner_id, data)
SELECT (p - 1) * %(tasks)s + t, CASE WHEN t = 1 THEN %(start)s ELSE %(task)s END,
  CASE WHEN t = 1 THEN 'START' ELSE 'HUMAN' END, CASE WHEN t = %(tasks)s THEN 'ASSIGNED' ELSE 'DONE' END,
  now(), now(), CASE WHEN t < %(tasks)s THEN now() END, CASE WHEN t < %(tasks)s THEN now() END, 'start',
  p, 1 + p %% %(accounts)s, '{}'
FROM generate_series(1, %(cases)s) p, generate_series(1, %(tasks)s) t;

INSERT INTO viewflow_task_previous (from_task_id, to_task_id)
SELECT id, id - 1 FROM viewflow_task WHERE id %% %(tasks)s <> 1;

SELECT setval(pg_get_serial_sequence('viewflow_process', 'id'), %(cases)s),
  setval(pg_get_serial_sequence('viewflow_task', 'id'), %(cases)s * %(tasks)s)
"""


def fill(cases: int) -> None:
    """Lay processes 1 to `cases`, each with its tasks done and the one before the measured step open."""
    with connection.cursor() as cursor:
        cursor.execute(
            _LAY,
            {
                "cases": cases,
                "tasks": DONE + 1,
                "accounts": ACCOUNTS,
                "flow": get_flow_ref(SupervisionFlow),
                "start": get_task_ref(SupervisionFlow.start),
                "task": get_task_ref(SupervisionFlow.draft),
            },
        )


@cache
def account_of(process: int) -> Any:
    """The account that owns the open task of a process."""
    return get_user_model().objects.get(pk=1 + process % ACCOUNTS)
