"""A plan of reorganisation as it was entered, and the acts that carried it out and took it back."""

from django.db import models

from proof.walls import NoTruncate, OnlyTheseChange, append_only
from registry.models import Body, Person


class Reorganisation(models.Model):
    """Phương án sắp xếp tổ chức: what a body decided about many units at once, from a day on.

    `lines` are those of `registry.reorganisation.plan`; `choices` say of a file (by its number) another fate
    than the one proposed. A draft changes as long as no act of it is there; its acts keep a copy.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="reorganisations")
    number = models.CharField("số, ký hiệu quyết định", max_length=80)
    dated = models.DateField("ngày quyết định")
    effective = models.DateField("ngày có hiệu lực")
    lines = models.JSONField("các dòng", default=list)
    choices = models.JSONField("hướng xử lý chọn khác", default=dict)
    close_days = models.PositiveSmallIntegerField("số ngày làm việc", null=True, blank=True)
    close_document = models.CharField("văn bản đặt thời hạn", max_length=200, blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("nhập lúc", auto_now_add=True)

    class Meta:
        verbose_name = "phương án sắp xếp tổ chức"
        triggers = [
            OnlyTheseChange(
                name="only_the_plan_changes",
                fields=(
                    "number", "dated", "effective", "lines", "choices", "close_days", "close_document",
                ),
            ),
            NoTruncate(name="not_emptied"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.document

    @property
    def document(self) -> str:
        """The decision as papers and entries name it."""
        return f"Quyết định số {self.number} ngày {self.dated:%d/%m/%Y}"


class ReorganisationAct(models.Model):
    """The plan was carried out, or taken back: once each, whole. `content` is all that was done by it."""

    class Kind(models.TextChoices):
        DONE = "thuc_hien", "Đã thực hiện"
        UNDONE = "bo", "Đã bỏ việc sắp xếp"

    plan = models.ForeignKey(Reorganisation, models.PROTECT, related_name="acts")
    kind = models.CharField("việc", max_length=12, choices=Kind.choices)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField("ngày thực hiện")
    recorded_at = models.DateTimeField("ghi lúc", auto_now_add=True)
    reason = models.TextField("lý do", blank=True)
    content = models.JSONField("đã làm")

    class Meta:
        verbose_name = "việc sắp xếp tổ chức"
        triggers = append_only()
        constraints = [
            models.UniqueConstraint(fields=["plan", "kind"], name="each_act_of_a_plan_once")
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.get_kind_display()}"
