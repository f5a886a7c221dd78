"""A job: who asked for what, how far it is, and what came of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from proof.walls import only_these_change


class State(models.TextChoices):
    """Where a job stands. Only the first two are open: somebody still has to work on them."""

    WAITING = "cho", "Đang chờ đến lượt"
    RUNNING = "dang_lam", "Đang thực hiện"
    DONE = "xong", "Đã xong"
    REFUSED = "khong_lam_duoc", "Không thực hiện được"


#: A job nobody has brought to its end.
OPEN = (State.WAITING, State.RUNNING)


class Job(models.Model):
    """One long deed, asked for once. `about` names what it is done to: of one kind, one at a time is open.

    Whoever works on it holds its lock (`jobs.watch`): an open job whose lock is free waits, or its worker died.
    """

    kind = models.CharField("việc", max_length=60)
    about = models.CharField("đối với", max_length=120)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="jobs")
    given = models.JSONField("yêu cầu", default=dict)
    state = models.CharField(
        "trạng thái", max_length=20, choices=State.choices, default=State.WAITING
    )
    done = models.PositiveIntegerField("đã làm", default=0)
    total = models.PositiveIntegerField("tổng số", default=0)
    saying = models.CharField("đang làm", max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField("số lần nhận việc", default=0)
    result = models.JSONField("kết quả", default=dict)
    reasons = models.JSONField("lý do không làm được", default=list)
    asked_at = models.DateTimeField("yêu cầu lúc", auto_now_add=True)
    ended_at = models.DateTimeField("kết thúc lúc", null=True)

    class Meta:
        verbose_name = "việc chạy nền"
        triggers = only_these_change(
            "state", "done", "total", "saying", "attempts", "result", "reasons", "ended_at"
        )
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "about"], condition=Q(state__in=OPEN), name="one_open_job_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"

    @property
    def is_open(self) -> bool:
        """Whether it waits or is worked on."""
        return self.state in OPEN

    @property
    def percent(self) -> int:
        """How much of it is done, in whole hundredths; all of it only when it is done."""
        if self.state == State.DONE:
            return 100
        return min(99, 100 * self.done // self.total) if self.total else 0
