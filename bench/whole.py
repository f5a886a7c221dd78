"""A whole case, opened and led to its last step but one: ours beside viewflow.workflow's with as many steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from viewflow.workflow.models import Process, Task

from bench import databases, rounds
from bench.flow.whole import STEPS, WholeFlow
from bench.province.told import ENDING, TODAY
from cases import services
from cases.models import StepRecord
from cases.stories import demo
from cases.stories.teller import Teller
from documents import services as papers
from registry.provinces import load

OURS, THEIRS = "take_step, whole case", "viewflow.workflow, whole case"

#: How often more whole cases than theirs ours must get done in the same time.
AT_LEAST = 3.0


class _Silent(Teller):
    """Takes each step at the door and tells nothing of it."""

    def takes(self, step: str, *, by: Any, on: Any, **said: Any) -> StepRecord:
        return services.take_step(self.told, step, actor=by, acted_on=on, inputs=said, today=on)

    def _tell(self, record: StepRecord) -> StepRecord:
        return record


def measure(count: int) -> dict[str, Any]:
    """Return what `count` whole cases took each side, and how many times as long theirs took as ours."""
    province = load("thu_ha", code="tron")
    committee, place = demo.Committee.of(province), province.organisations["thon1"]
    matter = demo.Matter("thon1", "việc chấp hành chế độ sinh hoạt chi bộ", 120, ENDING)
    tellers = [_Silent(lambda _line: None, Path("/nonexistent")) for _ in range(count)]
    user, before = get_user_model().objects.order_by("pk")[0], Process.objects.latest("pk").pk

    def ours(teller: Teller) -> Callable[[], None]:
        return lambda: demo.supervise(teller, committee, place, matter, TODAY)

    databases.tidy()
    with _unprinted():
        times = rounds.run(
            {OURS: [ours(one) for one in tellers], THEIRS: [lambda: _theirs(user)] * count}
        )
    assert all(one.told.history.count() == STEPS for one in tellers)
    begun = Process.objects.filter(pk__gt=before)
    assert [one.status for one in begun] == ["DONE"] * count
    assert Task.objects.filter(process__in=begun, flow_task_type="HUMAN").count() == count * (
        STEPS - 1
    )
    return {name: spent.as_json(times[OURS]) for name, spent in times.items()}


@contextmanager
def _unprinted() -> Iterator[None]:
    """Nothing is laid out as PDF: a paper is printed once its step is committed, and theirs has none."""
    usual = papers.print_paper
    vars(papers)["print_paper"] = lambda *_: False
    try:
        yield
    finally:
        vars(papers)["print_paper"] = usual


def _theirs(user: Any) -> None:
    """Open a process and take every task that waits, each as viewflow's own wrapper and view do on a POST."""
    process = WholeFlow.start.run(lead=user.pk)
    while task := Task.objects.filter(process=process, status="ASSIGNED").order_by("pk").first():
        _take(task.pk, process.pk, user)


def _take(task_pk: int, process_pk: int, user: Any) -> None:
    with WholeFlow.lock(process_pk):
        task = Task.objects.get(pk=task_pk)
        node = task.flow_task
        activation = node.activation_class(task)
        if not node.can_execute(user, task=task):
            raise PermissionDenied
        activation.start(None)
        activation.process.stage = node.name
        activation.process.draft = (
            "Dự thảo báo cáo kết quả giám sát: ưu điểm, hạn chế, nguyên nhân."
        )
        activation.process.save()
        activation.execute()
