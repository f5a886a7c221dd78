"""viewflow.workflow taking its own linear step, in the order in which its view takes it."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from viewflow.workflow.models import Task

from bench.deeds import Deed, Ready
from bench.flow.filling import account_of
from bench.flow.flows import SupervisionFlow

NAME = "viewflow.workflow"


def ready_to(deed: Deed, case: Ready) -> Callable[[], object]:
    """Return the deed on the process that stands for `case`, ready to be done once."""
    task = Task.objects.get(process_id=case.case, finished=None)
    user = account_of(case.case)
    return lambda: take(task.pk, task.process_id, user, deed)


def take(task_pk: int, process_pk: int, user: object, deed: Deed) -> None:
    """Do what viewflow's own wrapper and view do on a POST: lock, ask, start, keep the words, go on."""
    node = SupervisionFlow.draft
    with SupervisionFlow.lock(process_pk):
        task = Task.objects.get(pk=task_pk)
        activation = node.activation_class(task)
        if not node.can_execute(user, task=task):
            raise PermissionDenied
        activation.start(None)
        activation.process.stage = deed.leads_to
        activation.process.draft = deed.said["draft"]
        activation.process.save()
        activation.execute()


def done(deed: Deed, case: Ready) -> bool:
    """Whether the process has its words and waits for the task after the measured one."""
    task = Task.objects.get(process_id=case.case, finished=None)
    process = task.process.coerced
    said = (process.stage, process.draft) == (deed.leads_to, deed.said["draft"])
    return said and task.flow_task == SupervisionFlow.confer
