"""Stubs of what is classified: a number, a day, a degree, a holder, and nothing of what it is about."""

from django.db import models

from proof.walls import append_only
from registry.models import Body, Person
from workflows.secrecy import Secrecy


class ClassifiedStub(models.Model):
    """That a classified matter or paper exists on paper, and who holds it. There is no field for words."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="classified_stubs")
    number = models.CharField("số trong sổ đăng ký văn bản mật", max_length=20)
    dated = models.DateField("ngày vào sổ")
    degree = models.CharField("độ mật", max_length=12, choices=Secrecy.choices)
    holder = models.ForeignKey(Person, models.PROTECT, related_name="+")
    entered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "phiếu giữ chỗ hồ sơ mật"
        triggers = append_only()
        constraints = [
            models.UniqueConstraint(
                fields=["body", "number", "dated"], name="one_stub_per_number_and_day"
            ),
            models.CheckConstraint(
                condition=models.Q(number__regex=r"^[0-9][0-9/-]*$"), name="a_stub_holds_no_words"
            ),
            models.CheckConstraint(
                condition=~models.Q(degree=Secrecy.NONE), name="only_what_is_classified"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.get_degree_display()}"
