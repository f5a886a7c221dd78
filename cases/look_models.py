"""Which versions of a draft a reader has opened: a reading note, no state of the case."""

from django.db import models

from registry.models import Person


class DraftLook(models.Model):
    """That one person has opened one version of the draft of a step, and when they first did."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="looks")
    step = models.CharField("bước", max_length=40)
    draft = models.PositiveSmallIntegerField("dự thảo số")
    at = models.DateTimeField("mở lần đầu lúc")

    class Meta:
        verbose_name = "lần xem dự thảo"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "case", "step", "draft"], name="one_look_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.case}, {self.step} {self.draft}"
