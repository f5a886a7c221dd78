"""Who left the Party, how and by which decision, and who came back because the decision was annulled."""

from django.db import models
from django.db.models import F, Q

from proof.walls import append_only


class Exit(models.Model):
    """One person left. Never edited: a wrong row is put right by another that `corrects` it, a wrong exit by a return.

    `last_day` is the last day of the membership that ended; `entered_on` the day the row was written.
    """

    class Kind(models.TextChoices):
        EXPELLED = "khai_tru", "Khai trừ"
        STRUCK_OFF = "xoa_ten", "Xóa tên"
        ASKED = "xin_ra", "Xin ra khỏi Đảng"
        ANNULLED = "huy_ket_nap", "Hủy quyết định kết nạp, công nhận"

    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="exits")
    membership = models.ForeignKey("registry.Membership", models.PROTECT, related_name="exits")
    kind = models.CharField("cách ra khỏi Đảng", max_length=12, choices=Kind.choices)
    decision = models.CharField("quyết định", max_length=200)
    decided_on = models.DateField("ngày quyết định")
    last_day = models.DateField("đến hết ngày")
    entered_on = models.DateField("ghi ngày")
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    class Meta:
        verbose_name = "ra khỏi Đảng"
        triggers = append_only()
        indexes = [models.Index(fields=["kind", "decided_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on__lte=F("last_day")), name="exit_follows_its_decision"
            ),
            models.UniqueConstraint(
                fields=["membership"], condition=Q(corrects=None), name="a_membership_ends_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_kind_display()}, {self.decision}"


class Restoration(models.Model):
    """The exit was annulled: the membership goes on from the day after it had ended, as if nothing had been."""

    exit = models.OneToOneField(Exit, models.PROTECT, related_name="restoration")
    membership = models.ForeignKey("registry.Membership", models.PROTECT, related_name="+")
    decision = models.CharField("quyết định", max_length=200)
    decided_on = models.DateField("ngày quyết định")
    entered_on = models.DateField("ghi ngày")

    class Meta:
        verbose_name = "phục hồi quyền đảng viên"
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.exit.person}: {self.decision}"
