"""Sổ mượn hồ sơ đảng viên: each time a member's paper file was lent, and how it came back."""

from django.db import models
from django.db.models import Q

from proof.walls import only_these_change


class MemberFileLoan(models.Model):
    """One loan: of whose file, to whom, what for, who allowed it, until when. It ends once, by a deed."""

    body = models.ForeignKey("registry.Body", models.PROTECT, related_name="file_loans")
    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="file_loans")
    unit = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="+")
    borrower = models.CharField("người mượn", max_length=300)
    purpose = models.CharField("mục đích", max_length=300)
    allowed_by = models.CharField("người cho phép", max_length=200)
    lent_on = models.DateField("ngày mượn")
    due_back = models.DateField("hạn trả")
    returned_on = models.DateField("ngày trả", null=True)
    condition = models.CharField("tình trạng khi trả", max_length=300, blank=True)

    class Meta:
        verbose_name = "lần mượn hồ sơ đảng viên"
        triggers = only_these_change("returned_on", "condition")
        indexes = [models.Index(fields=["unit", "returned_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(returned_on=None), name="one_open_loan_a_file"
            ),
            models.CheckConstraint(
                condition=Q(due_back__gte=models.F("lent_on")), name="due_back_after_lent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.borrower}, {self.lent_on:%d/%m/%Y}"
